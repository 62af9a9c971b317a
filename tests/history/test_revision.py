"""A corpus as it was at a revision: the same as from its folder; nothing else is run or read."""

import os
import shutil
import subprocess

import pytest
from cli.small_corpus import ANSWERS, write_corpus
from history.repository import commit_all, git, start

from segur_faq.corpus.reader import read_corpus
from segur_faq.errors import SegurFaqError
from segur_faq.history import revision
from segur_faq.history.revision import read_revision

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="Git is not installed")


@pytest.fixture
def repository(tmp_path):
    """A repository with a corpus in `faq/trees`, as it was (tag `avant`) and as it is."""
    folder = tmp_path / "dépôt"
    trees = folder / "faq" / "trees"
    trees.mkdir(parents=True)
    start(folder)
    write_corpus(trees)
    commit_all(folder)
    git(folder, "tag", "avant")
    write_corpus(trees, answers=ANSWERS.replace("id: cartes-commande", "id: cartes-autre"))
    (trees / "answers" / "été").mkdir()
    (trees / "answers" / "été" / "d'août.yml").write_text("format: 1\nanswers: []\n", "utf-8")
    commit_all(folder)
    return folder


@pytest.fixture
def trees(repository):
    return repository / "faq" / "trees"


@pytest.mark.parametrize("name", ["HEAD", "main", "HEAD~0", "refs/heads/main", "@"])
def test_it_is_what_the_folder_holds(trees, name):
    there = read_corpus(trees)
    reading = read_revision(trees, name)
    assert reading.corpus == there.corpus
    assert len(reading.files) == len(there.files)
    assert [p.code for p in reading.problems] == [p.code for p in there.problems]


@pytest.mark.parametrize("name", ["avant", "HEAD~1", "main~1", "main^", "HEAD^{/Un état}~1"])
def test_it_is_what_the_folder_held(trees, name):
    answers = read_revision(trees, name).corpus.answers_by_id
    assert "cartes-commande" in answers
    assert "cartes-autre" not in answers


def test_what_is_not_committed_does_not_count(trees):
    write_corpus(trees, answers=ANSWERS.replace("id: cartes-commande", "id: cartes-autrement"))
    git(trees, "add", "--all")
    assert "cartes-autre" in read_revision(trees, "HEAD").corpus.answers_by_id


def test_a_corpus_at_the_root_of_its_repository(tmp_path):
    write_corpus(tmp_path)
    start(tmp_path)
    commit_all(tmp_path)
    assert read_revision(tmp_path, "HEAD").corpus == read_corpus(tmp_path).corpus


def test_a_folder_reached_by_a_link(trees, tmp_path):
    (tmp_path / "lien").symlink_to(trees)
    assert "cartes-autre" in read_revision(tmp_path / "lien", "HEAD").corpus.answers_by_id


def test_a_worktree(repository, tmp_path):
    git(repository, "worktree", "add", "--quiet", str(tmp_path / "autre"), "avant")
    there = tmp_path / "autre" / "faq" / "trees"
    assert "cartes-commande" in read_revision(there, "HEAD").corpus.answers_by_id


@pytest.mark.parametrize(
    "name",
    ["nulle-part", "HEAD~40", "", "  ", "-h", "--help", "--output=/tmp/x", "HEAD:faq", ":/Un",
     "main..avant", "main avant", "a\nb", "a\0b", "é", "$(touch x)", "; ls", "main; ls", "0" * 40],
)  # fmt: skip
def test_what_is_no_revision_is_refused(trees, name):
    with pytest.raises(SegurFaqError) as raised:
        read_revision(trees, name)
    assert raised.value.hint
    assert "révision" in raised.value.message
    assert not list(trees.rglob("x"))


def test_a_folder_that_was_not_there_yet(repository, trees):
    later = repository / "plus-tard"
    shutil.copytree(trees, later)
    with pytest.raises(SegurFaqError, match="plus-tard"):
        read_revision(later, "HEAD")


def test_a_folder_without_repository(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write_corpus(tmp_path)
    with pytest.raises(SegurFaqError, match="n'est pas dans un dépôt Git"):
        read_revision(tmp_path, "HEAD")


def test_without_git(trees, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SegurFaqError, match="Git n'est pas installé"):
        read_revision(trees, "HEAD")


def test_a_shallow_clone_says_what_it_lacks(repository, tmp_path):
    git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), "court")
    there = tmp_path / "court" / "faq" / "trees"
    assert "cartes-autre" in read_revision(there, "HEAD").corpus.answers_by_id
    with pytest.raises(SegurFaqError) as raised:
        read_revision(there, "HEAD~1")
    assert "unshallow" in raised.value.hint


def test_a_partial_clone_fetches_nothing(repository, tmp_path):
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", repository.as_uri(), "partiel")
    there = tmp_path / "partiel" / "faq" / "trees"
    before = git(there, "count-objects", "-v")
    with pytest.raises(SegurFaqError, match="n'a pas tous les fichiers"):
        read_revision(there, "HEAD~1")
    assert git(there, "count-objects", "-v") == before


def test_the_environment_of_a_hook_does_not_matter(repository, trees, monkeypatch):
    other = repository / "autre"
    other.mkdir()
    start(other)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", "nulle/part")
    monkeypatch.setenv("GIT_PREFIX", "faq/")
    assert "cartes-commande" in read_revision(trees, "avant").corpus.answers_by_id


def test_nothing_of_the_repository_is_run(repository, trees, tmp_path):
    """Attributes, filters, hooks, aliases and pagers are somebody else's programs."""
    trap = f"touch {tmp_path / 'pris'}; cat"
    (repository / ".gitattributes").write_text("*.yaml filter=trap diff=trap export-ignore\n")
    for key in ("filter.trap.smudge", "filter.trap.clean", "diff.trap.textconv", "core.pager",
                "core.fsmonitor", "core.sshCommand"):  # fmt: skip
        git(repository, "config", key, trap)
    assert len(read_revision(trees, "avant").corpus.answers) == 9
    assert not (tmp_path / "pris").exists()


def test_no_file_is_written_elsewhere():
    listed = b"\0".join(
        b"100644 blob " + b"a" * 40 + b"\t" + name
        for name in (
            b"../dehors.yaml", b"/dehors.yaml", b"answers/../../dehors.yaml", b".git/x.yaml",
            b"answers/.cache.yaml", b"a\\..\\b.yaml", b"notes.txt", b"answers/dedans.yaml",
        )
    )  # fmt: skip
    listed += b"\0" + b"120000 blob " + b"b" * 40 + b"\tanswers/lien.yaml"
    listed += b"\0" + b"160000 commit " + b"c" * 40 + b"\tanswers/sous-module.yaml\0"
    assert [name for name, _ in revision._files(listed)] == ["answers/dedans.yaml"]


def test_the_index_is_left_alone(repository, trees):
    index = repository / ".git" / "index"
    before = index.read_bytes(), index.stat().st_mtime_ns
    for path in trees.rglob("*.yaml"):
        os.utime(path)
    read_revision(trees, "HEAD")
    assert (index.read_bytes(), index.stat().st_mtime_ns) == before


def test_git_that_cannot_be_run_is_told(trees, monkeypatch):
    def fail(*arguments, **options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(SegurFaqError, match="lancé"):
        read_revision(trees, "HEAD")
