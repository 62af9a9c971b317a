"""Dates qui se contredisent

Ce que la règle vérifie
    Dans sources.yaml, une page n'a pas été lue (« read_on ») avant d'être publiée (« dated »).
    Une réponse n'a pas lu une source après la dernière lecture que sources.yaml en connaît. Rien
    n'a été lu avant 1995. La date du jour ne compte pas.
Pourquoi
    L'une des deux dates est fausse, et le lecteur voit les deux. Qui relit une source met à jour
    sa date dans sources.yaml, puis dans chaque réponse relue.
Exemple
    - id: reglement
      dated: 2026-09-01
      read_on: 2026-01-15
À écrire plutôt
    - id: reglement
      dated: 2025-09-01
      read_on: 2026-01-15
"""

from collections.abc import Iterator

from segur_faq.corpus.problem import Place
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.text import french_date

_FIRST = "1995"
"""No page of the web was read before this year; dates compare as they are written."""


def check(reading: Reading) -> Iterator[Finding]:
    yield from _too_early(reading)
    for source in reading.sources:
        dated, read_on = source.value.dated, source.value.read_on
        if dated and read_on and dated > read_on:
            yield Finding(
                source.at("dated"),
                f"cette page du {french_date(dated)} aurait été lue avant, "
                f"le {french_date(read_on)}",
                "Corrigez l'une des deux dates ; si la page a changé, relisez-la.",
            )
    last = {e.value.id: e for e in reading.sources if e.value.read_on}
    for entry in reading.answers:
        for number, citation in enumerate(entry.value.sources):
            known = last.get(citation.ref)
            if known and citation.read_on > known.value.read_on:
                yield Finding(
                    entry.at("sources", number, "read_on"),
                    f"d'après sources.yaml, « {citation.ref} » n'a pas été lue depuis le "
                    f"{french_date(known.value.read_on)} ({known.at('read_on')})",
                    "Mettez à jour « read_on » dans sources.yaml, ou corrigez cette date.",
                )


def _too_early(reading: Reading) -> Iterator[Finding]:
    for source in reading.sources:
        if source.value.read_on and source.value.read_on < _FIRST:
            yield _unread(source.at("read_on"), source.value.read_on)
    for entry in reading.answers:
        for number, citation in enumerate(entry.value.sources):
            if citation.read_on and citation.read_on < _FIRST:
                yield _unread(entry.at("sources", number, "read_on"), citation.read_on)


def _unread(place: Place, day: str) -> Finding:
    return Finding(
        place,
        f"cette page n'a pas pu être lue le {french_date(day)}",
        "Écrivez le jour de la lecture : année, mois, jour, comme 2026-11-22.",
    )
