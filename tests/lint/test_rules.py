"""Each folder of tests/corpora/{invalid,valid} is a test: add a folder, and it is one more."""

import ast
import inspect
import re
from pathlib import Path

import pytest
import yaml
from lint.lint_cases import (
    BASE,
    LOADERS,
    QUICK,
    SLOW,
    case_name,
    cases,
    expected,
    found,
    lay,
    lay_base,
    lint,
    told,
    without_columns,
)

import segur_faq.corpus
from segur_faq.corpus import nodes
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reader import read_corpus
from segur_faq.lint import history, waivers
from segur_faq.lint.registry import FAMILIES, Rule, all_rules

RULES = {rule.code: rule for rule in all_rules()}
NEEDS_A_REAL_FILE_SYSTEM = {"outside-corpus", "too-large", "unreadable-file"}
"""No folder can hold these: test_hostile_files.py makes them."""

NEEDS_AN_EARLIER_STATE = set(history.CODES)
"""Two folders are needed to see these: test_history.py compares them."""

READ_BY_THE_PARSER = [
    case
    for kind in ("invalid", "valid")
    for case in cases(kind)
    if not RULES[case.parent.name].check
]

HEADINGS = ["Ce que la règle vérifie", "Pourquoi", "Exemple", "À écrire plutôt"]
NOT_ABOUT_YAML = {"missing-cascade", "outside-corpus", "unreadable-file"}
REFUSED_BY_THE_PARSER = {"syntax", "anchor-or-alias"}


@pytest.mark.parametrize("case", cases("invalid"), ids=case_name)
def test_reports_exactly_what_is_wrong(case: Path, tmp_path: Path) -> None:
    rules = None if case.parent.name == SLOW else QUICK
    assert found(lay(case, tmp_path), rules) == expected(case)


@pytest.mark.parametrize("case", cases("valid"), ids=case_name)
def test_says_nothing_of_what_only_looks_wrong(case: Path, tmp_path: Path) -> None:
    assert found(lay(case, tmp_path)) == []


@pytest.mark.parametrize("case", READ_BY_THE_PARSER, ids=case_name)
def test_the_parser_without_libyaml_agrees(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nodes, "_LOADER", LOADERS["pure"])
    lines = expected(case) if (case / "expected.txt").exists() else []
    directory = lay(case, tmp_path)
    read = told(read_corpus(directory).problems, directory)
    assert without_columns(read) == without_columns([n for n in lines if is_of_reading(n)])


def is_of_reading(line: str) -> bool:
    code = line.split()[1]
    return RULES[code].check is None and code != waivers.UNUSED


def test_the_base_corpus_is_healthy(tmp_path: Path) -> None:
    report = lint(lay_base(tmp_path))
    assert report.problems == ()
    assert report.is_complete
    assert len(report.reading.answers) == 4


@pytest.mark.parametrize("kind", ["invalid", "valid"])
def test_every_rule_has_a_case(kind: str) -> None:
    tested = {case.parent.name for case in cases(kind)}
    assert tested == RULES.keys() - NEEDS_A_REAL_FILE_SYSTEM - NEEDS_AN_EARLIER_STATE


def test_an_invalid_case_is_about_the_rule_of_its_folder() -> None:
    for case in cases("invalid"):
        assert case.parent.name in {line.split()[1] for line in expected(case)}, case


def test_reading_emits_exactly_the_codes_that_have_a_page_alone() -> None:
    pages = {code: rule.severity for code, rule in RULES.items() if rule.check is None}
    assert _emitted_by_reading() == pages


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_page_says_what_why_and_how(rule: Rule) -> None:
    assert 0 < len(rule.title) <= 72
    assert _source_page(rule).splitlines()[0] == rule.title.replace("\u00a0", " ")
    headings = [line for line in _source_page(rule).splitlines()[1:] if line[:1].strip()]
    assert headings == HEADINGS
    assert all(_sections(rule)[heading].strip() for heading in HEADINGS)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_examples_of_a_page_are_yaml(rule: Rule) -> None:
    wrong, right = (_sections(rule)[heading] for heading in HEADINGS[2:])
    assert wrong != right
    assert "\t" not in right
    yaml.compose(right)
    if rule.code not in REFUSED_BY_THE_PARSER:
        list(yaml.parse(wrong))


def test_rules_are_ordered_by_family() -> None:
    families = [rule.family for rule in all_rules()]
    assert list(dict.fromkeys(families)) == list(FAMILIES)


def test_no_case_knows_the_shipped_corpus() -> None:
    """The base corpus has another subject, so that no code can depend on the one shipped."""
    words = {"couloir", "dispositif", "thematique", "offre"}
    for file in BASE.rglob("*.yaml"):
        assert not words & set(re.findall(r"\w+", file.read_text("utf-8")))


def _emitted_by_reading() -> dict[str, Severity]:
    """Find the codes in the sources, so that a new one cannot be forgotten here."""
    emitted = {}
    for source in Path(inspect.getfile(segur_faq.corpus)).parent.glob("*.py"):
        for call in ast.walk(ast.parse(source.read_text("utf-8"))):
            is_add = isinstance(call, ast.Call) and ast.unparse(call.func).endswith("problems.add")
            if is_add and isinstance(call.args[0], ast.Constant):
                warns = any("WARNING" in ast.unparse(argument) for argument in call.args)
                emitted[call.args[0].value] = Severity.WARNING if warns else Severity.ERROR
    # What the parser refuses is coded in `syntax` and only passed on by `nodes`.
    emitted |= {"syntax": Severity.ERROR, "tab": Severity.ERROR}
    # The runner's own, and what comparing with an earlier state shows.
    return emitted | {waivers.UNUSED: Severity.WARNING} | history.CODES


def _source_page(rule: Rule) -> str:
    module = f"segur_faq.lint.rules.{rule.family}.{rule.code.replace('-', '_')}"
    return inspect.cleandoc(__import__(module, fromlist=["__doc__"]).__doc__ or "")


def _sections(rule: Rule) -> dict[str, str]:
    sections: dict[str, str] = {}
    for line in _source_page(rule).splitlines():
        if line in HEADINGS:
            sections[line] = ""
        elif sections:
            heading = list(sections)[-1]
            assert line.startswith("    "), line
            sections[heading] += line.removeprefix("    ") + "\n"
    return sections
