"""Which answers come closest to a query, and why: candidates by full text, then a closer look.

Full text (BM25, the question weighing most) brings the candidates. They are ordered by three things
added up, each between 0 and 1: that full-text score beside the best one's; how much the closest
ways of asking resemble the query as a whole; how much of the query the answer's ways of asking
hold. Naming an option that the query names, or being outside it, weighs a little more or less.

What each stem adds to the full-text score of each answer was computed by `postings`. Scores are
added for all answers at once, as one long number: there are no arrays in the standard library that
add, and a loop over thousands of answers would take longer than starting Python.
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _sqlite3 import Connection
    from collections.abc import Callable, Iterator, Sequence

    from segur_faq.search.query import Query

SEPARATOR = "\x1f"
"""Between the parts of a column of the index: no text of a corpus holds control characters."""

CANDIDATES = 40
MOST_STEMS = 16
"""The rarest stems of a query bring the candidates: the commonest would bring nearly everything."""

_HIGH = 1 if sys.byteorder == "little" else 0
"""Which byte of a score counts most. Scores take two bytes, in the order of the machine."""

_LIKENESS, _COVERAGE = 2.0, 0.5
_CLOSEST = 3
"""So many ways of asking are looked at: one may be close by chance, three are not."""

_NAMED, _OUTSIDE = 1.05, 0.9
"""What the score is multiplied by for an option of the query that the answer names, or excludes."""


class Hit:
    """An answer found, and why it stands where it does.

    Attributes:
        number: its position in the corpus.
        score: what orders the hits; comparable inside one search only.
        fulltext, likeness, coverage: the three parts of the score, each from 0 to 1.
        closest: which of the ways of asking resembles the query most; 0 is the question itself.
        named, outside: options of the query that the answer names, or does not hold for.
        stems: stems of the query that the answer holds.
    """

    __slots__ = (
        "closest", "coverage", "fulltext", "likeness", "named", "number", "outside", "score",
        "stems",
    )  # fmt: skip

    def __init__(self, number: int, fulltext: float) -> None:
        self.number = number
        self.fulltext = fulltext
        self.likeness = 0.0
        self.coverage = 0.0
        self.closest = 0
        self.named: list[tuple[str, str]] = []
        self.outside: list[tuple[str, str]] = []
        self.stems: list[str] = []
        self.score = 0.0


def rank(
    connection: "Connection", query: "Query", keep: "Callable[[int], bool] | None"
) -> list[Hit]:
    """Give the answers that hold something of a query, best first, at most `CANDIDATES`.

    Args:
        connection: a compiled corpus.
        query: what is sought.
        keep: tells whether the answer of a number may be given; None for all of them.
    """
    hits = _candidates(connection, query, keep)
    if not hits:
        return []
    values = query.values
    marks = ",".join("?" * len(hits))
    rows = connection.execute(
        f"SELECT number, weights, stems FROM profiles WHERE number IN ({marks})",  # noqa: S608
        [hit.number for hit in hits],
    )
    profiles = {number: (weights, stems) for number, weights, stems in rows}
    masks = _masks(connection, query)
    for hit in hits:
        _look_closer(hit, *profiles[hit.number], values)
        for option, (named, holding) in masks.items():
            if _bit(named, hit.number):
                hit.named.append(option)
            elif not _bit(holding, hit.number):
                hit.outside.append(option)
        hit.score = hit.fulltext + _LIKENESS * hit.likeness + _COVERAGE * hit.coverage
        hit.score *= _NAMED if hit.named else _OUTSIDE if hit.outside else 1.0
    hits.sort(key=lambda hit: (-hit.score, hit.number))
    return hits


def _candidates(
    connection: "Connection", query: "Query", keep: "Callable[[int], bool] | None"
) -> list[Hit]:
    rarest = sorted(query.rarity, key=lambda stem: (-query.rarity[stem], stem))[:MOST_STEMS]
    if not rarest:
        return []
    marks = ",".join("?" * len(rarest))
    scores = _add_up(
        connection.execute(
            f"SELECT numbers, impacts FROM stems WHERE stem IN ({marks})",  # noqa: S608
            rarest,
        ).fetchall()
    )
    view = memoryview(scores).cast("H")
    best = sorted(_highest(scores, keep), key=lambda number: (-view[number], number))[:CANDIDATES]
    return [Hit(number, view[number] / view[best[0]]) for number in best]


def _add_up(postings: "Sequence[tuple[bytes, bytes]]") -> bytearray:
    """Give the score of every answer, from what each stem adds to it.

    Args:
        postings: of each stem, the numbers of the answers that hold it, and as many impacts; or no
            numbers, and the impacts on all answers in order.
    """
    size = 0
    dense = 0
    # There is room for the impacts of `MOST_STEMS`: fewer are told apart more finely.
    factor = MOST_STEMS // len(postings)
    for numbers, impacts in postings:
        if numbers:
            size = max(size, memoryview(numbers).cast("I")[-1] + 1)
        else:
            size = max(size, len(impacts) // 2)
            dense += int.from_bytes(impacts, sys.byteorder)
    scores = bytearray((dense * factor).to_bytes(2 * size, sys.byteorder))
    view = memoryview(scores).cast("H")
    for numbers, impacts in postings:
        if numbers:
            each = memoryview(impacts).cast("H")
            for number, impact in zip(memoryview(numbers).cast("I"), each, strict=True):
                view[number] += impact * factor
    return scores


def _highest(scores: bytearray, keep: "Callable[[int], bool] | None") -> list[int]:
    """Give the answers of the best scores: `CANDIDATES` at least, if there are so many."""
    found: list[int] = []
    rough = bytes(scores[_HIGH::2])
    for value in range(255, 0, -1):
        found += filter(keep, _positions(rough, value)) if keep else _positions(rough, value)
        if len(found) >= CANDIDATES:
            return found
    faint = bytes(scores[1 - _HIGH :: 2]).translate(_IS_SOME)
    found += (n for n in _positions(faint, 1) if not rough[n] and (keep is None or keep(n)))
    return found


_IS_SOME = bytes([0] + [1] * 255)


def _positions(array: bytes, value: int) -> "Iterator[int]":
    position = array.find(value)
    while position >= 0:
        yield position
        position = array.find(value, position + 1)


def _look_closer(hit: Hit, weights: bytes, stems: str, values: dict[str, float]) -> None:
    """Compare the query with each way of asking for an answer.

    Args:
        hit: where to put what was found.
        weights: of each way, the rarity of all its stems together.
        stems: those of the answer, each with bits that tell where: the first for its id, the next
            for its question, then for each wording; none for the rest of its text.
        values: of each stem of the query.
    """
    whole = sum(values.values()) or 1.0
    shared: dict[int, float] = {}
    asked = 0.0
    for stem, value in values.items():
        start = stems.find(f" {stem}:")
        if start < 0:
            continue
        hit.stems.append(stem)
        start += len(stem) + 2
        places = int(stems[start : stems.index(" ", start)], 16)
        if places:
            asked += value
        way = 0
        while places := places >> 1:
            if places & 1:
                shared[way] = shared.get(way, 0.0) + value
            way += 1
    hit.coverage = asked / whole
    if shared:
        each = memoryview(weights).cast("d")
        likenesses = [(worth / (whole * each[way]) ** 0.5, -way) for way, worth in shared.items()]
        likenesses.sort(reverse=True)
        hit.likeness = sum(likeness for likeness, _ in likenesses[:_CLOSEST]) / _CLOSEST
        hit.closest = -likenesses[0][1]


def _masks(connection: "Connection", query: "Query") -> dict[tuple[str, str], tuple[bytes, bytes]]:
    """Give, for each option that the query names, the answers that name it and that hold for it."""
    masks = {}
    for level, option in query.options:
        row = connection.execute(
            "SELECT naming, holding FROM options WHERE level = ? AND option = ?", (level, option)
        ).fetchone()
        if row is not None:
            masks[level, option] = row
    return masks


def _bit(mask: bytes, number: int) -> bool:
    return bool(mask[number >> 3] >> (number & 7) & 1)
