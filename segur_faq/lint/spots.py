"""Where some characters of a value are written: from an offset in its text to a place of the file.

`written` gives the lines of a text as they stand; a rule that reads the value itself (a Markdown
body, whether the YAML has it folded, literal or between quotes) asks here where to point.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from segur_faq.corpus.nodes import Scalar
from segur_faq.corpus.problem import Edit, Fix, Place
from segur_faq.corpus.reading import Reading

_BLANK = " \t\n"
_ESCAPE = re.compile(r"x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.", re.DOTALL)
_UNSEEN = "tnrabefv0 _NLP\t"
"""Escapes of YAML that stand for blank space, or for what no text holds."""


class _Spot(NamedTuple):
    """Where a character that is not blank is written; an escape is longer than one."""

    line: int
    column: int
    length: int


def place_within(reading: Reading, scalar: Scalar, start: int, end: int) -> Place:
    """Give the place of `scalar.text[start:end]`, or of the whole text if it cannot be told.

    Characters are counted less the blank ones, which YAML may fold or indent as it likes.
    """
    spots = list(_spots(reading, scalar))
    text = scalar.text
    if start >= end or len(spots) != _solid(text):
        return scalar.place
    first = _solid(text[:start])
    last = first + _solid(text[start:end]) - 1
    if last < first:
        return scalar.place
    begin, finish = spots[first], spots[last]
    stop = finish.column + finish.length
    return Place(scalar.file, begin.line, begin.column, finish.line, stop)


def replacement(
    reading: Reading, scalar: Scalar, start: int, end: int, text: str, label: str
) -> Fix | None:
    """Give the repair that puts another text in the place of some characters, where it is safe.

    It is not where they are written by an escape or over two lines, nor where the new text would
    need one.
    """
    place = place_within(reading, scalar, start, end)
    if place.line != place.end_line or any(c in text for c in "\n\"'\\"):
        return None
    line = reading.files[scalar.file].lines[place.line - 1]
    written = line[place.column - 1 : place.end_column - 1]
    if written != scalar.text[start:end]:
        return None
    return Fix(label, (Edit(place, text),))


def is_plain(reading: Reading, scalar: Scalar) -> bool:
    """Tell whether a text is written without quotes, and in no block."""
    return not scalar.quoted and _first(reading, scalar) not in "|>"


def _raw_lines(reading: Reading, scalar: Scalar) -> list[str]:
    """Give the lines of a text as they are written, less what precedes it on its first."""
    place = scalar.place
    lines = reading.files[scalar.file].lines[place.line - 1 : place.end_line]
    if not lines:
        return []
    if place.end_line - place.line + 1 == len(lines):
        lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return lines


def _first(reading: Reading, scalar: Scalar) -> str:
    lines = _raw_lines(reading, scalar)
    return lines[0][:1] if lines else ""


def _solid(text: str) -> int:
    return len(text) - sum(text.count(blank) for blank in _BLANK)


def _spots(reading: Reading, scalar: Scalar) -> Iterator[_Spot]:
    """Yield where each character that is not blank is written, in the order of the text."""
    lines = _raw_lines(reading, scalar)
    place = scalar.place
    style = lines[0][:1] if lines else ""
    quote = style if scalar.quoted and style in ('"', "'") else ""
    is_block = not scalar.quoted and style in ("|", ">")
    for number, line in enumerate(lines):
        if number == 0 and is_block:
            continue
        shift = place.column if number == 0 else 1
        start = 1 if number == 0 and quote else 0
        end = len(line)
        if quote and number == len(lines) - 1:
            end = line.rfind(quote)
        yield from _spots_of_line(line[:end], start, quote, place.line + number, shift)


def _spots_of_line(line: str, at: int, quote: str, number: int, shift: int) -> Iterator[_Spot]:
    while at < len(line):
        char, length = line[at], 1
        is_seen = char not in _BLANK
        if quote == "'" and char == "'":
            length = 2
        elif quote == '"' and char == "\\":
            escape = _ESCAPE.match(line, at + 1)
            code = escape[0] if escape else ""
            length = 1 + len(code)
            is_seen = len(code) > 1 or (code != "" and code not in _UNSEEN)
        if is_seen:
            yield _Spot(number, at + shift, length)
        at += length
