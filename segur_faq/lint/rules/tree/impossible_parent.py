"""Condition « under » qui ne peut jamais être remplie

Ce que la règle vérifie
    Le « under » d'un niveau ou d'une option cite des niveaux placés plus haut dans la cascade,
    et des options que l'on peut choisir ensemble.
Pourquoi
    Les questions se posent dans l'ordre du fichier : un niveau ne peut pas dépendre d'une
    réponse qui vient après lui. La question ou l'option ne serait jamais montrée.
Exemple
    - id: dispositif
      under: {thematique: [tests]}
    - id: thematique
À écrire plutôt
    - id: thematique
    - id: dispositif
      under: {thematique: [tests]}
"""

from collections.abc import Iterator
from functools import partial

from segur_faq.corpus.model import Condition, Level, Option
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.clashes import told
from segur_faq.lint.finding import Finding
from segur_faq.lint.reach import Reach, reach_of
from segur_faq.text import quoted


def check(reading: Reading) -> Iterator[Finding]:
    reach = reach_of(reading)
    if reach is None:
        return
    earlier: list[str] = []
    for level in reading.levels:
        found = list(_check(level, {}, earlier, reach))
        yield from found
        if not found:  # otherwise its options are out of reach for that reason
            for owner, option in reading.options:
                if owner is level.value:
                    yield from _check(option, owner.under, earlier, reach)
        earlier.append(level.value.id)


def _check(
    entry: Entry[Level] | Entry[Option], around: Condition, earlier: list[str], reach: Reach
) -> Iterator[Finding]:
    under, levels = entry.value.under, reach.levels
    misplaced = [parent for parent in under if parent not in earlier]
    for parent in misplaced:
        yield Finding(
            entry.key("under", parent),
            f"le niveau « {parent} » n'est pas encore demandé quand cette condition est lue",
            f"« under » ne peut citer que les niveaux placés avant : {quoted(earlier, 'et')}."
            if earlier
            else "C'est le premier niveau de la cascade : retirez « under ».",
        )
    if (
        under
        and not misplaced
        and not reach.is_blocked(under)
        and not reach.can_hold(around, under)
    ):
        message, hint = told(under, partial(reach.can_hold, around), levels, around)
        yield Finding(entry.at("under"), message, hint)
