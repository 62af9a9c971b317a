"""Texts as they stand in the file, line by line: what a rule that points inside a text looks at.

The model has a folded text on one line, and a block without its indentation; an editor, and a
repair, want the line and column where each character is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.problem import Edit, Place
from segur_faq.corpus.reading import Reading

PROSE = {
    "answers": ("question", "short", "body", "caveat", "help", "label", "text"),
    "cascade": ("question", "label", "short_label", "help", "general", "name", "title", "reason"),
    "glossary": ("expansion", "definition"),
    "sources": ("title",),
}
"""Kind of file -> the keys whose texts readers see."""


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of one line of a file that belongs to one text.

    Attributes:
        file, number, column: where it begins; lines and columns count from 1.
        text: what is written, quotes and escapes of YAML included.
        key: the key that the text stands under.
        node: the whole text.
    """

    file: str
    number: int
    column: int
    text: str
    key: str
    node: Scalar

    def place(self, start: int, end: int) -> Place:
        """Give the place of some of its characters."""
        return Place(self.file, self.number, self.column + start, self.number, self.column + end)

    def edit(self, start: int, end: int, text: str) -> Edit:
        """Give the change of some of its characters into another text."""
        return Edit(self.place(start, end), text)


def prose(reading: Reading) -> Iterator[Line]:
    """Yield the lines of every text that readers see, links' titles included."""
    for file in reading.files.values():
        root = reading.roots.get(file.name)
        if root is not None:
            yield from _prose_below(reading, root, "", PROSE.get(file.kind, ()))


def lines_of(reading: Reading, node: Scalar, key: str = "") -> Iterator[Line]:
    """Yield the lines of one text."""
    place = node.place
    lines = reading.files[place.file].lines
    for number in range(place.line, place.end_line + 1):
        if number > len(lines):
            return
        start = place.column - 1 if number == place.line else 0
        end = place.end_column - 1 if number == place.end_line else None
        text = lines[number - 1][start:end]
        if text.strip():
            yield Line(place.file, number, start + 1, text, key, node)


def _prose_below(reading: Reading, node: Node, key: str, keys: tuple[str, ...]) -> Iterator[Line]:
    if isinstance(node, Mapping):
        for name, (_, value) in node.pairs.items():
            yield from _prose_below(reading, value, name, keys)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _prose_below(reading, item, key, keys)
    elif isinstance(node, Scalar) and (key in keys or key == "title"):
        yield from lines_of(reading, node, key)
