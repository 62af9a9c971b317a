"""`segur-faq diff`: folders and revisions, three forms, and a code that says if they differ."""

import json
import shutil

import pytest
from cli.small_corpus import ANSWERS, write_corpus
from history.repository import commit_all, start

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="Git is not installed")

RENAMED = ANSWERS.replace("id: cartes-commande", "id: cartes-autre")


@pytest.fixture
def trees(tmp_path):
    """A corpus in its repository, changed since the last commit."""
    folder = tmp_path / "dépôt" / "trees"
    folder.mkdir(parents=True)
    write_corpus(folder)
    start(folder.parent)
    commit_all(folder.parent)
    write_corpus(folder, answers=RENAMED)
    return folder


def test_two_folders(call, small_corpus, trees):
    ran = call("diff", str(small_corpus), str(trees))
    assert (ran.code, ran.err) == (1, "")
    assert "+ cartes-autre" in ran.out
    assert "- cartes-commande" in ran.out


def test_without_difference(call, small_corpus):
    ran = call("diff", str(small_corpus), str(small_corpus))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err
    ran = call("diff", str(small_corpus), str(small_corpus), "-f", "json")
    assert (ran.code, json.loads(ran.out)["different"], ran.err) == (0, False, "")
    ran = call("diff", str(small_corpus), str(small_corpus), "-f", "markdown")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out


@pytest.mark.parametrize("words", [(), ("HEAD",), ("main",)])
def test_a_revision_against_the_folder(call, trees, words):
    ran = call("diff", *words, "--trees", str(trees))
    assert ran.code == 1
    assert "+ cartes-autre" in ran.out


def test_two_revisions_and_one_of_each(call, trees):
    commit_all(trees.parent, "Après")
    by_name = call("diff", "HEAD~1", "HEAD", "--trees", str(trees))
    assert by_name.code == 1
    assert by_name.out == call("diff", "HEAD~1", "--trees", str(trees)).out
    assert call("diff", "HEAD", "--trees", str(trees)).code == 0
    assert call("diff", str(trees), "HEAD", "--trees", str(trees)).code == 0


def test_the_folder_where_one_stands(call, trees, monkeypatch):
    monkeypatch.delenv("SEGUR_FAQ_TREES")
    monkeypatch.chdir(trees.parent)
    ran = call("diff", "-f", "json")
    value = json.loads(ran.out)
    assert (ran.code, value["before"], value["after"]) == (1, "HEAD", "trees")


def test_colour(call, small_corpus, trees):
    words = ("diff", str(small_corpus), str(trees))
    assert "\x1b[" not in call(*words).out
    assert "\x1b[32m" in call(*words, "--color", "always").out


@pytest.mark.parametrize("before", ["nulle-part", "/nulle/part", "main..HEAD", "", "-h"])
def test_what_is_neither_is_refused(call, trees, before):
    ran = call("diff", "--trees", str(trees), "--", before)
    assert (ran.code, ran.out) == (2, "")
    assert "révision" in ran.err


def test_a_file_and_a_folder_without_cascade_are_refused(call, trees):
    ran = call("diff", str(trees / "cascade.yaml"), "--trees", str(trees))
    assert (ran.code, ran.out) == (2, "")
    ran = call("diff", str(trees / "answers"), "--trees", str(trees))
    assert (ran.code, ran.out) == (2, "")
    assert "cascade.yaml" in ran.err


def test_mistakes_are_told_and_do_not_stop_it(call, small_corpus, trees):
    write_corpus(trees, answers=RENAMED.replace("short:", "shorts:", 1))
    ran = call("diff", str(small_corpus), str(trees))
    assert ran.code == 1
    assert str(trees) in ran.err
    assert str(small_corpus) not in ran.err
    assert "shorts" in ran.err
    assert "+ cartes-autre" in ran.out


def test_without_its_cascade_a_state_is_not_compared(call, small_corpus, trees):
    (trees / "cascade.yaml").write_text("format: 1\nlevels: [", "utf-8")
    for words in ((str(trees), str(small_corpus)), (str(small_corpus), str(trees))):
        ran = call("diff", *words)
        assert (ran.code, ran.out) == (2, "")
        assert f"cascade de «\u00a0{trees}" in ran.err
