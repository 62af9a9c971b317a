"""Where in the file each character of a text comes from, whatever the style it is written in.

A rule looks at the text that a reader sees, without quotes, escapes, folds or indentation; an
editor and a repair want the line and column where each of its characters is.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from segur_faq.corpus.nodes import Scalar
from segur_faq.text import harmless

QUOTES = "'\""
BLOCKS = "|>"

_HEADER = re.compile(r"[|>]([-+]?)([1-9]?)([-+]?)")
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0",
    "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_CODES = {"x": 2, "u": 4, "U": 8}


class Spot(NamedTuple):
    """The stretch of the file that gives one character; lines and columns count from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


Char = tuple[str, Spot]


def style_of(lines: list[str], node: Scalar) -> str:
    """Give the sign that a text opens with: a quote, `|`, `>`, or none when it is plain."""
    place = node.place
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    sign = line[place.column - 1 : place.column]
    return sign if sign and sign in QUOTES + BLOCKS else ""


def column_of(lines: list[str], node: Scalar) -> int:
    """Give the column where a text begins that stands on one line as it is; 0 for others."""
    if not node.is_on_one_line:
        return 0
    style, place = style_of(lines, node), node.place
    start, end = place.column + len(style), place.end_column - len(style)
    return start if lines[place.line - 1][start - 1 : end - 1] == node.text else 0


def spots_of(lines: list[str], node: Scalar) -> list[Spot] | None:
    """Give one spot per character of a text; None when what is written is not understood."""
    style = style_of(lines, node)
    readings = (
        _block(lines, node, style) if style and style in BLOCKS else [_flow(lines, node, style)]
    )
    for chars in readings:
        if harmless("".join(char for char, _ in chars)) == node.text:
            return [spot for _, spot in chars]
    return None


def _flow(lines: list[str], node: Scalar, quote: str) -> list[Char]:
    """Read a text that is plain or between quotes: line ends and what is around them fold."""
    place = node.place
    chars: list[Char] = []
    number, column = place.line, place.column - 1 + len(quote)
    while number <= len(lines):
        line = lines[number - 1]
        is_last = number >= place.end_line
        end = place.end_column - 1 - len(quote) if is_last else len(line)
        column, is_joined = _flow_line(line, number, column, end, quote, chars)
        if is_last:
            break
        if not is_joined:  # blank space before the end of a line is not part of the text
            while chars and chars[-1][1].line == number and _is_bare_blank(lines, chars[-1]):
                column = chars.pop()[1].column - 1
        below = number + 1
        while below < place.end_line and not lines[below - 1].strip(" \t"):
            below += 1
        indent = len(lines[below - 1]) - len(lines[below - 1].lstrip(" \t"))
        fold = Spot(number, column + 1, below, indent + 1)
        breaks = below - number - 1
        chars += [("\n", fold)] * breaks if breaks else [] if is_joined else [(" ", fold)]
        number, column = below, indent
    return chars


def _flow_line(
    line: str, number: int, column: int, end: int, quote: str, chars: list[Char]
) -> tuple[int, bool]:
    """Read one line; tell where it stopped, and whether an escape joins it to the next."""
    while column < end:
        char, width = line[column], 1
        if quote == '"' and char == "\\":
            if column + 1 == len(line):
                return column, True
            char, width = _escaped(line, column + 1)
        elif quote == "'" and char == "'":
            width = 2
        chars.append((char, Spot(number, column + 1, number, column + 1 + width)))
        column += width
    return column, False


def _escaped(line: str, column: int) -> tuple[str, int]:
    """Read an escape after its backslash: the character, and the width of the whole."""
    digits = _CODES.get(line[column], 0)
    if digits:
        try:
            return chr(int(line[column + 1 : column + 1 + digits], 16)), 2 + digits
        except (ValueError, OverflowError):
            return "", 2
    return _ESCAPES.get(line[column], ""), 2


def _is_bare_blank(lines: list[str], char: Char) -> bool:
    spot = char[1]
    return (
        char[0] in " \t"
        and spot.end_line == spot.line
        and spot.end_column == spot.column + 1
        and lines[spot.line - 1][spot.column - 1] in " \t"
    )


def _block(lines: list[str], node: Scalar, style: str) -> Iterator[list[Char]]:
    """Read a literal or folded block, with each indentation that it may have."""
    place = node.place
    header = _HEADER.match(lines[place.line - 1], place.column - 1)
    if header is None:
        return
    first = next((n for n in range(place.line, len(lines)) if lines[n].strip(" ")), None)
    indent = 0 if first is None else len(lines[first]) - len(lines[first].lstrip(" "))
    # Said in the header, the indentation counts from that of the block around, not known here.
    for width in range(indent, 0, -1) if header[2] else (indent,):
        yield _block_lines(lines, place.line, width, style == ">", header[1] or header[3])


def _block_lines(
    lines: list[str], header: int, indent: int, is_folded: bool, chomping: str
) -> list[Char]:
    """Read the lines under a header, as the parser does: breaks wait until the next line."""
    chars: list[Char] = []
    waiting: list[Spot] = []  # the end of the last written line, then those of blank lines
    was_blank, has_text = False, False
    for number, line in enumerate(lines[header:], start=header + 1):
        is_ended = number < len(lines)
        after = Spot(number, len(line) + 1, number + 1, indent + 1)
        if not line[indent:] and not line.strip(" "):
            waiting += [after] * is_ended
        elif line[:indent].strip(" "):
            break
        else:
            is_blank = line[indent] in " \t"
            ends = [("\n", spot) for spot in waiting]
            if is_folded and has_text and not was_blank and not is_blank:
                # The first break counts only when it is alone: as a space.
                first = Spot(*waiting[0][:2], *waiting[min(1, len(waiting) - 1)][2:])
                ends = [("\n", first), *ends[2:]] if len(ends) > 1 else [(" ", first)]
            chars += ends
            chars += [
                (char, Spot(number, column, number, column + 1))
                for column, char in enumerate(line[indent:], start=indent + 1)
            ]
            waiting, was_blank, has_text = [after] * is_ended, is_blank, True
    if not has_text:
        return [("\n", spot) for spot in waiting] if chomping == "+" else []
    kept = {"-": 0, "": 1}.get(chomping, len(waiting))
    return chars + [("\n", spot) for spot in waiting[:kept]]
