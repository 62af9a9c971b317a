"""SARIF 2.1.0: what code scanning and editors read, with the rules' pages and the repairs."""

import json
import os
import re
from typing import Any
from urllib.parse import quote

from segur_faq import __version__
from segur_faq.corpus.problem import Fix, Place, Problem
from segur_faq.lint.fingerprint import fingerprints
from segur_faq.lint.outcome import Outcome
from segur_faq.lint.registry import Rule, all_rules
from segur_faq.lint.reports.concise import on_one_line
from segur_faq.lint.reports.json import escaped

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LANGUAGE = "fr"
_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_LINK = re.compile(r"\[([^\[\]]*)\](?=\()")


def render(outcome: Outcome) -> str:
    """Give the problems as one run, with the rules that they break."""
    used = {problem.code for problem in outcome.problems}
    rules = [rule for rule in all_rules() if rule.code in used]
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "segur-faq",
                        "semanticVersion": __version__,
                        "language": _LANGUAGE,
                        "rules": [_rule(rule) for rule in rules],
                    }
                },
                "language": _LANGUAGE,
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(problem, numbers, fingerprint)
                    for problem, fingerprint in zip(
                        outcome.problems, fingerprints(outcome), strict=True
                    )
                ],
            }
        ],
    }
    return escaped(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    name = "".join(word.capitalize() for word in rule.code.split("-"))
    return {
        "id": rule.code,
        **({"name": name} if "-" in rule.code else {}),  # it may not be the id in other letters
        "shortDescription": {"text": _plain(rule.title)},
        "fullDescription": {"text": _plain(rule.title) + "."},
        "help": {"text": _plain(rule.page)},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.family]},
    }


def _result(problem: Problem, numbers: dict[str, int], fingerprint: str) -> dict[str, Any]:
    said = f"{on_one_line(problem.message)}. {on_one_line(problem.hint)}".strip()
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "level": problem.severity,
        "message": {"text": _plain(said)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(problem.place.file)},
                    "region": _region(problem.place),
                }
            }
        ],
        "partialFingerprints": {"lineText/v1": fingerprint},
    }
    if problem.code in numbers:
        result["ruleIndex"] = numbers[problem.code]
    if problem.fix is not None and problem.fix.edits:
        result["fixes"] = [_fix(problem.fix)]
    return result


def _fix(fix: Fix) -> dict[str, Any]:
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        changes.setdefault(edit.place.file, []).append(
            {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}}
        )
    return {
        "description": {"text": _plain(fix.label)},
        "artifactChanges": [
            {"artifactLocation": {"uri": _uri(file)}, "replacements": replacements}
            for file, replacements in changes.items()
        ],
    }


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _uri(file: str) -> str:
    encoded = quote(file, errors="replace")
    return f"file://{encoded}" if os.path.isabs(file) else encoded


def _plain(text: str) -> str:
    """Keep a text that quotes the corpus from reading as a placeholder or as a link.

    Only what would be taken for one is written otherwise: few viewers undo the rest.
    """
    return _LINK.sub(r"\\[\1\\]", _PLACEHOLDER.sub(r"{{\1}}", text))
