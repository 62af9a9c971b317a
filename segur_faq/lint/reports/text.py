"""The report that people read: place, mistake, the line itself underlined, what would be right."""

import unicodedata

from segur_faq.corpus.problem import Problem, Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.runner import Report
from segur_faq.text import count, typeset

_RED, _YELLOW, _BOLD, _DIM, _RESET = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
_COLORS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW}


def render(report: Report, color: bool = False) -> str:
    """Give every problem with its excerpt."""
    return "".join(_problem(problem, report.reading, color) for problem in report.problems)


def summary(report: Report) -> str:
    """Give the closing line."""
    files = count(len(report.reading.files), "fichier")
    answers = count(len(report.reading.answers), "réponse")
    checked = f"{files} et {answers}"
    if not report.problems:
        return typeset(f"Tout va bien : {checked}, aucun problème.")
    line = (
        f"{count(report.errors, 'erreur')}, {count(report.warnings, 'avertissement')} ({checked})."
    )
    if not report.is_complete:
        line += " Un fichier n'a pas pu être lu : références et arbre restent à vérifier."
    return line


def _problem(problem: Problem, reading: Reading, color: bool) -> str:
    style = _COLORS[problem.severity] if color else ""
    bold, dim, reset = (_BOLD, _DIM, _RESET) if color else ("", "", "")
    lines = [
        typeset(
            f"{bold}{problem.place}{reset}: {style}{problem.severity.word}{reset} "
            f"{problem.code} : {problem.message}"
        ),
        *(f"{dim}{left}{reset}{right}" for left, right in _excerpt(problem, reading)),
    ]
    if problem.hint:
        lines.append(f"   {problem.hint}")
    return "\n".join(lines) + "\n\n"


def _excerpt(problem: Problem, reading: Reading) -> list[tuple[str, str]]:
    """Give the line of the problem and the line that underlines it, each with its margin."""
    place = problem.place
    file = reading.files.get(place.file)
    if file is None or place.line > len(file.lines):
        return []
    line = file.lines[place.line - 1]
    if not line.strip():
        return []
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    before, marked = line[:start], line[start:end]
    # Tabs are kept in the margin of the underline, so that both lines break alike.
    gap = "".join(c if c == "\t" else " " * _columns(c) for c in before)
    number = str(place.line)
    underline = "^" * max(sum(map(_columns, marked)), 1)
    return [(f"{number:>5} │ ", line.rstrip()), (f"{'':>5} │ ", gap + underline)]


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
