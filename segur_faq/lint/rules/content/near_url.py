"""Adresse presque pareille à une autre

Ce que la règle vérifie
    Aucune adresse, électronique ou non, ne diffère d'une autre du corpus par un seul caractère, ou
    par deux lettres échangées ; aucun nom de site ne diffère ainsi d'un autre, plus employé. Les
    chiffres ne comptent pas (« page=1 » et « page=2 »), ni une lettre seule entre deux signes, un
    « s » final, la barre finale ou les majuscules.
Pourquoi
    Une lettre perdue en recopiant une adresse ne se voit pas, et la page ne s'ouvre plus. La bonne
    adresse est souvent déjà ailleurs dans le corpus.
Exemple
    - {title: Le guide, url: https://mediatheque.exemple.fr/guide}
    - {title: Le plan, url: https://mediathque.exemple.fr/plan}
À écrire plutôt
    - {title: Le guide, url: https://mediatheque.exemple.fr/guide}
    - {title: Le plan, url: https://mediatheque.exemple.fr/plan}
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.url_form import fault_of
from segur_faq.lint.urls import Address, addresses, mails
from segur_faq.lint.vocabulary import is_a_letter_away

SEVERITY = Severity.WARNING

_HOST = re.compile(r"https?://([^/?#@]+)", re.IGNORECASE)
_LEAST = 10
"""Shorter names are alike by chance."""

_FEW = 8


def check(reading: Reading) -> Iterator[Finding]:
    by_text: dict[str, list[Address]] = {}
    by_host: dict[str, list[Address]] = {}
    for address in addresses(reading):
        found = _HOST.match(address.text)
        if found and not fault_of(address.text, address.is_link):  # `link-scheme` reports it
            by_text.setdefault(address.text, []).append(address)
            by_host.setdefault(found[1].lower(), []).append(address)
    by_mail: dict[str, list[Address]] = {}
    for address in mails(reading):
        by_mail.setdefault(address.text, []).append(address)
    for rare, usual in _alike(by_mail):
        for address in by_mail[rare]:
            yield _finding(reading, address, by_mail[usual][0], f"« {rare} »")
    told = set()
    for rare, usual in _alike(by_text):
        for address in by_text[rare]:
            told.add(id(address))
            yield _finding(reading, address, by_text[usual][0], "cette adresse")
    for rare, usual in _alike(by_host):
        if len(by_host[rare]) < len(by_host[usual]):
            for address in by_host[rare]:
                if id(address) not in told:
                    yield _finding(reading, address, by_host[usual][0], f"« {rare} »")


def _finding(reading: Reading, address: Address, other: Address, what: str) -> Finding:
    return Finding(
        address.place(reading),
        f"{what} est à une lettre près dans « {other.text} », à {other.place(reading)}",
        "Recopiez la bonne adresse depuis la source.",
    )


def _alike(known: dict[str, list[Address]]) -> Iterator[tuple[str, str]]:
    """Yield the texts that are a letter away from one that is as common, or comes before.

    A difference of one letter leaves the first or the last half as it is.
    """
    order = {text: (-len(several), number) for number, (text, several) in enumerate(known.items())}
    halves: dict[tuple[bool, str], list[str]] = {}
    for text in sorted((t for t in known if len(t) >= _LEAST), key=order.__getitem__):
        near = _halves(text)
        others = (other for key in near for other in halves.get(key, ())[:_FEW])
        usual = next((other for other in others if is_a_letter_away(text, other)), None)
        if usual is not None:
            yield text, usual
        for key in near:
            halves.setdefault(key, []).append(text)


def _halves(text: str) -> list[tuple[bool, str]]:
    """Give beginnings and ends of a text, of which it shares one with any that is a letter away."""
    half = len(text) // 2 - 2
    lengths = (half, half + 1)
    return [(False, text[:n]) for n in lengths] + [(True, text[-n:]) for n in lengths]
