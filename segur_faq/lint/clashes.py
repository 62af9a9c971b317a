"""Values of a condition that can never be chosen together, and the words that say which."""

from collections.abc import Callable, Mapping
from itertools import combinations

from segur_faq.corpus.model import Condition, Level
from segur_faq.lint.suggest import described, listed

CanBe = Callable[[Condition], bool]
"""Tells whether some way through the cascade fulfils a condition."""


def clash(condition: Condition, can_be: CanBe) -> tuple[str, str] | None:
    """Give two levels of which the values never go together; equal if one never goes alone."""
    for level in condition:
        if not can_be({level: condition[level]}):
            return level, level
    for one, other in combinations(condition, 2):
        if not can_be({one: condition[one], other: condition[other]}):
            return one, other
    return None


def possible(level: Level, beside: Condition, can_be: CanBe) -> list[str]:
    """Give the options of a level that go with a condition."""
    return [o.id for o in level.options if can_be({**beside, level.id: (o.id,)})]


def told(
    condition: Condition,
    can_be: CanBe,
    levels: Mapping[str, Level],
    around: Condition | None = None,
) -> tuple[str, str]:
    """Give a message and a hint about a condition that never holds.

    `around` is the condition of the level of the option that has this one, if there is one.
    """
    found = clash(condition, can_be)
    if found is None:
        return (
            f"aucune suite de choix ne remplit « {described(condition)} » : "
            "ces valeurs ne vont pas toutes ensemble",
            "Retirez l'un de ces niveaux, ou changez ses options.",
        )
    one, other = found
    values = described({one: condition[one]})
    if one == other:
        works = possible(levels[one], {}, can_be)
        return never_here(values, around), (
            f"Écrivez une valeur possible : {listed(works)}."
            if works
            else f"Retirez « {one} » de cette condition."
        )
    works = possible(levels[other], {one: condition[one]}, can_be)
    return (
        f"« {values} » et « {described({other: condition[other]})} » "
        "ne peuvent pas être choisis ensemble",
        f"Avec « {values} », « {other} » peut valoir {listed(works)} : changez l'un des deux."
        if works
        else f"« {other} » n'est pas demandé avec « {values} » : retirez l'un des deux.",
    )


def never_here(values: str, around: Condition | None) -> str:
    """Tell that a value is not possible where the condition is, and why when it is known."""
    if not around:
        return f"« {values} » n'est jamais possible ici"
    return f"« {values} » contredit le « under » du niveau : « {described(around)} »"
