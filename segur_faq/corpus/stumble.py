"""What a YAML parser stumbled over: what it said, where it stopped, the lines around."""

import re
from typing import Any, NamedTuple

from segur_faq.text import count

KEY = r"[a-z][a-z0-9_-]*"


class Told(NamedTuple):
    """A cause: the line and column where it is, from 0, and what to say of it."""

    line: int
    column: int
    message: str
    hint: str
    code: str = "syntax"


class Seen:
    """An error of the parser, held against the text.

    Attributes:
        lines: those of the file.
        line, column: where the parser stopped, from 0.
        start_line, start_column: where what it was reading begins.
    """

    def __init__(self, error: Any, lines: list[str]) -> None:
        stop = error.problem_mark or error.context_mark
        start = error.context_mark or stop
        self.lines = lines
        self.line, self.column = stop.line, stop.column
        self.start_line, self.start_column = start.line, start.column
        self._words = f"{error.context or ''}, {error.problem or ''}"

    def says(self, *words: str) -> bool:
        """Tell whether the parser used one of some words."""
        return any(word in self._words for word in words)

    def text(self, line: int) -> str:
        """Give a line; beyond the end of the file, an empty one."""
        return self.lines[line] if line < len(self.lines) else ""

    @property
    def here(self) -> str:
        """The line where the parser stopped."""
        return self.text(self.line)

    @property
    def rest(self) -> str:
        """What is on that line from there on."""
        return self.here[self.column :]

    def above(self, line: int) -> str:
        """Give the last line before another with more than a comment on it."""
        return self.text(self.before(line))

    def before(self, line: int) -> int:
        """Give the number of that line; beyond the end of the file, if there is none."""
        numbers = (n for n in range(line - 1, -1, -1) if not _is_comment(self.lines[n]))
        return next(numbers, len(self.lines))

    def told(self, message: str, hint: str, column: int | None = None) -> Told:
        """Tell of what is on the line where the parser stopped."""
        return Told(self.line, self.column if column is None else column, message, hint)


def misaligned(seen: Seen, more: str = "") -> Told:
    """Tell that the line is not where the others of its block are."""
    start, last = indent(seen.here), seen.above(seen.line)
    above, block = indent(last), re.fullmatch(rf"\s*(?:- +)?({KEY}:\s*[|>][-+]?)\s*", last)
    if block is not None:
        return seen.told(
            "cette ligne n'est pas décalée : elle ne fait pas partie du texte annoncé au-dessus",
            f"Décalez de deux espaces de plus tout le texte qui suit « {block[1]} ».",
            min(start, seen.column),
        )
    message = (
        "ce tiret n'est pas aligné avec ceux de sa liste"
        if seen.here[start : start + 2] == "- "
        else "cette ligne n'est pas alignée avec celles de son bloc"
    )
    hint = "Alignez les clés d'un même bloc, et les tirets d'une même liste"
    if start == above:
        hint = f"Voyez d'abord ce qui est de trop ou manque au début de la ligne. {hint}"
    else:
        hint += f" : cette ligne commence {_spaces(start)}, celle d'avant {_spaces(above)}"
    return seen.told(message, f"{hint}.{more}", min(start, seen.column))


def missing_bar(seen: Seen) -> str:
    """Tell what a text of several lines lacks after its key, if the line is below a bare key."""
    less = (text for text in reversed(seen.lines[: seen.line]) if _is_less(text, seen.here))
    key = re.fullmatch(rf"\s*(?:- +)?({KEY}):\s*", next(less, ""))
    return (
        f" Si un texte de plusieurs lignes commence ici, ajoutez « | » après « {key[1]}: »."
        if key is not None
        else ""
    )


def indent(text: str) -> int:
    """Count the spaces before a text."""
    return len(text) - len(text.lstrip(" "))


def _is_comment(text: str) -> bool:
    return text.lstrip()[:1] in ("", "#")


def _is_less(text: str, than: str) -> bool:
    return not _is_comment(text) and indent(text) < indent(than)


def _spaces(number: int) -> str:
    return f"par {count(number, 'espace')}" if number else "sans espace"
