"""The report for programs; the README documents its keys."""

from collections.abc import Callable, Mapping
from typing import Any

from segur_faq.corpus.problem import Fix, Place
from segur_faq.lint.outcome import Outcome
from segur_faq.render.json import dumps
from segur_faq.text import is_hostile


def render(outcome: Outcome) -> str:
    """Give the problems as an object."""
    return escaped(
        dumps(
            {
                "complete": outcome.is_complete,
                "unrun": list(outcome.unrun),
                "errors": outcome.errors,
                "warnings": outcome.warnings,
                "problems": [
                    {
                        "file": problem.place.file,
                        **_stretch(problem.place),
                        "severity": problem.severity,
                        "code": problem.code,
                        "message": problem.message,
                        "hint": problem.hint,
                        "fix": _fix(problem.fix) if problem.fix else {},
                    }
                    for problem in outcome.problems
                ],
            }
        )
    )


def _fix(fix: Fix) -> Mapping[str, Any]:
    return {
        "label": fix.label,
        "edits": [
            {"file": edit.place.file, **_stretch(edit.place), "text": edit.text}
            for edit in fix.edits
        ],
    }


def _stretch(place: Place) -> Mapping[str, int]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def escaped(text: str, holds: Callable[[str], bool] = is_hostile) -> str:
    """Write by their codes some characters of a JSON text: those that could act on a terminal.

    A repair has to say exactly what it writes; the same value is read back from the codes.
    """
    for char in {c for c in text if holds(c)} - {"\n"}:
        units = char.encode("utf-16-be", "surrogatepass")
        codes = (units[i : i + 2].hex() for i in range(0, len(units), 2))
        text = text.replace(char, "".join(f"\\u{code}" for code in codes))
    return text
