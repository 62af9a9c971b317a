"""Words of French texts, for the rules that compare texts or look up words."""

import re
import unicodedata
from collections.abc import Iterable

WORD = re.compile(r"\w+")
SMALL_LETTERS = "a-zà-öø-ÿœ"
"""The small letters of French, for a class of characters in a pattern."""

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


_EXPECTED = "/0123456789"
"""What one text has more than another without being misspelt."""


def is_a_letter_away(one: str, other: str) -> bool:
    """Tell whether a letter or sign was lost, added or changed, or two were exchanged."""
    one, other = one.lower(), other.lower()
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    at = next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
    if len(one) != len(other):
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        is_plural = longer[at] == "s" and not longer[at + 1 : at + 2].isalnum()
        return longer[at + 1 :] == shorter[at:] and not (is_plural or longer[at] in _EXPECTED)
    if one[at + 1 :] == other[at + 1 :]:
        is_mark = not (one[at - 1 : at].isalnum() or one[at + 1 : at + 2].isalnum())
        return not (is_mark or (one[at].isdigit() and other[at].isdigit()))
    is_exchange = one[at : at + 2] == other[at + 1] + other[at]
    return is_exchange and one[at + 2 :] == other[at + 2 :] and not one[at : at + 2].isdigit()
