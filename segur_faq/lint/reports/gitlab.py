"""Code Quality of GitLab: what a merge request adds to the problems, or takes from them."""

import json

from segur_faq.corpus.problem import Severity
from segur_faq.lint.fingerprint import fingerprints
from segur_faq.lint.outcome import Outcome
from segur_faq.lint.reports.concise import on_one_line
from segur_faq.lint.reports.json import escaped

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def render(outcome: Outcome) -> str:
    """Give the problems as a list of issues."""
    issues = [
        {
            "description": on_one_line(f"{problem.message}. {problem.hint}"),
            "check_name": problem.code,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[problem.severity],
            "location": {
                "path": problem.place.file,
                "lines": {"begin": problem.place.line, "end": problem.place.end_line},
            },
        }
        for problem, fingerprint in zip(outcome.problems, fingerprints(outcome), strict=True)
    ]
    return escaped(json.dumps(issues, ensure_ascii=False, indent=2)) + "\n"
