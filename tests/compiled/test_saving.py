"""Keeping the compiled file, or doing without: the answers are the same, and nothing is said."""

import contextlib
import errno
import os
import resource
import sqlite3

import pytest
from cli.program import run
from compiled.folders import compile_now, file_of, is_compiled, read
from scripted.lanes import NOTHING, fast, program

from segur_faq.compiled import saving, tables
from segur_faq.compiled.alone import alone
from segur_faq.compiled.saving import compile_in_memory, save_compiled, take_stamps

COMMANDS = (
    ("show", "dmp-imagerie"),
    ("define", "DMP"),
    ("search", "dmp"),
    ("list", "-f", "ids"),
    ("ask", "couloir=imagerie", "--no-input"),
)


@pytest.fixture(scope="module")
def expected(small_corpus):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEGUR_FAQ_CACHE", "0")
        patch.setenv("SEGUR_FAQ_TREES", str(small_corpus))
        return [program(*words) for words in COMMANDS]


@pytest.fixture
def is_right(expected, trees):
    """Tell whether every command answers as without a cache, and as silently."""
    return lambda: [program(*words) for words in COMMANDS] == expected


def served() -> bool:
    """Tell whether the compiled file is used."""
    return fast(*COMMANDS[0]) != NOTHING


def files_below(folder) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


# --- places ------------------------------------------------------------------------------------


def test_the_first_run_makes_it_and_the_next_use_it(is_right, trees, cache):
    assert not served()
    assert program(*COMMANDS[0]).code == 0
    assert served()
    assert is_compiled(trees)
    assert file_of(trees).parent == cache
    assert cache.stat().st_mode & 0o777 == 0o700
    before = file_of(trees).stat()
    assert is_right()
    assert file_of(trees).stat().st_ino == before.st_ino
    assert file_of(trees).stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize("named", ["", "0", "non", "off"])
def test_without_a_cache(named, is_right, monkeypatch, tmp_path):
    monkeypatch.setenv("SEGUR_FAQ_CACHE", named)
    monkeypatch.setenv("HOME", str(tmp_path))
    before = files_below(tmp_path)
    assert is_right()
    assert not served()
    assert files_below(tmp_path) == before


@pytest.mark.parametrize(
    "name", ["a/b/c", "deux mots", "a?b#c%20d%e&e=f", "é", "\udce9", ":x", "file:x"]
)
def test_any_name_will_do(name, is_right, monkeypatch, tmp_path, trees):
    for folder in (tmp_path / "1" / name, name):  # absolute, or from here
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("SEGUR_FAQ_CACHE", str(folder))
        assert is_right()
        assert served()
        assert is_compiled(trees)
        assert len(list((tmp_path / folder).glob("*.sqlite"))) == 1


def test_the_customary_places(is_right, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("SEGUR_FAQ_CACHE")
    monkeypatch.setenv("HOME", str(tmp_path / "absent"))
    for xdg in ("", "relatif"):
        monkeypatch.setenv("XDG_CACHE_HOME", xdg)
        assert is_right()
        assert not served()
        assert not (tmp_path / "absent").exists()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert is_right()
    assert served()
    assert len(files_below(tmp_path / "xdg" / "segur-faq")) == 2
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", "relatif")
    assert is_right()
    assert served()
    assert len(files_below(tmp_path / "home" / ".cache" / "segur-faq")) == 2


# --- what keeps it from being written ----------------------------------------------------------


@pytest.mark.parametrize(
    "where", ["file", "file/below", "/dev/null", "/dev/null/x", "/proc/x", "x" * 300]
)
def test_a_place_where_there_can_be_no_folder(where, is_right, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SEGUR_FAQ_CACHE", where)
    before = files_below(tmp_path)
    assert is_right()
    assert not served()
    assert files_below(tmp_path) == before


@pytest.mark.parametrize("suffix", ["", ".part", ".lock"])
def test_a_folder_where_a_file_should_be(suffix, is_right, trees, cache):
    file = file_of(trees)
    file.with_name(file.name + suffix).mkdir(parents=True)
    assert is_right()
    assert not served()
    assert {path.name for path in cache.iterdir() if path.is_file()} <= {f"{file.name}.lock"}


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_folder_that_may_not_be_written_to(is_right, cache):
    cache.mkdir()
    cache.chmod(0o500)
    assert is_right()
    assert not served()
    assert files_below(cache) == []
    cache.chmod(0o000)
    assert is_right()
    cache.chmod(0o700)


FAILURES = {
    "makedirs": (os, "makedirs", OSError(errno.EROFS, "read-only")),
    "open": (os, "open", PermissionError(errno.EACCES, "denied")),
    "connect": (sqlite3, "connect", sqlite3.OperationalError("unable to open database file")),
    "fsync": (os, "fsync", OSError(errno.ENOSPC, "full")),
    "replace": (os, "replace", OSError(errno.EXDEV, "elsewhere")),
    "full": (tables, "write_tables", sqlite3.OperationalError("database or disk is full")),
    "memory": (tables, "write_tables", MemoryError()),
}


@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
def test_any_step_may_fail(failure, trees, cache, expected, monkeypatch):
    module, name, error = failure
    stamps, reading = take_stamps(str(trees)), read(trees)
    tried = []

    def fail(*arguments, **named):
        tried.append(arguments)
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(module, name, fail)
        assert not save_compiled(str(trees), reading, stamps)
    assert tried
    assert not list(cache.glob("*.sqlite"))
    assert not list(cache.glob("*.part"))
    assert save_compiled(str(trees), reading, stamps)
    assert [program(*words) for words in COMMANDS] == expected


def test_an_interruption_leaves_nothing_half_done(trees, cache, monkeypatch):
    """It is not swallowed either: the user wants to stop."""

    def interrupted(connection, *rest):
        tables.write_tables(connection, *rest)
        assert list(cache.glob("*.part"))
        raise KeyboardInterrupt

    stamps, reading = take_stamps(str(trees)), read(trees)
    with monkeypatch.context() as patch:
        patch.setattr(saving, "_fill", lambda c, r, s: interrupted(c, r.corpus, {}, {}, {}))
        with pytest.raises(KeyboardInterrupt):
            save_compiled(str(trees), reading, stamps)
        assert [path.suffix for path in cache.iterdir()] == [".lock"]
        assert program("list").code == 130
    assert program("list").code == 0
    assert is_compiled(trees)


@pytest.mark.parametrize(("room", "number"), [(0, 0), (4096, 2), (20_000, 3), (90_000, 4)])
def test_a_disk_that_is_full(room, number, trees, cache, expected):
    """No file of the process may grow beyond that."""

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    ran = run(*COMMANDS[number], preexec_fn=limit)
    assert ran.code == 0
    assert (ran.out.encode(), ran.err.encode()) == (expected[number].out, expected[number].err)
    assert [path.suffix for path in cache.iterdir()] == [".lock"]
    program("list")
    assert is_compiled(trees)
    assert file_of(trees).stat().st_size > 90_000


# --- one at a time -----------------------------------------------------------------------------


def test_while_another_compiles_nobody_waits(is_right, trees, cache):
    cache.mkdir()
    with alone(f"{file_of(trees)}.lock") as is_alone:
        assert is_alone
        assert is_right()
        assert not served()
        assert not list(cache.glob("*.part"))
    assert is_right()
    assert served()


def test_what_a_dead_process_left_is_cleared(is_right, trees, cache):
    cache.mkdir()
    part = file_of(trees).with_name(f"{file_of(trees).name}.part")
    part.write_bytes(b"SQLite format 3\0 half of one")
    part.with_name(part.name.replace(".part", ".lock")).write_text("")
    assert is_right()
    assert is_compiled(trees)
    assert not part.exists()


def test_who_reads_the_old_file_goes_on_with_it(compiled, trees):
    from segur_faq.compiled.opening import open_compiled

    with contextlib.closing(open_compiled(str(trees))) as connection:
        number = file_of(trees).stat().st_ino
        compile_now(trees)
        assert file_of(trees).stat().st_ino != number
        assert connection.execute("SELECT count(*) FROM answers").fetchone() == (9,)
        ((verdict,),) = connection.execute("PRAGMA integrity_check")
        assert verdict == "ok"


# --- what is compiled --------------------------------------------------------------------------


def test_compiling_twice_gives_the_same_bytes(trees):
    first = compile_now(trees).read_bytes()
    assert compile_now(trees).read_bytes() == first


def test_in_memory_and_in_a_file_are_the_same_but_for_the_stamps(compiled, trees):
    def rows(connection):
        names = [name for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'texts%'"
        )]  # fmt: skip
        columns = {"answers": "number, id, question, forms"}
        return {
            name: connection.execute(f"SELECT {columns.get(name, '*')} FROM {name}").fetchall()
            for name in names
            if name not in ("watched", "files")
        }

    with (
        contextlib.closing(compile_in_memory(read(trees))) as memory,
        contextlib.closing(sqlite3.connect(file_of(trees))) as file,
    ):
        assert rows(memory) == rows(file)
        assert len(rows(file)) > 10
        assert memory.execute("SELECT * FROM watched").fetchall() == []


def test_a_corpus_with_nothing_in_it_is_compiled_too(tmp_path, monkeypatch):
    from compiled.folders import age

    folder = tmp_path / "vide"
    folder.mkdir()
    (folder / "cascade.yaml").write_text(
        "format: 1\ntitle: Vide\nlevels:\n- {id: a, question: A ?, options: [{id: b, label: B}]}\n"
    )
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(age(folder)))
    before = [program(*words) for words in (("list",), ("search", "x"), ("show", "x"))]
    assert is_compiled(folder)
    assert [program(*words) for words in (("list",), ("search", "x"), ("show", "x"))] == before
    assert [written.code for written in before] == [1, 1, 1]


def test_what_cannot_be_compiled_is_closed(trees, monkeypatch):
    seen = []

    def fail(connection, *rest):
        seen.append(connection)
        raise MemoryError

    monkeypatch.setattr(saving, "_fill", fail)
    with pytest.raises(MemoryError):
        compile_in_memory(read(trees))
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        seen[0].execute("SELECT 1")


def test_the_nodes_of_the_reading_are_let_go_and_the_corpus_can_be_compiled_again(trees):
    reading = read(trees)
    assert save_compiled(str(trees), reading, take_stamps(str(trees)))
    assert (reading.files, reading.roots, reading.answers) == ({}, {}, [])
    assert reading.corpus == read(trees).corpus
    with contextlib.closing(compile_in_memory(reading)) as again:
        assert again.execute("SELECT count(*) FROM passages").fetchone() == (9,)
