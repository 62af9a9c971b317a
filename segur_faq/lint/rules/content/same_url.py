"""Une adresse sous deux titres, ou deux fois dans une liste

Ce que la règle vérifie
    Un lien a le même titre dans toutes les réponses ; une réponse ne donne pas deux fois la même
    adresse ; une page n'est qu'une fois dans sources.yaml. Majuscules et accents d'un titre ne
    comptent pas, ni « www. », http ou https, ni la barre finale d'une adresse. Une source et un
    lien peuvent avoir chacun leur titre.
Pourquoi
    Sous deux titres, le lecteur ouvre deux fois la même page en croyant en lire deux. Une source
    écrite deux fois se relit deux fois, et l'une des deux finit par garder une vieille date.
Exemple
    - {title: Le guide, url: https://exemple.fr/guide}
    - {title: Le mode d'emploi, url: https://exemple.fr/guide/}
À écrire plutôt
    - {title: Le guide, url: https://exemple.fr/guide}
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from segur_faq.corpus.model import Answer
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.finding import Finding
from segur_faq.text import fold

SEVERITY = Severity.WARNING

_WEB = re.compile(r"https?://(?:www\.)?([^/?#]*)", re.IGNORECASE)


class _Link(NamedTuple):
    entry: Entry[Answer]
    number: int
    title: str


def check(reading: Reading) -> Iterator[Finding]:
    yield from _sources(reading)
    by_page: dict[str, list[_Link]] = {}
    for entry in reading.answers:
        seen: dict[str, int] = {}
        for number, link in enumerate(entry.value.links):
            page = page_of(link.url)
            if not page:
                continue
            if page in seen:
                yield Finding(
                    entry.at("links", number, "url"),
                    "cette réponse donne déjà cette adresse, à "
                    f"{entry.at('links', seen[page], 'url')}",
                    "Gardez un seul des deux liens.",
                )
            elif link.title:
                seen[page] = number
                by_page.setdefault(page, []).append(_Link(entry, number, link.title))
    for links in by_page.values():
        if len({link.title for link in links}) > 1:
            yield from _titles(links)


def _sources(reading: Reading) -> Iterator[Finding]:
    first: dict[str, tuple[str, str]] = {}
    for entry in reading.sources:
        page = page_of(entry.value.url)
        if page and page in first:
            other, place = first[page]
            yield Finding(
                entry.at("url"),
                f"la source « {other} » a déjà cette adresse, à {place}",
                "Gardez une seule fiche par page, et citez-la partout.",
            )
        elif page:
            first[page] = entry.value.id, str(entry.at("url"))


def _titles(links: list[_Link]) -> Iterator[Finding]:
    """Report the titles that are less common, or that come later."""
    times = Counter(_spelt(link) for link in links)
    if len(times) == 1:
        return
    usual, _ = times.most_common(1)[0]
    model = next(link for link in links if _spelt(link) == usual)
    for link in links:
        if _spelt(link) != usual:
            yield Finding(
                link.entry.at("links", link.number, "title"),
                "la même adresse a un autre titre à "
                f"{model.entry.at('links', model.number, 'title')} : « {model.title} »",
                "Donnez partout à cette page le même titre.",
            )


def _spelt(link: _Link) -> str:
    return " ".join(fold(link.title).split())


def page_of(url: str) -> str:
    """Give what two ways of writing the address of one page have in common."""
    found = _WEB.match(url)
    if not found:
        return url
    rest = url[found.end() :]
    return found[1].lower() + (rest[:-1] if rest.endswith("/") else rest)
