"""The lines of a file that a problem is about, with what is wrong underlined, on a terminal.

Columns are those that a terminal draws: wide characters take two, combining ones none, tabs go to
the next multiple of eight. A line that is too long is cut around what is wrong.
"""

import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from segur_faq.corpus.problem import Place

MARGIN = 8
"""Columns before the text: also a tab stop, so that tabs are drawn as they are in the file."""

_CUT = "…"
_MORE = 2
"""How many further lines are shown of what takes several."""


def excerpt(lines: Sequence[str], place: Place, width: int) -> list[tuple[str, str]]:
    """Give the lines to show, each with its margin; none when there is nothing to see."""
    whole = lines[place.line - 1] if place.line <= len(lines) else ""
    if not whole.strip():
        return []
    room = width - MARGIN
    end = place.end_column - 1 if place.end_line == place.line else len(whole.rstrip())
    first = whole[: max(end, len(whole.rstrip()))]  # what is wrong may be the blank at the end
    shown = [(_number(place.line), text) for text in _underlined(first, place, end, room)]
    shown[1] = (_number(), shown[1][1])
    last = _last_line(lines, place)
    further = range(place.line + 1, min(last, place.line + _MORE) + 1)
    shown += [(_number(n), _cut_at_end(lines[n - 1].rstrip(), room)) for n in further]
    if last > place.line + _MORE:
        more = last - place.line - _MORE
        shown.append((_number(), f"{_CUT} {more} ligne{'s' if more > 1 else ''} de plus"))
    return [(margin if text else margin.rstrip(), text) for margin, text in shown]


def _number(number: int | None = None) -> str:
    return f"{number or '':>5} │ "


def _last_line(lines: Sequence[str], place: Place) -> int:
    """Give the last line with something of the problem: a block ends where the next one begins."""
    last = min(place.end_line, len(lines))
    while last > place.line:
        line = lines[last - 1]
        text = (line[: place.end_column - 1] if last == place.end_line else line).strip()
        if text and not text.startswith("#"):
            break
        last -= 1
    return last


def _underlined(line: str, place: Place, end: int, room: int) -> tuple[str, str]:
    """Give a line and the line that underlines it, cut if they take more room than there is."""
    cells = _cells(line)
    starts = list(accumulate((len(cell) for cell in cells), initial=0))
    # A mark that begins or ends within a cell, on an accent alone, takes all of it.
    start = next((i - 1 for i, at in enumerate(starts) if at > place.column - 1), len(cells))
    stop = next((i for i, at in enumerate(starts) if at >= end), len(cells))
    stop = max(stop, min(start + 1, len(cells)))
    before, marked = _columns(cells[:start]), _columns(cells[:stop])
    if max(_columns(cells), before + 1) <= room:
        # Tabs are kept in the margin of the underline, so that both lines break alike.
        gap = "".join(c if c == "\t" else " " * _width(c) for c in cells[:start])
        return line.rstrip(), gap + "^" * max(marked - before, 1)
    cells = [" " if cell == "\t" else cell for cell in cells]
    low, high = _window(list(map(_width, cells)), start, stop, room)
    left, right = _CUT * (low > 0), _CUT * (high < len(cells))
    gap = " " * (len(left) + _columns(cells[low:start]))
    underline = gap + "^" * max(_columns(cells[start : min(stop, high)]), 1)
    return left + "".join(cells[low:high]).rstrip() + right, underline


def _window(widths: list[int], start: int, stop: int, room: int) -> tuple[int, int]:
    """Give the cells to show of a line that is too long: what is marked, and some on both sides."""
    ends = list(accumulate(widths, initial=0))
    size = len(widths)
    if start >= size:
        room -= 1  # the mark itself, after the end

    def fits(low: int, high: int) -> bool:
        return ends[high] - ends[low] + (low > 0) + (high < size) <= room

    low, high = start, stop
    while high > start and not fits(low, high):  # longer than a line: its beginning
        high -= 1
    half = (room - (ends[high] - ends[start])) // 2
    while low > 0 and ends[start] - ends[low - 1] < half and fits(low - 1, high):
        low -= 1
    while high < size and fits(low, high + 1):
        high += 1
    while low > 0 and fits(low - 1, high):
        low -= 1
    return low, high


def _cut_at_end(line: str, room: int) -> str:
    cells = _cells(line)
    if _columns(cells) <= room:
        return line
    cells = [" " if cell == "\t" else cell for cell in cells]
    while cells and _columns(cells) >= room:
        cells.pop()
    return "".join(cells).rstrip() + _CUT


def _cells(text: str) -> list[str]:
    """Part a text into what a terminal draws in one place: a character with its accents."""
    cells: list[str] = []
    for char in text:
        if cells and cells[-1] != "\t" and _is_combining(char):
            cells[-1] += char
        else:
            cells.append(char)
    return cells


def _columns(cells: Sequence[str]) -> int:
    """Give the columns that cells take at the beginning of a line."""
    column = 0
    for cell in cells:
        column += 8 - column % 8 if cell == "\t" else _width(cell)
    return column


def _width(cell: str) -> int:
    return 2 if unicodedata.east_asian_width(cell[0]) in "WF" else 1


def _is_combining(char: str) -> bool:
    # Vowels and final consonants of Hangul join the character before them as well.
    return unicodedata.category(char) in ("Mn", "Me") or "\u1160" <= char <= "\u11ff"
