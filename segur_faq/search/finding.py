"""A whole search: from the text typed to the results, with the passage that speaks of it."""

from segur_faq.search.analysis import as_written
from segur_faq.search.query import read_query
from segur_faq.search.ranking import SEPARATOR, rank

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from segur_faq.search.query import Query
    from segur_faq.search.ranking import Hit

WORTH_SHOWING = 0.4
"""Beside the best score: below that, an answer shares a common word with the query, no more."""


class Result:
    """An answer found.

    Attributes:
        id, question, short: of the answer.
        passage: of its text, the sentence that speaks most of what was sought.
        closest: of the ways of asking for it, the one that resembles the query most.
        hit: where it ranks, and why.
    """

    __slots__ = ("closest", "hit", "id", "passage", "question", "short")

    def __init__(
        self, answer_id: str, question: str, short: str, passage: str, closest: str, hit: "Hit"
    ) -> None:
        self.id = answer_id
        self.question = question
        self.short = short
        self.passage = passage
        self.closest = closest
        self.hit = hit


class Findings:
    """What a search gave.

    Attributes:
        text: what was typed.
        query: what was understood of it.
        total: how many answers are worth showing.
        results: the best of them.
    """

    __slots__ = ("query", "results", "text", "total")

    def __init__(self, text: str, query: "Query", total: int, results: list[Result]) -> None:
        self.text = text
        self.query = query
        self.total = total
        self.results = results


def find(
    connection: "Connection", text: str, limit: int, keep: "Callable[[int], bool] | None" = None
) -> Findings:
    """Search a compiled corpus.

    Args:
        connection: the compiled corpus.
        text: what was typed.
        limit: how many results to give at most.
        keep: tells whether the answer of a number may be given; None for all of them.
    """
    query = read_query(connection, text)
    hits = rank(connection, query, keep)
    if not hits:
        return Findings(text, query, 0, [])
    hits = [hit for hit in hits if hit.score >= WORTH_SHOWING * hits[0].score]
    values = query.values
    results = []
    texts: list[str] = []
    for hit in hits[:limit]:
        answer_id, ways, sentences, stems = connection.execute(
            "SELECT id, ways, sentences, stems FROM passages WHERE number = ?", (hit.number,)
        ).fetchone()
        asked, said = ways.split(SEPARATOR), sentences.split(SEPARATOR)
        passage = said[_best_sentence(stems.split(SEPARATOR), values)]
        closest = asked[hit.closest] if hit.likeness else ""
        results.append(Result(answer_id, asked[0], said[0], passage, closest, hit))
        texts += [*asked, *said]
    query.corrections = _as_written(query.corrections, text, texts)
    return Findings(text, query, len(hits), results)


def _as_written(corrections: dict[str, str], typed: str, texts: list[str]) -> dict[str, str]:
    """Give the corrections as people write them: folded words get back their accents."""
    return {
        as_written(word, [typed]): " ".join(as_written(part, texts) for part in meant.split())
        for word, meant in corrections.items()
    }


def _best_sentence(stems_of_each: list[str], values: dict[str, float]) -> int:
    """Give the position of the sentence that holds most of the query.

    The first one, the answer's own short form, unless another clearly holds more.
    """
    worth = [
        sum(sorted(values[stem] for stem in values.keys() & stems.split(" ")))
        for stems in stems_of_each
    ]
    best = max(range(len(worth)), key=lambda position: worth[position])
    return best if worth[best] > 1.2 * worth[0] else 0
