"""One file of answers in memory, and what the rules of typography say of it."""

import re
from pathlib import Path

from segur_faq.corpus import nodes
from segur_faq.corpus.files import ANSWERS, SourceFile
from segur_faq.corpus.problem import Edit, Problems
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.registry import all_rules

CODES = (
    "ambiguous-scalar", "apostrophe", "doubled-punctuation", "doubled-space", "doubled-word",
    "numero", "odd-character", "punctuation-space", "quotation-marks", "unclosed-quotation",
)  # fmt: skip
CHECKS = {rule.code: rule.check for rule in all_rules() if rule.code in CODES}
NAME = "answers/cas.yaml"


def reading_of(text: str) -> Reading:
    """Read one file of answers, as lint would."""
    file = SourceFile(NAME, ANSWERS, text)
    reading = Reading(Path())
    problems = Problems()
    root = nodes.parse(file, problems)
    assert root is not None
    reading.files[NAME], reading.roots[NAME] = file, root
    reading.problems = list(problems)
    return reading


def found(text: str) -> list[tuple[str, Finding]]:
    """Give what the rules say of a file, each finding with its code."""
    reading = reading_of(text)
    return [(code, f) for code, check in CHECKS.items() if check for f in check(reading)]


def edited(text: str, edits: tuple[Edit, ...]) -> str:
    """Make changes, none over another, the last first so that no place moves."""
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    for edit in sorted(edits, key=lambda edit: edit.place, reverse=True):
        place = edit.place
        start = starts[place.line - 1] + place.column - 1
        end = starts[place.end_line - 1] + place.end_column - 1
        assert start <= end <= len(text)
        text = text[:start] + edit.text + text[end:]
    return text
