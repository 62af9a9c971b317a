"""Pieces of hints: the spelling that was probably meant, some options, a condition."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from segur_faq.corpus.model import Condition
from segur_faq.text import nearest


def speller(candidates: Iterable[str], otherwise: str) -> Callable[[str], str]:
    """Give a function that proposes the candidate nearest to a word, or says something else.

    It remembers: the same mistake is often made in many answers, and comparing takes time.
    """
    known = tuple(candidates)

    @cache
    def advise(word: str) -> str:
        close = nearest(word, known, limit=1)
        return f"Vouliez-vous écrire « {close[0]} » ?" if close else otherwise

    return advise


def listed(options: Sequence[str], limit: int = 6) -> str:
    """Name some options, not all of a long list."""
    more = ["…"] if len(options) > limit else []
    return ", ".join([*options[:limit], *more])


def described(condition: Condition) -> str:
    """Write a condition as the YAML does, without its braces."""
    return ", ".join(f"{level}: [{', '.join(options)}]" for level, options in condition.items())
