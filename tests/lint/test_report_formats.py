"""The reports for programs: what their schemas and their readers want, whatever the corpus says."""

import json as standard_json
import re
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint.report_cases import NAME, fix_of, outcome_of, place_of, problem_at, report_of
from lint.sarif_rules import faults

from segur_faq.corpus.problem import Edit, Fix, Place, Problem, Severity
from segur_faq.lint.fingerprint import fingerprints
from segur_faq.lint.outcome import Outcome, Part
from segur_faq.lint.registry import all_rules
from segur_faq.lint.reports import concise, github, gitlab, json, junit, sarif

CONTENT = "format: 1\nanswers:\n  - id: cas\n    see_also: [absent, autre]\n"
HOSTILE = "a\x1b[31m\x07\x9b\u202e\u200b\ud800\ufffe\U000e0041 %0A :,\r\n::error::x ]]> <b>&amp;\"'"
FORMATS = ("concise", "json", "github", "sarif", "junit", "gitlab", "text")
TRANSPARENT = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def usual() -> Outcome:
    first = problem_at(CONTENT, "absent", fix=fix_of(CONTENT, "absent", "présent"))
    second = problem_at(CONTENT, "autre", code="same-url", severity=Severity.WARNING)
    return outcome_of(CONTENT, first, second)


def hostile() -> Outcome:
    fix = Fix(HOSTILE, (Edit(place_of(CONTENT, "absent"), HOSTILE),))
    return outcome_of(
        CONTENT,
        problem_at(CONTENT, "absent", message=HOSTILE, hint=HOSTILE, fix=fix),
        problem_at(CONTENT, "autre", message="[lien](https://mal.example) {0} [x](1) {niveau}"),
    )


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_of_the_corpus_acts_on_what_reads_a_report(name: str) -> None:
    report = import_module(f"segur_faq.lint.reports.{name}").render(hostile())
    acting = {c for c in report if unicodedata.category(c) in TRANSPARENT}
    assert acting <= {"\n"}
    report.encode()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_say_that_all_is_well(name: str) -> None:
    module = import_module(f"segur_faq.lint.reports.{name}")
    report = module.render(outcome_of(CONTENT))
    assert "absent" not in report
    assert report == "" or report.endswith("\n")
    assert module.render(Outcome(())) is not None


# --- concise ----------------------------------------------------------------------------------


def test_concise_is_a_line_for_each() -> None:
    lines = concise.render(usual()).replace("\u00a0", " ").splitlines()
    assert lines == [
        f"{NAME}:4:16: erreur unknown-answer « absent » ne va pas",
        f"{NAME}:4:24: avertissement same-url « autre » ne va pas",
    ]


# --- JSON -------------------------------------------------------------------------------------


def test_json_has_the_documented_keys() -> None:
    value = standard_json.loads(json.render(usual()))
    assert list(value) == ["format", "complete", "unrun", "errors", "warnings", "problems"]
    assert (value["format"], value["complete"]) == (1, True)
    assert (value["errors"], value["warnings"]) == (1, 1)
    problem, other = value["problems"]
    stretch = {"line": 4, "column": 16, "end_line": 4, "end_column": 22}
    assert {k: v for k, v in problem.items() if k not in ("message", "hint")} == {
        "file": NAME,
        **stretch,
        "severity": "error",
        "code": "unknown-answer",
        "fix": {
            "label": "Écrire «\u00a0présent\u00a0»",
            "edits": [{"file": NAME, **stretch, "text": "présent"}],
        },
    }
    assert problem["message"]
    assert problem["hint"]
    assert (other["severity"], other["fix"]) == ("warning", {})


def test_json_of_an_unreadable_file_is_not_complete() -> None:
    outcome = Outcome((Part(report_of({NAME: CONTENT}, is_complete=False)),))
    assert standard_json.loads(json.render(outcome))["complete"] is False


def test_json_says_exactly_what_a_repair_writes() -> None:
    (problem, _) = standard_json.loads(json.render(hostile()))["problems"]
    assert problem["fix"]["edits"][0]["text"] == HOSTILE


@given(st.text(st.characters(exclude_categories=[]), max_size=20))
def test_json_reads_back_whatever_stands_in_it(text: str) -> None:
    written = json.escaped(standard_json.dumps(text, ensure_ascii=False))
    assert standard_json.loads(written) == text


# --- GitHub -----------------------------------------------------------------------------------


def commands(outcome: Outcome) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as the runner does."""
    found = []
    for line in github.render(outcome).splitlines():
        match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        assert match is not None, line
        pairs = (pair.split("=", 1) for pair in match[2].split(","))
        found.append((match[1], {k: unescaped(v) for k, v in pairs}, unescaped(match[3])))
    return found


def unescaped(text: str) -> str:
    for code, char in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, char)
    return text


def test_github_shows_each_problem_on_its_line() -> None:
    (severity, where, message), (other, _, _) = commands(usual())
    assert (severity, other) == ("error", "warning")
    assert where == {
        "file": NAME,
        "line": "4",
        "endLine": "4",
        "col": "16",
        "endColumn": "22",
        "title": "segur-faq unknown-answer",
    }
    first, hint = message.split("\n")
    assert first.startswith(f"{NAME}:4:16: ")
    assert hint == "Écrivez autre chose."


def test_github_has_no_columns_over_several_lines() -> None:
    ((_, where, _),) = commands(outcome_of(CONTENT, problem_at(CONTENT, "answers:\n  - id")))
    assert (where["line"], where["endLine"]) == ("2", "3")
    assert not where.keys() & {"col", "endColumn"}


def test_github_takes_no_command_from_the_corpus() -> None:
    name = "trees/a:b,c%0A::error::d.yaml"
    problem = problem_at(CONTENT, "absent", name, message=HOSTILE, hint=HOSTILE)
    ((_, where, message),) = commands(Outcome((Part(report_of({name: CONTENT}, problem)),)))
    assert where["file"] == name
    assert "::error::x" in message


# --- GitLab -----------------------------------------------------------------------------------


def test_gitlab_has_what_a_merge_request_shows() -> None:
    issue, other = standard_json.loads(gitlab.render(usual()))
    assert issue.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
    assert issue["location"] == {"path": NAME, "lines": {"begin": 4, "end": 4}}
    assert (issue["check_name"], issue["severity"]) == ("unknown-answer", "major")
    assert other["severity"] == "minor"
    assert issue["description"].endswith("Écrivez autre chose.")
    assert not {c for c in issue["description"] if c in "\n\t"}


def test_a_fingerprint_outlives_what_is_added_above() -> None:
    before = fingerprints(outcome_of(CONTENT, problem_at(CONTENT, "absent")))
    longer = CONTENT.replace("format: 1\n", "# un mot\nformat: 1\n\n")
    assert fingerprints(outcome_of(longer, problem_at(longer, "absent"))) == before


def test_no_two_problems_have_the_same_fingerprint() -> None:
    content = "a: b\n" * 5
    same = [Problem(Place(NAME, n, 4, n, 5), "tab", "non") for n in range(1, 6)]
    others = [problem_at(content, "b", code=code) for code in ("tag", "syntax")]
    elsewhere = [Problem(Place("trees"), "missing-cascade", "non")]
    prints = fingerprints(outcome_of(content, *same, *others, *elsewhere))
    assert len(set(prints)) == len(prints) == 8


# --- SARIF ------------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", [usual(), hostile(), outcome_of(CONTENT), Outcome(())])
def test_sarif_is_what_the_schema_wants(outcome: Outcome) -> None:
    assert faults(standard_json.loads(sarif.render(outcome))) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda run: run.update(rules=[]), "$.runs[0] may not have rules"),
        (lambda run: run.pop("tool"), "$.runs[0] lacks tool"),
        (lambda run: run["results"][0].pop("message"), "$.runs[0].results[0] lacks message"),
        (lambda run: run["results"][0].update(level="fatal"), "$.runs[0].results[0].level is"),
        (lambda run: run.update(columnKind="bytes"), "$.runs[0].columnKind is 'bytes'"),
    ],
)
def test_a_wrong_sarif_would_be_seen(change, fault: str) -> None:
    log = standard_json.loads(sarif.render(usual()))
    change(log["runs"][0])
    assert any(found.startswith(fault) for found in faults(log))


def test_sarif_says_where_in_characters_and_what_would_repair() -> None:
    (run,) = standard_json.loads(sarif.render(usual()))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    first, second = run["results"]
    region = {"startLine": 4, "startColumn": 16, "endLine": 4, "endColumn": 22}
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": NAME},
        "region": region,
    }
    assert (first["level"], second["level"]) == ("error", "warning")
    assert first["fixes"] == [
        {
            "description": {"text": "Écrire «\u00a0présent\u00a0»"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": NAME},
                    "replacements": [
                        {"deletedRegion": region, "insertedContent": {"text": "présent"}}
                    ],
                }
            ],
        }
    ]
    assert "fixes" not in second


def test_sarif_has_the_page_of_each_rule_that_is_broken() -> None:
    (run,) = standard_json.loads(sarif.render(usual()))["runs"]
    pages = {rule.code: rule.page for rule in all_rules()}
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} == {result["ruleId"] for result in run["results"]}
    for rule in rules:
        assert rule["help"]["text"] == pages[rule["id"]]
        assert "helpUri" not in rule
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_every_rule_can_be_told_in_sarif() -> None:
    problems = [Problem(Place(NAME, 1, 1, 1, 2), rule.code, "non") for rule in all_rules()]
    log = standard_json.loads(sarif.render(outcome_of(CONTENT, *problems)))
    assert faults(log) == []
    for rule in log["runs"][0]["tool"]["driver"]["rules"]:
        assert rule.get("name", "").lower() != rule["id"]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("answers/é à.yaml", "answers/%C3%A9%20%C3%A0.yaml"),
        ("a#b?c%d.yaml", "a%23b%3Fc%25d.yaml"),
        ("a:b/c.yaml", "a%3Ab/c.yaml"),
        ("/absolu/c.yaml", "file:///absolu/c.yaml"),
        ("../c.yaml", "../c.yaml"),
    ],
)
def test_sarif_names_files_by_addresses(name: str, uri: str) -> None:
    problem = problem_at(CONTENT, "absent", name)
    log = standard_json.loads(sarif.render(Outcome((Part(report_of({name: CONTENT}, problem)),))))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == uri
    assert faults(log) == []


def test_what_the_corpus_says_is_no_link_nor_placeholder_of_sarif() -> None:
    _, result = standard_json.loads(sarif.render(hostile()))["runs"][0]["results"]
    said = result["message"]["text"]
    assert said.startswith(r"\[lien\](https://mal.example) {{0}} \[x\](1) {niveau}")


# --- JUnit ------------------------------------------------------------------------------------

SUITE = {
    "name", "package", "id", "timestamp", "hostname", "tests", "failures", "errors", "skipped",
    "time",
}  # fmt: skip
"""The attributes of a suite: Ant's schema wants them all, that of Jenkins takes no other."""


def check_junit(text: str) -> ET.Element:
    """Check what both schemas say: elements, their order, their attributes."""
    root = ET.fromstring(text)
    assert (root.tag, root.attrib) == ("testsuites", {})
    for number, suite in enumerate(root):
        tags = [child.tag for child in suite]
        cases = [child for child in suite if child.tag == "testcase"]
        assert tags == ["properties", *["testcase"] * len(cases), "system-out", "system-err"]
        assert suite.tag == "testsuite"
        assert suite.attrib.keys() == SUITE
        assert suite.get("id") == str(number)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", suite.get("timestamp", ""))
        assert suite.get("tests") == str(len(cases))
        assert suite.get("failures") == str(sum(c.find("failure") is not None for c in cases))
        assert suite.get("errors") == str(sum(c.find("error") is not None for c in cases))
        for case in cases:
            assert case.attrib.keys() == {"name", "classname", "time"}
            assert [child.tag for child in case] in ([], ["failure"], ["error"])
            assert all(child.attrib.keys() == {"message", "type"} for child in case)
            assert all(value == " ".join(value.split()) for value in case.attrib.values())
    return root


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("outcome", [usual(), hostile(), outcome_of(CONTENT), Outcome(())])
def test_junit_is_what_both_schemas_want(outcome: Outcome, strict: bool) -> None:
    check_junit(junit.render(replace(outcome, is_strict=strict)))


def test_junit_has_a_case_for_each_file() -> None:
    other = "trees/answers/autre.yaml"
    report = report_of({NAME: CONTENT, other: "a: b\n"}, *usual().problems)
    root = check_junit(junit.render(Outcome((Part(report),))))
    fine, wrong = root.iter("testcase")
    assert (fine.get("name"), wrong.get("name")) == (other, NAME)
    assert len(fine) == 0
    (failure,) = wrong
    assert failure.get("message", "").replace("\u00a0", " ") == "1 problème"
    assert "absent" in (failure.text or "")
    out = root.find("testsuite/system-out")
    assert out is not None
    assert "autre" in (out.text or "")  # the warning informs, and fails nothing


def test_junit_fails_for_a_warning_when_it_counts() -> None:
    problem = problem_at(CONTENT, "autre", severity=Severity.WARNING)
    outcome = outcome_of(CONTENT, problem, is_strict=True)
    assert check_junit(junit.render(outcome)).find(".//failure") is not None


def test_junit_does_not_pass_what_other_files_keep_from_a_check() -> None:
    broken = Problem(Place("trees/answers/autre.yaml", 3, 1), "syntax", "jamais fermé")
    report = report_of({NAME: CONTENT}, broken, is_complete=False)
    root = check_junit(junit.render(Outcome((Part(report, frozenset({NAME})),))))
    error = root.find(".//error")
    assert error is not None
    assert "autre.yaml:3:1" in (error.text or "")


def test_junit_says_when_it_was() -> None:
    outcome = replace(usual(), moment="2026-11-22T10:11:12")
    suite = check_junit(junit.render(outcome)).find("testsuite")
    assert suite is not None
    assert suite.get("timestamp") == "2026-11-22T10:11:12"


def test_a_suite_for_each_corpus() -> None:
    parts = usual().parts * 2
    assert len(check_junit(junit.render(Outcome(parts)))) == 2


def test_every_format_has_a_name_on_the_command_line() -> None:
    from segur_faq.cli.lint_reports import ReportFormat

    folder = Path(concise.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "excerpt"}
    assert set(ReportFormat) == modules
