"""The commands of maintainers: define, coverage, list --source and new."""

import json
import shutil
import subprocess
import sys

import pytest

from segur_faq.cli.main import main
from segur_faq.corpus.reader import read_corpus


@pytest.fixture
def trees(small_corpus, tmp_path):
    """A small corpus that may be written to."""
    return shutil.copytree(small_corpus, tmp_path / "trees")


def run(capsys, *arguments):
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_define_text_and_json(capsys, trees):
    code, out, _ = run(capsys, "define", "dmp", "--trees", trees)
    assert code == 0
    assert "Dossier Médical Partagé" in out
    assert "dmp-alimentation" in out
    _, out, _ = run(capsys, "define", "dmp", "--format", "json", "--trees", trees)
    value = json.loads(out)
    assert value["format"] == 1
    assert value["term"] == "DMP"
    assert "dmp-alimentation" in value["answers"]
    _, out, _ = run(capsys, "define", "dmp", "bal", "-f", "json", "--trees", trees)
    assert [t["term"] for t in json.loads(out)["terms"]] == ["DMP", "BAL"]


def test_define_unknown_gives_the_nearest_and_the_others(capsys, trees):
    code, out, err = run(capsys, "define", "DMPP", "bal", "--trees", trees)
    assert code == 1
    assert "DMP" in err
    assert "BAL" in out


def test_list_by_source(capsys, trees):
    code, out, _ = run(capsys, "list", "--source", "page-officielle", "-f", "ids", "--trees", trees)
    corpus = read_corpus(trees).corpus
    citing = {a.id for a in corpus.answers if "page-officielle" in {c.ref for c in a.sources}}
    assert code == 0
    assert set(out.split()) == citing
    code, out, err = run(capsys, "list", "--source", "page-oficielle", "--trees", trees)
    assert (code, out) == (1, "")
    assert "page-officielle" in err


def test_coverage_chooses_levels_and_refuses_one_against_itself(capsys, trees):
    code, out, _ = run(capsys, "coverage", "--format", "json", "--trees", trees)
    value = json.loads(out)
    assert (code, value["rows"], value["columns"]) == (0, "couloir", "produit")
    code, out, err = run(
        capsys, "coverage", "--rows", "produit", "--columns", "produit", "--trees", trees
    )
    assert (code, out) == (2, "")
    assert err


STATED = ("offre=segur", "couloir=imagerie,hopital", "produit=dmp", "vague=all")
WHOLE = ("--question", "Faut-il un visa ?", "--source", "page-officielle", "--file", "visas")


def test_new_without_a_terminal_names_all_that_is_missing(capsys, trees):
    code, out, err = run(capsys, "new", "offre=segur", "--trees", trees)
    assert (code, out) == (2, "")
    for name in ("--question", "--source", "--file", "couloir=", "produit=", "vague="):
        assert name in err


def test_new_writes_a_stub_that_reads_without_error(capsys, trees):
    code, out, _ = run(capsys, "new", *STATED, *WHOLE, "--trees", trees)
    assert code == 0
    place = out.strip()
    reading = read_corpus(trees)
    assert not list(reading.errors)
    entry = next(e for e in reading.answers if e.value.question == "Faut-il un visa ?")
    assert str(entry.head()).startswith(place)
    assert set(entry.value.applies["couloir"]) == {"hopital", "imagerie"}
    assert entry.value.everywhere == {"vague"}


@pytest.mark.parametrize(
    "wrong",
    [
        ("--source", "nulle-part"),
        ("--id", "dmp-alimentation"),
        ("couloir=nulle-part",),
        ("couloir",),
        ("couloir=",),
        ("couloir=imagerie",),
        ("--id", "é Bad Id"),
        ("--file", "../dehors"),
        ("--file", "/dehors"),
        ("--file", "x" * 300),
        ("--question", "Une\x1b[31m question ?"),
        ("--question", "Deux\nlignes ?"),
    ],
)
def test_new_refuses_and_writes_nothing(capsys, trees, wrong):
    before = {p: p.read_bytes() for p in trees.rglob("*") if p.is_file()}
    code, out, err = run(capsys, "new", *STATED, *WHOLE, *wrong, "--trees", trees)
    assert code == 2
    assert out == ""
    assert err
    assert {p: p.read_bytes() for p in trees.rglob("*") if p.is_file()} == before


def new_by_lines(trees, *lines):
    return subprocess.run(
        [sys.executable, "-m", "segur_faq", "new", "--simple", "--trees", trees],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_new_asks_line_by_line(trees):
    done = new_by_lines(
        trees,
        "Où est le visa ?",
        *("segur", "c'est tout"),
        *("imagerie", "hôpital", "c'est tout"),
        *("dmp", "c'est tout"),
        "toutes",
        "une autre page",
        *("https://exemple.fr/visa", "Le visa", "Ministère", "oui"),
        *("un nouveau fichier", "visas"),
    )
    assert done.returncode == 0, done.stderr
    reading = read_corpus(trees)
    assert not list(reading.errors)
    answer = next(a for a in reading.corpus.answers if a.question == "Où est le visa ?")
    assert answer.applies["couloir"] == ("hopital", "imagerie")
    source = reading.corpus.sources_by_id[answer.sources[0].ref]
    assert (source.url, source.kind) == ("https://exemple.fr/visa", "official")


def test_new_given_up_writes_nothing(trees):
    before = {p: p.read_bytes() for p in trees.rglob("*") if p.is_file()}
    done = new_by_lines(trees, "Où est le visa ?", "segur", "q")
    assert done.returncode == 0
    assert {p: p.read_bytes() for p in trees.rglob("*") if p.is_file()} == before
    done = new_by_lines(trees, "Où est le visa ?", "segur")
    assert done.returncode == 2
    assert {p: p.read_bytes() for p in trees.rglob("*") if p.is_file()} == before


def test_the_installed_corpus_is_not_written_to(capsys, trees, monkeypatch):
    from segur_faq.cli import new

    monkeypatch.setattr(new, "inside_package", trees.resolve)
    code, out, err = run(capsys, "new", *STATED, *WHOLE, "--trees", trees)
    assert (code, out) == (2, "")
    assert "--trees" in err


def test_lint_wants_one_folder(capsys, trees):
    code, out, err = run(capsys, "lint", trees, "--trees", trees)
    assert (code, out) == (2, "")
    assert err


def test_lint_does_not_pass_a_corpus_without_answers(capsys, trees):
    shutil.rmtree(trees / "answers")
    code, _, err = run(capsys, "lint", trees)
    assert code == 1
    assert err
