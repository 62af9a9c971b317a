"""What was confirmed is there: through kill -9, several terminals, full disks and damage."""

import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from segur_faq.feedback import store as store_module
from segur_faq.feedback.model import Gap, Unanswered, Vote
from segur_faq.feedback.store import Store, StoreError

WRITER = """
import sys
from pathlib import Path
from segur_faq.feedback.model import Vote
from segur_faq.feedback.store import Store

store = Store(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    vote = Vote("a", "v", useful=bool(number % 2), id=f"{sys.argv[2]}-{number}")
    assert store.add(vote) == 1
    print(vote.id, flush=True)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "opinions.sqlite"


def vote(number: int = 0, **fields) -> Vote:
    return Vote(**{"answer": "a", "version": "v", "useful": True, "id": f"id{number}", **fields})


def lacking(number: int = 0) -> Unanswered:
    return Unanswered(Gap.SEARCH, "mots", id=f"q{number}")


# --- several terminals, and death --------------------------------------------------------------


def test_no_confirmed_vote_is_lost_to_kill_9(path):
    """Half of the writers are killed at any moment; the others write all they have."""
    each, chance = 15, random.Random(6)
    code = [sys.executable, "-c", WRITER, str(path)]
    writers = [
        subprocess.Popen([*code, f"w{n}", str(each)], stdout=subprocess.PIPE, text=True)
        for n in range(6)
    ]
    killed = writers[:3]
    confirmed = []
    for writer in killed:
        confirmed += [writer.stdout.readline().strip() for _ in range(chance.randint(1, each // 2))]
        time.sleep(chance.uniform(0, 0.02))
        writer.send_signal(signal.SIGKILL)
    for writer in writers:
        confirmed += writer.communicate()[0].split()
    assert [w.returncode for w in writers[3:]] == [0] * 3
    kept = [v.id for v in Store(path).votes()]
    assert len(kept) == len(set(kept))
    assert set(confirmed) <= set(kept)
    # What was being committed when its writer died may be there, unconfirmed: one vote each.
    assert len(kept) <= len(confirmed) + len(killed)
    assert {f"w{n}-{i}" for n in (3, 4, 5) for i in range(each)} <= set(kept)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert Store(path).add(vote()) == 1


def test_a_terminal_that_writes_too_long_is_not_waited_for_for_ever(path, monkeypatch):
    store = Store(path)
    store.add(vote(1))
    monkeypatch.setattr(store_module, "_PATIENCE", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError):
            store.add(vote(2))
        assert store.votes() == [vote(1)]  # to read is no trouble
        other.execute("ROLLBACK")
    assert store.add(vote(2)) == 1


# --- what is kept ------------------------------------------------------------------------------


def test_opinions_come_back_as_they_were_the_oldest_first(path):
    votes = [
        vote(1, date="2026-01-02", path="a=b", useful=False, reason="autre", note="à l’œil « ; »"),
        vote(2, date="2026-01-01"),
        vote(3, date="2026-01-02", answer="b", version="w"),
    ]
    questions = [lacking(1), Unanswered(Gap.UNKNOWN, "a=-", date="2026-01-01", id="q2")]
    assert Store(path).add(*votes, *questions) == 5
    assert Store(path).votes() == [votes[1], votes[0], votes[2]]
    assert Store(path).unanswered() == [questions[1], questions[0]]
    assert all(type(v.useful) is bool for v in Store(path).votes())


def test_the_same_id_counts_once(path):
    store = Store(path)
    assert store.add(vote(1), lacking(1), vote(1, answer="other")) == 2
    assert store.add(vote(1), lacking(1), vote(2)) == 1
    assert [v.id for v in store.votes()] == ["id1", "id2"]
    assert store.votes()[0].answer == "a"
    assert store.unanswered() == [lacking(1)]


def test_to_look_makes_nothing(path):
    store = Store(path)
    assert (store.votes(), store.unanswered(), store.never_ask) == ([], [], False)
    store.clear()
    assert not path.parent.exists()


def test_clear_forgets_opinions_and_keeps_what_was_asked_for(path):
    store = Store(path)
    store.set_never_ask(True)
    store.add(vote(), lacking())
    store.clear()
    assert (store.votes(), store.unanswered()) == ([], [])
    assert Store(path).never_ask
    store.set_never_ask(False)
    assert not Store(path).never_ask


def test_to_ask_for_silence_twice_is_once(path):
    store = Store(path)
    store.set_never_ask(True)
    store.set_never_ask(True)
    store.set_never_ask(False)
    assert not store.never_ask


@pytest.mark.skipif(os.name == "nt", reason="modes are of POSIX")
def test_nobody_else_reads_it(path):
    Store(path).add(vote())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_nothing_tells_who_voted(path):
    Store(path).add(Vote("a", "v", useful=True), Vote("a", "v", useful=True))
    first, second = Store(path).votes()
    assert first.id != second.id
    assert len(first.date) == len("2026-11-22")
    content = path.read_bytes()
    for private in (str(Path.home()), os.uname().nodename if hasattr(os, "uname") else ""):
        assert not private or len(private) < 4 or private.encode() not in content


# --- what cannot be kept -----------------------------------------------------------------------


@pytest.fixture
def full_disk(monkeypatch):
    """Let no database grow: SQLite's own « database or disk is full »."""
    connect = sqlite3.connect

    def connect_to_full_disk(*arguments, **options):
        connection = connect(*arguments, **options)
        connection.execute("PRAGMA max_page_count = 1")
        return connection

    def fill(full: bool) -> None:
        monkeypatch.setattr(sqlite3, "connect", connect_to_full_disk if full else connect)

    return fill


def test_on_a_full_disk_nothing_is_kept_by_half(path, full_disk):
    store = Store(path)
    store.add(vote(0))
    full_disk(True)
    long = "x" * 100_000
    with pytest.raises(StoreError, match="full"):
        store.add(vote(1), vote(2, note=long))
    assert store.votes() == [vote(0)]
    full_disk(False)
    assert store.add(vote(1), vote(2, note=long)) == 2


def test_on_a_disk_that_was_always_full(path, full_disk):
    full_disk(True)
    store = Store(path)
    for attempt in (lambda: store.add(vote()), lambda: store.set_never_ask(True)):
        with pytest.raises(StoreError, match="full"):
            attempt()
    assert not store.never_ask
    full_disk(False)
    assert store.add(vote()) == 1


def test_a_commit_that_fails_confirms_nothing(path, monkeypatch):
    store = Store(path)
    store.add(vote(0))

    class Failing(sqlite3.Connection):
        def execute(self, sql, *parameters):
            if sql == "COMMIT":
                raise sqlite3.OperationalError("disk I/O error")
            return super().execute(sql, *parameters)

    connect = sqlite3.connect
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda *a, **o: connect(*a, **o, factory=Failing))
        with pytest.raises(StoreError):
            store.add(vote(1))
    assert store.votes() == [vote(0)]
    assert store.add(vote(1)) == 1


def test_a_text_that_no_database_holds_is_refused_whole(path):
    store = Store(path)
    with pytest.raises(StoreError):
        store.add(vote(1), vote(2, note="\ud800"))
    assert store.votes() == []


def everything(store: Store):
    return (store.votes, store.unanswered, store.clear, lambda: store.add(vote(9)),
            lambda: store.set_never_ask(True))  # fmt: skip


@pytest.mark.parametrize(
    "content", [b"nothing of SQLite's" * 100, b"SQLite format 3\0" + b"\1" * 99]
)
def test_another_file_is_told_and_left_alone(content, path):
    path.parent.mkdir()
    path.write_bytes(content)
    for attempt in everything(Store(path)):
        with pytest.raises(StoreError):
            attempt()
    assert not Store(path).never_ask
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_told(path):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE votes (x)")
        connection.execute("CREATE TABLE unanswered (x, y, z, zz, zzz)")
    for attempt in (Store(path).votes, Store(path).unanswered, lambda: Store(path).add(vote())):
        with pytest.raises(StoreError):
            attempt()


def test_a_place_that_cannot_be(tmp_path):
    (tmp_path / "file").write_text("")
    (tmp_path / "folder" / "opinions.sqlite").mkdir(parents=True)
    for place in ("file/opinions.sqlite", "folder/opinions.sqlite", "x" * 300 + "/o.sqlite"):
        store = Store(tmp_path / place)
        with pytest.raises(StoreError):
            store.add(vote())
        assert not store.never_ask


def test_damage_is_told_or_harmless(path):
    """Bytes are changed at random: opinions of the right types come back, or a `StoreError`."""
    store = Store(path)
    store.add(*(vote(n, note="n" * n) for n in range(30)), *(lacking(n) for n in range(30)))
    whole, chance, told = path.read_bytes(), random.Random(6), 0
    for _ in range(120):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 4, 200))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged[: chance.choice((len(damaged), chance.randrange(len(damaged))))])
        for read in (store.votes, store.unanswered):
            try:
                opinions = read()
            except StoreError:
                told += 1
                continue
            texts = ("answer", "version", "path", "reason", "note", "date", "id")
            for opinion in opinions:
                names = texts if isinstance(opinion, Vote) else ("kind", "text", "date", "id")
                assert all(isinstance(getattr(opinion, name), str) for name in names)
        store.never_ask  # noqa: B018 - whatever it says
    assert told
