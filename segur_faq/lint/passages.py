"""The texts that readers see, as they see them, for the rules of typography.

`written` gives the same texts as they stand in the file. A rule of typography rather wants the text
itself, whatever its quotes, escapes and folds: `spots` leads back to the file from what it finds.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple
from weakref import WeakKeyDictionary

from segur_faq.corpus.files import USUAL, SourceFile, unusual
from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.problem import Edit, Fix, Place
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.literals import hidden, is_english, without_indented_code
from segur_faq.lint.positions import Spot, column_of, spots_of, style_of
from segur_faq.lint.written import PROSE

MARKDOWN = "body"
"""The key whose text is Markdown, where the end of a line may mean something."""

_NO_PROSE = {
    "applies", "except", "under", "where", "groups", "found_by", "see_also", "former_ids",
    "aliases", "synonyms", "lint",
}  # fmt: skip
"""Keys below which no text is for readers: the walk is most of the time of these rules."""


class Passage:
    """One text, with the way back to its file.

    Attributes:
        key: the key that it stands under.
        text: what YAML makes of it.
        bare: the same, with as many characters, what is not language hidden (`literals`).
    """

    def __init__(self, file: SourceFile, node: Scalar, key: str) -> None:
        self.key = key
        self.text = node.text
        self._file = file
        self._node = node

    @property
    def is_plain(self) -> bool:
        """Tell whether the text is written without quotes, and in no block."""
        return not style_of(self._file.lines, self._node)

    @property
    def is_markdown(self) -> bool:
        """Tell whether the text has paragraphs and lists."""
        return self.key == MARKDOWN

    @cached_property
    def bare(self) -> str:
        """The text, with code, addresses and other literals hidden."""
        text = self.text
        if self.is_markdown and "    " in text:
            text = without_indented_code(text)
        return hidden(text)

    @cached_property
    def _column(self) -> int:
        """Where the text begins if it is on one line as it is, as most are: the rest is known."""
        return column_of(self._file.lines, self._node)

    @cached_property
    def _spots(self) -> list[Spot] | None:
        return spots_of(self._file.lines, self._node)

    def is_fold(self, at: int) -> bool:
        """Tell whether a character is the end of a line of the file."""
        return (
            not self._column
            and self._spots is not None
            and self._spots[at].line != self._spots[at].end_line
        )

    def without(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Give the changes that take characters away, but for the ends of lines among them."""
        cuts = [at for at in range(start, end) if self.is_fold(at)]
        stretches = zip([start, *(at + 1 for at in cuts)], [*cuts, end], strict=True)
        return [(first, last, "") for first, last in stretches if first < last]

    def place(self, start: int, end: int) -> Place:
        """Give the place of some of its characters, or of the whole when that is not known."""
        if self._column and start < len(self.text):
            line, column = self._node.place.line, self._column
            return Place(self._file.name, line, column + start, line, column + max(start, end))
        spots = self._spots
        if spots is None or start >= len(spots):
            return self._node.place
        first, last = spots[start], spots[max(start, end - 1)]
        if end <= start:
            return Place(self._file.name, first.line, first.column, first.line, first.column)
        return Place(self._file.name, first.line, first.column, last.end_line, last.end_column)

    def fix(self, label: str, *changes: tuple[int, int, str]) -> Fix | None:
        """Give the repair that puts texts in the place of others; None when it cannot be exact."""
        if not self._column and self._spots is None:
            return None
        style = style_of(self._file.lines, self._node)
        edits = (Edit(self.place(start, end), _spelt(text, style)) for start, end, text in changes)
        return Fix(label, tuple(edits))


def _spelt(text: str, style: str) -> str:
    if style == "'":
        return text.replace("'", "''")
    if style == '"':
        return text.replace("\\", "\\\\").replace('"', '\\"')
    return text


_DAMAGED = re.compile("[ÃÂÅ][\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€‚„†]")
"""Signs that may only be accents read in a wrong encoding: first things first."""


class _Whole(NamedTuple):
    """The passages of a file, their texts in one, and the characters that few texts have."""

    passages: list[Passage]
    starts: list[int]
    text: str
    signs: set[str]

    def has(self, trace: str) -> bool:
        """Tell whether a text holds some characters; most of the time without reading it."""
        return all(sign in USUAL or sign in self.signs for sign in trace) and trace in self.text

    def around(self, offsets: Iterable[int]) -> list[Passage]:
        """Give the passages in which some offsets of the whole text are."""
        found = {bisect_right(self.starts, offset) - 1 for offset in offsets}
        return [self.passages[number] for number in sorted(found)]


_APART = "\n\0\n"
"""Stands before each of the texts of a file, of which none has it."""

_read: WeakKeyDictionary[Reading, list[_Whole]] = WeakKeyDictionary()


def _never(_: str) -> bool:
    return False


def passages(
    reading: Reading,
    is_suspect: Callable[[str], bool] = _never,
    traces: Iterable[str] = (),
    at_once: bool = True,
) -> Iterator[Passage]:
    """Yield the passages worth a closer look: suspect ones, and those that hold a trace.

    All the texts of a file are tried at once, since in a corpus that is well kept few files have
    any such passage: the test must hold for a text whenever it holds for a part of it. A test that
    counts one thing against another does not: it asks for the texts one by one.
    """
    for whole in _wholes(reading):
        likely = [trace for trace in traces if whole.has(trace)]
        if likely or not at_once or is_suspect(whole.text):
            for passage in whole.passages:
                text = passage.text
                is_likely = is_suspect(text) or any(trace in text for trace in likely)
                if is_likely and not _DAMAGED.search(text):
                    yield passage


def passages_around(reading: Reading, find: Callable[[str], Iterable[int]]) -> Iterator[Passage]:
    """Yield the passages worth a closer look, where finding each at once is faster than trying all.

    Args:
        reading: what was read.
        find: gives offsets in the texts of a file, which stand one below another: there is an end
            of line before the first line of each, and a line with a NUL alone between two.
    """
    for whole in _wholes(reading):
        for passage in whole.around(find(whole.text)):
            if not _DAMAGED.search(passage.text):
                yield passage


def unless_english(passage: Passage, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what was found in a passage, unless it is English: French rules are not for it."""
    found = list(findings)  # first: few passages have any, and telling the language is slower
    if found and not is_english(passage.text):
        yield from found


def _wholes(reading: Reading) -> list[_Whole]:
    if reading not in _read:
        _read[reading] = list(_by_file(reading))
    return _read[reading]


def _by_file(reading: Reading) -> Iterator[_Whole]:
    for file in reading.files.values():
        root = reading.roots.get(file.name)
        if root is not None:
            found = list(_below(file, root, "", {*PROSE.get(file.kind, ()), "title"}))
            text = "".join([_APART + passage.text for passage in found])
            lengths = (len(_APART) + len(passage.text) for passage in found)
            starts = list(accumulate(lengths, initial=len(_APART) - 1))
            yield _Whole(found, starts, text, unusual(text))


def _below(file: SourceFile, node: Node, key: str, keys: Iterable[str]) -> Iterator[Passage]:
    if isinstance(node, Scalar):
        if key in keys:
            yield Passage(file, node, key)
    elif isinstance(node, Mapping):
        for name, (_, value) in node.pairs.items():
            if name in keys or not (isinstance(value, Scalar) or name in _NO_PROSE):
                yield from _below(file, value, name, keys)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _below(file, item, key, keys)
