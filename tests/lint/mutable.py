"""A corpus whose texts can be edited value by value: what `mutations` and `rewritings` work on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.problem import Place
from segur_faq.corpus.reader import read_corpus
from segur_faq.corpus.reading import Entry, Reading

KINDS = ("answers", "sources", "terms", "options", "levels")


@dataclass(frozen=True, eq=False)
class Target:
    """An entry of the corpus, with the lines on which it stands."""

    file: str
    entry: Entry[Any]
    first: int
    last: int
    level: str = ""

    @property
    def node(self) -> Mapping:
        """The pairs of the entry."""
        assert isinstance(self.entry.node, Mapping)
        return self.entry.node

    @property
    def id(self) -> str:
        """Its id, or its term."""
        value = self.entry.value
        return value.id if hasattr(value, "id") else value.term

    @property
    def spot(self) -> tuple[str, int, int]:
        """Its file, first line and last line."""
        return self.file, self.first, self.last


@dataclass(frozen=True)
class Edit:
    """The new text of a file, and the lines on which the entry that was edited now stands."""

    file: str
    text: str
    spot: tuple[str, int, int]


class Tree:
    """A folder of YAML, read, and its texts by their name in it."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.reading: Reading = read_corpus(directory)
        self.texts_by_name = {
            Path(name).relative_to(directory).as_posix(): file.text
            for name, file in self.reading.files.items()
        }

    @property
    def names(self) -> list[str]:
        """The files, in order."""
        return sorted(self.texts_by_name)

    def root(self, file: str) -> Any:
        """Give the document of a file."""
        return self.reading.roots[str(self.directory / file)]

    def lines(self, file: str) -> list[str]:
        """Give the lines of a file."""
        return self.texts_by_name[file].split("\n")

    # --- finding -----------------------------------------------------------------------------

    @cached_property
    def _targets(self) -> dict[str, list[Target]]:
        reading = self.reading
        return {
            "answers": [self._target(e) for e in reading.answers],
            "sources": [self._target(e) for e in reading.sources],
            "terms": [self._target(e) for e in reading.terms],
            "options": [self._target(e, level.id) for level, e in reading.options],
            "levels": [self._target(e) for e in reading.levels],
        }

    def targets(self, kind: str) -> list[Target]:
        """Give the entries of a kind."""
        return self._targets[kind]

    def ids(self, kind: str) -> set[str]:
        """Give the ids of a kind."""
        return {target.id for target in self.targets(kind)}

    def _target(self, entry: Entry[Any], level: str = "") -> Target:
        place = entry.node.place
        file = Path(place.file).relative_to(self.directory).as_posix()
        _, end = self._offsets(file, place)
        last = self.texts_by_name[file][:end].count("\n") + 1
        return Target(file, entry, place.line, last, level)

    def scalars(self, way: str) -> Iterator[tuple[Target, Scalar]]:
        """Yield the texts at `answers/sources/ref`; a `*` stands for any key."""
        kind, *keys = way.split("/")
        for target in self.targets(kind):
            for node in _below(target.node, keys):
                for scalar in self.texts(node):
                    yield target, scalar

    def keys(self, way: str) -> Iterator[tuple[Target, Scalar]]:
        """Yield the keys of the pairs at `answers/applies`."""
        kind, *keys = way.split("/")
        for target in self.targets(kind):
            for node in _below(target.node, keys):
                for pairs in node.items if isinstance(node, Sequence) else [node]:
                    if isinstance(pairs, Mapping):
                        yield from ((target, key) for key, _ in pairs.pairs.values())

    def texts(self, node: Node) -> list[Scalar]:
        """Give a text, or those of a list."""
        items = node.items if isinstance(node, Sequence) else [node]
        return [item for item in items if isinstance(item, Scalar)]

    # --- editing -----------------------------------------------------------------------------

    def source(self, target: Target, node: Node) -> str:
        """Give a value as it is written."""
        start, end = self._offsets(target.file, node.place)
        return self.texts_by_name[target.file][start:end]

    def put(self, target: Target, node: Node, text: str) -> Edit:
        """Write another text for a value or a key."""
        start, end = self._offsets(target.file, node.place)
        return self.replace(target, start, end, text)

    def put_in(self, file: str, node: Node, text: str) -> Edit:
        """Write another text for a value or key of a file."""
        start, end = self._offsets(file, node.place)
        whole = self.texts_by_name[file]
        line = node.place.line
        return Edit(file, whole[:start] + text + whole[end:], (file, line, line))

    def swap(self, target: Target, one: Node, other: Node) -> Edit:
        """Exchange two values of an entry."""
        (a, b), (c, d) = sorted(self._offsets(target.file, n.place) for n in (one, other))
        text = self.texts_by_name[target.file]
        return self.replace(target, a, d, text[c:d] + text[b:c] + text[a:b])

    def drop(self, target: Target, pairs: Mapping, key: str) -> Edit:
        """Remove a key with its value."""
        start, end = self.chunk(target, pairs, key)
        return self.replace(target, start, end, "")

    def double(self, target: Target, key: str) -> Edit:
        """Write a key and its value a second time, below."""
        name, value = target.node.pairs[key]
        start, _ = self._offsets(target.file, name.place)
        _, end = self._offsets(target.file, value.place)
        whole = self.texts_by_name[target.file]
        if whole[whole.rfind("\n", 0, start) + 1 : start].strip(" -"):  # in braces
            return self.replace(target, end, end, f", {whole[start:end]}")
        indent = " " * (name.place.column - 1)
        return self.replace(target, end, end, f"\n{indent}{whole[start:end]}")

    def add(self, target: Target, line: str) -> Edit:
        """Add a line at the end of an entry written in a block."""
        _, end = self._offsets(target.file, target.node.place)
        indent = " " * (target.node.place.column - 1)
        return self.replace(target, end, end, f"\n{indent}{line}")

    def remove(self, target: Target) -> Edit:
        """Remove an entry, its dash included."""
        lines = self.lines(target.file)
        del lines[target.first - 1 : target.last]
        return Edit(target.file, "\n".join(lines), target.spot)

    def chunk(self, target: Target, pairs: Mapping, key: str) -> tuple[int, int]:
        """Tell where a key and its value are, up to the next key or from the end of the last."""
        names = list(pairs.pairs)
        number = names.index(key)
        start, _ = self._offsets(target.file, pairs.pairs[key][0].place)
        _, end = self._offsets(target.file, pairs.pairs[key][1].place)
        if number + 1 < len(names):
            end, _ = self._offsets(target.file, pairs.pairs[names[number + 1]][0].place)
        elif number:
            _, start = self._offsets(target.file, pairs.pairs[names[number - 1]][1].place)
        return start, end

    def replace(self, target: Target, start: int, end: int, text: str) -> Edit:
        """Write another text between two offsets of the file of an entry."""
        whole = self.texts_by_name[target.file]
        longer = text.count("\n") - whole[start:end].count("\n")
        spot = (target.file, target.first, target.last + longer)
        return Edit(target.file, whole[:start] + text + whole[end:], spot)

    def span(self, target: Target) -> tuple[int, int]:
        """Give the offsets of an entry."""
        return self._offsets(target.file, target.node.place)

    def _offsets(self, file: str, place: Place) -> tuple[int, int]:
        starts = self._starts(file)
        start = starts[place.line - 1] + place.column - 1
        end = starts[min(place.end_line, len(starts)) - 1] + place.end_column - 1
        # A block ends where what follows it begins: comments and blank lines are not part of it.
        text = self.texts_by_name[file][start:end]
        while True:
            shorter = re.sub(r"\n[ ]*(#.*)?$", "", text.rstrip(" "))
            if shorter == text:
                break
            text = shorter
        return start, start + len(text)

    def _starts(self, file: str) -> list[int]:
        if file not in self._starts_by_name:
            text = self.texts_by_name[file]
            self._starts_by_name[file] = [0, *(m.end() for m in re.finditer("\n", text))]
        return self._starts_by_name[file]

    @cached_property
    def _starts_by_name(self) -> dict[str, list[int]]:
        return {}


def _below(node: Node | None, keys: list[str]) -> Iterator[Node]:
    if node is None:
        return
    if not keys:
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _below(item, keys)
    elif isinstance(node, Mapping):
        for key, (_, value) in node.pairs.items():
            if keys[0] in ("*", key):
                yield from _below(value, keys[1:])
