"""Case déclarée vide qui ne l'est plus

Ce que la règle vérifie
    Chaque case que cascade.yaml déclare vide à dessein (« gaps ») l'est : aucune réponse n'en
    cite toutes les options. Ce n'est qu'un avertissement.
Pourquoi
    La raison donnée n'est plus vraie. Une déclaration restée là cacherait le trou, le jour où
    la réponse serait retirée.
Exemple
    # Une réponse dit « couloir: [sas] » et « thematique: [reglementation] »
    gaps:
      - where: {couloir: [sas], thematique: [reglementation]}
        reason: Aucun texte propre à ce couloir n'est connu à ce jour.
À écrire plutôt
    # Sans la case qui a maintenant sa réponse
    gaps:
      - where: {couloir: [sas], thematique: [calendrier]}
        reason: Aucune date propre à ce couloir n'est connue à ce jour.
"""

from collections.abc import Iterator, Mapping
from itertools import product

from segur_faq.corpus.index import boxes_of
from segur_faq.corpus.model import Answer
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.reach import Reach, judged, reach_of

SEVERITY = Severity.WARNING


def check(reading: Reading) -> Iterator[Finding]:
    levels = {level for entry in reading.gaps for level in entry.value.where}
    reach = reach_of(reading)
    if not levels or reach is None:
        return
    naming: dict[tuple[str, str], set[Entry[Answer]]] = {}
    for entry, _ in judged(reading):
        for level in levels & entry.value.applies.keys():
            for option in entry.value.named_at(level):
                naming.setdefault((level, option), set()).add(entry)
    for gap in reading.gaps:
        where = gap.value.where
        cells = product(*([(level, o) for o in options] for level, options in where.items()))
        found = [_in_cell(dict(cell), naming, reach) for cell in cells]
        if all(found):
            yield Finding(
                gap.at("where"),
                f"cette case n'est plus vide : la réponse « {found[0]} » en cite les options",
                "Retirez-la de « gaps ».",
            )


def _in_cell(
    cell: Mapping[str, str], naming: Mapping[tuple[str, str], set[Entry[Answer]]], reach: Reach
) -> str:
    """Give the id of an answer that names the options of a cell, and is met there."""
    if not cell:
        return ""  # another rule says so
    condition = {level: (option,) for level, option in cell.items()}
    namers = set.intersection(*(naming.get(pair, set()) for pair in cell.items()))
    ids = (
        entry.value.id
        for entry in namers
        if any(reach.overlap(box, condition) for box in boxes_of(entry.value))
    )
    return min(ids, default="")
