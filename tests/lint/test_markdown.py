"""Where the marks of a body are, and that a repair makes them work."""

from pathlib import Path

import pytest
from lint.lint_cases import lay_base

from segur_faq.corpus.reader import read_corpus
from segur_faq.lint.finding import Finding
from segur_faq.lint.markdown import Body, doubtful_bodies
from segur_faq.lint.rules.content import broken_markdown

ANSWER = """\
format: 1
answers:
  - id: cas
    question: Un cas\u00a0?
    applies: {{public: all, support: all, rayon: all, demarche: rendre, annexe: all}}
    short: Oui.
    body: |
      {body}
    sources: [{{ref: reglement, read_on: 2026-01-15}}]
"""


def write(directory: Path, body: str) -> Path:
    path = directory / "answers" / "cas.yaml"
    path.write_text(ANSWER.format(body=body.replace("\n", "\n      ")), "utf-8")
    return path


def bodies(directory: Path) -> list[Body]:
    return [b for b in doubtful_bodies(read_corpus(directory)) if b.entry.value.id == "cas"]


def broken(directory: Path) -> list[Finding]:
    return list(broken_markdown.check(read_corpus(directory)))


@pytest.mark.parametrize(
    "body",
    [
        "Une `ligne`, [un *lien*](https://exemple.fr/a_(b)) et **gras ** <https://exemple.fr> fin",
        "- a *b*\n  c `d`\n- > [e][f]\n  > g \\* h &amp; i ``j`k``\n\n[f]: https://exemple.fr",
        "1. ![x](https://exemple.fr) y\\\n   z ***u*** v_w_x",
    ],
)
def test_the_parts_of_a_paragraph_are_where_they_are_written(tmp_path: Path, body: str) -> None:
    directory = lay_base(tmp_path)
    write(directory, body)
    seen = ""
    for paragraph in bodies(directory)[0].paragraphs:
        for token, start, end in paragraph.pieces:
            if token.type == "text":
                assert paragraph.text[start:end] == token.content
                place = paragraph.offset(start)
                assert bodies(directory)[0].text[place : place + end - start] == token.content
                seen += token.content
    assert len(seen) > 5


@pytest.mark.parametrize("body", ["Un texte.\n\n- a\n- b", "**Un** : b\n* c\n- d (**e**)", "1 & 2"])
def test_what_is_surely_sound_is_not_parsed(tmp_path: Path, body: str) -> None:
    directory = lay_base(tmp_path)
    write(directory, body)
    assert bodies(directory) == []


@pytest.mark.parametrize(
    "body",
    [
        "La ** carte ** est bleue.",
        "La **carte ** est la ** seule **.",
        "La * carte * est bleue.",
        "Voir [le guide] (https://exemple.fr).",
        "-une carte ;\n-un nom.",
        "1.Une carte\n2.Un nom",
    ],
)
def test_a_repair_leaves_nothing_to_report(tmp_path: Path, body: str) -> None:
    directory = lay_base(tmp_path)
    path = write(directory, body)
    findings = broken(directory)
    assert findings
    lines = path.read_text("utf-8").split("\n")
    fixes = [finding.fix for finding in findings if finding.fix]
    for edit in sorted(
        (e for fix in fixes for e in fix.edits), key=lambda e: e.place, reverse=True
    ):
        line = lines[edit.place.line - 1]
        before, after = line[: edit.place.column - 1], line[edit.place.end_column - 1 :]
        lines[edit.place.line - 1] = before + edit.text + after
    path.write_text("\n".join(lines), "utf-8")
    assert broken(directory) == []


@pytest.mark.parametrize("body", ["**mot ** suite et ** mot**", "a** mot **b", "**Titre :**mot"])
def test_no_repair_where_there_is_a_doubt(tmp_path: Path, body: str) -> None:
    directory = lay_base(tmp_path)
    write(directory, body)
    findings = broken(directory)
    assert findings
    assert not any(finding.fix for finding in findings)
