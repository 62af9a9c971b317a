"""The report that people read: place, mistake, the line itself underlined, what would be right."""

from collections import Counter

from segur_faq.corpus.problem import Problem, Severity
from segur_faq.lint.outcome import Outcome
from segur_faq.lint.reports.concise import on_one_line
from segur_faq.lint.reports.excerpt import excerpt
from segur_faq.text import NBSP, count, typeset

_RED, _YELLOW, _BOLD, _DIM, _RESET = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
_COLORS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW}

WIDTH = 100
"""Excerpts are no wider than this, lest a terminal break them and the underline with them."""

_MANY, _SHOWN = 10, 3
"""More places than this are not all shown to people: so many are."""

_INDENT = "   "
_Said = tuple[str, str, str]


def render(outcome: Outcome, color: bool = False, width: int | None = None) -> str:
    """Give every problem with its excerpt.

    Args:
        outcome: what was found.
        color: whether to color it.
        width: of the terminal; None where sentences stay whole, for `grep`, and nothing is left
            out. On a terminal, of one mistake in many places a few are enough.
    """
    if width is None:
        return "".join(_problem(problem, outcome, color, None) for problem in outcome.problems)
    told: list[str] = []
    times = Counter(map(_said, outcome.problems))
    seen: Counter[_Said] = Counter()
    for problem in outcome.problems:
        said = _said(problem)
        seen[said] += 1
        if times[said] <= _MANY or seen[said] <= _SHOWN:
            told.append(_problem(problem, outcome, color, width))
        if times[said] > _MANY and seen[said] == _SHOWN:
            more = count(times[said] - _SHOWN, "autre endroit", "autres endroits")
            line = f"La même chose est à {more} : segur-faq lint -f concise les dit tous."
            told.append("\n".join(_fitted(_INDENT + typeset(line), width)) + "\n\n")
    return "".join(told)


def _said(problem: Problem) -> _Said:
    return problem.code, problem.message, problem.hint


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


def _problem(problem: Problem, outcome: Outcome, color: bool, width: int | None) -> str:
    style = _COLORS[problem.severity] if color else ""
    bold, dim, reset = (_BOLD, _DIM, _RESET) if color else ("", "", "")
    place, severity = str(problem.place), problem.severity.word
    said = f": {severity} {problem.code}{NBSP}: {on_one_line(problem.message)}"
    head = "\n".join(_fitted(said, width, len(place)))
    source = outcome.source(problem.place.file)
    shown = excerpt(source.lines, problem.place, width or WIDTH) if source else []
    lines = [
        f"{bold}{place}{reset}" + head.replace(severity, f"{style}{severity}{reset}", 1),
        *(
            f"{dim}{margin}{reset}" + (f"{style}{text}{reset}" if number == 1 else text)
            for number, (margin, text) in enumerate(shown)
        ),
    ]
    if problem.hint:
        lines += _fitted(_INDENT + on_one_line(problem.hint), width)
    return "\n".join(lines) + "\n\n"


def _fitted(text: str, width: int | None, before: int = 0) -> list[str]:
    """Part a text into lines that a terminal need not break; the later ones are indented.

    Args:
        text: a line.
        width: of the terminal; None to leave the text whole.
        before: how many columns something else takes before it.
    """
    if width is None or before + len(text) <= width:
        return [text]
    from textwrap import wrap

    # The place of what stands before is held by signs that no line is broken at.
    lines = wrap(
        "\0" * before + text,
        width,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.lstrip("\0") for line in lines]
