"""What is removed from the cache when a corpus is compiled, and what never is."""

import os
import time

import pytest
from compiled.folders import compile_now, file_of, is_compiled, old_corpus

from segur_faq.compiled import place, sweeping
from segur_faq.compiled.alone import alone
from segur_faq.compiled.sweeping import UNUSED

LONG_UNUSED = time.time() - UNUSED - 3600
LATELY = time.time() - UNUSED + 3600


def made(path, when=LONG_UNUSED, read=LONG_UNUSED):
    """Make a file that was written and read at these times."""
    path.write_bytes(b"x")
    os.utime(path, (read, when))
    return path


def named(number: int, suffix: str = ".sqlite") -> str:
    return f"segur-faq-{number:08x}-00000001{suffix}"


def test_what_another_version_made_of_the_same_corpus_goes(trees, cache, tmp_path, monkeypatch):
    other = compile_now(old_corpus(tmp_path / "autre"))
    with monkeypatch.context() as patch:
        patch.setattr(place, "LAYOUT", -1)
        replaced = compile_now(trees)
        made(replaced.with_name(replaced.name + ".part"))
        assert sorted(cache.glob("*.sqlite")) == sorted([other, replaced])
    kept = compile_now(trees)
    assert sorted(cache.iterdir()) == sorted(
        [kept, kept.with_name(f"{kept.name}.lock"), other, other.with_name(f"{other.name}.lock")]
    )
    assert is_compiled(trees)


def test_what_was_not_used_for_long_goes_with_what_was_beside_it(trees, cache):
    cache.mkdir()
    for suffix in ("", ".lock", ".part"):
        made(cache / named(1, f".sqlite{suffix}"))
    made(cache / named(2, ".sqlite.lock"))
    made(cache / named(3))
    kept = compile_now(trees)
    assert sorted(cache.iterdir()) == [kept, kept.with_name(f"{kept.name}.lock")]


@pytest.mark.parametrize(
    ("written", "read"),
    [(LATELY, LONG_UNUSED), (LONG_UNUSED, LATELY), (LATELY, LATELY)],
    ids=["written", "read", "both"],
)
def test_what_was_used_lately_stays(written, read, trees, cache):
    cache.mkdir()
    file = made(cache / named(1), written, read)
    lock = made(cache / named(1, ".sqlite.lock"))  # made once, however often it served
    compile_now(trees)
    assert file.exists()
    assert lock.exists()


def test_what_is_being_written_stays(trees, cache):
    cache.mkdir()
    file = made(cache / named(1))
    with alone(f"{file}.lock") as is_alone:
        assert is_alone
        os.utime(f"{file}.lock", (LONG_UNUSED, LONG_UNUSED))
        compile_now(trees)
        assert file.exists()
    compile_now(trees)
    assert not file.exists()


@pytest.mark.parametrize(
    "name",
    ["opinions.sqlite", "deadbeef.sqlite", "segur-faq.sqlite", "segur-faq-00000001.sqlite",
     "segur-faq-00000001-00000002.sqlite.bak", "segur-faq-00000001-0000000g.sqlite",
     "mon-segur-faq-00000001-00000002.sqlite", "notes.txt", ".sqlite", "segur-faq-1-1.sqlite"],
)  # fmt: skip
def test_what_does_not_bear_its_name_stays(name, trees, cache):
    cache.mkdir()
    file = made(cache / name)
    compile_now(trees)
    assert file.exists()


def test_what_is_another_users_stays(trees, cache, monkeypatch):
    cache.mkdir()
    file = made(cache / named(1))
    monkeypatch.setattr(sweeping.os, "geteuid", lambda: file.stat().st_uid + 1)
    sweeping.sweep(str(file_of(trees)))
    assert file.exists()


def test_what_is_no_file_stays(trees, cache, tmp_path):
    cache.mkdir()
    elsewhere = made(tmp_path / "ailleurs")
    (cache / named(1)).symlink_to(elsewhere)
    (cache / named(2)).mkdir()
    made(cache / named(3))
    (cache / named(3, ".sqlite.lock")).mkdir()
    for name in (named(1), named(2)):
        os.utime(cache / name, (LONG_UNUSED, LONG_UNUSED), follow_symlinks=False)
    compile_now(trees)
    assert elsewhere.exists()
    assert all(os.path.lexists(cache / named(number)) for number in (1, 2, 3))


def test_what_cannot_be_removed_does_not_matter(trees, cache, monkeypatch):
    cache.mkdir()
    files = [made(cache / named(number)) for number in (1, 2)]

    def refuse(path):
        raise PermissionError(path)

    with monkeypatch.context() as patch:
        patch.setattr(sweeping.os, "remove", refuse)
        sweeping.sweep(str(file_of(trees)))
        sweeping.sweep(str(cache / "absent" / "file"))
    assert all(file.exists() for file in files)
    for file in files:
        file.with_name(f"{file.name}.lock").unlink()  # which was made to try
    sweeping.sweep(str(file_of(trees)))
    assert not any(file.exists() for file in files)


def test_a_lock_that_was_removed_is_no_lock(tmp_path, monkeypatch):
    """Who comes next locks another file of that name: both would write."""
    path = tmp_path / "lock"
    opened = os.open

    def open_too_late(*arguments):
        descriptor = opened(*arguments)
        path.unlink()
        return descriptor

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", open_too_late)
        with alone(str(path)) as is_alone:
            assert not is_alone
    with alone(str(path)) as is_alone:
        assert is_alone
