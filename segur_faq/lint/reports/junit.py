"""JUnit XML: one test case per file, which fails with all that must be mended in it.

Written so that both schemas in use take it: that of Ant, which wants every attribute and one
failure at most per case, and that of Jenkins.
"""

import html
import re
from collections.abc import Sequence

from segur_faq.corpus.files import name_of
from segur_faq.corpus.problem import Problem
from segur_faq.lint.outcome import Outcome, Part
from segur_faq.lint.reports.concise import line_of, on_one_line
from segur_faq.text import REPLACEMENT, count

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(outcome: Outcome) -> str:
    """Give one suite per corpus."""
    suites = (_suite(outcome, part, number) for number, part in enumerate(outcome.parts))
    lines = [line for suite in suites for line in suite]
    return "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", *lines, "</testsuites>", ""]
    )


def _suite(outcome: Outcome, part: Part, number: int) -> list[str]:
    cases: list[str] = []
    failures = errors = 0
    informs: list[Problem] = []
    for name, problems in outcome.by_file(part):
        wrong = [problem for problem in problems if outcome.fails(problem)]
        informs += [problem for problem in problems if not outcome.fails(problem)]
        failures += bool(wrong)
        errors += bool(part.obstacles and not wrong)
        cases += _case(name, wrong, part.obstacles)
    attributes = _attributes(
        name=name_of(part.report.directory),
        package="segur-faq",
        id=str(number),
        timestamp=outcome.moment,
        hostname="localhost",
        tests=str(len(part.files)),
        failures=str(failures),
        errors=str(errors),
        skipped="0",
        time="0",
    )
    return [
        f"  <testsuite{attributes}>",
        "    <properties/>",
        *cases,
        f"    <system-out>{_text(_told(informs))}</system-out>",
        "    <system-err/>",
        "  </testsuite>",
    ]


def _case(name: str, wrong: Sequence[Problem], obstacles: Sequence[Problem]) -> list[str]:
    """Write one case: it passes, fails, or is in error when other files kept it from a check."""
    attributes = _attributes(name=name, classname="segur-faq.lint", time="0")
    told = wrong or obstacles
    if not told:
        return [f"    <testcase{attributes}/>"]
    tag = "failure" if wrong else "error"
    codes = ",".join(sorted({problem.code for problem in told}))
    reason = count(len(told), "problème") if wrong else "vérification incomplète"
    said = _attributes(message=reason, type=codes)
    return [
        f"    <testcase{attributes}>",
        f"      <{tag}{said}>{_text(_told(told))}</{tag}>",
        "    </testcase>",
    ]


def _told(problems: Sequence[Problem]) -> str:
    told = (
        "\n   ".join([line_of(problem), *([on_one_line(problem.hint)] if problem.hint else [])])
        for problem in problems
    )
    return "\n".join(told)


def _attributes(**values: str) -> str:
    return "".join(f' {key}="{_text(value)}"' for key, value in values.items())


def _text(text: str) -> str:
    """Escape a text for a place between tags or quotes, less what XML has no room for."""
    return html.escape(_NOT_XML.sub(REPLACEMENT, text))
