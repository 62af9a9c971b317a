"""Famille coupée en deux

Ce que la règle vérifie
    Dans un niveau, les options d'une même famille (« family ») se suivent et l'écrivent de la
    même façon ; une option sans famille ne vient pas après celles qui en ont une.
Pourquoi
    Le menu affiche le titre d'une famille au-dessus de la première de ses options. Coupée,
    elle aurait deux titres ; une option sans famille paraîtrait sous le titre qui la précède.
Exemple
    - {id: dmp, label: DMP, family: Services socles}
    - {id: sons, label: Financement SONS, family: Financement}
    - {id: ins, label: INS, family: services socle}
À écrire plutôt
    - {id: dmp, label: DMP, family: Services socles}
    - {id: ins, label: INS, family: Services socles}
    - {id: sons, label: Financement SONS, family: Financement}
"""

from collections import Counter
from collections.abc import Iterator

from segur_faq.corpus.model import Option
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.mentions import words

SEVERITY = Severity.WARNING


def check(reading: Reading) -> Iterator[Finding]:
    for level in reading.levels:
        options = [o for owner, o in reading.options if owner is level.value]
        yield from _check([o for o in options if o.value.id])  # the others are reported as such


def _check(options: list[Entry[Option]]) -> Iterator[Finding]:
    spellings: dict[tuple[str, ...], Counter[str]] = {}
    for entry in options:
        spellings.setdefault(words(entry.value.family), Counter())[entry.value.family] += 1
    usual = {spelling.most_common(1)[0][0] for spelling in spellings.values()}
    first: dict[tuple[str, ...], Entry[Option]] = {}
    for entry in options:
        if entry.value.family in usual:  # of two spellings, the rarer is the slip
            first.setdefault(words(entry.value.family), entry)
    above = ""
    for entry in options:
        family = entry.value.family
        if not family and above:
            yield Finding(
                entry.head(),
                f"cette option n'a pas de famille : elle paraîtrait sous le titre « {above} »",
                "Donnez-lui une famille, ou mettez-la avant celles qui en ont une.",
            )
        elif family:
            holder = first[words(family)]
            if holder.value.family != family:
                yield Finding(
                    entry.at("family"),
                    f"« {family} » s'écrit « {holder.value.family} » à {holder.at('family')}",
                    f"Écrivez « {holder.value.family} », ou un titre vraiment différent.",
                )
            elif holder is not entry and above != family:
                yield Finding(
                    entry.at("family"),
                    f"la famille « {family} » commence à {holder.at('family')} : "
                    "d'autres options la coupent en deux",
                    f"Mettez l'option « {entry.value.id} » à la suite des autres de sa famille.",
                )
            above = family
