"""Two states of a text, word by word: what stayed, what went, what came."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

KEPT, GONE, NEW = "=", "-", "+"
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MOST = 1500
"""Words on both sides together, above which a passage is shown as replaced: comparing is slow."""


class Piece(NamedTuple):
    """A stretch of text that stayed (`KEPT`), went (`GONE`) or came (`NEW`)."""

    kind: str
    text: str


def compare_lines(before: str, after: str) -> list[list[Piece]]:
    """Give the lines in which two texts differ, those that are the same being left out."""
    old, new = before.splitlines(), after.splitlines()
    lines: list[list[Piece]] = []
    for tag, start, end, begin, stop in _steps(old, new):
        gone, came = old[start:end], new[begin:stop]
        if tag == "replace" and len(gone) == len(came):
            lines += [compare_words(*pair) for pair in zip(gone, came, strict=True)]
        elif tag != "equal":
            lines += [[Piece(GONE, line)] for line in gone if line.strip()]
            lines += [[Piece(NEW, line)] for line in came if line.strip()]
    return lines


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
