"""Niveau qui n'existe pas là où la réponse s'applique

Ce que la règle vérifie
    « applies » ne parle que de niveaux que la cascade peut atteindre avec les autres valeurs de
    la réponse. Ceux qui sont de trop pour la même raison sont signalés ensemble.
Pourquoi
    Une valeur sans effet trompe qui la relit : on croit la réponse limitée à ce couloir, alors
    que la question du couloir ne se pose pas. Souvent, c'est l'autre niveau qui est incomplet.
Exemple
    # La question du couloir n'est posée que pour l'offre segur
    applies:
      offre: [dmn]
      couloir: [imagerie]
À écrire plutôt
    applies:
      offre: [dmn]
"""

from collections.abc import Iterator

from segur_faq.corpus.model import Answer, Condition
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.reach import Offers, judged
from segur_faq.lint.suggest import described
from segur_faq.text import quoted


def check(reading: Reading) -> Iterator[Finding]:
    levels = reading.corpus.levels_by_id
    for entry, reach in judged(reading):
        answer, met = entry.value, reach.of(entry.value)
        if not met or not any(level not in met for level in answer.applies):
            continue
        unneeded: dict[str, list[str]] = {}
        for level in answer.applies:
            under, is_met = levels[level].under, level in met or level not in reach.offered
            if not is_met and not _is_lost(answer, under, met):
                unneeded.setdefault(described(under), []).append(level)
        for said, alike in unneeded.items():
            yield _finding(entry, alike, said)


def _is_lost(answer: Answer, under: Condition, met: Offers) -> bool:
    """Tell whether the level would exist if an option that the answer names could be chosen.

    Another rule says why it cannot.
    """
    for parent, options in under.items():
        named = set(answer.named_at(parent)).intersection(options)
        if named and named.isdisjoint(met.get(parent, ())):
            return True
    return False


def _finding(entry: Entry[Answer], levels: list[str], under: str) -> Finding:
    """Tell once of all the levels that do not exist for the same reason."""
    exist, them, they = "le niveau {} n'existe", "le", "il n'existe"
    if len(levels) > 1:
        exist, them, they = "les niveaux {} n'existent", "les", "ils n'existent"
    only = f" : {they} que sous « {under} »" if under else ""
    return Finding(
        entry.key("applies", levels[0]),
        f"{exist.format(quoted(levels, 'et'))} pas là où cette réponse s'applique",
        f"Retirez-{them}, ou complétez les autres niveaux{only}.",
    )
