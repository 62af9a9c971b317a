"""The repairs that SARIF offers are those of `--fix`: whoever applies them gets the same bytes."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lint.lint_cases import lay_base, lint

from segur_faq.lint.fixing import repair
from segur_faq.lint.outcome import Outcome, Part
from segur_faq.lint.reports import sarif

CASE = """\
format: 1
answers:
  - id: cas
    question: Une 😀  question?
    applies: {public: Adultes, support: [jeu], demarche: [rendre], annexe: all}
    short: "👩 Une  réponse «simple»  𝔸 漢字  enfin!"
    found_by: [12:30, un cas, un cas]
    sources: [{ref: reglement, read_on: 2026-01-15}]
"""
FILES = {
    "plain.yaml": CASE.encode(),
    "marked é & %.yaml": b"\xef\xbb\xbf" + CASE.replace("id: cas", "id: marked").encode(),
    "crlf #1.yaml": CASE.replace("id: cas", "id: crlf").replace("\n", "\r\n").encode(),
}
END_OF_LINE = re.compile(r"\r\n|\r|\n")


def test_what_sarif_offers_is_what_fix_makes(tmp_path: Path) -> None:
    directory = lay_base(tmp_path)
    for name, content in FILES.items():
        (directory / "answers" / name).write_bytes(content)
    report = lint(directory)
    (run,) = json.loads(sarif.render(Outcome((Part(report),))))["runs"]
    changes = [
        change
        for result in run["results"]
        for fix in result.get("fixes", ())
        for change in fix["artifactChanges"]
    ]
    assert len(changes) > 5 * len(FILES)
    expected = repair(report).contents
    assert {Path(name).name for name in expected} == FILES.keys()
    for name, content in expected.items():
        own = [c for c in changes if unquote(c["artifactLocation"]["uri"]).endswith(name)]
        replacements = [replacement for change in own for replacement in change["replacements"]]
        assert applied(Path(name).read_bytes(), replacements) == content


def applied(content: bytes, replacements: list[dict[str, Any]]) -> bytes:
    """Apply replacements as SARIF says: by lines and characters, a mark of order not counted."""
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    text = content.removeprefix(mark).decode()
    starts = [0, *(end.end() for end in END_OF_LINE.finditer(text))]
    spans = []
    for replacement in replacements:
        region = replacement["deletedRegion"]
        start = starts[region["startLine"] - 1] + region["startColumn"] - 1
        end = starts[region["endLine"] - 1] + region["endColumn"] - 1
        spans.append((start, end, replacement["insertedContent"]["text"]))
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return mark + text.encode()
