"""Nothing that a user reads is English: help pages, usage errors, all that typer has words for."""

import re

import pytest
from cli.program import run

from segur_faq.cli.app import COMMANDS

ENGLISH = {
    "this", "exit", "required", "default", "missing", "invalid", "value", "choose", "choice", "no",
    "such", "unexpected", "got", "error", "try", "for", "aborted", "did", "mean", "takes", "take",
    "requires", "require", "valid", "file", "does", "not", "is", "found", "unknown", "the", "and",
    "with", "installed", "customize", "dynamic", "deprecated", "will", "once", "you", "restart",
    "supported", "completion",
}  # fmt: skip
"""Words of typer and click that are neither French nor names in this program."""
METAVARS = (
    "TEXT",
    "INTEGER",
    "PATH",
    "FILE",
    "FILENAME",
    "DIRECTORY",
    "FLOAT",
    "BOOLEAN",
    "CHOICE",
)
HEADINGS = ("Usage:", "Options:", "Arguments:", "Commands")


def english_in(text):
    """Give the English words of a text, options and quotations apart."""
    text = re.sub(r"--?[\w-]+|«[^»]*»", "", text)
    found = {word for word in re.findall(r"\b[a-z]+\b", text) if word in ENGLISH}
    found |= {word for word in METAVARS if re.search(rf"\b{word}\b", text)}
    return found | {heading for heading in HEADINGS if heading in text}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Usage: x [OPTIONS]", {"Usage:"}),
        ("  --help  Show this message and exit.", {"this", "and", "exit"}),
        ("Error: No such option: --nope", {"such"}),
        ("  --trees TEXT  Corpus à lire.  [default: x]", {"TEXT", "default"}),
        ("Usage : segur-faq show [OPTIONS]\nOptions :\n  -h, --help  Affiche cette aide.", set()),
    ],
)
def test_the_list_of_words_itself(text, found):
    assert english_in(text) == found


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_french_and_complete(command, option, call):
    ran = call(*command.split(), option)
    assert (ran.code, ran.err) == (0, "")
    assert english_in(ran.out) == set()
    assert ran.out.startswith(f"Usage\u00a0: segur-faq {command}".rstrip() + " ")
    assert "--help" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
    assert not [line for line in ran.out.splitlines() if line != line.rstrip()]
    for line in ran.out.splitlines():
        # Every option and command is explained, on its line or on the next.
        assert not re.fullmatch(r"  (--?[\w-]+(, )?)+|  [a-z]+", line)


def test_the_program_alone_gives_its_help(call):
    assert call() == call("--help")
    for command in COMMANDS:
        assert f"  {command} " in call().out


def test_help_is_the_same_in_every_language(call):
    german = run("ask", "--help", env={"LANGUAGE": "de", "LC_ALL": "C.UTF-8"})
    assert german == call("ask", "--help")


USAGE_ERRORS = [
    "show", "lint a b", "show --field", "list --format", "tree --depth", "tree --depth x",
    "tree --depth 0", "tree --depth 1.5", "list --format nope", "ask --color rouge", "list -f",
    "list -fnope", "list -z", "list -zf ids", "--nope", "nope", "--version=3", "ask --simple=1",
    "ask --no-input=", "lint --explain", "lint --strict=oui", "show x --trees", "list --format=",
    "tree --depth=", "-", "-x", "--format json", "define", "coverage x",
    "new --file",
]  # fmt: skip


@pytest.mark.parametrize("command", USAGE_ERRORS)
def test_a_usage_error_is_french(command, call):
    ran = call(*command.split())
    assert "Traceback" not in ran.err
    assert (ran.code, ran.out) == (2, "")
    assert english_in(ran.err) == set()
    assert ran.err.startswith("Erreur")
    assert len(ran.err.splitlines()) >= 2


@pytest.mark.parametrize(
    ("command", "named"),
    [
        ("show", ["ID", "segur-faq show --help"]),
        ("coverage a", [" a."]),
        ("coverage b(c) d", [" b(c) d."]),
        ("show --field", ["--field", "valeur"]),
        ("ask --replay", ["--replay", "LIGNE", "parcours", "couloir=", "segur-faq ask --help"]),
        ("list -f", ["-f", "table", "ids", "segur-faq list --help"]),
        ("tree --depth x", ["--depth", "nombre entier"]),
        ("list --format nope", ["--format", "table", "ids", "json", "csv"]),
        ("ask --color rouge", ["--color", "auto", "always", "never"]),
        ("ask --simple=1", ["--simple", "pas de valeur"]),
        ("ask --nope", ["--nope", "segur-faq ask --help"]),
        ("nope", ["nope", *COMMANDS]),
    ],
)
def test_a_usage_error_names_what_is_wrong_and_what_would_be_right(command, named, call):
    ran = call(*command.split())
    for name in named:
        assert name in ran.err.replace("\u00a0", " ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "tcsh", None])
def test_completion_is_installed_in_french(shell, call, tmp_path, monkeypatch):
    from typer import _completion_shared, completion

    for module in (_completion_shared, completion):
        monkeypatch.setattr(module, "_get_shell_name", lambda: shell)
    monkeypatch.setenv("HOME", str(tmp_path))
    installed, shown = call("--install-completion"), call("--show-completion")
    assert english_in(installed.out + installed.err + shown.err) == set()
    known = shell in ("bash", "zsh", "fish")
    assert (installed.code, shown.code) == ((0, 0) if known else (2, 2))
    assert bool(list(tmp_path.rglob("*segur-faq*"))) == known
    assert ("segur-faq" in shown.out) == known
