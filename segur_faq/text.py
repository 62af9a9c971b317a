"""Small operations on French text: folding, typography, harmless characters, near spellings.

Everything here is pure and imports nothing heavy: every other room may use it.
"""

import unicodedata

TYPE_CHECKING = False
if TYPE_CHECKING:  # `typing` and `collections` cost the fast lane more than this whole module
    from collections.abc import Iterable

NBSP = "\u00a0"
REPLACEMENT = "\ufffd"

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "\u00a0": " ", "\u202f": " "})


def fold(text: str) -> str:
    """Give the form under which two spellings are the same: no case, accent or ligature."""
    return text.translate(_FOLDED)


class _Folded(dict[int, str]):
    """Tells `str.translate` what each character folds to, computed when it is first met."""

    def __missing__(self, code: int) -> str:
        # Decomposed before and after: « ™ » holds capitals, and « ᾀ » gains letters with its case.
        decomposed = unicodedata.normalize("NFKD", chr(code)).translate(_LIGATURES).casefold()
        decomposed = unicodedata.normalize("NFKD", decomposed).translate(_LIGATURES)
        self[code] = "".join(c for c in decomposed if not unicodedata.combining(c))
        return self[code]


_FOLDED = _Folded()


def typeset(text: str) -> str:
    """Put the no-break spaces that French wants around « » and before `: ; ! ?`.

    Meant for the program's own sentences, which the source writes with ordinary spaces.
    """
    for mark in ":;!?»":
        text = text.replace(f" {mark}", f"{NBSP}{mark}")
    return text.replace("« ", f"«{NBSP}")


def is_hostile(char: str) -> bool:
    """Tell whether a character could move the cursor, style the terminal or hide text.

    Control characters (line feeds and tabs apart), line and paragraph separators, lone surrogates
    and what Unicode calls format characters: zero-width ones and bidirectional overrides.
    """
    if char in "\n\t":
        return False
    # Soft hyphens (U+00AD) are format characters too, but only suggest where a word may break.
    return unicodedata.category(char) in _HOSTILE_CATEGORIES and char != "\u00ad"


_HOSTILE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def harmless(text: str) -> str:
    """Replace every hostile character by U+FFFD, so that the text can go to a terminal."""
    return text if text.isprintable() else text.translate(_HARMLESS)


class _Harmless(dict[int, str]):
    """Tells `str.translate` what may stand for each character, decided when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = REPLACEMENT if is_hostile(char) else char
        return self[code]


_HARMLESS = _Harmless()


def nearest(word: str, candidates: "Iterable[str]", limit: int = 3) -> list[str]:
    """Give the candidates closest to `word` in spelling, best first, at most `limit`.

    Case and accents do not count, and a candidate that contains the word, or that it contains,
    is close whatever their lengths (`imag` is close to `imagerie`).
    """
    from difflib import SequenceMatcher

    wanted = fold(word)
    scored: list[tuple[float, str]] = []
    for candidate in dict.fromkeys(candidates):
        folded = fold(candidate)
        score = 0.75 if len(wanted) >= 3 and (wanted in folded or folded in wanted) else 0.0
        matcher = SequenceMatcher(None, wanted, folded)
        # Cheap upper bounds first: `ratio` is quadratic, and anything may be pasted by mistake.
        if matcher.real_quick_ratio() >= 0.6 and matcher.quick_ratio() >= 0.6:
            score = max(score, matcher.ratio())
        if score >= 0.6:
            scored.append((score, candidate))
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    return [candidate for _, candidate in scored[:limit]]


def count(number: int, singular: str, plural: str = "") -> str:
    """Write a number with its noun, agreed: `1 réponse`, `12 réponses` (0 is singular)."""
    noun = (plural or singular + "s") if number > 1 else singular
    return f"{number}{NBSP}{noun}"


def enumeration(words: "Iterable[str]", last: str = "ou") -> str:
    """Join words the French way: `a`, `a ou b`, `a, b ou c`."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def quoted(words: "Iterable[str]", last: str = "ou") -> str:
    """Like `enumeration`, each word between guillemets."""
    return enumeration((f"«{NBSP}{word}{NBSP}»" for word in words), last)


def did_you_mean(close: "Iterable[str]", always: str = "") -> str:
    """Propose near spellings, then say what helps in any case; empty if there is neither."""
    spelt = quoted(close)
    return " ".join(filter(None, (f"Vouliez-vous dire {spelt} ?" if spelt else "", always)))


def french_date(iso: str) -> str:
    """Write an ISO date (`2026-11-22`) as a reader expects it (`22/11/2026`)."""
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"
