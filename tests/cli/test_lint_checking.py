"""The report kept from one run of `lint` to the next: used when nothing changed, never else."""

import os
from pathlib import Path

import pytest
from cli.small_corpus import HEALTHY, write_healthy_corpus
from hypothesis import given
from hypothesis import strategies as st

from segur_faq.cli import lint_checking
from segur_faq.cli.lint_checking import checked
from segur_faq.compiled.place import REPORT, compiled_file
from segur_faq.corpus.problem import Edit, Fix, Place, Problem, Severity
from segur_faq.lint import kept
from segur_faq.lint.kept import Kept, recall, record
from segur_faq.lint.runner import Report

FAULTY = HEALTHY["answers"].replace("couloir: [biologie]", "couloir: [bio]").replace("\u00a0?", "?")


@pytest.fixture
def trees(tmp_path, monkeypatch):
    monkeypatch.setenv("SEGUR_FAQ_CACHE", str(tmp_path / "cache"))
    return write_healthy_corpus(tmp_path / "trees", answers=FAULTY)


@pytest.fixture
def checks(monkeypatch):
    """What was checked by the rules, one by one."""
    done = []
    run = lint_checking.run
    monkeypatch.setattr(lint_checking, "run", lambda reading: done.append(reading) or run(reading))
    return done


def told(report: Report) -> list[tuple]:
    """Give all that a report says, repairs included: two problems are equal without them."""
    about = [(p, p.fix) for p in report.problems]
    return [about, dict(report.answers), report.is_complete, report.unrun, list(report.files)]


def kept_file(trees: Path) -> Path:
    return Path(compiled_file(str(trees), REPORT))


def test_the_same_bytes_are_checked_once(trees, checks):
    first, second = checked(trees, {}), checked(trees, {})
    assert len(checks) == 1
    assert told(second) == told(first)
    assert any(p.fix for p in second.problems)
    assert second.reading.corpus == first.reading.corpus
    assert second.reading.problems == first.reading.problems


def test_what_comes_after_does_not_notice(trees, call, monkeypatch):
    outputs = [call("lint", str(trees), "-f", "json", "--diff", "-o", "/dev/null") for _ in "ab"]
    assert outputs[0] == outputs[1]
    assert outputs[0].out
    other = trees.parent / "autre"
    write_healthy_corpus(other, answers=FAULTY)
    monkeypatch.setattr(lint_checking, "compiled_file", lambda *_: None)
    call("lint", str(other), "--fix")
    monkeypatch.undo()
    call("lint", str(trees), "--fix")
    for file in trees.rglob("*.yaml"):
        assert file.read_bytes() == (other / file.relative_to(trees)).read_bytes()


def added(trees: Path) -> None:
    (trees / "answers/autre.yaml").write_text("format: 1\nanswers: []\n")


def edited(trees: Path) -> None:
    file = trees / "answers/tout.yaml"
    before = file.stat()
    file.write_bytes(file.read_bytes().replace(b"bio]", b"bia]"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))  # as a tool that keeps times


def commented(trees: Path) -> None:
    file = trees / "answers/tout.yaml"
    file.write_bytes(file.read_bytes() + b"# rien\n")


def renamed(trees: Path) -> None:
    (trees / "answers/tout.yaml").rename(trees / "answers/tous.yaml")


def strayed(trees: Path) -> None:
    (trees / "notes.yaml").write_text("a: b\n")


def given_a_schema(trees: Path) -> None:
    (trees / ".schema").mkdir()
    (trees / ".schema/answers.json").write_text("{}\n")


@pytest.mark.parametrize(
    "change", [added, edited, commented, renamed, strayed, given_a_schema], ids=lambda f: f.__name__
)
def test_any_change_is_checked(trees, checks, change):
    checked(trees, {})
    change(trees)
    after = checked(trees, {})
    assert len(checks) == 2
    assert told(checked(trees, {})) == told(after)
    assert len(checks) == 2


def test_another_program_checks_again(trees, checks, monkeypatch):
    checked(trees, {})
    monkeypatch.setattr(kept, "_program", lambda: ["autre"])
    checked(trees, {})
    assert len(checks) == 2


def test_the_modules_of_the_program_and_what_reads_texts_are_looked_at():
    stamps = "\n".join(kept._program())
    for module in ("lint/rules/content/apostrophe.py", "corpus/reader.py", "text.py"):
        assert f"segur_faq/{module}\n" in stamps.replace(os.sep, "/")
    for library in ("yaml", "markdown_it"):
        assert f"{library}{os.sep}__init__.py\n" in stamps


def test_another_spelling_of_the_folder_is_another_report(trees, monkeypatch):
    assert checked(trees, {}).problems[0].place.file.startswith(str(trees))
    monkeypatch.chdir(trees.parent)
    assert checked(Path("trees"), {}).problems[0].place.file.startswith("trees/")


def test_what_an_editor_sends_is_checked_and_not_kept(trees, checks):
    path = trees / "answers/tout.yaml"
    checked(trees, {path: b"format: 1\nanswers: []\n"})
    assert not kept_file(trees).exists()
    checked(trees, {path: path.read_bytes()})
    assert len(checks) == 2


def test_without_a_cache_every_run_checks(trees, checks, monkeypatch):
    monkeypatch.setenv("SEGUR_FAQ_CACHE", "0")
    checked(trees, {})
    checked(trees, {})
    assert len(checks) == 2


def test_a_cache_that_cannot_be_written_does_no_harm(trees, checks, monkeypatch):
    monkeypatch.setenv("SEGUR_FAQ_CACHE", str(trees / "cascade.yaml"))
    assert told(checked(trees, {})) == told(checked(trees, {}))
    assert len(checks) == 2


def test_a_damaged_file_is_not_believed(trees, checks):
    first = checked(trees, {})
    file = kept_file(trees)
    whole = file.read_bytes()
    damaged = [b"", b"\n", whole[:-1], whole + b" ", whole[: len(whole) // 2], b"\xff" * 200]
    damaged += [whole[:at] + b"~" + whole[at + 1 :] for at in range(0, len(whole), 97)]
    for content in damaged:
        assert recall(_written(file, content), whole.split(b"\n")[0].decode()) is None
    checks.clear()
    file.write_bytes(damaged[-1])
    assert told(checked(trees, {})) == told(first)
    assert len(checks) == 1
    assert file.read_bytes() == whole


def test_what_another_user_wrote_is_not_believed(trees, checks, monkeypatch):
    checked(trees, {})
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1, raising=False)
    checked(trees, {})
    assert len(checks) == 2


def _written(file: Path, content: bytes) -> str:
    file.write_bytes(content)
    return str(file)


places = st.builds(Place, st.text(), *[st.integers(1, 10**6)] * 4)
fixes = st.builds(
    Fix, st.text(), st.lists(st.builds(Edit, places, st.text()), max_size=3).map(tuple)
)
problems = st.builds(
    Problem, places, st.text(), st.text(), st.text(), st.sampled_from(Severity), st.none() | fixes
)


@given(st.lists(problems, max_size=4), st.dictionaries(st.text(), st.integers(0, 9)), st.booleans())
def test_what_is_recorded_is_recalled(tmp_path_factory, found, answers, is_complete):
    report = Kept(answers, tuple(found), is_complete, ("unfindable",))
    file = tmp_path_factory.getbasetemp() / "kept.json"
    back = recall(_written(file, record(report, "cle")), "cle")
    assert back == report
    assert [p.fix for p in back.problems] == [p.fix for p in found]
    assert recall(str(file), "autre") is None
