"""Valeurs d'une condition qui se contredisent

Ce que la règle vérifie
    Dans un « under » ou dans le « where » d'une case vide, chaque valeur peut être choisie avec
    celles des autres niveaux cités, et avec le « under » du niveau lui-même. Dans une réponse,
    une option que cite « applies » n'est pas retirée tout entière par « except ».
Pourquoi
    Une valeur qui ne peut rien remplir trompe qui relit : on croit l'option montrée dans un cas
    où elle ne l'est jamais, ou la réponse valable là où elle ne l'est pas. Des deux valeurs,
    l'une est de trop ou mal écrite. Quand c'est toute la condition qui ne peut être remplie,
    « impossible-parent », « unreachable-answer » ou « ineffective-except » le disent.
Exemple
    # img-ris n'existe que sous le couloir imagerie
    under: {couloir: [imagerie, officine], dispositif: [img-ris]}
À écrire plutôt
    under: {couloir: [imagerie], dispositif: [img-ris]}
"""

from collections.abc import Iterator
from functools import partial

from segur_faq.corpus.model import Answer, Condition, Level, Option
from segur_faq.corpus.nodes import Node
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.clashes import CanBe, clash, never_here, possible, told
from segur_faq.lint.conditions import Word, below, words
from segur_faq.lint.finding import Finding
from segur_faq.lint.reach import Reach, judged, reach_of
from segur_faq.lint.suggest import described, listed


def check(reading: Reading) -> Iterator[Finding]:
    reach = reach_of(reading)
    if reach is None:
        return
    for level in reading.levels:
        yield from _parents(level, {}, reading, reach)
    for owner, option in reading.options:
        yield from _parents(option, owner.under, reading, reach)
    for gap in reading.gaps:
        where, can_be = gap.value.where, partial(reach.overlap, {})
        if can_be(where):
            yield from _words(below(gap.node, "where"), where, can_be, reading, reach, {})
        elif not reach.is_blocked(where):
            message, hint = told(where, can_be, reach.levels)
            yield Finding(gap.at("where"), message, hint)
    for entry, _ in judged(reading):
        if entry.value.exceptions:
            yield from _removed(entry, reading, reach)


def _parents(
    entry: Entry[Level] | Entry[Option], around: Condition, reading: Reading, reach: Reach
) -> Iterator[Finding]:
    under, can_be = entry.value.under, partial(reach.can_hold, around)
    if under and can_be(under):
        yield from _words(below(entry.node, "under"), under, can_be, reading, reach, around)


def _words(
    node: Node | None,
    condition: Condition,
    can_be: CanBe,
    reading: Reading,
    reach: Reach,
    around: Condition,
) -> Iterator[Finding]:
    """Look for the words with which a condition that can hold never does."""
    for level in condition:
        for word in words(node, level, reading.corpus):
            narrowed = {**condition, level: word.options}
            if word.options and not can_be(narrowed) and not reach.is_blocked(narrowed):
                message, hint = _explained(word, level, narrowed, can_be, reach, around)
                yield Finding(word.node.place, message, hint)


def _explained(
    word: Word, level: str, condition: Condition, can_be: CanBe, reach: Reach, around: Condition
) -> tuple[str, str]:
    drop = f"Retirez « {word.text} »"
    one, other = clash(condition, can_be) or ("", "")
    if level not in (one, other):
        return f"« {word.text} » ne va pas avec les autres valeurs de cette condition", f"{drop}."
    if one == other:
        works = possible(reach.levels[level], {}, can_be)
        return never_here(word.text, around), f"{drop} ; possibles : {listed(works)}."
    partner = other if one == level else one
    against = described({partner: condition[partner]})
    works = possible(reach.levels[partner], {level: word.options}, can_be)
    return (
        f"« {word.text} » et « {against} » ne peuvent pas être choisis ensemble",
        drop + (f", ou ajoutez à « {partner} » : {listed(works)}." if works else "."),
    )


def _removed(entry: Entry[Answer], reading: Reading, reach: Reach) -> Iterator[Finding]:
    """Look for what `applies` names and `except` takes away altogether."""
    answer = entry.value
    met, left = reach.where(answer.applies), reach.of(answer)
    for level in met if left else ():
        if level in answer.everywhere or level not in answer.applies:
            continue
        for word in words(below(entry.node, "applies"), level, reading.corpus):
            named = met[level].intersection(word.options)
            if named and named.isdisjoint(left.get(level, ())):
                yield Finding(
                    word.node.place,
                    f"« {word.text} » est cité par « applies », et « except » le retire partout",
                    f"Retirez « {word.text} » d'ici avec l'exception, ou ajoutez à l'exception "
                    "le niveau qui la limite.",
                )
