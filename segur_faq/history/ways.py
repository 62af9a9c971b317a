"""The ways through a cascade, and what of an answer is met on them.

A way asks some levels, each with the options that it offers; the levels that others depend on have
one option each, so that all that is on a way can be combined freely. `corpus.index` counts answers
in the same space; here it is a matter of saying *where*.
"""

from collections.abc import Iterable, Iterator, Mapping

from segur_faq.corpus.index import available_options
from segur_faq.corpus.model import Level

Box = Mapping[str, frozenset[str]]
"""Level id -> option ids, all combinations of which are meant."""


class Ways:
    """The ways through some levels."""

    def __init__(self, levels: tuple[Level, ...]) -> None:
        self.levels = frozenset(level.id for level in levels)
        conditions = [
            c for level in levels for c in (level.under, *(o.under for o in level.options))
        ]
        parents = {parent for condition in conditions for parent in condition}
        begun: list[tuple[dict[str, str], dict[str, frozenset[str]]]] = [({}, {})]
        for level in levels:
            longer = []
            for picked, way in begun:
                ids = [option.id for option in available_options(level, picked)]
                if not ids:
                    longer.append((picked, way))
                elif level.id not in parents:
                    longer.append((picked, {**way, level.id: frozenset(ids)}))
                else:
                    longer += [
                        ({**picked, level.id: i}, {**way, level.id: frozenset({i})}) for i in ids
                    ]
            begun = longer
        self._ways: list[Box] = [way for _, way in begun]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ways) and self._ways == other._ways

    __hash__ = None  # type: ignore[assignment]

    def through(self, box: Box) -> Iterator[Box]:
        """Yield what each way has of a box; a level that it does not ask does not matter."""
        for way in self._ways:
            met = _common(way, box)
            if met is not None:
                yield met

    def along(self, path: Box) -> Iterator[Box]:
        """Yield what each way has of a path: every level of a path has to be asked."""
        for way in self._ways:
            if all(level in way for level in path):
                met = _common(way, path)
                if met is not None:
                    yield met


def _common(way: Box, box: Box) -> Box | None:
    """Give what a way and a box have in common; None if that is nothing."""
    met = {}
    for level, offered in way.items():
        wanted = box.get(level)
        kept = offered if wanted is None else offered & wanted
        if not kept:
            return None
        met[level] = kept
    return met


def less(box: Box, others: Iterable[Box]) -> list[Box]:
    """Give what is left of a box without others, as boxes that have nothing in common."""
    left = [box]
    for other in others:
        left = [part for piece in left for part in _less_one(piece, other)]
        if not left:
            break
    return left


def _less_one(box: Box, other: Box) -> list[Box]:
    parts: list[Box] = []
    inside = dict(box)
    for level, options in other.items():
        if level not in inside:
            continue
        common = inside[level] & options
        if not common:
            return [box]
        beside = inside[level] - options
        if beside:
            parts.append({**inside, level: beside})
        inside[level] = common
    return parts
