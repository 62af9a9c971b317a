"""Which of some names a lot of texts mention, whatever the case, the accents and the plural.

Folding every text of a large corpus takes too long: the texts are cut at their spaces, and only the
words that differ are folded; then only the texts that may hold a name of several words.
"""

import re
from collections.abc import Iterable, Sequence

from segur_faq.text import fold

_WORD = re.compile(r"\w+")
_PLURAL = re.compile(r"(?<=\w\w)[sx]\b")


def words(text: str) -> tuple[str, ...]:
    """Give the words of a text, folded and in the singular."""
    return tuple(_WORD.findall(_singular(text)))


def _singular(text: str) -> str:
    return _PLURAL.sub("", fold(text))


def in_a_row(way: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Tell whether some words follow one another among others."""
    return bool(way) and f" {' '.join(way)} " in f" {' '.join(whole)} "


class Mentions:
    """Some texts, ready to be asked what they mention."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._vocabulary = set("\n".join(texts).split())

    def plainly(self, names: Iterable[str]) -> set[str]:
        """Give the names of one word that stand in a text, between spaces, letter for letter."""
        return self._vocabulary.intersection(names)

    def of(self, names: Iterable[str]) -> set[str]:
        """Give the names that at least one of the texts mentions."""
        asked = set(names)
        found = self.plainly(asked)
        ways = {name: words(name) for name in asked - found}
        meant = self._meant({word for way in ways.values() for word in way})
        known = {word for several in meant.values() for word in several}
        ways = {name: way for name, way in ways.items() if way and known >= {*way}}
        found |= {name for name, way in ways.items() if len(way) == 1}
        return found | self._of_several_words(
            {name: way for name, way in ways.items() if len(way) > 1}, meant
        )

    def _meant(self, wanted: set[str]) -> dict[str, set[str]]:
        """Give what is written between spaces where it holds some of the words wanted."""
        if not wanted or not self._vocabulary:
            return {}
        vocabulary = list(self._vocabulary)
        folded = _singular("\n".join(vocabulary)).split("\n")  # all at once: much faster
        held = [wanted.intersection(_WORD.findall(text)) for text in folded]
        return {written: some for written, some in zip(vocabulary, held, strict=True) if some}

    def _of_several_words(
        self, ways: dict[str, tuple[str, ...]], meant: dict[str, set[str]]
    ) -> set[str]:
        # The longest word of a name is likely to be its rarest.
        by_word: dict[str, list[str]] = {}
        for name, way in ways.items():
            by_word.setdefault(max(way, key=len), []).append(name)
        telling = {written for written, held in meant.items() if not held.isdisjoint(by_word)}
        found: set[str] = set()
        for text in self._texts if by_word else ():
            if not any(map(text.__contains__, telling)):
                continue  # cutting texts into words is slow
            written = text.split()
            held = {word for each in meant.keys() & written for word in meant[each]}
            names = (name for word in held & by_word.keys() for name in by_word[word])
            likely = [name for name in names if name not in found and held >= {*ways[name]}]
            if likely:
                whole = words(text)
                found |= {name for name in likely if in_a_row(ways[name], whole)}
        return found
