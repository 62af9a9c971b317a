"""Which paths show other answers than before: the shortest that tell it, those alike put together.

For an answer that was or will be nowhere, a path is short enough when the answer is on all that
lies behind it; for one that moved, when the answer is on one side of the change only.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from segur_faq.corpus.index import boxes_of
from segur_faq.corpus.model import Answer, Corpus
from segur_faq.history.ways import Box, Ways, less

Pairs = tuple[tuple[str, tuple[str, ...]], ...]
"""A path, with one or more options for each of its levels, in the order of the cascade."""

Boxes = frozenset[frozenset[tuple[str, frozenset[str]]]]
"""What an answer applies to, in a form that can be compared and looked up."""


_MANY = 4
"""Options of a level that are named, rather than those of the level that are not meant."""


@dataclass(frozen=True, slots=True)
class PathChange:
    """The answers that some paths show and did not, or showed and do not any more.

    `but` gives the few options that a path does not have, of the levels where it has most.
    """

    pairs: Pairs
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    but: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)

    def __str__(self) -> str:
        return " ".join(
            f"{level}={self._most_of(level) if level in self.but else ','.join(options)}"
            for level, options in self.pairs
        )

    def _most_of(self, level: str) -> str:
        others = self.but[level]
        return f"(tout sauf {','.join(others)})" if others else "(tout)"


def changed_paths(before: Corpus, after: Corpus, same: Mapping[str, str]) -> tuple[PathChange, ...]:
    """Compare what the paths of two corpora show.

    Args:
        before: the older one.
        after: the newer one.
        same: id of an answer before -> its id after, for those that are still there.
    """
    old_ways, new_ways = Ways(before.levels), Ways(after.levels)
    if old_ways == new_ways:
        moved = {
            old: new
            for old, new in same.items()
            if _boxes(before.answers_by_id[old], old_ways)
            != _boxes(after.answers_by_id[new], new_ways)
        }
    else:
        moved = dict(same)
    gained, lost = _Difference(new_ways, old_ways), _Difference(old_ways, new_ways)
    order = _Order(before, after)
    added: dict[Pairs, list[str]] = {}
    removed: dict[Pairs, list[str]] = {}
    was = {new: old for old, new in same.items()}
    for answer in after.answers:
        if answer.id in was and was[answer.id] not in moved:
            continue
        old = before.answers_by_id[was[answer.id]] if answer.id in was else None
        for path in gained.paths(answer, old):
            added.setdefault(order.pairs(path), []).append(answer.id)
    for answer in before.answers:
        if answer.id in same and answer.id not in moved:
            continue
        new = after.answers_by_id[same[answer.id]] if answer.id in same else None
        for path in lost.paths(answer, new):
            name = new.id if new else answer.id
            removed.setdefault(order.pairs(path), []).append(name)
    return tuple(
        PathChange(
            pairs, tuple(added.get(pairs, ())), tuple(removed.get(pairs, ())), order.but(pairs)
        )
        for pairs in sorted({*added, *removed}, key=order.rank)
    )


def _boxes(answer: Answer, ways: Ways) -> Boxes:
    """Give what an answer applies to; where a level is not stated, it is nowhere under it."""
    return frozenset(
        frozenset((level, frozenset(box.get(level, ()))) for level in ways.levels)
        for box in boxes_of(answer)
    )


def _unfolded(boxes: Boxes) -> list[Box]:
    return [dict(box) for box in boxes]


class _Difference:
    """Where answers are met on one side of a change and not on the other."""

    def __init__(self, here: Ways, there: Ways) -> None:
        self._here = here
        self._there = there
        self._known: dict[tuple[Boxes, Boxes], list[Box]] = {}

    def paths(self, answer: Answer, other: Answer | None) -> list[Box]:
        """Give the shortest paths to where an answer is, and is not on the other side."""
        key = _boxes(answer, self._here), _boxes(other, self._there) if other else frozenset()
        if key not in self._known:
            mine, others = (_unfolded(boxes) for boxes in key)
            self._known[key] = self._compute(mine, others)
        return self._known[key]

    def _compute(self, mine: list[Box], others: list[Box]) -> list[Box]:
        if any(True for box in others for _ in self._there.through(box)):
            paths = list(self._apart(mine, others))
            return _merge(paths)
        paths = [met for box in mine for met in self._here.through(box)]
        while True:
            merged = _merge(self._shorten(path, mine) for path in paths)
            if merged == paths:
                return merged
            paths = merged

    def _shorten(self, path: Box, mine: list[Box]) -> Box:
        """Leave out the levels without which the path still leads to nothing but the answer."""
        for level in reversed(list(path)):
            shorter = {name: options for name, options in path.items() if name != level}
            if all(not less(way, mine) for way in self._here.along(shorter)):
                path = shorter
        return path

    def _apart(self, mine: list[Box], others: list[Box]) -> Iterator[Box]:
        """Yield paths where the answer is here and is not there, each as short as can be."""
        there = [met for box in others for met in self._there.through(box)]
        for box in mine:
            for met in self._here.through(box):
                # Where a level is not asked there, no path that names it leads anywhere there.
                blocking = [
                    other
                    for other in there
                    if all(level in other or level not in self._there.levels for level in met)
                ]
                for path in less(met, blocking):
                    for level in reversed(list(path)):
                        shorter = {n: options for n, options in path.items() if n != level}
                        if not self._leads_to(there, shorter):
                            path = shorter
                    if not self._leads_to(there, path):
                        yield path

    def _leads_to(self, there: list[Box], path: Box) -> bool:
        """Tell whether something there is met along a path.

        A level of the path that the cascade there does not have at all says nothing.
        """
        known = [pair for pair in path.items() if pair[0] in self._there.levels]
        for met in there:
            for level, options in known:
                if level not in met or met[level].isdisjoint(options):
                    break
            else:
                return True
        return False


def _merge(paths: Iterable[Box]) -> list[Box]:
    """Put together the paths that differ at one level only, and drop those within another."""
    left: list[Box] = []
    for path in paths:
        if path not in left:
            left.append(path)
    merging = True
    while merging:
        merging = False
        for level in dict.fromkeys(name for path in left for name in path):
            alike: dict[frozenset[tuple[str, frozenset[str]]], Box] = {}
            apart: list[Box] = []
            for path in left:
                if level not in path:
                    apart.append(path)
                    continue
                key = frozenset((n, options) for n, options in path.items() if n != level)
                known = alike.get(key)
                alike[key] = {**path, level: path[level] | known[level]} if known else path
            if len(alike) + len(apart) < len(left):
                left = [*apart, *alike.values()]
                merging = True
    return [p for p in left if not any(q is not p and _is_within(p, q) for q in left)]


def _is_within(path: Box, other: Box) -> bool:
    return all(level in path and path[level] <= options for level, options in other.items())


class _Order:
    """The order of the cascade: the newer one, then what only the older one has."""

    def __init__(self, before: Corpus, after: Corpus) -> None:
        levels = [*after.levels, *before.levels]
        names = dict.fromkeys(level.id for level in levels)
        self._levels = {name: number for number, name in enumerate(names)}
        options = dict.fromkeys((lv.id, option.id) for lv in levels for option in lv.options)
        self._options = {name: number for number, name in enumerate(options)}

    def pairs(self, path: Box) -> Pairs:
        """Write a path in order."""
        return tuple(
            (level, tuple(sorted(path[level], key=lambda o: self._options[level, o])))
            for level in sorted(path, key=self._levels.__getitem__)
        )

    def but(self, pairs: Pairs) -> dict[str, tuple[str, ...]]:
        """Give the options that are not in a path, of the levels where they are much fewer."""
        left_out: dict[str, tuple[str, ...]] = {}
        for level, options in pairs:
            if len(options) > _MANY:
                others = tuple(o for lv, o in self._options if lv == level and o not in options)
                if 2 * len(others) < len(options):
                    left_out[level] = others
        return left_out

    def rank(self, pairs: Pairs) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """Give what paths are sorted by."""
        return tuple(
            (self._levels[level], tuple(self._options[level, o] for o in options))
            for level, options in pairs
        )
