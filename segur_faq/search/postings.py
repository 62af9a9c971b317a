"""What finding a stem adds to the score of each answer that holds it: BM25, worked out beforehand.

`ranking` adds up what is written here; the measure is the BM25F of most search engines, in which
a word of the question weighs more than one of the text.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from segur_faq.search.ranking import MOST_STEMS

_SATURATION, _LENGTH = 1.2, 0.75
"""BM25's own constants: how soon one more time adds nothing, and how much a long text loses."""

_COMMONEST = 0.1
"""The least that a stem is worth here: one that all answers hold still tells which speak of it."""

_DENSE = 16
"""A stem held by one answer in so many has a score for each of them: adding them up is quicker."""

_MOST = 65_000
"""What the scores of a query add up to at most: they take two bytes, and are rounded."""


def rarity_of(total: int, held: int) -> float:
    """Give how telling a stem is that `held` of `total` answers hold (BM25's own measure)."""
    return log(1 + (total - held + 0.5) / (held + 0.5))


class Postings:
    """The answers that hold each stem, and how often: filled answer by answer, in order."""

    def __init__(self) -> None:
        self._numbers: dict[str, array[int]] = {}
        self._times: dict[str, array[float]] = {}
        self._lengths = array("I")

    def add(self, fields: Iterable[tuple[float, Sequence[str]]]) -> None:
        """Add the next answer.

        Args:
            fields: the stems of each part of it, with what finding one there is worth.
        """
        number = len(self._lengths)
        length = 0
        times: dict[str, float] = {}
        for weight, stems in fields:
            length += len(stems)
            for stem in stems:
                times[stem] = times.get(stem, 0.0) + weight
        self._lengths.append(length)
        for stem, worth in times.items():
            numbers = self._numbers.get(stem)
            if numbers is None:
                self._numbers[stem] = array("I", (number,))
                self._times[stem] = array("f", (worth,))
            else:
                numbers.append(number)
                self._times[stem].append(worth)

    def rows(self, rarity: Mapping[str, float]) -> Iterator[tuple[str, float, bytes, bytes]]:
        """Yield each stem with its rarity, the numbers of its answers, and its impact on each.

        There are no numbers where the impacts are those on all answers. An impact is never 0.
        """
        total = len(self._lengths)
        mean = sum(self._lengths) / total if total else 1.0
        slack = [
            _SATURATION * (1 - _LENGTH + _LENGTH * length / (mean or 1.0))
            for length in self._lengths
        ]
        scale = _MOST / (MOST_STEMS * (_SATURATION + 1) * rarity_of(total, 1))
        for stem, worth in rarity.items():
            numbers = self._numbers[stem]
            best = scale * max(rarity_of(total, len(numbers)), _COMMONEST) * (_SATURATION + 1)
            impacts = array("H", (
                1 + int(best * times / (times + slack[number]))
                for number, times in zip(numbers, self._times[stem], strict=True)
            ))  # fmt: skip
            if len(numbers) * _DENSE < total:
                yield stem, worth, numbers.tobytes(), impacts.tobytes()
                continue
            each = array("H", bytes(2 * total))
            for number, impact in zip(numbers, impacts, strict=True):
                each[number] = impact
            yield stem, worth, b"", each.tobytes()
