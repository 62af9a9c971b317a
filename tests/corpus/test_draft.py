"""Adding an entry by text: the entry is there, and nothing else has moved."""

import shutil
import stat
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from segur_faq.corpus.draft import (
    DraftAnswer,
    DraftSource,
    answers_file,
    propose_id,
    scalar,
)
from segur_faq.corpus.files import SourceFile
from segur_faq.corpus.insertion import add_item
from segur_faq.corpus.nodes import parse
from segur_faq.corpus.problem import Problems
from segur_faq.corpus.reader import read_corpus
from segur_faq.errors import SegurFaqError

BASE = Path(__file__).resolve().parent.parent / "corpora" / "base"
PRINTABLE = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1).filter(
    lambda text: text == text.strip()
)


def read_back(text):
    problems = Problems()
    root = parse(SourceFile("f", "answers", text), problems)
    assert not list(problems)
    return root


@given(PRINTABLE)
def test_any_text_comes_back_from_its_scalar(text):
    assert read_back(f"key: {scalar(text)}\n").get("key").text == text
    assert yaml.safe_load(f"key: {scalar(text)}\n") == {"key": text}


@given(st.lists(PRINTABLE, min_size=1, max_size=4), st.sampled_from(["", "  ", "    "]))
def test_an_entry_is_added_after_the_others_whatever_their_indent(questions, indent):
    before = "format: 1\nanswers:\n" + "".join(
        f"{indent}- id: a{n} # kept\n{indent}  question: {scalar(q)}\n"
        for n, q in enumerate(questions)
    )
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.yaml")
        path.write_text(before, "utf-8")
        line = add_item(path, "answers", ["id: new", "question: Et alors ?"])
        after = path.read_text("utf-8")
    assert after.startswith(before)
    assert [a["id"] for a in yaml.safe_load(after)["answers"]][-1] == "new"
    assert after.splitlines()[line - 1] == f"{indent}- id: new"


def test_comments_blank_lines_and_what_follows_stay(tmp_path):
    path = tmp_path / "a.yaml"
    before = (
        "# head\nanswers:\n  # first\n  - id: one  # why\n    body: |\n      text\n\n"
        "  # last word\nformat: 1  # tail\n"
    )
    path.write_text(before, "utf-8")
    add_item(path, "answers", ["id: two"])
    after = path.read_text("utf-8")
    kept = [line for line in after.splitlines() if line.strip() and line.strip() != "- id: two"]
    assert kept == [line for line in before.splitlines() if line.strip()]
    assert yaml.safe_load(after) == {
        "answers": [{"id": "one", "body": "text\n"}, {"id": "two"}],
        "format": 1,
    }


def test_line_ends_and_rights_are_kept(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"format: 1\r\nanswers:\r\n  - id: one\r\n")
    path.chmod(0o640)
    add_item(path, "answers", ["id: two"])
    content = path.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]


def test_a_new_file_is_made(tmp_path):
    path = answers_file(tmp_path, "answers/nouveau.yaml")
    assert path == answers_file(tmp_path, "nouveau") == tmp_path / "answers" / "nouveau.yaml"
    assert add_item(path, "answers", ["id: one"]) == 3
    assert yaml.safe_load(path.read_text("utf-8")) == {"format": 1, "answers": [{"id": "one"}]}


@pytest.mark.parametrize(
    "content",
    [
        "format: 1\nanswers: [{id: one}]\n",
        "format: 1\nanswers:\n  - id: one\n bad\n",
        "- id: one\n",
        "format: 1\nformat: 1\nanswers:\n  - id: one\n",
    ],
)
def test_a_file_that_cannot_be_added_to_is_left_alone(tmp_path, content):
    path = tmp_path / "a.yaml"
    path.write_text(content, "utf-8")
    with pytest.raises(SegurFaqError) as raised:
        add_item(path, "answers", ["id: two"])
    assert raised.value.hint
    assert path.read_text("utf-8") == content


def test_a_draft_reads_as_a_sound_answer(tmp_path):
    trees = shutil.copytree(BASE, tmp_path / "trees")
    corpus = read_corpus(trees).corpus
    model = next(a for a in corpus.answers if not a.exceptions)
    applies = {
        level: "all" if level in model.everywhere else options
        for level, options in model.applies.items()
    }
    page = DraftSource(
        "page", "Titre : un", "Qui", "official", "https://a.example/#x", "2026-01-02"
    )
    add_item(trees / "sources.yaml", "sources", page.lines)
    draft = DraftAnswer("tout-neuf", "Est-ce : oui ?", applies, "page", "2026-01-02")
    add_item(answers_file(trees, "neuf"), "answers", draft.lines)
    reading = read_corpus(trees)
    answer = reading.corpus.answers_by_id["tout-neuf"]
    assert answer.question == "Est-ce : oui ?"
    assert dict(answer.applies) == dict(model.applies)
    assert answer.everywhere == model.everywhere
    assert answer.sources[0].ref == "page"
    assert reading.corpus.sources_by_id["page"].title == "Titre : un"
    assert not list(reading.errors)


def test_an_id_is_made_of_telling_words_and_is_nobody_elses():
    first = propose_id("Faut-il une carte à l'Hôpital ?", set())
    assert first == "carte-hopital"
    assert propose_id("Faut-il une carte à l'Hôpital ?", {first}) == "carte-hopital-2"
    assert propose_id("?", set())
