"""What a typed text asks for: stems with their weights, corrections, acronyms, options it names."""

from segur_faq.search.analysis import Concepts, asked_words, make_stemmer, words_of
from segur_faq.search.spelling import LONGEST, SHORTEST, allowed_slips, best_guess, neighbours

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _sqlite3 import Connection
    from collections.abc import Iterable, Sequence
    from typing import Any

MOST_WORDS = 60
"""Of a longer text, the rest is left out: a whole mail may be pasted."""


class Query:
    """A text, understood.

    Attributes:
        weights: stem -> what finding it is worth, beside its rarity.
        rarity: stem -> how telling it is; only of those that some answer holds.
        corrections: typed word -> the known word searched in its place.
        unknown: words that no answer holds, and no known word is near.
        acronyms: acronyms that the text says in other words.
        options: the `(level, option)` pairs that it names.
    """

    __slots__ = ("acronyms", "corrections", "options", "rarity", "unknown", "weights")

    def __init__(self) -> None:
        self.weights: dict[str, float] = {}
        self.rarity: dict[str, float] = {}
        self.corrections: dict[str, str] = {}
        self.unknown: list[str] = []
        self.acronyms: list[str] = []
        self.options: list[tuple[str, str]] = []

    @property
    def values(self) -> dict[str, float]:
        """Stem -> what finding it is worth: its weight and its rarity."""
        return {stem: self.weights[stem] * rarity for stem, rarity in self.rarity.items()}


SAID_BY_ACRONYM = 0.5
"""What a word is worth when the acronym that its phrase amounts to is searched too."""


def read_query(connection: "Connection", text: str) -> "Query":
    """Understand a text with the words of a compiled corpus."""
    query = Query()
    words = asked_words(text)[:MOST_WORDS]
    stems = _stems(connection, words, _shouted(text), query)
    ways = _matching(connection, "SELECT way, acronym FROM ways", stems)
    said = list(Concepts(ways).spans_in(stems))
    query.acronyms = list(dict.fromkeys(acronym for _, _, acronym in said))
    for stem in (*stems, *query.acronyms):
        query.weights[stem] = 1.0
    for start, end, _ in said:
        for stem in stems[start:end]:
            query.weights[stem] = SAID_BY_ACRONYM
    query.rarity = dict(
        _rows_in(connection, "SELECT stem, rarity FROM stems WHERE stem", query.weights)
    )
    named = _matching(connection, "SELECT way, level || '=' || option FROM option_ways", stems)
    spans = list(Concepts(named).spans_in(stems))
    for pair in dict.fromkeys(_outermost(spans, [*spans, *said])):
        level, _, option = pair.partition("=")
        query.options.append((level, option))
    return query


def _outermost(
    spans: "list[tuple[int, int, str]]", among: "list[tuple[int, int, str]]"
) -> list[str]:
    """Give what spans mean, less those that are but a part of a longer one.

    In « dossier médical partagé », « dossier » is no subject of its own.
    """
    return [
        meaning
        for start, end, meaning in spans
        if not any(s <= start and end <= e and e - s > end - start for s, e, _ in among)
    ]


def _stems(
    connection: "Connection", words: "Sequence[str]", shouted: frozenset[str], query: "Query"
) -> list[str]:
    """Give the stem of each word, correcting those that are not known."""
    known = dict(_rows_in(connection, "SELECT word, stem FROM words WHERE word", words))
    strangers = [word for word in words if word not in known]
    if strangers:
        stem = make_stemmer()
        forms = {word: stem(word) for word in strangers}
        held = dict(
            _rows_in(connection, "SELECT stem, rarity FROM stems WHERE stem", forms.values())
        )
        for word, form in forms.items():
            if form in held:
                known[word] = form
                continue
            meant = None if word in shouted else _meant(connection, word)
            if meant is None:
                query.unknown.append(word)
                continue
            query.corrections[word] = " ".join(meant)
            for part in meant:
                known[part] = stem(part)
    meant_words = [part for word in words for part in query.corrections.get(word, word).split()]
    return [known[word] for word in meant_words if word in known]


def _shouted(text: str) -> frozenset[str]:
    """Give the words in capitals, which are acronyms and not misspelt, unless all of them are."""
    if text.isupper():
        return frozenset()
    return frozenset(word for part in text.split() if part.isupper() for word in words_of(part))


def _meant(connection: "Connection", word: str) -> tuple[str, ...] | None:
    """Give the word, or the two words run together, that an unknown one was meant to be."""
    if len(word) > LONGEST:
        return None
    halves = [
        (first, last)
        for first, last in ((word[:cut], word[cut:]) for cut in range(1, len(word)))
        if (len(first) > 1 and len(last) > 1) or last.isdigit()  # « vague2 »
    ]
    known = dict(
        _rows_in(
            connection,
            "SELECT word, answers FROM words WHERE answers > 0 AND word",
            [half for pair in halves for half in pair],
        )
    )
    whole = [
        (first, last)
        for first, last in halves
        if first in known and last in known and max(len(first), len(last)) >= SHORTEST
    ]
    for slips in range(1, allowed_slips(word) + 1):
        sizes = (len(word) - slips, len(word) + slips)
        known_words = connection.execute(
            f"{_SPELLINGS} WHERE first = ? AND size BETWEEN ? AND ?"
            f" UNION ALL {_SPELLINGS} WHERE last = ? AND size BETWEEN ? AND ?",
            (word[0], *sizes, word[-1], *sizes),
        )
        guess = best_guess(word, neighbours(word, known_words, slips), slips)
        if guess is not None:
            return (guess,)
    if whole:
        return max(whole, key=lambda pair: min(known[pair[0]], known[pair[1]]))
    return None


_SPELLINGS = "SELECT size, words, letters, answers FROM spellings"
"""Of a known word that was misspelt, the first or the last letter is right at least."""


def _matching(
    connection: "Connection", select: str, stems: "Sequence[str]"
) -> "Iterable[tuple[tuple[str, ...], str]]":
    """Give the ways of saying that begin by one of these stems."""
    rows = _rows_in(connection, f"{select} WHERE first", stems)
    return [(tuple(way.split(" ")), meaning) for way, meaning in rows]


def _rows_in(
    connection: "Connection", select_where: str, values: "Iterable[str]"
) -> "Iterable[tuple[Any, Any]]":
    """Give the rows of which a column is among these values."""
    wanted = list(dict.fromkeys(values))
    marks = ",".join("?" * len(wanted))
    return connection.execute(f"{select_where} IN ({marks})", wanted)
