"""Which corpus is read: the option, else the variable, else the one that is shipped."""

import pytest
from cli.program import run
from cli.small_corpus import ANSWERS, write_corpus

COMMANDS = {
    "ask": ["ask", "couloir=imagerie", "produit=psc", "--no-input", "-f", "json"],
    "show": ["show", "dmp-imagerie"],
    "list": ["list"],
    "tree": ["tree", "-f", "json"],
    "lint": ["lint", "-f", "json"],
    "define": ["define", "DMP"],
    "coverage": ["coverage", "-f", "json"],
}


@pytest.fixture
def other_corpus(tmp_path):
    """A corpus in which an answer and a term say something else, and one file is not read."""
    answers = ANSWERS.replace("Le RIS doit-il", "Ailleurs, le RIS doit-il")
    answers = answers.replace("id: cartes-commande", "id: cartes-autre")
    glossary = "format: 1\nterms:\n  - {term: DMP, expansion: Autre sens}\n"
    write_corpus(tmp_path, answers=answers, glossary=glossary)
    (tmp_path / "stray.yaml").write_text("a: b\n")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_the_option_and_the_variable_read_another_corpus(command, call, other_corpus, monkeypatch):
    words = COMMANDS[command]
    here = call(*words)
    by_option = call(*words, "--trees", str(other_corpus))
    assert (here.code, by_option.code) == (0, 0)
    if command not in ("tree", "coverage"):
        assert by_option.out != here.out
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(other_corpus))
    by_variable = call(*words)
    # What is shown to be typed again names the folder only if an option did.
    assert by_variable.out.replace(f" --trees {other_corpus}", "") == by_option.out.replace(
        f" --trees {other_corpus}", ""
    )
    monkeypatch.setenv("SEGUR_FAQ_TREES", "/nulle/part")
    assert call(*words, "--trees", str(other_corpus)) == by_option
    assert call(*words).code == 2


def test_tree_and_coverage_read_the_corpus_named(call, tmp_path):
    write_corpus(tmp_path, answers=ANSWERS.partition("  - id: mssante-bal")[0])
    for words in (COMMANDS["tree"], COMMANDS["coverage"]):
        assert call(*words, "--trees", str(tmp_path)).out != call(*words).out


def test_the_commands_that_an_answer_gives_find_the_same_corpus(call, other_corpus, monkeypatch):
    monkeypatch.delenv("SEGUR_FAQ_TREES")
    out = call("show", "cartes-autre", "--trees", str(other_corpus)).out
    words = out.partition("segur-faq show ")[2].partition(")")[0].split()
    assert call("show", *words).out == out


def test_without_any_the_corpus_is_the_one_that_is_shipped():
    ran = run("list", "-f", "ids", env={"SEGUR_FAQ_TREES": ""}, cwd="/")
    assert ran.code == 0
    assert "mssante-types-bal" in ran.out.split()


def test_a_relative_folder_is_read_from_here(small_corpus):
    ran = run("show", "dmp-imagerie", "--trees", small_corpus.name, cwd=small_corpus.parent)
    assert ran.code == 0
