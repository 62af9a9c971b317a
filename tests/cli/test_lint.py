"""`lint` as a command: codes, streams, formats, files, repairs. The rules have their own tests."""

import io
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from cli.program import plain, run
from cli.small_corpus import HEALTHY, write_healthy_corpus

from segur_faq.cli import lint_repairs
from segur_faq.corpus.files import MAX_BYTES
from segur_faq.lint.registry import all_rules

ANSWERS, CASCADE = HEALTHY["answers"], HEALTHY["cascade"]
WARNING = CASCADE.replace("label: Imagerie,", f"label: Imagerie {'et encore ' * 9},")


@pytest.fixture
def with_an_error(tmp_path):
    return write_healthy_corpus(
        tmp_path, answers=ANSWERS.replace("couloir: [biologie]", "couloir: [bio]")
    )


@pytest.fixture
def with_a_warning(tmp_path):
    write_healthy_corpus(tmp_path)
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


def test_json_of_a_healthy_corpus(call, tmp_path):
    value = json.loads(call("lint", str(write_healthy_corpus(tmp_path)), "-f", "json").out)
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
    write_healthy_corpus(tmp_path)
    (tmp_path / "answers" / "\x1b[31mrouge.yaml").write_text("format: 1\n")
    for chosen in ("text", "json"):
        ran = call("lint", str(tmp_path), "-f", chosen)
        assert ran.code == 1
        assert "\x1b" not in ran.out + ran.err


def test_every_rule_has_a_line_and_a_page(call):
    lines = [line.split("\t") for line in call("lint", "--list-rules").out.splitlines()]
    assert [line[0] for line in lines] == [rule.code for rule in all_rules()]
    repaired = {line[0] for line in lines if line[3:] == ["se répare par --fix"]}
    assert repaired == {rule.code for rule in all_rules() if rule.is_fixable}
    assert "unknown-option" in repaired
    assert "syntax" not in repaired
    assert (
        "se répare par segur-faq lint --fix"
        in call("lint", "--explain", "unknown-option").out.lower()
    )
    for rule in all_rules():
        ran = call("lint", "--explain", rule.code)
        assert ran.code == 0
        assert rule.code in ran.out


def test_an_unknown_rule_gets_the_nearest(call):
    rule = all_rules()[0].code
    ran = call("lint", "--explain", rule[:-1])
    assert ran.code == 1
    assert rule in ran.err


# --- several formats, several places ----------------------------------------------------------


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder to stand in, with a corpus that has one mistake, which can be repaired."""
    answers = ANSWERS.replace("couloir: [biologie]", "couloir: [ LBM ]")
    write_healthy_corpus(tmp_path / "faq", answers=answers)
    monkeypatch.chdir(tmp_path)
    return tmp_path


WRONG = "faq/answers/tout.yaml"


def line_of_mistake(folder):
    return (folder / WRONG).read_text("utf-8").partition("LBM ]")[0].count("\n") + 1


def test_a_report_to_the_screen_and_others_in_files(call, here):
    ran = call(
        "lint", "faq", "-f", "text", "-f", "sarif", "-o", "a/b.sarif", "-f", "junit", "-o", "c"
    )
    assert ran.code == 1
    assert f"{WRONG}:{line_of_mistake(here)}:" in ran.out
    (log,) = json.loads((here / "a" / "b.sarif").read_text("utf-8"))["runs"]
    assert [result["ruleId"] for result in log["results"]] == ["unknown-option"]
    assert ET.fromstring((here / "c").read_text("utf-8")).find(".//failure") is not None


@pytest.mark.parametrize(
    ("words", "to_screen", "in_files"),
    [
        ("-f json", "json", {}),
        ("-f json -o a", None, {"a": "json"}),
        ("-o a -f json", None, {"a": "json"}),
        ("-f json -f junit -o a", "json", {"a": "junit"}),
        ("-f json -o a -f junit", "junit", {"a": "json"}),
        ("-f json -o a -f junit -o b", None, {"a": "json", "b": "junit"}),
        ("-f json -f junit -o a -o b", None, {"a": "json", "b": "junit"}),
        ("-f json -f junit -f sarif -o a -o b", "json", {"a": "junit", "b": "sarif"}),
        ("-f json -f junit -o a -f sarif -o b", "json", {"a": "junit", "b": "sarif"}),
        ("-f json -o - -f junit -o a", "json", {"a": "junit"}),
        ("--format=json --output=a -fjunit -ob", None, {"a": "json", "b": "junit"}),
        ("-f json -o a -f json", "json", {"a": "json"}),
        ("-o a", None, {"a": "text"}),
    ],
)
def test_each_report_goes_where_it_is_sent(words, to_screen, in_files, call, here):
    ran = call("lint", "faq", *words.split())
    assert ran.code == 1, ran.err
    assert kind_of(ran.out) == to_screen
    written = {
        path.name: kind_of(path.read_text("utf-8")) for path in here.iterdir() if path.is_file()
    }
    assert written == in_files


def kind_of(report):
    if not report:
        return None
    if report.startswith("<?xml"):
        return "junit"
    if report.startswith("{"):
        return "sarif" if "$schema" in report else "json"
    return "gitlab" if report.startswith("[") else "github" if report.startswith("::") else "text"


@pytest.mark.parametrize(
    "words",
    [
        "-f json -f text",
        "-f json -f junit -f sarif -o a",
        "-f json -o a -o b",
        "-o a -f json -f junit",
        "-o a -o b",
        "-f json -o a -f junit -o a",
        "-f json -o a -f junit -o ./a",
        "-f json -o - -f junit",
        "-f nope",
        "-f json -o faq/answers/tout.yaml",
        "-f json -o faq",
        "--output=",
    ],
)
def test_what_could_mean_two_things_is_refused(words, call, here):
    before = (here / WRONG).read_bytes()
    ran = call("lint", "faq", *words.split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Erreur")
    assert [path for path in here.iterdir() if path.is_file()] == []
    assert (here / WRONG).read_bytes() == before


def test_a_report_replaces_the_one_before(call, here):
    (here / "a").write_text("avant " * 10_000)
    call("lint", "faq", "-f", "json", "-o", "a")
    assert json.loads((here / "a").read_text("utf-8"))["errors"] == 1


@pytest.mark.parametrize(
    ("words", "kind"), [("", "github"), ("-f text", "text"), ("-f json", "json")]
)
def test_github_is_chosen_by_itself_in_its_ci(words, kind, call, here, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    ran = call("lint", "faq", *words.split())
    assert (ran.code, kind_of(ran.out)) == (1, kind)
    if kind == "github":
        assert f"file={WRONG},line={line_of_mistake(here)}," in ran.out
        assert "1 erreur" in plain(ran.err)


@pytest.mark.parametrize(
    ("chosen", "encoding"),
    [("json", "cp1252"), ("junit", "cp1252"), ("sarif", "ascii"), ("gitlab", "utf-16")],
)
def test_programs_read_a_report_whatever_the_encoding_of_the_stream(chosen, encoding, here):
    done = subprocess.run(
        [sys.executable, "-m", "segur_faq", "lint", "faq", "-f", chosen],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        stdout=subprocess.PIPE,
        check=False,
    )
    written = done.stdout.decode(encoding)
    assert written.isascii()
    said = ET.tostring(ET.fromstring(written), "unicode") if chosen == "junit" else written
    assert "n'est pas une option" in said


# --- what is looked at ------------------------------------------------------------------------


@pytest.fixture
def two(here):
    """A second file of answers, with a mistake of its own."""
    text = ANSWERS.partition("\n  - id: dmp-imagerie")[0]
    other = text.replace("dmp-alimentation", "dmp-bis").replace("[dmp]", "[dpm]")
    other = other.replace("[alimenter DMP, API DMP]", "[remplir le carnet, une autre voie]")
    other = other.replace("Comment alimenter le DMP", "Quelle carte faut-il pour cela")
    head, _, rest = other.partition("    body: |\n")
    body = "    body: Elle se commande au secrétariat, qui répond en trois jours.\n"
    other = head + body + rest[rest.index("    links:") :]
    other = other.replace("Par une API, ou par une transaction TD2.", "Celle du service concerné.")
    (here / "faq" / "answers" / "bis.yaml").write_text(other, "utf-8")
    return here


def files_of(ran):
    return {problem["file"] for problem in json.loads(ran.out)["problems"]}


@pytest.mark.parametrize(
    ("paths", "named"),
    [
        (["faq"], {"bis", "tout"}),
        (["faq/answers/bis.yaml"], {"bis"}),
        (["./faq/answers/../answers/bis.yaml"], {"bis"}),
        (["faq/answers/bis.yaml", "faq/answers/tout.yaml"], {"bis", "tout"}),
        (["faq/answers/bis.yaml", "faq"], {"bis", "tout"}),
        (["faq", "faq/answers/bis.yaml", "./faq/"], {"bis", "tout"}),
        (["faq/answers"], {"bis", "tout"}),
        (["faq/glossary.yaml"], set()),
        (["faq/cascade.yaml", "faq/sources.yaml"], set()),
    ],
)
def test_a_file_is_checked_against_its_corpus(paths, named, call, two):
    ran = call("lint", *paths, "-f", "json")
    assert files_of(ran) == {f"faq/answers/{name}.yaml" for name in named}
    assert ran.code == (1 if named else 0)


def test_paths_are_told_from_where_one_stands(call, two, monkeypatch):
    absolute = two / "faq" / "answers" / "bis.yaml"
    assert files_of(call("lint", str(absolute), "-f", "json")) == {"faq/answers/bis.yaml"}
    monkeypatch.chdir(two / "faq")
    assert files_of(call("lint", "answers/bis.yaml", "-f", "json")) == {"answers/bis.yaml"}
    assert files_of(call("lint", ".", "-f", "json")) == {"answers/bis.yaml", "answers/tout.yaml"}
    monkeypatch.chdir(two / "faq" / "answers")
    assert files_of(call("lint", "bis.yaml", "-f", "json")) == {"../answers/bis.yaml"}
    assert files_of(call("lint", str(absolute), "-f", "json")) == {str(absolute)}


def test_several_corpora_at_once(call, two):
    fine = write_healthy_corpus(two / "bon")
    assert call("lint", str(fine)).code == 0
    ran = call("lint", "bon", "faq", "-f", "json")
    assert (ran.code, files_of(ran)) == (1, {"faq/answers/bis.yaml", "faq/answers/tout.yaml"})
    ran = call("lint", "faq", "bon")
    assert "9 fichiers et 19 réponses" in plain(ran.err)


def test_what_other_files_break_is_not_passed(call, two):
    (two / "faq" / "answers" / "bis.yaml").write_text("format: 1\nanswers: [", "utf-8")
    ran = call("lint", "faq/glossary.yaml")
    assert (ran.code, ran.out) == (1, "")
    assert "faq/answers/bis.yaml:2" in ran.err


@pytest.mark.parametrize(
    "path",
    ["faq/absent.yaml", "absent", "ailleurs.yaml", "faq/notes.txt", "faq/answers/.cachee.yaml", ""],
)
def test_what_is_no_file_of_a_corpus_cannot_be_checked(path, call, two):
    for name in ("ailleurs.yaml", "faq/notes.txt", "faq/answers/.cachee.yaml"):
        (two / name).write_text("a: b\n")
    ran = call("lint", path)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) >= 2


def test_a_file_that_is_not_read_is_told(call, two):
    (two / "faq" / "notes.yaml").write_text("a: b\n")
    ran = call("lint", "faq/notes.yaml", "-f", "json")
    assert [p["code"] for p in json.loads(ran.out)["problems"]] == ["stray-file"]


# --- standard input ---------------------------------------------------------------------------


@pytest.fixture
def send(call, monkeypatch):
    def send_here(text, *arguments):
        content = text.encode() if isinstance(text, str) else text
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        return call("lint", *arguments)

    return send_here


def snapshot(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("dash", [["-"], []], ids=["-", "no -"])
def test_what_an_editor_sends_counts_in_the_place_of_the_file(dash, send, two):
    before = snapshot(two)
    text = ANSWERS.replace("[page-officielle", "[page").replace("ref: oui-dire", "ref: nulle-part")
    ran = send(text, *dash, "--stdin-filename", WRONG, "-f", "json")
    assert ran.code == 1
    assert files_of(ran) == {WRONG}
    assert {p["code"] for p in json.loads(ran.out)["problems"]} >= {"unknown-source"}
    assert snapshot(two) == before


def test_a_file_that_is_not_saved_yet_belongs_to_its_corpus(send, two):
    text = ANSWERS.partition("\n  - id: dmp-imagerie")[0].replace("[dmp]", "[dpm]")
    ran = send(text, "-", "--stdin-filename", "faq/answers/neuf/a.yaml", "-f", "json")
    codes = {problem["code"] for problem in json.loads(ran.out)["problems"]}
    assert files_of(ran) == {"faq/answers/neuf/a.yaml"}
    assert codes >= {"unknown-option", "duplicate-id"}
    assert not (two / "faq" / "answers" / "neuf").exists()


def test_a_cascade_that_is_not_saved_yet_is_one(send, here):
    (here / "neuve").mkdir()
    ran = send(CASCADE, "--stdin-filename", "neuve/cascade.yaml", "-f", "json")
    assert files_of(ran) <= {"neuve/cascade.yaml"}
    assert json.loads(ran.out)["complete"]


def test_what_is_sent_may_be_anything(send, two):
    for content in (b"", b"\xff\xfe", b"\x00" * 10, b"a" * (MAX_BYTES + 9), b"[" * 10_000):
        ran = send(content, "-", "--stdin-filename", WRONG)
        assert ran.code == 1
        assert ran.out.startswith(f"{WRONG}:1:")


@pytest.mark.parametrize(
    "words",
    [
        ["-"],
        ["-", "faq"],
        ["-", "faq", "--stdin-filename", WRONG],
        ["-", "--stdin-filename", "ailleurs/x.yaml"],
        ["-", "--stdin-filename", "faq/notes.txt"],
        ["-", "--stdin-filename", WRONG, "--trees", "faq"],
        ["-", "--stdin-filename", ""],
    ],
)
def test_standard_input_needs_one_file(words, send, two):
    ran = send(ANSWERS, *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Erreur")


def test_the_repaired_text_comes_back(send, here):
    before = snapshot(here)
    text = (here / WRONG).read_text("utf-8").replace("\n", "\r\n")
    ran = send(text, "-", "--stdin-filename", WRONG, "--fix")
    assert ran.code == 0
    assert ran.out == text.replace("[ LBM ]", "[ biologie ]")
    assert "1 réparation" in plain(ran.err)
    assert snapshot(here) == before


def test_what_cannot_be_repaired_comes_back_as_it_was(send, here):
    text = "format: 1\nanswers: ["
    ran = send(text, "-", "--stdin-filename", WRONG, "--fix")
    assert (ran.code, ran.out) == (1, text)
    assert f"{WRONG}:2" in ran.err


# --- repairs ----------------------------------------------------------------------------------


def test_repairs_are_made_and_told(call, here):
    before = (here / WRONG).read_bytes()
    ran = call("lint", "faq", "--fix")
    assert (ran.code, ran.out) == (0, "")
    assert "1 réparation dans 1 fichier." in plain(ran.err)
    assert "aucun problème" in ran.err
    assert (here / WRONG).read_bytes() == before.replace(b"[ LBM ]", b"[ biologie ]")
    again = snapshot(here)
    assert "Rien à réparer." in call("lint", "faq", "--fix").err
    assert snapshot(here) == again


def test_what_remains_is_reported(call, two):
    ran = call("lint", "faq", "--fix")
    assert ran.code == 1
    assert "faq/answers/bis.yaml" in ran.out
    assert WRONG not in ran.out
    assert "1 erreur" in plain(ran.err)


def test_only_the_files_that_are_named_are_repaired(call, two):
    bis = two / "faq" / "answers" / "bis.yaml"
    bis.write_text(bis.read_text("utf-8").replace("[dpm]", "[DMP]"), "utf-8")
    before = (two / WRONG).read_bytes()
    assert call("lint", "faq/answers/bis.yaml", "--fix").code == 0
    assert "[dmp]" in bis.read_text("utf-8")
    assert (two / WRONG).read_bytes() == before


@pytest.mark.parametrize("words", [["--diff"], ["--diff", "--fix"]], ids=" ".join)
def test_a_diff_shows_the_repairs_and_writes_nothing(words, call, here):
    before = snapshot(here)
    ran = call("lint", "faq", *words)
    assert ran.code == 1
    assert f"--- {WRONG}\n+++ {WRONG}\n" in ran.out
    changed = [line for line in ran.out.splitlines() if line[:1] in "+-"][2:]
    assert [line.strip("-+ ") for line in changed] == [
        changed[0].strip("-+ "),
        changed[0].strip("-+ ").replace("LBM", "biologie"),
    ]
    assert "1 réparation dans 1 fichier" in plain(ran.err)
    assert snapshot(here) == before


def test_patch_takes_the_diff(call, here):
    shown = call("lint", "faq", "--diff").out
    done = subprocess.run(["patch", "-p0"], input=shown.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stdout
    assert call("lint", "faq").code == 0


def test_a_diff_of_nothing_is_empty(call, tmp_path):
    ran = call("lint", str(write_healthy_corpus(tmp_path)), "--diff")
    assert (ran.code, ran.out) == (0, "")
    assert "Rien à réparer." in ran.err


def test_a_diff_is_coloured_as_everything_else(call, here):
    assert "\x1b" not in call("lint", "faq", "--diff").out
    assert "\x1b[32m+" in call("lint", "faq", "--diff", "--color", "always").out


def test_a_diff_and_a_report_do_not_share_a_stream(call, here):
    ran = call("lint", "faq", "--diff", "-f", "json")
    assert (ran.code, ran.out) == (2, "")
    assert call("lint", "faq", "--diff", "-f", "json", "-o", "a").code == 1
    assert json.loads((here / "a").read_text("utf-8"))["errors"] == 1


def test_the_summary_names_the_command_that_repairs(call, here):
    assert "1 se répare par segur-faq lint --fix faq" in plain(call("lint", "faq").err)
    (here / "faq").rename(here / "ma faq")
    assert "lint --fix 'ma faq'" in plain(call("lint", "ma faq").err)
    assert "lint --fix --trees 'ma faq'" in plain(call("lint", "--trees", "ma faq").err)


def test_the_corpus_of_the_program_is_not_repaired(call, here, monkeypatch):
    before = snapshot(here)
    monkeypatch.setattr(lint_repairs, "inside_package", (here / "faq").resolve)
    ran = call("lint", "faq", "--fix")
    assert (ran.code, ran.out) == (2, "")
    assert call("lint", "faq", "--diff").code == 1
    assert snapshot(here) == before


def test_nothing_is_repaired_when_something_named_does_not_exist(call, here):
    before = snapshot(here)
    assert call("lint", "faq", "absent", "--fix").code == 2
    (here / "faq" / "notes.txt").write_text("")
    before = snapshot(here)
    assert call("lint", WRONG, "faq/notes.txt", "--fix").code == 2
    assert snapshot(here) == before


def test_a_file_that_cannot_be_written_is_told(here):
    if os.geteuid() == 0:
        pytest.skip("root writes everywhere")
    (here / "faq" / "answers").chmod(0o500)
    ran = run("lint", "faq", "--fix", cwd=here)
    (here / "faq" / "answers").chmod(0o700)
    assert ran.code == 2
    assert Path(WRONG).name in ran.err
