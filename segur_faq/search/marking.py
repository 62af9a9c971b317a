"""Where, in a text, the words are that a query sought: for eyes, on a terminal."""

import re
from collections.abc import Collection, Iterator

from segur_faq.search.analysis import make_stemmer, telling_words

_WORD = re.compile(r"[\w\u0300-\u036f]+(?:[-./][\w\u0300-\u036f]+)*")
"""A word or a code; an accent may be a character of its own."""


def marks(text: str, stems: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each word of a text whose stem is among those sought."""
    stem = make_stemmer()
    for word in _WORD.finditer(text):
        if any(stem(part) in stems for part in telling_words(word.group())):
            yield word.span()
