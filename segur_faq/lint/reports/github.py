"""Workflow commands: GitHub shows each problem on its line of the pull request."""

from segur_faq.corpus.problem import Place, Problem
from segur_faq.lint.outcome import Outcome
from segur_faq.lint.reports.concise import on_one_line


def render(outcome: Outcome) -> str:
    """Give one command per problem."""
    return "".join(_command(problem) for problem in outcome.problems)


def _command(problem: Problem) -> str:
    properties = {
        "file": problem.place.file,
        **_region(problem.place),
        "title": f"segur-faq {problem.code}",
    }
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    # The log shows the message alone: the place is told there too.
    message = f"{problem.place}: {on_one_line(problem.message)}"
    lines = [message, *([on_one_line(problem.hint)] if problem.hint else [])]
    return f"::{problem.severity} {said}::{_data(chr(10).join(lines))}\n"


def _region(place: Place) -> dict[str, str]:
    lines = {"line": str(place.line), "endLine": str(place.end_line)}
    if place.line != place.end_line:
        return lines  # the runner drops columns that are not on one line
    return {**lines, "col": str(place.column), "endColumn": str(place.end_column)}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
