"""A compiled file that is damaged in any way: the right answers all the same, and a new file."""

import contextlib
import sqlite3
import zlib
from random import Random

import pytest
from compiled.folders import compile_now, file_of, old_corpus
from scripted.lanes import NOTHING, Written, captured, completions, fast, program

from segur_faq.cli.main import main
from segur_faq.compiled import opening
from segur_faq.compiled.forms import pack

PAGE = 4096

COMMANDS = {
    "show": ["show", "dmp-imagerie"],
    "show json": ["show", "dmp-alimentation", "mssante-bal", "-f", "json"],
    "show field": ["show", "mssante-bal", "--field", "links"],
    "define": ["define", "DMP"],
    "define synonym": ["define", "boite mail", "-f", "json"],
    "search": ["search", "boite aux letres imagerie", "--explain"],
    "search pair": ["search", "dmp", "couloir=imagerie", "-f", "json"],
    "tab": completions("bash", ["show", "dmp-"]),
    "tab pair": completions("bash", ["ask", "couloir", "=", ""]),
    "list": ["list"],
    "show rich": ["show", "mssante-bal", "-f", "rich"],
}
NAMES = list(COMMANDS)
FAST = NAMES[:-2]
"""Those that the fast lane takes."""


def run(name: str, how=program) -> Written:
    command = COMMANDS[name]
    if isinstance(command, list):
        return how(*command)
    with pytest.MonkeyPatch.context() as patch:
        for variable, value in command.items():
            patch.setenv(variable, value)
        return how()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """A folder with the bytes of its compiled file, and what commands write."""
    folder = old_corpus(tmp_path_factory.mktemp("damage") / "corpus")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEGUR_FAQ_CACHE", str(folder.parent / "cache"))
        patch.setenv("SEGUR_FAQ_TREES", str(folder))
        path = compile_now(folder)
        return folder, path.read_bytes(), {name: run(name) for name in NAMES}


@pytest.fixture
def path(corpus, monkeypatch):
    """The compiled file."""
    monkeypatch.setenv("SEGUR_FAQ_CACHE", str(corpus[0].parent / "cache"))
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(corpus[0]))
    return file_of(corpus[0])


@pytest.fixture
def sound(corpus, path):
    path.write_bytes(corpus[1])
    return corpus[1]


@pytest.fixture
def expected(corpus):
    return corpus[2]


@pytest.fixture
def survives(path, sound, expected):
    """Check that commands are right on a damaged file, and that they repair it."""

    def check(damaged: bytes, names=NAMES) -> None:
        for name in names:
            path.write_bytes(damaged)
            assert run(name) == expected[name], name
            assert name not in FAST or run(name, fast) == expected[name], name

    return check


def some(number: int, how_many: int = 1) -> list[str]:
    """Give a few of the commands, others for every number."""
    return [NAMES[(number + 4 * n) % len(NAMES)] for n in range(how_many)]


def test_the_fast_lane_takes_these_from_a_sound_file(sound, expected):
    assert {name: run(name, fast) for name in FAST} == {name: expected[name] for name in FAST}
    assert all(written.out and written.code == 0 for written in expected.values())


# --- the whole file ----------------------------------------------------------------------------

NOT_A_FILE_OF_OURS = {
    "empty": b"",
    "one byte": b"\0",
    "a text": b"Ceci n'est pas une base.\n" * 1000,
    "zeros": bytes(50 * PAGE),
    "noise": Random(1).randbytes(20 * PAGE),
    "a heading alone": b"SQLite format 3\0",
    "a heading and noise": b"SQLite format 3\0" + Random(2).randbytes(20 * PAGE),
}


@pytest.mark.parametrize("kind", NOT_A_FILE_OF_OURS)
def test_what_is_no_database(kind, survives):
    number = list(NOT_A_FILE_OF_OURS).index(kind)
    survives(NOT_A_FILE_OF_OURS[kind], NAMES if number == 0 else some(number, 3))


def test_a_heading_and_noise(sound, survives):
    survives(sound[:100] + Random(3).randbytes(len(sound) - 100), some(1))
    survives(sound[:PAGE] + Random(4).randbytes(len(sound) - PAGE), some(2))


def test_a_file_cut_short_anywhere(sound, survives):
    pages = len(sound) // PAGE
    lengths = [1, 15, 16, 99, 100, PAGE - 1, PAGE, PAGE + 1, len(sound) - PAGE, len(sound) - 1]
    lengths += [PAGE * n + Random(n).randrange(PAGE) for n in range(1, pages, 3)]
    for number, length in enumerate(lengths):
        survives(sound[:length], some(number))


def test_a_file_that_goes_on(sound, survives):
    survives(sound + b"x" * 10, some(0))
    survives(sound + sound, some(1))


def test_a_page_that_is_zeroed(sound, survives):
    for page in range(len(sound) // PAGE):
        start = page * PAGE
        survives(sound[:start] + bytes(PAGE) + sound[start + PAGE :], some(page))


def test_pages_that_have_changed_places(sound, survives):
    pages = [sound[start : start + PAGE] for start in range(0, len(sound), PAGE)]
    for seed in range(6):
        moved = [pages[0], *Random(seed).sample(pages[1:], len(pages) - 1)]
        survives(b"".join(moved), some(seed))


@pytest.mark.parametrize("strewn", [1, 30, 1000])
def test_bytes_overwritten(strewn, path, sound, expected):
    """Nothing can tell that a letter of a text has become another, but nobody sees a traceback.

    What `show` and `list` write is kept with a checksum.
    """
    chance = Random(strewn)
    for number in range(15):
        damaged = bytearray(sound)
        for _ in range(strewn):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        for name in some(number, 2):
            path.write_bytes(damaged)
            written = run(name)
            assert written.code in (0, 1)
            assert b"Traceback" not in written.err
            if name.startswith(("show", "list")):
                assert written == expected[name], name


# --- tables and columns ------------------------------------------------------------------------


def tables(sound, path) -> dict[str, list[str]]:
    """Give the tables of a compiled file, with their columns."""
    path.write_bytes(sound)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            for (name,) in names.fetchall()
            if not name.startswith("texts_")
        }


def altered(sound, path, *statements, values=()) -> bytes:
    """Give a compiled file on which SQL was run."""
    path.write_bytes(sound)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement, values)
    return path.read_bytes()


def test_a_table_that_is_missing(sound, path, survives):
    found = tables(sound, path)
    assert len(found) > 15
    for number, table in enumerate(found):
        survives(altered(sound, path, f"DROP TABLE {table}"), some(number, 2))


def test_a_table_that_is_empty_or_of_another_kind(sound, path, survives):
    survives(altered(sound, path, "DELETE FROM corpus"), ["list"])
    path.write_bytes(altered(sound, path, "DELETE FROM watched"))
    assert all(run(name, fast) == NOTHING for name in FAST)  # who knows what has changed?
    for table in ("watched", "files", "answers", "corpus", "terms"):
        remade = (
            f"DROP TABLE {table}",
            f"CREATE TABLE {table} (a)",
            f"INSERT INTO {table} VALUES (1)",
        )
        survives(altered(sound, path, *remade), some(len(table)))


BLOBS = {
    "nothing": None,
    "a text": "texte",
    "a number": 3,
    "no bytes": b"",
    "noise": Random(5).randbytes(400),
    "half of one": pack([f"forme {number}" for number in range(100)])[:150],
    "compressed noise": zlib.compress(b"\xff\xfe\xfd" * 50),
    "the forms of something else": pack(["autre"] * 40),
    "too few forms": pack(["autre"]),
    "no object": zlib.compress(b"null"),
    "an empty object": zlib.compress(b"{}"),
    "a list": zlib.compress(b"[1, 2, 3]"),
    "a well": zlib.compress(b"[" * 100_000),
}


@pytest.mark.parametrize("blob", BLOBS.values(), ids=BLOBS)
def test_answers_exchanged_for_something_else(blob, sound, path, survives):
    damaged = altered(sound, path, "UPDATE answers SET forms = ?", values=(blob,))
    survives(damaged, ["show json", "show field"])


@pytest.mark.parametrize("blob", BLOBS.values(), ids=BLOBS)
def test_the_corpus_exchanged_for_something_else(blob, sound, path, survives):
    damaged = altered(sound, path, "UPDATE corpus SET frozen = ?", values=(blob,))
    survives(damaged, ["list", "search"])


@pytest.mark.parametrize("kind", [kind for kind in BLOBS if kind != "the forms of something else"])
def test_terms_exchanged_for_something_else(kind, sound, path, survives):
    damaged = altered(sound, path, "UPDATE terms SET forms = ?", values=(BLOBS[kind],))
    survives(damaged, ["define synonym", "list"])


def test_an_answer_found_under_the_name_of_another(sound, path, survives):
    survives(
        altered(
            sound, path,
            "UPDATE answers SET id = 'x' WHERE id = 'dmp-hopital'",
            "UPDATE answers SET id = 'dmp-hopital' WHERE id = 'dmp-imagerie'",
            "UPDATE answers SET id = 'dmp-imagerie' WHERE id = 'x'",
        ),
        ["show", "show rich"],
    )  # fmt: skip


VALUES = (None, b"\0\xff", -1, 2**63 - 1, 1e999, "", "é \x1f 0.0000 x")


def test_columns_that_hold_anything_at_all(sound, path, expected):
    """Whoever wrote it: a text that is another text is shown, but nobody sees a traceback."""
    number = 0
    for table, columns in tables(sound, path).items():
        for column in columns:
            number += 1
            with contextlib.suppress(sqlite3.Error):  # some keys take no such value
                damaged = altered(
                    sound, path, f"UPDATE OR IGNORE {table} SET {column} = ?",
                    values=(VALUES[number % len(VALUES)],),
                )  # fmt: skip
                for name in ("search pair", *some(number)):
                    path.write_bytes(damaged)
                    written = run(name)
                    assert written.code in (0, 1), (table, column, name)
                    if name.startswith(("show", "list")):
                        assert written == expected[name], (table, column, name)
    assert number > 40


def test_a_result_that_is_no_answer_is_searched_anew(sound, path, expected):
    """By the ordinary lane, which knows the answers there are."""
    for value in (b"bytes", "inconnu", None):
        path.write_bytes(altered(sound, path, "UPDATE passages SET id = ?", values=(value,)))
        assert run("search pair", ordinary_alone) == expected["search pair"]


def ordinary_alone(*words: str) -> Written:
    return captured(lambda: main(list(words)))


# --- whose it is -------------------------------------------------------------------------------


def test_the_file_of_another_user_is_not_read(sound, path, expected, monkeypatch):
    assert run("show", fast) == expected["show"]
    monkeypatch.setattr(opening.os, "geteuid", lambda: path.stat().st_uid + 1)
    for name in FAST:
        assert run(name, fast) == NOTHING
    assert run("show") == expected["show"]


def test_a_system_without_owners_reads_it(sound, path, expected, monkeypatch):
    monkeypatch.delattr(opening.os, "geteuid")
    assert run("show", fast) == expected["show"]


def test_a_file_of_another_corpus_is_not_true_of_this_one(sound, path, expected, tmp_path):
    """Its stamps are those of other files."""
    other = old_corpus(tmp_path / "autre")
    path.write_bytes(compile_now(other).read_bytes())
    assert run("show", fast) == NOTHING
    assert run("show") == expected["show"]
