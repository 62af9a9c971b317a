"""One line per problem: `file:line:col: severity code message`, for editors and `grep`."""

import re

from segur_faq.corpus.problem import Problem
from segur_faq.lint.outcome import Outcome

_BREAKS = re.compile(r"[\n\t]+")


def render(outcome: Outcome) -> str:
    """Give the problems, a line each."""
    return "".join(f"{line_of(problem)}\n" for problem in outcome.problems)


def line_of(problem: Problem) -> str:
    """Write one problem, without its hint."""
    severity = problem.severity.word
    return f"{problem.place}: {severity} {problem.code} {on_one_line(problem.message)}"


def on_one_line(text: str) -> str:
    """Put a text on one line: messages quote the corpus, line feeds included."""
    return _BREAKS.sub(" ", text).strip(" ")
