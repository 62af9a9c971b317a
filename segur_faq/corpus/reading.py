"""What reading a folder gives: the corpus, the problems, and where each value was written.

The model has no positions; a rule of `lint` that wants to point at a value asks its `Entry`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from segur_faq.corpus.files import SourceFile
from segur_faq.corpus.model import Answer, Corpus, Gap, Level, Option, Source, Term
from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.problem import Place, Problem, Severity

T = TypeVar("T")

UNREAD = frozenset(
    {
        "syntax", "tab", "encoding", "empty-file", "several-documents", "too-deep", "too-large",
        "unreadable-file", "outside-corpus", "missing-cascade",
    }
)  # fmt: skip
"""Problems after which a part of the corpus is missing: what it refers to cannot be judged."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry(Generic[T]):
    """A value of the model with the node that it was read from."""

    value: T
    node: Node

    def at(self, *steps: str | int) -> Place:
        """Tell where a value is written: `entry.at("links", 0, "url")`.

        A step that does not exist stops there: the place of what contains it is given.
        """
        node = self.node
        for step in steps:
            below = _below(node, step)
            if below is None:
                break
            node = below
        return node.place

    def key(self, *steps: str | int) -> Place:
        """Tell where the last key of a way is written, or what contains it."""
        *way, last = steps
        node = self.node
        for step in way:
            below = _below(node, step)
            if below is None:
                return node.place
            node = below
        if isinstance(node, Mapping) and isinstance(last, str) and last in node:
            return node.pairs[last][0].place
        return node.place

    def head(self) -> Place:
        """Tell where the entry begins: its id, or its first key."""
        if isinstance(self.node, Mapping):
            if "id" in self.node:
                return self.at("id")
            if self.node.pairs:
                return next(iter(self.node.pairs.values()))[0].place
        return self.node.place


def _is_hit(place: Place, spots: list[tuple[int, int]]) -> bool:
    """Tell whether one of the spots, which are in order, lies within a place."""
    start = place.line, place.column
    end = place.end_line, place.end_column
    first = bisect_left(spots, start)
    # The place of an absent value is a point.
    return first < len(spots) and (spots[first] < end or spots[first] == start)


def _below(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def written_values(node: Node | None) -> Iterator[Scalar]:
    """Yield the words of a condition's value, whether written `a` or `[a, b]`."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Scalar))


@dataclass(frozen=True, slots=True, eq=False)
class Waiver:
    """Rules that do not hold for one answer, said in the answer itself with the reason."""

    answer: Node
    codes: tuple[Scalar, ...]


@dataclass(eq=False)
class Reading:
    """A folder, read: nothing of it is lost, even what is wrong."""

    directory: Path
    files: dict[str, SourceFile] = field(default_factory=dict)
    roots: dict[str, Node] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    levels: list[Entry[Level]] = field(default_factory=list)
    options: list[tuple[Level, Entry[Option]]] = field(default_factory=list)
    answers: list[Entry[Answer]] = field(default_factory=list)
    sources: list[Entry[Source]] = field(default_factory=list)
    terms: list[Entry[Term]] = field(default_factory=list)
    gaps: list[Entry[Gap]] = field(default_factory=list)
    waivers: list[Waiver] = field(default_factory=list)
    corpus: Corpus = field(default_factory=lambda: Corpus("", (), ()))

    @property
    def is_whole(self) -> bool:
        """Tell whether every file could be read, however many mistakes it holds."""
        return not any(p.code in UNREAD for p in self.problems)

    @cached_property
    def sound_answers(self) -> list[Entry[Answer]]:
        """The answers in which reading found no error: the others are not worth a second report."""
        wrong: dict[str, list[tuple[int, int]]] = {}
        for place in sorted(problem.place for problem in self.errors):
            wrong.setdefault(place.file, []).append((place.line, place.column))
        return [e for e in self.answers if not _is_hit(e.node.place, wrong.get(e.node.file, []))]

    @property
    def errors(self) -> Iterable[Problem]:
        """The problems for which nothing may be answered from this corpus."""
        return [p for p in self.problems if p.severity is Severity.ERROR]
