"""Words of French texts, for the rules that compare texts or look up words."""

import re
import unicodedata
from collections.abc import Iterable

WORD = re.compile(r"\w+")
_NAME = re.compile(r"\d|[^\W\d_a-zà-öø-ÿœ]{2}")


def names_something(word: str) -> bool:
    """Tell whether a word holds a number, a code or an acronym: another one is another thing."""
    return _NAME.search(word) is not None


def stem(word: str) -> str:
    """Give what the forms of a plain word have in common, roughly: enough to compare two texts."""
    return word.rstrip("sx")[:6]


def plainly(words: Iterable[str]) -> list[str]:
    """Give words without case or accents, fast; letters of other alphabets are lost."""
    several = list(words)
    if not several:
        return []
    text = "\n".join(several).replace("’", "'").replace("œ", "oe").replace("Œ", "OE")
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").lower()
    return plain.decode("ascii").split("\n")
