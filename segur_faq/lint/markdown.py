"""The Markdown of the bodies, parsed where there is something to see, with offsets in the text.

Most bodies hold paragraphs, lists and bold words that a pattern knows for sound: they are not worth
the parser's time. What the parser leaves in the others as plain text is what readers will see.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from segur_faq.corpus.model import Answer
from segur_faq.corpus.nodes import Mapping, Scalar
from segur_faq.corpus.problem import Place
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.spots import place_within

_SOUND_BOLD = re.compile(r"(?<![\w*\\])\*\*(?![\s*])[^*`\[\]<>\\\n]*(?<![\s*\\])\*\*(?![\w*])")
_MARKS = "*`[]<>\\|~"
_LINES = re.compile(
    r"\n(?:[ \t]*\n {4,}\S"
    r"|(?<=:\n)\n(?![-+>\n ]|\d+[.)] |`{3})[^\n]*\n(?:[-+]|\d+[.)]) "
    r"|(?<=[.;]\n)[ ]?(?:[^\W\d_]|\d+[ ,])"  # the item of a list without its mark
    r"|[ \t]*(?:(?:[-+]|\d+[.)])[ \t]+)*"
    r"(?:[#=•◦▪·●○]|[-+][^\s\d]|-+[ \t]*(?:\n|$)|\d+[.)][^\W\d_]|[–—] ))"
)
"""Not anchored by `^`, which the engine would try at every character."""
_ENTITY = re.compile(r"&#?\w+;")
_BULLET = re.compile(r"^( *)\*(?= )", re.MULTILINE)


class Piece(NamedTuple):
    """A part of a paragraph, in the parser's words, and where its text is in the paragraph."""

    token: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text on which marks have a meaning.

    Attributes:
        text: the paragraph, less the marks of list and the indentation before its lines.
        pieces: its parts, in order.
        before: the body's text before it.
        starts: of each of its lines, where it begins in the body's text.
    """

    text: str
    pieces: tuple[Piece, ...]
    before: str
    starts: tuple[int, ...]

    def offset(self, at: int) -> int:
        """Give the offset in the body's text of an offset in the paragraph."""
        line = self.text.count("\n", 0, at)
        return self.starts[line] + at - (self.text.rfind("\n", 0, at) + 1)

    def plain(self, in_links: bool = True) -> str:
        """Give the paragraph with only what is left as text, blanks standing for the rest."""
        kept = ["\n" if char == "\n" else " " for char in self.text]
        links = 0
        for token, start, end in self.pieces:
            links += (token.type == "link_open") - (token.type == "link_close")
            if token.type == "text" and (in_links or not links):
                kept[start:end] = self.text[start:end]
        return "".join(kept)


@dataclass(frozen=True, eq=False)
class Body:
    """The body of an answer."""

    reading: Reading
    entry: Entry[Answer]
    scalar: Scalar

    @property
    def text(self) -> str:
        """The Markdown."""
        return self.scalar.text

    def place(self, start: int, end: int) -> Place:
        """Give the place of some of its characters."""
        return place_within(self.reading, self.scalar, start, end)

    @property
    def tokens(self) -> list[Any]:
        """The blocks, in the parser's words."""
        return self._parsed[0]

    @property
    def definitions(self) -> Iterator[tuple[str, int]]:
        """The labels of the link definitions, in capitals, with the line of each."""
        for label, definition in self._parsed[1].get("references", {}).items():
            yield label, definition["map"][0]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs, list items' included."""
        return [self._paragraph(token) for token in self.tokens if token.type == "inline"]

    def line_start(self, number: int) -> int:
        """Give the offset at which a line of the parser's begins."""
        return self._line_starts[number]

    def line(self, number: int) -> str:
        """Give a line, as the parser counts them."""
        start = self._line_starts[number]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else None]

    @cached_property
    def _parsed(self) -> tuple[list[Any], dict[str, Any]]:
        environment: dict[str, Any] = {}
        return _parser().parse(self.text[self._margin :], environment), environment

    @cached_property
    def _margin(self) -> int:
        """What comes before the first character: the model has the text without it."""
        return len(self.text) - len(self.text.lstrip())

    @cached_property
    def _line_starts(self) -> list[int]:
        lines = self.text[self._margin :].split("\n")
        return list(accumulate((len(line) + 1 for line in lines), initial=self._margin))

    def _paragraph(self, token: Any) -> Paragraph:
        number = token.map[0]
        starts = []
        for line in token.content.split("\n"):
            words = line.strip()
            indent = len(line) - len(line.lstrip())
            found = self.line(number).find(words)
            starts.append(self.line_start(number) + max(found, 0) - indent)
            number += 1
        before = self.text[: starts[0]]
        return Paragraph(token.content, tuple(_pieces(token)), before, tuple(starts))


_bodies: WeakKeyDictionary[Reading, tuple[Body, ...]] = WeakKeyDictionary()


def doubtful_bodies(reading: Reading) -> tuple[Body, ...]:
    """Give the bodies that hold more than paragraphs, lists and bold words; once for all rules."""
    if reading not in _bodies:
        _bodies[reading] = tuple(_doubtful(reading))
    return _bodies[reading]


def _doubtful(reading: Reading) -> Iterator[Body]:
    for entry in reading.answers:
        node = entry.node.get("body") if isinstance(entry.node, Mapping) else None
        if isinstance(node, Scalar) and _is_doubtful(node.text):
            yield Body(reading, entry, node)


def _is_doubtful(text: str) -> bool:
    if "*" in text:
        text = _SOUND_BOLD.sub("x", text)
        if "*" in text:
            text = _BULLET.sub(r"\1-", text)
    return bool(
        any(mark in text for mark in _MARKS)  # three times as fast as a pattern
        or _LINES.search(f"\n{text}")
        or ("&" in text and _ENTITY.search(text))
    )


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    # Left apart, an escaped bracket is not taken for one that was forgotten.
    return MarkdownIt("commonmark", {"html": False}).disable("text_join")


def _pieces(token: Any) -> Iterator[Piece]:
    """Find the parts of a paragraph in its text: the parser does not say where they are."""
    text, at = token.content, 0
    for child in token.children or ():
        start, at = _extent(child, text, at)
        yield Piece(child, start, at)


def _extent(child: Any, text: str, at: int) -> tuple[int, int]:
    """Give where a part begins and ends, the parts before it ending at an offset."""
    match child.type:
        case "text":
            start = _find(text, child.content, at)
            return start, start + len(child.content)
        case "text_special" | "strong_open" | "strong_close" | "em_open" | "em_close":
            start = _find(text, child.markup, at)
            return start, start + len(child.markup)
        case "code_inline":
            start = _find(text, child.markup, at)
            fence = re.compile(rf"(?<!`){child.markup}(?!`)")
            closing = fence.search(text, start + len(child.markup))
            return start, closing.end() if closing else start + len(child.markup)
        case "softbreak" | "hardbreak":
            start = _find(text, "\n", at)
            return start, start + 1
        case "link_open":
            start = _find(text, "<" if child.markup == "autolink" else "[", at)
            return start, start + 1
        case "link_close":
            start = _find(text, ">" if child.markup == "autolink" else "]", at)
            return start, start + 1 if child.markup == "autolink" else _target_end(text, start + 1)
        case "image":
            start = _find(text, "![", at)
            return start, _target_end(text, _find(text, "]", start) + 1)
    return at, at


def _find(text: str, part: str, at: int) -> int:
    found = text.find(part, at)
    return found if found >= 0 else at


def _target_end(text: str, at: int) -> int:
    """Give where the target of a link ends, which begins there, if it has one."""
    if text.startswith("[", at):
        return _find(text, "]", at) + 1
    if not text.startswith("(", at):
        return at
    depth = 0
    for end in range(at, len(text)):
        if text[end] in "()" and text[end - 1] != "\\":
            depth += 1 if text[end] == "(" else -1
            if not depth:
                return end + 1
    return len(text)
