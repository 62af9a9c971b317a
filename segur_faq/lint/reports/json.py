"""The report for programs; the README documents its keys."""

from segur_faq.lint.runner import Report
from segur_faq.render.json import dumps


def render(report: Report) -> str:
    """Give the problems as an object."""
    return dumps(
        {
            "complete": report.is_complete,
            "errors": report.errors,
            "warnings": report.warnings,
            "problems": [
                {
                    "file": problem.place.file,
                    "line": problem.place.line,
                    "column": problem.place.column,
                    "end_line": problem.place.end_line,
                    "end_column": problem.place.end_column,
                    "severity": problem.severity,
                    "code": problem.code,
                    "message": problem.message,
                    "hint": problem.hint,
                }
                for problem in report.problems
            ],
        }
    )
