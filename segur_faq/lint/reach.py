"""Where an answer can be met: what the rules of the tree reason about.

A walk is one way through the levels that others depend on, with what every level offers on that
way. `corpus.index` counts answers for a journey; here the question is why one is met, or is not.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

from segur_faq.corpus.files import CASCADE
from segur_faq.corpus.index import available_options, boxes_of, holds
from segur_faq.corpus.model import Answer, Condition, Level
from segur_faq.corpus.reading import Entry, Reading

Offers = Mapping[str, frozenset[str]]
"""Level id -> option ids; a level that is not asked is absent."""


@dataclass(frozen=True, slots=True)
class _Walk:
    """The options picked where others depend on them, and the mask of what each level offers."""

    picked: Mapping[str, str]
    offers: tuple[int, ...] = ()
    together: int = 0

    def offering(self, mask: int) -> "_Walk":
        return _Walk(self.picked, (*self.offers, mask), self.together | mask)


class Reach:
    """The walks of a cascade, held against what answers apply to.

    A level that a box does not state is taken for `all`: that it is missing is one rule's business.
    Every option of the cascade is one bit, so that thousands of answers take no time.
    """

    def __init__(self, levels: tuple[Level, ...]) -> None:
        self.levels = {level.id: level for level in levels}
        names = [(level.id, option.id) for level in levels for option in level.options]
        self._bits = {name: 1 << number for number, name in enumerate(names)}
        self._masks: dict[tuple[str, tuple[str, ...]], int] = {}
        self._whole = {
            level.id: self._mask_of(level.id, tuple(option.id for option in level.options))
            for level in levels
        }
        conditions = [
            c for level in levels for c in (level.under, *(o.under for o in level.options))
        ]
        parents = {parent for condition in conditions for parent in condition}
        self._walks = [_Walk({})]
        for level in levels:
            self._lengthen(level, level.id in parents)
        self._met: dict[tuple[object, ...], Offers] = {}
        self._spelt: dict[tuple[str, int], frozenset[str]] = {}

    def _lengthen(self, level: Level, is_parent: bool) -> None:
        longer = []
        for walk in self._walks:
            ids = tuple(option.id for option in available_options(level, walk.picked))
            if not ids:
                longer.append(walk)
            elif not is_parent:
                longer.append(walk.offering(self._mask_of(level.id, ids)))
            else:
                for i in ids:
                    further = _Walk({**walk.picked, level.id: i}, walk.offers, walk.together)
                    longer.append(further.offering(self._bits[level.id, i]))
        self._walks = longer

    @cached_property
    def offered(self) -> Offers:
        """Every level and option that some walk offers."""
        return self.where({})

    def can_hold(self, *conditions: Condition) -> bool:
        """Tell whether some walk fulfils all these conditions."""
        return any(all(holds(c, walk.picked) for c in conditions) for walk in self._walks)

    def of(self, answer: Answer) -> Offers:
        """Give, by level, the options under which an answer is met; empty if it never is."""
        if not answer.exceptions:
            return self.where(answer.applies)
        met: dict[str, frozenset[str]] = {}
        for box in boxes_of(answer):
            for level, options in self.where(box).items():
                met[level] = met.get(level, frozenset()) | options
        return met

    def where(self, box: Condition) -> Offers:
        """Give, by level, the options under which a box is met; empty if it never is."""
        signature = tuple(box.items())
        known = self._met.get(signature)
        if known is None:
            met = self._among(self._box(box))
            known = self._met[signature] = {
                level: self._spell(level, met & whole)
                for level, whole in self._whole.items()
                if met & whole
            }
        return known

    def overlap(self, box: Condition, condition: Condition) -> bool:
        """Tell whether a condition holds, all its levels being asked, somewhere in a box."""
        return self._among(self._box(box) & self._box(condition), condition) != 0

    def is_blocked(self, box: Condition) -> bool:
        """Tell whether a level has only options that no walk offers: the cascade is to blame."""
        return any(
            self.offered.get(level, frozenset()).isdisjoint(options)
            for level, options in box.items()
        )

    def remedies(self, box: Condition) -> dict[str, list[str]]:
        """Give the levels of which another value would let a box be met, with these values.

        Every level that the box states has to be asked: an answer about a shelf of books is not
        mended by applying to records as well, for which no shelf is asked.
        """
        remedies = {}
        for level in box:
            others = {other: options for other, options in box.items() if other != level}
            met = self._among(self._box(others), box) & self._whole[level]
            if met:
                remedies[level] = sorted(self._spell(level, met))
        return remedies

    def _among(self, mask: int, asked: Iterable[str] = ()) -> int:
        """Give what is met of a mask on the walks that ask some levels."""
        wholes = [self._whole[level] for level in asked]
        met = 0
        for walk in self._walks:
            for offer in walk.offers:  # plain loops: nearly all the time of the rules is spent here
                if not mask & offer:
                    break
            else:
                if not wholes or all(walk.together & whole for whole in wholes):
                    met |= mask & walk.together
        return met

    def _mask_of(self, level: str, options: tuple[str, ...]) -> int:
        key = level, options
        if key not in self._masks:
            self._masks[key] = sum(self._bits[level, option] for option in set(options))
        return self._masks[key]

    def _box(self, box: Condition) -> int:
        mask = (1 << len(self._bits)) - 1
        for level, options in box.items():
            mask &= ~self._whole[level] | self._mask_of(level, options)
        return mask

    def _spell(self, level: str, mask: int) -> frozenset[str]:
        if (level, mask) not in self._spelt:
            self._spelt[level, mask] = frozenset(
                option
                for (owner, option), bit in self._bits.items()
                if owner == level and mask & bit
            )
        return self._spelt[level, mask]


_reaches: WeakKeyDictionary[Reading, Reach | None] = WeakKeyDictionary()


def reach_of(reading: Reading) -> Reach | None:
    """Give the reach of a corpus, computed once for all rules; None if its cascade has errors.

    Under a cascade that was only half read, answers would be blamed for its mistakes.
    """
    if reading not in _reaches:
        cascades = {file.name for file in reading.files.values() if file.kind == CASCADE}
        is_sound = not any(problem.place.file in cascades for problem in reading.errors)
        _reaches[reading] = Reach(reading.corpus.levels) if is_sound else None
    return _reaches[reading]


def judged(reading: Reading) -> Iterator[tuple[Entry[Answer], Reach]]:
    """Yield the answers that the rules of the tree may judge, with the reach of the corpus."""
    reach = reach_of(reading)
    if reach is not None:
        yield from ((entry, reach) for entry in reading.sound_answers)
