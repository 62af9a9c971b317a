"""What `lint --baseline` may be given, and the file that `--write-baseline` makes."""

import shutil

import pytest
from cli.small_corpus import ANSWERS, write_corpus
from history.repository import commit_all, start

from segur_faq.cli.baseline import load_baseline, with_baseline, write_baseline
from segur_faq.corpus.reader import read_corpus
from segur_faq.errors import SegurFaqError
from segur_faq.lint.runner import run

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="Git is not installed")


@pytest.fixture
def trees(tmp_path):
    folder = tmp_path / "dépôt" / "trees"
    folder.mkdir(parents=True)
    write_corpus(folder)
    start(folder.parent)
    commit_all(folder.parent)
    return folder


def test_a_file_a_folder_and_a_revision_are_the_same(trees, tmp_path):
    file = str(tmp_path / "état.json")
    write_baseline(file, [run(read_corpus(trees))])
    shutil.copytree(trees, tmp_path / "copie")
    write_corpus(trees, answers=ANSWERS.replace("id: cartes-commande", "id: cartes-autre"))
    kept, copied, committed = (
        load_baseline(name, trees) for name in (file, str(tmp_path / "copie"), "HEAD")
    )
    assert copied == committed
    assert list(kept) == list(copied)
    assert "cartes-commande" in kept
    for name, one in kept.items():
        other = copied[name]
        assert (one.said, one.read, one.file) == (other.said, other.read, other.file)
        assert (one.line, bool(other.line)) == (0, True)


def test_the_file_is_written_alike_each_time(trees, tmp_path):
    one, other = tmp_path / "un.json", tmp_path / "deux.json"
    write_baseline(str(one), [run(read_corpus(trees))])
    for file in trees.rglob("*.yaml"):
        file.write_text("# Une ligne de plus.\n" + file.read_text("utf-8"), "utf-8")
    write_baseline(str(other), [run(read_corpus(trees))])
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"format": 2}', b"[" * 100_000])
def test_another_file_is_refused(trees, tmp_path, content):
    file = tmp_path / "autre.json"
    file.write_bytes(content)
    with pytest.raises(SegurFaqError, match="enregistré"):
        load_baseline(str(file), trees)


def test_what_is_nowhere_is_refused(trees):
    with pytest.raises(SegurFaqError, match="révision"):
        load_baseline("nulle-part", trees)


def test_a_file_that_cannot_be_written_is_told(trees, tmp_path):
    with pytest.raises(SegurFaqError):
        write_baseline(str(tmp_path / ("a" * 300)), [run(read_corpus(trees))])


def test_a_corpus_with_mistakes_is_not_kept(trees, tmp_path):
    (trees / "answers" / "x.yaml").write_text("format: 1\nanswers: [{id: x}]\n")
    with pytest.raises(SegurFaqError, match="erreurs de lecture"):
        write_baseline(str(tmp_path / "état.json"), [run(read_corpus(trees))])
    assert not (tmp_path / "état.json").exists()


def test_a_report_gains_what_the_comparison_shows(trees):
    write_corpus(trees, answers=ANSWERS.replace("id: cartes-commande", "id: cartes-autre"))
    report = run(read_corpus(trees))
    (more,) = with_baseline([report], "HEAD")
    added = [problem for problem in more.problems if problem not in report.problems]
    assert [problem.code for problem in added] == ["vanished-id"]
    assert more.errors == report.errors + 1
    assert list(more.problems) == sorted(more.problems)


def test_one_state_is_not_for_several_corpora(trees, tmp_path):
    reports = [run(read_corpus(trees))] * 2
    assert len(with_baseline(reports, "HEAD")) == 2
    with pytest.raises(SegurFaqError, match="plusieurs corpus"):
        with_baseline(reports, str(trees))
    with pytest.raises(SegurFaqError, match="un seul corpus"):
        write_baseline(str(tmp_path / "x"), reports)
