"""Two states of a text, word by word: what stayed, what went, what came."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

KEPT, GONE, NEW = "=", "-", "+"
_TOKEN = re.compile(r"https?://[^\s<>()\[\]]+|\w+(?:-\w+)*|\s+|[^\w\s]")
"""A word, an id or a date with its hyphens, or an address: nobody reads half of one."""

_MOST = 1500
"""Words on both sides together, above which a passage is shown as replaced: comparing is slow."""

_MOST_PAIRS = 10_000
"""Lines that may be looked at side by side: beyond, all are shown as replaced."""

_ALIKE = 0.5
"""The share of words in common from which a line is another that was edited."""


class Piece(NamedTuple):
    """A stretch of text that stayed (`KEPT`), went (`GONE`) or came (`NEW`)."""

    kind: str
    text: str


def compare_lines(before: str, after: str) -> list[list[Piece]]:
    """Give the lines in which two texts differ; those that are blank or the same are left out."""
    old, new = ([line for line in text.splitlines() if line.strip()] for text in (before, after))
    lines: list[list[Piece]] = []
    for tag, start, end, begin, stop in _steps(old, new):
        if tag != "equal":
            lines += _changed_lines(old[start:end], new[begin:stop])
    return lines


def _changed_lines(old: Sequence[str], new: Sequence[str]) -> Iterator[list[Piece]]:
    """Yield how some lines became others: those that look alike word by word, the rest whole."""
    words = [_words(line) for line in new] if len(old) * len(new) <= _MOST_PAIRS else []
    told = 0
    for line in old:
        mine = _words(line) if words else set()
        like = next((n for n in range(told, len(words)) if _are_alike(mine, words[n])), None)
        if like is None:
            yield [Piece(GONE, line)]
        else:
            yield from ([Piece(NEW, added)] for added in new[told:like])
            yield compare_words(line, new[like])
            told = like + 1
    yield from ([Piece(NEW, added)] for added in new[told:])


def _words(line: str) -> set[str]:
    return {word for word in _TOKEN.findall(line) if not word.isspace()}


def _are_alike(old: set[str], new: set[str]) -> bool:
    return 2 * len(old & new) >= _ALIKE * (len(old) + len(new))


def compare_words(before: str, after: str) -> list[Piece]:
    """Give one text as the other became it."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[Piece] = []
    for tag, start, end, begin, stop in _steps(old, new):
        if tag == "equal":
            pieces.append(Piece(KEPT, "".join(old[start:end])))
        else:
            pieces.append(Piece(GONE, "".join(old[start:end])))
            pieces.append(Piece(NEW, "".join(new[begin:stop])))
    return list(_tidied([piece for piece in pieces if piece.text]))


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield how one sequence becomes the other, their common ends being set apart first."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    if start:
        yield "equal", 0, start, 0, start
    middle, between = old[start : len(old) - end], new[start : len(new) - end]
    if len(middle) + len(between) > _MOST or not middle or not between:
        if middle or between:
            yield "replace", start, len(old) - end, start, len(new) - end
    else:
        for tag, a, b, c, d in SequenceMatcher(None, middle, between, False).get_opcodes():
            yield tag, start + a, start + b, start + c, start + d
    if end:
        yield "equal", len(old) - end, len(old), len(new) - end, len(new)


def _tidied(pieces: list[Piece]) -> Iterator[Piece]:
    """Join changes that only a space keeps apart: « [-a b-]{+c d+} » reads better than four."""
    gone = came = ""
    for number, (kind, text) in enumerate(pieces):
        if kind == GONE:
            gone += text
        elif kind == NEW:
            came += text
        elif text.isspace() and (gone or came) and number + 1 < len(pieces):
            gone, came = gone + text, came + text
        else:
            yield from _change(gone, came)
            gone = came = ""
            yield Piece(KEPT, text)
    yield from _change(gone, came)


def _change(gone: str, came: str) -> Iterator[Piece]:
    if gone:
        yield Piece(GONE, gone)
    if came:
        yield Piece(NEW, came)
