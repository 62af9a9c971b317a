"""Random mistakes put into a real corpus, as a tired maintainer makes them.

Each is an edit of the text of one or two files, with the lines where it has to be reported. They
are drawn from a seed: the same number gives the same mistake for ever. This module draws; the kinds
are in `mutations_of_meaning` and `mutations_of_form`.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lint.mutable import Edit, Target, Tree

Random = random.Random


@dataclass(frozen=True)
class Mutation:
    """A mistake: what files become, and where it may be reported.

    Attributes:
        kind: what sort of mistake.
        files: name -> content; None when the file goes away.
        spots: file, first and last line of the stretches within which a report is right.
    """

    kind: str
    files: Mapping[str, str | bytes | None]
    spots: tuple[tuple[str, int, int], ...]

    def is_reported_at(self, file: str, line: int) -> bool:
        """Tell whether a report there is about this mistake."""
        return any(name == file and first <= line <= last for name, first, last in self.spots)


Maker = Callable[[Random, Tree], Mutation | None]
"""Draws a mistake of one kind; None when what it drew is not one."""

HARMFUL: dict[str, Maker] = {}
BY_CHANCE: dict[str, Maker] = {}
"""What leaves a corpus that holds together, and only says something else: no rule can know."""


def harmful(kind: str) -> Callable[[Callable[[Random, Tree], Any]], Maker]:
    """Register a kind of mistake; its function gives an edit, or a whole mutation."""
    return _register(HARMFUL, kind)


def by_chance(kind: str) -> Callable[[Callable[[Random, Tree], Any]], Maker]:
    """Register a kind that can be reported only by chance."""
    return _register(BY_CHANCE, kind)


def _register(
    table: dict[str, Maker], kind: str
) -> Callable[[Callable[[Random, Tree], Any]], Maker]:
    def register(draw: Callable[[Random, Tree], Any]) -> Maker:
        def make(chance: Random, tree: Tree) -> Mutation | None:
            drawn = draw(chance, tree)
            if isinstance(drawn, Edit):
                return Mutation(kind, {drawn.file: drawn.text}, (drawn.spot,))
            if drawn is None:
                return None
            files, spots = drawn
            return Mutation(kind, files, tuple(spots))

        table[kind] = make
        return make

    return register


def misspelt(chance: Random, word: str) -> str:
    """Give a word with one letter too many, too few, changed, or two that changed places."""
    places = [n for n, c in enumerate(word) if c.isalnum()]
    n = chance.choice(places)
    other = chance.choice("abcdefghijklmnopqrstuvwxyz")
    return chance.choice(
        [
            word[:n] + word[n + 1 :],
            word[:n] + word[n] + word[n:],
            word[:n] + other + word[n + 1 :],
            word[:n] + word[n + 1 : n + 2] + word[n] + word[n + 2 :],
        ]
    )


def spots_of(targets: list[Target]) -> list[tuple[str, int, int]]:
    """Give the lines on which some entries stand."""
    return [target.spot for target in targets]


def spots_without(removed: Target, targets: list[Target]) -> list[tuple[str, int, int]]:
    """Give the lines on which some entries stand once another is gone."""
    gone = removed.last - removed.first + 1
    moved = {t: gone * (t.file == removed.file and t.first > removed.last) for t in targets}
    return [(t.file, t.first - moved[t], t.last - moved[t]) for t in targets]


def draw(table: dict[str, Maker], seed: int, number: int, tree: Tree) -> Iterator[Mutation]:
    """Draw mistakes, as many of each kind as can be, in turn."""
    chance = random.Random(seed)
    kinds = sorted(table)
    for turn in range(number):
        make = table[kinds[turn % len(kinds)]]
        drawn = next((m for m in (make(chance, tree) for _ in range(200)) if m is not None), None)
        assert drawn is not None, f"no mistake of the kind « {kinds[turn % len(kinds)]} »"
        yield drawn
