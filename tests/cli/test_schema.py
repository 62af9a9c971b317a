"""`segur-faq schema`: on standard output, or into the corpus with the lines that lead there."""

import json
import shutil
from pathlib import Path

import pytest

from segur_faq.corpus.reader import read_corpus

ROOT = Path(__file__).parents[2]


@pytest.fixture
def trees(small_corpus, tmp_path):
    return shutil.copytree(small_corpus, tmp_path / "trees")


def contents(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_schemas_of_the_shipped_corpus_are_up_to_date(call):
    ran = call("schema", "--check", "--trees", str(ROOT / "trees"))
    assert ran.code == 0, f"{ran.out}À refaire : segur-faq schema --write"


@pytest.mark.parametrize("kind", ["answers", "cascade", "sources", "glossary", "all", None])
def test_it_is_printed(call, kind):
    ran = call("schema", *(["--for", kind] if kind else []))
    assert (ran.code, ran.err) == (0, "")
    schema = json.loads(ran.out)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert ("imagerie" in ran.out) == (kind not in ("sources", "glossary"))


def test_it_is_written_with_the_lines_that_lead_there(call, trees):
    before = contents(trees)
    stale = call("schema", "--check", "--trees", str(trees))
    assert (stale.code, contents(trees)) == (1, before)
    written = call("schema", "--write", "--trees", str(trees))
    assert (written.code, written.out) == (0, stale.out)
    after = contents(trees)
    assert set(after) == set(before) | {
        f".schema/{kind}.json" for kind in ("answers", "cascade", "sources", "glossary")
    }
    for name, text in before.items():
        line, _, rest = after[name].partition(b"\n")
        assert rest == text
        target = line.decode().partition("$schema=")[2]
        schema = json.loads((trees / name).parent.joinpath(target).read_text("utf-8"))
        assert set(schema["properties"]) & {"answers", "levels", "sources", "terms"}
    again = call("schema", "--write", "--trees", str(trees))
    assert (again.code, again.out, contents(trees)) == (0, "", after)
    assert call("schema", "--check", "--trees", str(trees)).code == 0
    assert not read_corpus(trees).problems


def test_a_new_answer_makes_it_stale(call, trees):
    call("schema", "--write", "--trees", str(trees))
    file = next(trees.glob("answers/*.yaml"))
    file.write_text(file.read_text("utf-8").replace("id: dmp-imagerie", "id: dmp-autre"), "utf-8")
    ran = call("schema", "--check", "--trees", str(trees))
    # The cascade may name an answer too: whom to ask.
    stale = [f"{trees}/.schema/{kind}.json" for kind in ("answers", "cascade")]
    assert (ran.code, ran.out.splitlines()) == (1, stale)
    assert "segur-faq schema --write" in ran.err


def test_a_file_in_a_subfolder_is_led_to_the_same_place(call, trees):
    file = next(trees.glob("answers/*.yaml"))
    (trees / "answers" / "a" / "b").mkdir(parents=True)
    moved = file.rename(trees / "answers" / "a" / "b" / file.name)
    call("schema", "--write", "--trees", str(trees))
    assert moved.read_text("utf-8").startswith(
        "# yaml-language-server: $schema=../../../.schema/answers.json\n"
    )


@pytest.mark.parametrize(
    "words", [("--write", "--check"), ("--for", "all", "--write"), ("--for", "nope"), ("x",)]
)
def test_what_does_not_go_together_is_refused(call, trees, words):
    before = contents(trees)
    ran = call("schema", *words, "--trees", str(trees))
    assert (ran.code, ran.out, contents(trees)) == (2, "", before)
    assert ran.err


def test_a_corpus_with_mistakes_gives_no_schema(call, trees):
    (trees / "answers" / "x.yaml").write_text("format: 1\nanswers: [{id: x}]\n")
    ran = call("schema", "--write", "--trees", str(trees))
    assert (ran.code, ran.out) == (2, "")
    assert "x.yaml" in ran.err
    assert not (trees / ".schema").exists()


def test_the_installed_corpus_is_not_written_to(call, trees, monkeypatch):
    from segur_faq.cli import schema

    monkeypatch.setattr(schema, "inside_package", trees.resolve)
    assert call("schema", "--write", "--trees", str(trees)).code == 2
    assert not (trees / ".schema").exists()


def test_a_folder_that_cannot_be_written_to_is_told(call, trees):
    (trees / ".schema").write_text("un fichier")
    ran = call("schema", "--write", "--trees", str(trees))
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_an_answer_made_by_the_program_is_known_to_the_schemas(call, trees):
    stub = ("new", "offre=segur", "couloir=imagerie,hopital", "produit=dmp", "vague=all",
            "--question", "Faut-il un visa ?", "--source", "page-officielle")  # fmt: skip
    folder = ("--trees", str(trees))
    place = call(*stub, "--file", "avant", *folder).out.strip()
    assert place.endswith("avant.yaml:3")
    assert not (trees / ".schema").exists()
    call("schema", "--write", *folder)
    place = call(*stub, "--file", "visas", *folder).out.strip()
    path, _, line = place.rpartition(":")
    lines = Path(path).read_text("utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../.schema/answers.json"
    assert lines[int(line) - 1].lstrip().startswith("- id: ")
    assert call("schema", "--check", *folder).code == 0
