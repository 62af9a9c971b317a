"""Streams that are closed, full, narrow, colourless, or of another alphabet."""

import csv
import io
import json
import os
import re
import subprocess
import sys

import pytest
from cli.program import PROGRAM, run
from cli.small_corpus import ANSWERS, write_corpus

COMMANDS = {
    "show": ["show", "mssante-bal", "dmp-alimentation"],
    "show rich": ["show", "mssante-bal", "dmp-alimentation", "-f", "rich"],
    "show markdown": ["show", "mssante-bal", "dmp-alimentation", "-f", "markdown"],
    "show json": ["show", "mssante-bal", "dmp-alimentation", "-f", "json"],
    "show field": ["show", "dmp-alimentation", "--field", "body"],
    "ask": ["ask", "couloir=imagerie", "produit=psc", "--no-input"],
    "ask rich": ["ask", "couloir=imagerie", "produit=psc", "--no-input", "-f", "rich"],
    "ask many": ["ask", "--no-input"],
    "list": ["list"],
    "list ids": ["list", "-f", "ids"],
    "list json": ["list", "-f", "json"],
    "list csv": ["list", "-f", "csv"],
    "tree": ["tree"],
    "tree json": ["tree", "-f", "json"],
    "tree mermaid": ["tree", "-f", "mermaid"],
    "tree dot": ["tree", "-f", "dot"],
    "lint": ["lint", "--list-rules"],
    "define": ["define", "DMP", "CPS"],
    "coverage": ["coverage"],
    "help": ["--help"],
    "show help": ["show", "--help"],
    "version": ["--version"],
}
every_command = pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
SOME = ("show", "show rich", "list", "tree", "help", "show help")
some_commands = pytest.mark.parametrize("words", [COMMANDS[name] for name in SOME], ids=SOME)
ANSI = re.compile(r"\x1b|\x9b")


# --- piped -------------------------------------------------------------------------------------


@every_command
def test_what_is_piped_has_no_colour_and_no_trailing_space(words, call):
    ran = call(*words)
    assert ran.code == 0
    assert not ANSI.search(ran.out + ran.err)
    assert not [line for line in ran.out.splitlines() if line != line.rstrip(" ")]
    assert ran.out.endswith("\n")
    assert not ran.out.endswith("\n\n")


@every_command
def test_the_same_command_gives_the_same_bytes(words, call):
    assert call(*words) == call(*words)


# --- colour ------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [["show", "dmp-imagerie", "-f", "rich"], ["lint"]])
@pytest.mark.parametrize(
    ("options", "variables", "colored"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1", "GITHUB_ACTIONS": "true", "PY_COLORS": "1"}, False),
        (["--color", "auto"], {}, False),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "always"], {"TERM": "dumb"}, True),
    ],
)
def test_colour_in_a_pipe(words, options, variables, colored, call, monkeypatch, tmp_path):
    if words == ["lint"]:
        words = ["lint", str(tmp_path)]  # not a corpus: there is something to say
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert bool(ANSI.search(call(*words, *options).out)) == colored


@pytest.mark.parametrize(
    ("options", "variables", "colored"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"NO_COLOR": ""}, True),
        ([], {"TERM": "dumb"}, False),
        (["--color", "never"], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
    ],
)
@pytest.mark.parametrize(
    ("words", "said"), [(["show", "dmp-imagerie"], "obligation"), (["list"], "dmp-imagerie")]
)
def test_colour_on_a_terminal(words, said, options, variables, colored, call, monkeypatch):
    from segur_faq.cli import console

    monkeypatch.setattr(console, "is_terminal", lambda stream: True)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    ran = call(*words, *options)
    assert bool(ANSI.search(ran.out)) == colored
    assert said in ran.out


def test_scripts_formats_have_no_colour_even_if_asked(call):
    for chosen in ("text", "markdown", "json"):
        assert not ANSI.search(call("show", "mssante-bal", "-f", chosen, "--color", "always").out)


# --- widths ------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", ["", "abc", "-5", "0", "1", "²", "9" * 5000, "40.5"])
def test_a_strange_width_is_survived(columns, call, monkeypatch):
    monkeypatch.setenv("COLUMNS", columns)
    ran = call("show", "mssante-bal", "-f", "rich")
    assert ran.code == 0
    assert "https" in ran.out.replace("\n", "")


def test_the_width_is_that_of_the_variable_when_there_is_no_terminal(call, monkeypatch):
    for columns, widest in (("40", 40), ("72", 72), ("500", 100)):
        monkeypatch.setenv("COLUMNS", columns)
        lines = call("show", "mssante-bal", "-f", "rich").out.splitlines()
        assert max(map(len, lines)) == widest


# --- closed and full ---------------------------------------------------------------------------


@every_command
def test_a_reader_that_has_gone_is_no_error(words, call, monkeypatch):
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        ran = call(*words)
        monkeypatch.undo()
    assert ran.code == 0
    assert "roken" not in ran.err


def test_a_reader_that_has_gone_leaves_a_quiet_process():
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = run("show", "dmp-alimentation", stdout=writing)
    finally:
        os.close(writing)
    assert (ran.code, ran.err) == (0, "")


def test_head_takes_one_line_and_nobody_complains():
    program = " ".join(PROGRAM)
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c",
         f"{program} show dmp-alimentation | head -1; echo ${{PIPESTATUS[0]}}"],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert done.stdout.splitlines() == ["Comment alimenter le DMP ?", "0"]
    assert done.stderr == ""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
@some_commands
def test_a_full_disk_is_said_in_french(words):
    with open("/dev/full", "wb") as full:
        ran = run(*words, stdout=full)
    assert ran.code == 2
    assert ran.err.startswith("Erreur")
    assert "disque" in ran.err


@some_commands
def test_a_closed_output_is_survived(words):
    ran = run(*words, preexec_fn=lambda: os.close(1))
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("stream", ["closed", "/dev/full"])
@pytest.mark.parametrize(
    ("words", "code"),
    [(["show", "nope"], 1), (["list", "nope=1"], 2), (["show"], 2), (["lint"], 0),
     (["ask", "--no-input"], 0), (["show", "dmp-etablissement"], 0)],
)  # fmt: skip
def test_messages_that_cannot_be_written_change_nothing(stream, words, code):
    if stream == "closed":
        assert run(*words, preexec_fn=lambda: os.close(2)).code == code
    else:
        with open("/dev/full", "wb") as full:
            assert run(*words, stderr=full).code == code


def test_questions_that_nobody_can_see_are_not_asked():
    ran = run("ask", "--simple", stdin="1\n1\n1\nq\n", preexec_fn=lambda: os.close(2))
    assert (ran.code, ran.out) == (2, "")


def test_everything_closed():
    ran = run("show", "dmp-imagerie", preexec_fn=lambda: [os.close(n) for n in (0, 1, 2)])
    assert ran.code == 0


# --- alphabets ---------------------------------------------------------------------------------


@pytest.fixture
def call_in(call, monkeypatch):
    """Run the program with streams of another encoding."""

    def run_here(encoding, *words):
        streams = [io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="") for _ in range(2)]
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", streams[0])
            patch.setattr(sys, "stderr", streams[1])
            code = call(*words).code
        for stream in streams:
            stream.flush()
        return code, *(stream.buffer.getvalue().decode(encoding) for stream in streams)

    return run_here


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "utf-8", "cp437", "utf-16"])
@pytest.mark.parametrize("words", [["show", "dmp-hopital"], ["show", "dmp-hopital", "-f", "rich"],
                                   ["tree"], ["show", "nope"]])  # fmt: skip
def test_any_encoding_is_written_and_readable(encoding, words, call_in):
    code, out, err = call_in(encoding, *words)
    assert code == (words == ["show", "nope"])
    written = out + err
    expected = "l'identifiant" if words == ["show", "nope"] else "ôpital"
    assert (expected.replace("ô", "o") if encoding == "ascii" else expected) in written
    # There was something near for every character.
    assert written.count("?") == "".join(call_in("utf-8", *words)[1:]).count("?")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1"])
def test_what_a_script_reads_is_well_formed_in_any_encoding(encoding, call_in, tmp_path):
    short = "Non : voir « le guide », page « 12 » — et l’annexe…"
    write_corpus(tmp_path, answers=ANSWERS.replace("Oui, c'est une obligation.", f'"{short}"'))
    trees = ["--trees", str(tmp_path)]
    _, out, _ = call_in(encoding, "show", "dmp-imagerie", "-f", "json", *trees)
    assert "le guide" in json.loads(out)["short"]
    _, out, _ = call_in(encoding, "list", "-f", "csv", *trees)
    rows = list(csv.reader(io.StringIO(out), strict=True))
    assert {len(row) for row in rows} == {7}


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONIOENCODING": "cp1252"},
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    ],
)
def test_a_process_in_another_locale(variables):
    ran = run("show", "dmp-hopital", env=variables)
    assert (ran.code, ran.err) == (0, "")
    assert "pital" in ran.out
