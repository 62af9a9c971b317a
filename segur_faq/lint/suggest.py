"""Pieces of hints: the spelling that was probably meant, some options, a condition."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import chain

from segur_faq.corpus.model import Condition
from segur_faq.text import fold, nearest

_FEW = 50
"""How many candidates are compared letter by letter with a word that is unknown."""


def speller(candidates: Iterable[str], otherwise: str) -> Callable[[str], str]:
    """Give a function that proposes the candidate nearest to a word, or says something else.

    Comparing a word with thousands takes time, and one mistake is often made in many answers: only
    the candidates that share most groups of three letters with the word are compared, once.
    """
    known = tuple(candidates)
    holders: dict[str, list[str]] = {}

    @cache
    def advise(word: str) -> str:
        if len(known) > _FEW and not holders:
            for candidate in known:
                for group in _groups(candidate):
                    holders.setdefault(group, []).append(candidate)
        close = nearest(word, _likely(word, holders) if holders else known, limit=1)
        return f"Vouliez-vous écrire « {close[0]} » ?" if close else otherwise

    return advise


def _likely(word: str, holders: dict[str, list[str]]) -> list[str]:
    shared = Counter(chain.from_iterable(holders.get(group, ()) for group in _groups(word)))
    return [candidate for candidate, _ in shared.most_common(_FEW)]


def _groups(text: str) -> set[str]:
    folded = fold(text)
    return {folded[start : start + 3] for start in range(max(len(folded) - 2, 1))}


def listed(options: Sequence[str], limit: int = 6) -> str:
    """Name some options, not all of a long list."""
    more = ["…"] if len(options) > limit else []
    return ", ".join([*options[:limit], *more])


def described(condition: Condition) -> str:
    """Write a condition as the YAML does, without its braces."""
    return ", ".join(f"{level}: [{', '.join(options)}]" for level, options in condition.items())
