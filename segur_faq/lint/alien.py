"""Characters that a French text does not have, however much they look like its own.

Control characters and those that hide text are refused when a file is read (`corpus.files`).
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from segur_faq.lint.spaces import ODD

_KINDS: tuple[tuple[str, str, str], ...] = (
    ("space", f"[{ODD}]+", "espace d'une autre largeur"),
    ("hyphen", "\u00ad+", "trait d'union conditionnel, invisible"),
    (
        "blank",
        "[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]+",
        "caractère qui ne se voit pas",
    ),
    ("selector", r"(?<=[^\W\d_])[\ufe00-\ufe0f]+", "caractère qui ne se voit pas"),
    ("wide", "[\uff01-\uff5e]+", "caractère pleine chasse"),
    ("digit", "[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]+", "chiffre d'une autre écriture"),
    ("styled", "[\U0001d400-\U0001d7ff]+", "lettre mathématique"),
    ("ligature", "[\ufb00-\ufb06]+", "ligature de mise en page"),
    ("private", "[\ue000-\uf8ff\U000f0000-\U0010fffd]+", "caractère propre à une police"),
)  # fmt: skip
_ALIEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern, _ in _KINDS))
_NAMES = {kind: name for kind, _, name in _KINDS}

_LIKE_LATIN = "АВЕЅЗІЈКМНОРСТУХаеорсухіјѕԁһԛԝ"
"""Cyrillic letters that pass for Latin ones: a whole word of them is not Russian."""

_LETTER = re.compile(f"[{_LIKE_LATIN}]")
_WORD = re.compile(r"[^\W\d_]+")
_USUAL = "’œŒ€…“”–—\u202f"


class Alien(NamedTuple):
    """Some characters of a text that do not belong there.

    Attributes:
        start, end: where they are.
        kind: the name of their kind; `space` for those that an ordinary one replaces.
        what: the kind in French.
    """

    start: int
    end: int
    kind: str
    what: str


def may_have_aliens(text: str) -> bool:
    """Tell, fast, whether a text is worth a closer look."""
    if "\u00ad" in text:
        return True
    beyond_latin = len(text) - len(text.encode("latin-1", "ignore"))
    return beyond_latin != sum(map(text.count, _USUAL))


def has_alien_signs(signs: Iterable[str]) -> bool:
    """Tell whether some of these characters may be out of place in a text."""
    text = "a" + "a".join(signs)  # some are out of place only after a letter
    return bool(_ALIEN.search(text) or _LETTER.search(text))


def aliens(text: str) -> Iterator[Alien]:
    """Yield what does not belong in a text, in order of kind."""
    for match in _ALIEN.finditer(text):
        yield Alien(*match.span(), str(match.lastgroup), _NAMES[str(match.lastgroup)])
    if _LETTER.search(text):
        for word in _WORD.finditer(text):
            if not word[0].strip(_LIKE_LATIN):  # one letter among Latin ones: `look-alike-letter`
                yield Alien(*word.span(), "word", "mot en lettres cyrilliques")
