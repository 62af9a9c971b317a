"""Running the rules over what was read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from segur_faq.corpus.collecting import uncollected
from segur_faq.corpus.problem import Problem, Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.registry import Rule, all_rules
from segur_faq.lint.waivers import less_waived


@dataclass(frozen=True)
class Report:
    """What was found, in the order of the files.

    `is_complete` is False when some file could not be read at all: the rules that compare files
    were then not run, lest they report what is only unread.
    """

    reading: Reading
    problems: tuple[Problem, ...]
    is_complete: bool

    @cached_property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(p.severity is Severity.ERROR for p in self.problems)

    @property
    def warnings(self) -> int:
        """How many of the problems are warnings."""
        return len(self.problems) - self.errors


def run(reading: Reading, rules: Sequence[Rule] | None = None) -> Report:
    """Check a corpus with some rules; with all, unless told."""
    found = set(reading.problems)
    if reading.is_whole:
        with uncollected():
            by_rules = _by_rules(reading, all_rules() if rules is None else rules)
            found |= less_waived(reading, by_rules)
    return Report(reading, tuple(sorted(found)), reading.is_whole)


def _by_rules(reading: Reading, rules: Sequence[Rule]) -> set[Problem]:
    return {
        Problem(f.place, rule.code, f.message, f.hint, rule.severity, f.fix)
        for rule in rules
        if rule.check is not None
        for f in rule.check(reading)
    }
