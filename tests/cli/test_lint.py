"""`lint` as a command: codes, streams, formats. The rules have their own tests."""

import json

import pytest
from cli.program import plain
from cli.small_corpus import ANSWERS, CASCADE, write_corpus

from segur_faq.lint.registry import all_rules

WARNING = CASCADE.replace("label: Imagerie,", f"label: Imagerie {'et encore ' * 9},")


@pytest.fixture
def with_an_error(tmp_path):
    return write_corpus(tmp_path, answers=ANSWERS.replace("couloir: [biologie]", "couloir: [bio]"))


@pytest.fixture
def with_a_warning(tmp_path):
    write_corpus(tmp_path)
    (tmp_path / "notes.yaml").write_text("a: b\n")  # not read: reported as such
    return tmp_path


def test_an_error_is_one(call, with_an_error):
    ran = call("lint", str(with_an_error))
    assert ran.code == 1
    place = f"{with_an_error}/answers/tout.yaml"
    assert f"{place}:" in ran.out
    assert "biologie" in ran.out
    assert "1 erreur" in plain(ran.err)


def test_a_warning_is_none_unless_strict(call, with_a_warning):
    ran = call("lint", str(with_a_warning))
    assert ran.code == 0
    assert "notes.yaml" in ran.out
    assert call("lint", str(with_a_warning), "--strict").code == 1


@pytest.mark.parametrize("arguments", [["/nulle/part"], ["--trees", "/nulle/part"], ["--nope"]])
def test_what_cannot_be_checked_is_two(arguments, call):
    assert call("lint", *arguments).code == 2


def test_json_gives_every_problem_with_its_place(call, with_an_error):
    ran = call("lint", str(with_an_error), "-f", "json")
    assert (ran.code, ran.err) == (1, "")
    value = json.loads(ran.out)
    assert value["format"] == 1
    assert value["errors"] == 1
    (problem,) = [p for p in value["problems"] if p["severity"] == "error"]
    assert problem.keys() >= {"file", "line", "column", "code", "message", "hint"}
    text = (with_an_error / "answers" / "tout.yaml").read_text().splitlines()
    assert text[problem["line"] - 1][problem["column"] - 1 :].startswith("bio]")


def test_json_of_a_healthy_corpus(call, small_corpus):
    value = json.loads(call("lint", str(small_corpus), "-f", "json").out)
    assert (value["errors"], value["warnings"], value["problems"]) == (0, 0, [])


def test_the_folder_may_be_an_argument_an_option_or_the_variable(call, with_an_error, monkeypatch):
    by_argument = call("lint", str(with_an_error))
    assert call("lint", "--trees", str(with_an_error)) == by_argument
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(with_an_error))
    assert call("lint") == by_argument


def test_colour_underlines_nothing_else(call, with_an_error):
    bare = call("lint", str(with_an_error)).out
    colored = call("lint", str(with_an_error), "--color", "always").out
    assert "\x1b" not in bare
    assert "\x1b[31m" in colored


def test_a_file_name_cannot_write_to_the_terminal(call, tmp_path):
    write_corpus(tmp_path)
    (tmp_path / "answers" / "\x1b[31mrouge.yaml").write_text("format: 1\n")
    for chosen in ("text", "json"):
        ran = call("lint", str(tmp_path), "-f", chosen)
        assert ran.code == 1
        assert "\x1b" not in ran.out + ran.err


def test_every_rule_has_a_line_and_a_page(call):
    lines = call("lint", "--list-rules").out.splitlines()
    assert [line.split("\t")[0] for line in lines] == [rule.code for rule in all_rules()]
    for rule in all_rules():
        ran = call("lint", "--explain", rule.code)
        assert ran.code == 0
        assert rule.code in ran.out


def test_an_unknown_rule_gets_the_nearest(call):
    rule = all_rules()[0].code
    ran = call("lint", "--explain", rule[:-1])
    assert ran.code == 1
    assert rule in ran.err
