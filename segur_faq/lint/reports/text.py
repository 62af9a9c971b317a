"""The report that people read: place, mistake, the line itself underlined, what would be right."""

from segur_faq.corpus.problem import Problem, Severity
from segur_faq.lint.outcome import Outcome
from segur_faq.lint.reports.concise import on_one_line
from segur_faq.lint.reports.excerpt import excerpt
from segur_faq.text import NBSP, count, typeset

_RED, _YELLOW, _BOLD, _DIM, _RESET = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
_COLORS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW}

WIDTH = 100
"""Excerpts are no wider than this, lest a terminal break them and the underline with them."""


def render(outcome: Outcome, color: bool = False, width: int = WIDTH) -> str:
    """Give every problem with its excerpt."""
    return "".join(_problem(problem, outcome, color, width) for problem in outcome.problems)


def summary(outcome: Outcome, repair_command: str = "segur-faq lint --fix") -> str:
    """Give the closing lines: how many problems, and what can be done about them at once."""
    names = sum(len(part.files) for part in outcome.parts)
    answers = sum(part.answers for part in outcome.parts)
    checked = f"{count(names, 'fichier')} et {count(answers, 'réponse')}"
    if outcome.problems:
        found = f"{count(outcome.errors, 'erreur')}, {count(outcome.warnings, 'avertissement')}"
        lines = [f"{found} ({checked})."]
    elif outcome.is_complete:
        lines = [f"Tout va bien : {checked}, aucun problème."]
    else:
        lines = [f"Aucun problème vu ({checked})."]
    if not outcome.is_complete:
        lines[0] += " Un fichier n'a pas pu être lu : références et arbre restent à vérifier."
        obstacles = [o for part in outcome.parts for o in part.obstacles]
        lines += [f"À lire d'abord : {o.place} : {on_one_line(o.message)}." for o in obstacles[:3]]
    if outcome.unrun:
        lines.append(
            f"Corpus trop grand pour tout vérifier ; laissé de côté : {', '.join(outcome.unrun)}."
        )
    if outcome.repairable and repair_command:
        verb = "se réparent" if outcome.repairable > 1 else "se répare"
        lines.append(f"{outcome.repairable} {verb} par {repair_command}")
    return typeset("\n".join(lines))


def _problem(problem: Problem, outcome: Outcome, color: bool, width: int) -> str:
    style = _COLORS[problem.severity] if color else ""
    bold, dim, reset = (_BOLD, _DIM, _RESET) if color else ("", "", "")
    message = on_one_line(problem.message)
    source = outcome.source(problem.place.file)
    shown = excerpt(source.lines, problem.place, width) if source else []
    lines = [
        f"{bold}{problem.place}{reset}: {style}{problem.severity.word}{reset} "
        f"{problem.code}{NBSP}: {message}",
        *(
            f"{dim}{margin}{reset}" + (f"{style}{text}{reset}" if number == 1 else text)
            for number, (margin, text) in enumerate(shown)
        ),
    ]
    if problem.hint:
        lines.append(f"   {on_one_line(problem.hint)}")
    return "\n".join(lines) + "\n\n"
