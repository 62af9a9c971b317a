"""Problems made up for the tests of reports and repairs, whatever the rules find today."""

from dataclasses import replace
from pathlib import Path

from segur_faq.corpus.files import SourceFile
from segur_faq.corpus.problem import Edit, Fix, Place, Problem, Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.outcome import Outcome, Part
from segur_faq.lint.runner import Report, report_on

NAME = "trees/answers/cas.yaml"
CODE = "unknown-answer"


def place_of(content: str, marked: str, name: str = NAME) -> Place:
    """Give the place of the first stretch of a text that reads so."""
    start = content.index(marked)
    before, whole = content[:start], content[: start + len(marked)]
    return Place(
        name,
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
        whole.count("\n") + 1,
        len(whole) - whole.rfind("\n"),
    )


def fix_of(content: str, marked: str, text: str, name: str = NAME) -> Fix:
    """Give a repair that puts another text in the place of one."""
    return Fix(f"Écrire « {text} »", (Edit(place_of(content, marked, name), text),))


def problem_at(content: str, marked: str, name: str = NAME, **more) -> Problem:
    """Give a problem about a stretch of a text."""
    said = {
        "code": CODE,
        "message": f"« {marked} » ne va pas",
        "hint": "Écrivez autre chose.",
        "severity": Severity.ERROR,
        **more,
    }
    return Problem(place_of(content, marked, name), **said)


def source(content: str | bytes, name: str = NAME) -> SourceFile:
    """Give a file as reading would."""
    raw = content.encode() if isinstance(content, str) else content
    text = raw.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return SourceFile(name, "answers", text, Path(name), raw)


def report_of(files: dict[str, str], *problems: Problem, is_complete: bool = True) -> Report:
    """Give a report about some files."""
    reading = Reading(Path("trees"), {name: source(text, name) for name, text in files.items()})
    return replace(report_on(reading, problems), is_complete=is_complete)


def outcome_of(content: str, *problems: Problem, **more) -> Outcome:
    """Give the outcome for one file."""
    return Outcome((Part(report_of({NAME: content}, *problems)),), **more)
