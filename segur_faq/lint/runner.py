"""Running the rules over what was read."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from segur_faq.corpus.collecting import uncollected
from segur_faq.corpus.files import SourceFile
from segur_faq.corpus.problem import Problem, Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.registry import Rule, all_rules
from segur_faq.lint.waivers import less_waived
from segur_faq.lint.workers import run_all


@dataclass(frozen=True)
class Report:
    """What was found, in the order of the files.

    Attributes:
        directory: the corpus.
        files: the files that were read, by name.
        answers: name of a file -> how many answers it has.
        problems: what was found, in order.
        is_complete: False when some file could not be read at all: the rules that compare files
            were then not run, lest they report what is only unread.
        unrun: the codes of the rules that were not run because the corpus is too large for them.
        read: gives what the files hold, which few reports need.
    """

    directory: Path
    files: Mapping[str, SourceFile]
    answers: Mapping[str, int]
    problems: tuple[Problem, ...]
    is_complete: bool
    unrun: tuple[str, ...]
    read: Callable[[], Reading]

    @cached_property
    def reading(self) -> Reading:
        """What the files hold, read when it is first asked for."""
        return self.read()

    @cached_property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(p.severity is Severity.ERROR for p in self.problems)

    @property
    def warnings(self) -> int:
        """How many of the problems are warnings."""
        return len(self.problems) - self.errors


_WORTH_SHARING = range(100, 30_001)
"""Answers of a corpus whose rules are shared out: fewer take no time, more take all the memory."""


def run(reading: Reading, rules: Sequence[Rule] | None = None) -> Report:
    """Check a corpus with some rules; with all, unless told."""
    found = set(reading.problems)
    unrun: list[str] = []
    if reading.is_whole:
        wanted = all_rules() if rules is None else rules
        unrun = [rule.code for rule in wanted if _is_too_slow(rule, len(reading.answers))]
        with uncollected():
            by_rules = _by_rules(reading, [rule for rule in wanted if rule.code not in unrun])
            found |= less_waived(reading, by_rules, unrun)
    return report_on(reading, found, unrun)


def _is_too_slow(rule: Rule, answers: int) -> bool:
    return rule.most_answers is not None and answers > rule.most_answers


def report_on(reading: Reading, problems: Iterable[Problem], unrun: Iterable[str] = ()) -> Report:
    """Make the report of what was found in a corpus that has just been read."""
    return Report(
        directory=reading.directory,
        files=reading.files,
        answers=Counter(entry.node.file for entry in reading.answers),
        problems=tuple(sorted(problems)),
        is_complete=reading.is_whole,
        unrun=tuple(unrun),
        read=lambda: reading,
    )


def _by_rules(reading: Reading, rules: Sequence[Rule]) -> set[Problem]:
    # The last first: the slowest of a small corpus, `unfindable`, is among them.
    tasks = [partial(_by_rule, reading, rule) for rule in reversed(rules)]
    if len(reading.answers) in _WORTH_SHARING:
        return set(run_all(tasks))
    return {problem for task in tasks for problem in task()}


def _by_rule(reading: Reading, rule: Rule) -> list[Problem]:
    return [
        Problem(f.place, rule.code, f.message, f.hint, rule.severity, f.fix)
        for f in (rule.check(reading) if rule.check is not None else ())
    ]
