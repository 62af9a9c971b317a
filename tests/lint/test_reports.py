"""The reports: an underline below what is wrong, the keys of the JSON, agreement in number."""

import json as standard_json
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from lint.lint_cases import lay_base, lint

from segur_faq.lint.reports import json, text
from segur_faq.lint.runner import Report

ANSWER = """format: 1
answers:
  - id: cas
    question: Une question ?
    applies: {public: all, support: [jeu], demarche: [rendre], annexe: all}
    short: Une réponse.
    sources: [{ref: reglement, read_on: 2026-01-15}]
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return lay_base(tmp_path)


def report_of(corpus: Path, content: str) -> Report:
    (corpus / "answers" / "cas.yaml").write_text(content, "utf-8")
    return lint(corpus)


def underlined(rendered: str) -> list[str]:
    """Give what stands above the carets, column by column as a terminal draws it."""
    lines = rendered.splitlines()
    found = []
    for above, below in pairwise(lines):
        if below.strip(" │^\t") == "" and "^" in below:
            cells = drawn(above)
            carets = drawn(below)
            found.append("".join(c for c, mark in zip(cells, carets, strict=False) if mark == "^"))
    return found


def drawn(line: str) -> list[str]:
    """Lay a line on the columns of a terminal: tabs to multiples of 8, wide characters on two."""
    cells: list[str] = []
    for char in line:
        if char == "\t":
            cells += [" "] * (8 - len(cells) % 8)
        elif unicodedata.combining(char):
            cells[-1] += char
        else:
            cells += [char, ""] if unicodedata.east_asian_width(char) in "WF" else [char]
    return cells


@pytest.mark.parametrize(
    "before",
    ["", "un, ", '"a\tb", "\t", ', "日本, ", "😀 😀, ", "e\u0301te\u0301, ", "Où ça, ", "ｆｕｌ, "],
    ids=["nothing", "words", "tabs", "kanji", "emoji", "combining", "accents", "full width"],
)
@pytest.mark.parametrize("wrong", ["absent", "日本語", "e\u0301te\u0301"], ids=ascii)
def test_the_underline_is_below_what_is_wrong(corpus: Path, before: str, wrong: str) -> None:
    line = f"    see_also: [{before}{wrong}]"
    rendered = text.render(report_of(corpus, ANSWER + line + "\n"))
    assert line in rendered
    assert underlined(rendered)[-1] == wrong


def test_a_block_is_underlined_on_its_first_line_only(corpus: Path) -> None:
    content = ANSWER + "    except:\n      support:\n        - livre\n"
    assert underlined(text.render(report_of(corpus, content))) == ["support:"]


def test_an_absent_value_has_one_caret(corpus: Path) -> None:
    rendered = text.render(report_of(corpus, ANSWER + "    caveat:\n"))
    assert rendered.count("^") == 1


def test_a_whole_file_has_no_excerpt(corpus: Path) -> None:
    (corpus / "notes.yaml").write_text("a: b\n", "utf-8")
    rendered = text.render(lint(corpus))
    assert "notes.yaml:1:1" in rendered
    assert "│" not in rendered


def test_each_problem_shows_its_place_code_and_hint(corpus: Path) -> None:
    report = report_of(corpus, ANSWER + "    see_also: [retard-penalités]\n")
    (problem,) = report.problems
    head, excerpt, _, hint, blank, end = text.render(report).split("\n")
    assert head.startswith(f"{corpus}/answers/cas.yaml:8:16")
    assert problem.code in head
    assert problem.message in head
    assert "see_also: [retard-penalités]" in excerpt
    assert hint.strip() == problem.hint
    assert "retard-penalite" in hint
    assert (blank, end) == ("", "")


def test_colour_only_when_asked(corpus: Path) -> None:
    report = report_of(corpus, ANSWER + "    see_also: [absent]\n    caveat: ''\n")
    assert "\x1b" not in text.render(report) + text.summary(report)
    coloured = text.render(report, color=True)
    assert "\x1b[31m" in coloured
    assert coloured.count("\x1b[0m") >= coloured.count("\x1b[31m")


def test_no_line_ends_with_a_space(corpus: Path) -> None:
    report = report_of(corpus, ANSWER.replace("Une réponse.", '""   ') + "    caveat:   \n")
    assert all(line == line.rstrip() for line in text.render(report).splitlines())


def test_a_report_without_problem_is_empty(corpus: Path) -> None:
    report = lint(corpus)
    assert text.render(report) == ""
    assert "aucun problème" in text.summary(report)


@pytest.mark.parametrize(
    ("errors", "warnings", "expected"),
    [
        (1, 0, "1 erreur, 0 avertissement"),
        (2, 0, "2 erreurs, 0 avertissement"),
        (0, 1, "0 erreur, 1 avertissement"),
        (0, 2, "0 erreur, 2 avertissements"),
        (1, 1, "1 erreur, 1 avertissement"),
    ],
)
def test_the_summary_agrees_in_number(
    corpus: Path, errors: int, warnings: int, expected: str
) -> None:
    for number in range(warnings):
        (corpus / f"notes{number}.yaml").write_text("a: b\n", "utf-8")
    report = report_of(corpus, ANSWER + "".join(f"    vide{n}: a\n" for n in range(errors)))
    assert (report.errors, report.warnings) == (errors, warnings)
    summary = text.summary(report).replace("\u00a0", " ")
    assert summary.startswith(expected)
    assert "5 fichiers et 5 réponses" in summary.replace("6 fichiers", "5 fichiers")


def test_the_summary_says_when_a_file_could_not_be_read(corpus: Path) -> None:
    whole = text.summary(report_of(corpus, ANSWER + "    vide: a\n"))
    partial = text.summary(report_of(corpus, ANSWER + "  mal aligné\n"))
    assert "lu" in partial.removeprefix(whole[:10])
    assert len(partial) > len(whole)


def test_json_has_the_documented_keys(corpus: Path) -> None:
    report = report_of(corpus, ANSWER + "    see_also: [absent]\n")
    value = standard_json.loads(json.render(report))
    assert list(value) == ["format", "complete", "errors", "warnings", "problems"]
    assert (value["format"], value["complete"]) == (1, True)
    assert (value["errors"], value["warnings"]) == (1, 0)
    (problem,) = value["problems"]
    assert {k: v for k, v in problem.items() if k not in ("message", "hint")} == {
        "file": f"{corpus}/answers/cas.yaml",
        "line": 8,
        "column": 16,
        "end_line": 8,
        "end_column": 22,
        "severity": "error",
        "code": "unknown-answer",
    }
    assert problem["message"]
    assert problem["hint"]


def test_json_of_an_unreadable_file_is_not_complete(corpus: Path) -> None:
    value = standard_json.loads(json.render(report_of(corpus, "[")))
    assert value["complete"] is False


def test_reports_are_in_the_order_of_the_files(corpus: Path) -> None:
    (corpus / "notes.yaml").write_text("a: b\n", "utf-8")
    report = report_of(corpus, ANSWER + "    see_also: [z-absent, a-absent]\n    vide: a\n")
    places = [problem.place for problem in report.problems]
    assert places == sorted(places)
    assert len(places) == 4
