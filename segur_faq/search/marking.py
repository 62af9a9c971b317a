"""Where, in a text, the words are that a query sought: for eyes, on a terminal."""

import re
from collections.abc import Collection, Iterator

from segur_faq.search.analysis import make_stemmer, telling_words


def marks(text: str, stems: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each word of a text whose stem is among those sought."""
    stem = make_stemmer()
    for word in re.finditer(r"\w+(?:[-./]\w+)*", text):
        if any(stem(part) in stems for part in telling_words(word.group())):
            yield word.span()
