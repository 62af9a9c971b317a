"""Making the repairs that problems carry: on the bytes of the files, everything else as it was.

`apply` is pure: files and problems in, new bytes out. `repair` reads the corpus again after every
round, and gives up the files that a repair made worse; `write_repairs` alone touches the disk.
"""

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from segur_faq.corpus.files import SourceFile
from segur_faq.corpus.problem import Edit, Fix, Problem, Severity
from segur_faq.corpus.reader import read_corpus
from segur_faq.corpus.reading import Reading
from segur_faq.corpus.writing import write_file
from segur_faq.errors import SegurFaqError
from segur_faq.lint.runner import Report, run

ROUNDS = 10
"""A repair may uncover another; what still moves after so many would never stand still."""

_END_OF_LINE = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"


@dataclass(frozen=True)
class Repairs:
    """What repairing a corpus comes to.

    Attributes:
        before: what was found at first.
        after: what remains.
        contents: name -> new bytes, of the files that change.
        counts: name -> how many repairs were made in it.
        given_up: the files left as they were, since repairing them made other problems.
    """

    before: Report
    after: Report
    contents: Mapping[str, bytes] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    given_up: frozenset[str] = frozenset()

    @property
    def files(self) -> Mapping[str, SourceFile]:
        """The files as they were."""
        return self.before.files


def repair(
    report: Report,
    only: Collection[str] | None = None,
    overlay: Mapping[Path, bytes] | None = None,
) -> Repairs:
    """Make every repair that can be made, in memory.

    Args:
        report: what was found.
        only: the files that may change; None for all of them.
        overlay: what was read in the place of files on disk.
    """
    original = report.files
    allowed = set(original if only is None else only)
    contents: dict[str, bytes] = {}
    counts: Counter[str] = Counter()
    given_up: set[str] = set()

    def read_again() -> Report:
        unsaved = {**(overlay or {}), **{original[n].path: c for n, c in contents.items()}}
        return run(read_corpus(report.directory, unsaved))

    now = report
    for number in range(ROUNDS + 1):
        changed, made = apply(now.files, now.problems, allowed - given_up)
        if not changed:
            break
        contents.update(changed)
        after = read_again()
        wrong = changed.keys() if number == ROUNDS else _made_worse(now, after, changed)
        for name in wrong:
            given_up.add(name)
            del contents[name]
            del counts[name]
        counts.update({name: n for name, n in made.items() if name not in wrong})
        now = read_again() if wrong else after
    return Repairs(report, now, contents, counts, frozenset(given_up))


def apply(
    files: Mapping[str, SourceFile], problems: Collection[Problem], allowed: Collection[str]
) -> tuple[dict[str, bytes], Counter[str]]:
    """Make one round of repairs; give the new bytes of the files that change, and how many each.

    Of two that touch one another the first is made: the next round sees what the other wants. A
    repair stays within one file, which reading has understood.
    """
    drafts: dict[str, _Draft] = {}
    for problem in problems:
        if problem.fix is not None and problem.fix.edits:
            name = problem.fix.edits[0].place.file
            if name in files and name in allowed:
                if name not in drafts:
                    drafts[name] = _Draft(files[name].content)
                drafts[name].take(problem.fix)
    taken = {name: draft for name, draft in drafts.items() if draft.count}
    counts = Counter({name: draft.count for name, draft in taken.items()})
    return {name: draft.content for name, draft in taken.items()}, counts


class _Draft:
    """A file's raw text and the changes to make in it; places count as they do for the parser."""

    def __init__(self, content: bytes) -> None:
        self._text = content.decode("utf-8")
        self._spans: list[tuple[int, int, str]] = []
        self.count = 0

    def take(self, fix: Fix) -> None:
        """Add a repair, unless it would touch one that was added before."""
        spans = sorted(span for edit in fix.edits if (span := self._span(edit, fix)) is not None)
        if (
            len(spans) == len(fix.edits)
            and any(self._text[start:end] != text for start, end, text in spans)
            and not any(map(self._is_touched, spans))
            and not any(a[1] > b[0] or a[0] == b[0] for a, b in pairwise(spans))
        ):
            for span in spans:
                insort(self._spans, span)
            self.count += 1

    @property
    def content(self) -> bytes:
        """The bytes, with the changes made."""
        pieces, position = [], 0
        for start, end, text in self._spans:
            pieces += [self._text[position:start], text]
            position = end
        return "".join([*pieces, self._text[position:]]).encode("utf-8")

    def _is_touched(self, span: tuple[int, int, str]) -> bool:
        at = bisect_left(self._spans, span)
        return (at > 0 and self._spans[at - 1][1] >= span[0]) or (
            at < len(self._spans) and self._spans[at][0] <= span[1]
        )

    def _span(self, edit: Edit, fix: Fix) -> tuple[int, int, str] | None:
        """Give the offsets of a change; None when it lies elsewhere, or outside of the text."""
        place = edit.place
        start = self._offset(place.line, place.column)
        end = self._offset(place.end_line, place.end_column)
        if place.file != fix.edits[0].place.file or start is None or end is None or end < start:
            return None
        return start, end, edit.text.replace("\n", self._end_of_line)

    def _offset(self, line: int, column: int) -> int | None:
        if not 1 <= line <= len(self._lines):
            return None
        start, end = self._lines[line - 1]
        return start + column - 1 if 1 <= column <= end - start + 1 else None

    @cached_property
    def _lines(self) -> list[tuple[int, int]]:
        """Where each line begins and ends in the raw text, its end of line left out."""
        begin = len(_MARK) if self._text.startswith(_MARK) else 0
        ends = list(_END_OF_LINE.finditer(self._text))
        starts = [begin, *(end.end() for end in ends)]
        stops = [*(end.start() for end in ends), len(self._text)]
        return list(zip(starts, stops, strict=True))

    @cached_property
    def _end_of_line(self) -> str:
        found = _END_OF_LINE.search(self._text)
        return found[0] if found else "\n"


def _made_worse(before: Report, after: Report, changed: Collection[str]) -> set[str]:
    """Give the files, of those that changed, which are worse off; all when others are."""
    counted_before, counted_after = _counts(before), _counts(after)
    ids_before, ids_after = _ids(before.reading), _ids(after.reading)
    worse = {
        name
        for name in changed
        if counted_after[name] > counted_before[name] or ids_after.get(name) != ids_before.get(name)
    }
    if worse:
        return worse
    others = (counted_after.keys() | counted_before.keys()) - set(changed)
    errors_before, errors_after = (
        sum(counts[name][0] for name in others) for counts in (counted_before, counted_after)
    )
    is_less_read = before.is_complete and not after.is_complete
    return set(changed) if is_less_read or errors_after > errors_before else set()


class _Counts(dict[str, tuple[int, int]]):
    def __missing__(self, name: str) -> tuple[int, int]:
        return (0, 0)


def _counts(report: Report) -> _Counts:
    """Count errors, then warnings: fewer errors are worth a warning that they had hidden."""
    counts = _Counts()
    for problem in report.problems:
        errors, warnings = counts[problem.place.file]
        is_error = problem.severity is Severity.ERROR
        counts[problem.place.file] = (errors + is_error, warnings + (not is_error))
    return counts


def _ids(reading: Reading) -> dict[str, list[str]]:
    """Give the ids that each file declares: no repair may lose, add or rename anything."""
    declared = [
        *((entry.node, entry.value.id) for entry in reading.levels),
        *((entry.node, entry.value.id) for _, entry in reading.options),
        *((entry.node, entry.value.id) for entry in reading.answers),
        *((entry.node, entry.value.id) for entry in reading.sources),
        *((entry.node, entry.value.term) for entry in reading.terms),
    ]
    ids: dict[str, list[str]] = {}
    for node, value in declared:
        ids.setdefault(node.file, []).append(value)
    return ids


def write_repairs(repairs: Repairs) -> None:
    """Write the files that change, each in one move.

    Raises:
        SegurFaqError: a file has changed since it was read, or cannot be written.
    """
    for name, content in sorted(repairs.contents.items()):
        file = repairs.files[name]
        try:
            is_as_read = file.path.read_bytes() == file.content
        except OSError:
            is_as_read = False
        if not is_as_read:
            raise SegurFaqError(
                f"{name} a changé pendant la réparation : il n'a pas été touché.",
                "Relancez la commande.",
            )
        write_file(file.path, content)
