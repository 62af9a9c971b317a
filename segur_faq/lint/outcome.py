"""What one run of `lint` was asked about: whole corpora, or some files of them, and what failed.

A `Report` says all that is wrong with one corpus; here is what of it is to be told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from segur_faq.corpus.files import SourceFile
from segur_faq.corpus.problem import Problem, Severity
from segur_faq.corpus.reading import UNREAD
from segur_faq.lint.runner import Report


@dataclass(frozen=True)
class Part:
    """One corpus, checked; `only` names the files that were asked about, None for all of them."""

    report: Report
    only: frozenset[str] | None = None

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of what was asked about."""
        return tuple(p for p in self.report.problems if self._covers(p.place.file))

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The names of what was asked about, with what could not even be read."""
        named = {*self.report.files, *(p.place.file for p in self.report.problems)}
        return tuple(sorted(name for name in named if self.only is None or name in self.only))

    @property
    def answers(self) -> int:
        """How many answers were asked about."""
        return sum(n for name, n in self.report.answers.items() if self._covers(name))

    @property
    def is_empty(self) -> bool:
        """Tell whether the corpus was read and has no answer."""
        return self.report.is_complete and not self.report.answers

    @property
    def obstacles(self) -> tuple[Problem, ...]:
        """The problems of other files that kept these from being checked."""
        return tuple(
            p for p in self.report.problems if p.code in UNREAD and not self._covers(p.place.file)
        )

    def _covers(self, file: str) -> bool:
        return self.only is None or file in self.only


@dataclass(frozen=True)
class Outcome:
    """All that one command line was asked about.

    Attributes:
        parts: the corpora, in the order given.
        is_strict: whether warnings count.
        moment: when it was, as ISO 8601 without zone; for the formats that want to know.
    """

    parts: tuple[Part, ...]
    is_strict: bool = False
    moment: str = "1970-01-01T00:00:00"

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem, corpus by corpus, in the order of the files."""
        return tuple(problem for part in self.parts for problem in part.problems)

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(p.severity is Severity.ERROR for p in self.problems)

    @property
    def warnings(self) -> int:
        """How many of the problems are warnings."""
        return len(self.problems) - self.errors

    @property
    def repairable(self) -> int:
        """How many of the problems can be repaired without thinking."""
        return sum(p.fix is not None for p in self.problems)

    @property
    def is_complete(self) -> bool:
        """Tell whether every rule was run."""
        return all(part.report.is_complete for part in self.parts)

    @property
    def unrun(self) -> tuple[str, ...]:
        """The codes of the rules for which a corpus is too large."""
        return tuple(sorted({code for part in self.parts for code in part.report.unrun}))

    @property
    def has_failed(self) -> bool:
        """Tell whether something must be mended; what could not be checked did not pass."""
        return not self.is_complete or any(map(self.fails, self.problems))

    def fails(self, problem: Problem) -> bool:
        """Tell whether a problem counts."""
        return self.is_strict or problem.severity is Severity.ERROR

    def source(self, name: str) -> SourceFile | None:
        """Give a file that was read, by its name."""
        return next(
            (p.report.files[name] for p in self.parts if name in p.report.files),
            None,
        )

    def by_file(self, part: Part) -> Iterator[tuple[str, list[Problem]]]:
        """Yield the files of a corpus, each with its problems."""
        found: dict[str, list[Problem]] = {name: [] for name in part.files}
        for problem in part.problems:
            found[problem.place.file].append(problem)
        yield from found.items()
