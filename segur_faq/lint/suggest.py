"""The end of many hints: the spelling that was probably meant."""

from collections.abc import Iterable

from segur_faq.text import nearest


def did_you_mean(word: str, candidates: Iterable[str], otherwise: str) -> str:
    """Propose the nearest candidate, or say something else when none is near."""
    close = nearest(word, candidates, limit=1)
    return f"Vouliez-vous écrire « {close[0]} » ?" if close else otherwise
