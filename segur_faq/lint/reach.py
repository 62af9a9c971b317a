"""Where an answer can be met: what the rules of the tree reason about.

A *walk* is one way through the levels that others depend on, with what each level offers on that
way. `corpus.index` counts answers for a journey; here the question is why one is met, or is not.
"""

from collections.abc import Iterator, Mapping
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
class Walk:
    """The options picked where others depend on them, and what every level offers then."""

    picked: Mapping[str, str]
    offers: Offers


class Reach:
    """The walks of a cascade, held against what answers apply to.

    A level that a box does not state is taken for `all`: that it is missing is one rule's business.
    """

    def __init__(self, levels: tuple[Level, ...]) -> None:
        self._walks = _walks(levels)
        self._known: dict[tuple[object, ...], Offers] = {}

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
        if signature not in self._known:
            met: dict[str, frozenset[str]] = {}
            for offers in self.walks_in(box):
                for level, options in offers.items():
                    met[level] = met.get(level, frozenset()) | options
            self._known[signature] = met
        return self._known[signature]

    def walks_in(self, box: Condition) -> Iterator[Offers]:
        """Yield what each walk that a box allows offers within it."""
        sets = {level: frozenset(options) for level, options in box.items()}
        for walk in self._walks:
            inside = {
                level: options & sets.get(level, options) for level, options in walk.offers.items()
            }
            if all(inside.values()):
                yield inside

    def remedies(self, box: Condition) -> dict[str, list[str]]:
        """Give the levels of which another value would let a box be met, with these values."""
        without = {
            level: self.where({other: o for other, o in box.items() if other != level}).get(level)
            for level in box
        }
        return {level: sorted(options) for level, options in without.items() if options}


def _walks(levels: tuple[Level, ...]) -> list[Walk]:
    parents = {
        parent
        for level in levels
        for condition in (level.under, *(option.under for option in level.options))
        for parent in condition
    }
    walks = [Walk({}, {})]
    for level in levels:
        longer = []
        for walk in walks:
            ids = [option.id for option in available_options(level, walk.picked)]
            if not ids:
                longer.append(walk)
            elif level.id not in parents:
                longer.append(Walk(walk.picked, {**walk.offers, level.id: frozenset(ids)}))
            else:
                longer += [
                    Walk({**walk.picked, level.id: i}, {**walk.offers, level.id: frozenset({i})})
                    for i in ids
                ]
        walks = longer
    return walks


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
