"""From French text to the stems that search compares: folding, elisions, codes, stop words.

Indexing and querying go through the same functions, so that what is written and what is asked meet.
Imports nothing heavy: the fast lane runs it.
"""

import unicodedata

from segur_faq.search.stopwords import STOP_WORDS
from segur_faq.text import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_JOINERS = "-./_"
"""Inside a chunk without spaces, these join the parts of one code: `SC.DMP/CONF.11`, `e-CPS`."""

_MOST_PARTS = 6
"""A chunk of more parts is an address: its parts are words, and its runs mean nothing."""


class _Readable(dict[int, str]):
    """Tells `str.translate` to fold letters and digits, keep joiners, and make the rest spaces."""

    def __missing__(self, code: int) -> str:
        self[code] = "".join(
            char if char in _JOINERS or unicodedata.category(char)[0] in "LN" else " "
            for char in fold(chr(code))
        )
        return self[code]


_READABLE = _Readable()


def words_of(text: str) -> list[str]:
    """Give the words of a text, folded, in order, stop words included.

    A chunk such as `SC.DMP/CONF.11` gives its parts, then each run of two parts or more without
    what joins them (`scdmp`, `scdmpconf11`, `conf11` …), so that it is found whole and in parts,
    whichever way it is written.
    """
    return [word for chunk in chunks_of(text) for word in _words_of_chunk(chunk)]


def chunks_of(text: str) -> list[str]:
    """Give what stands between the spaces of a text, folded, without punctuation."""
    return text.translate(_READABLE).split()


def _words_of_chunk(chunk: str) -> list[str]:
    if chunk.isalnum():
        return [chunk]
    for joiner in _JOINERS[1:]:
        chunk = chunk.replace(joiner, _JOINERS[0])
    parts = [part for part in chunk.split(_JOINERS[0]) if part]
    if not 1 < len(parts) <= _MOST_PARTS:
        return parts
    ends = range(2, len(parts) + 1)
    return parts + ["".join(parts[start:end]) for end in ends for start in range(end - 1)]


def telling_words(text: str) -> list[str]:
    """Give the words of a text that say something: no stop word, no lone letter."""
    return [word for chunk in chunks_of(text) for word in telling_words_of_chunk(chunk)]


def asked_words(text: str) -> list[str]:
    """Give the telling words of what somebody typed, thanks left out.

    « Merci d'avance » asks nothing of the advances (« avances ») that answers speak of.
    """
    folded = text.translate(_READABLE)
    if "avance" in folded:
        folded = " ".join(folded.split())
        for thanks in _THANKS:
            folded = folded.replace(thanks, "")
    return [word for chunk in folded.split() for word in telling_words_of_chunk(chunk)]


_THANKS = (
    *("merci d avance", "merci par avance", "d avance merci", "par avance merci"),
    *("remercie d avance", "remercie par avance"),
    *("remerciant d avance", "remerciant par avance"),
)


def telling_words_of_chunk(chunk: str) -> list[str]:
    """Give those of one of the chunks of a text."""
    words = _words_of_chunk(chunk)
    return [w for w in words if w not in STOP_WORDS and (len(w) > 1 or w.isdigit())]


def as_written(word: str, texts: "Iterable[str]") -> str:
    """Give a folded word as one of these texts writes it, accents and all; itself if none does."""
    for text in texts:
        for chunk in text.lower().split():
            if chunk.isascii() and word not in chunk:
                continue  # the usual case, told without folding anything
            written = chunk.strip(_AROUND_WORDS).rpartition("'")[2]
            if written and fold(written) == word:
                return written
    return word


_AROUND_WORDS = "«»\u00a0\u202f()[]*.,;:!?'’\""


class Concepts:
    """What may be said in several ways: an acronym, its expansion and its synonyms.

    A way is a tuple of stems; wherever it is found, the stem of the acronym stands for it too.
    """

    def __init__(self, ways: "Iterable[tuple[tuple[str, ...], str]]") -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for way, acronym in ways:
            self._by_first.setdefault(way[0], []).append((way, acronym))

    def found_in(self, stems: list[str]) -> list[str]:
        """Give the acronyms whose ways are among these stems, next to each other and in order."""
        if self._by_first.keys().isdisjoint(stems):  # most often, and much quicker to tell
            return []
        return list(dict.fromkeys(acronym for _, _, acronym in self.spans_in(stems)))

    def spans_in(self, stems: list[str]) -> "Iterator[tuple[int, int, str]]":
        """Yield where the ways are among these stems (start, end), with their acronym."""
        for start, first in enumerate(stems):
            for way, acronym in self._by_first.get(first, ()):
                if tuple(stems[start : start + len(way)]) == way:
                    yield start, start + len(way), acronym


def make_stemmer() -> "Callable[[str], str]":
    """Give the function from a folded word to its stem; codes and numbers are their own."""
    import Stemmer

    french: Callable[[str], str] = Stemmer.Stemmer("french").stemWord

    def stem(word: str) -> str:
        return french(word) if word.isalpha() and len(word) > 3 else word

    return stem
