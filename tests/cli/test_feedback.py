"""`feedback`: what was said on this machine, or several, and how it is forgotten."""

import csv
import io
import json
import sqlite3
import sys

import pytest
from cli.program import plain
from cli.small_corpus import ANSWERS, write_corpus

from segur_faq.cli import console
from segur_faq.corpus.version import version_of
from segur_faq.feedback.model import Gap, Unanswered, Vote
from segur_faq.feedback.place import opinions_file
from segur_faq.feedback.store import Store


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("SEGUR_FAQ_FEEDBACK", str(tmp_path / "data"))
    return Store(opinions_file())


@pytest.fixture
def filled(store, small_index):
    """Three votes on one answer, one of them on a text that changed; one on another; two gaps."""
    now = version_of(small_index.corpus.answers_by_id["dmp-imagerie"])
    store.add(
        Vote("dmp-imagerie", now, useful=True),
        Vote("dmp-imagerie", now, useful=True),
        Vote("dmp-imagerie", "0ld", useful=False, reason="autre", note="Et la vague 2 ?"),
        Vote("cartes-commande", "0ld", useful=False, reason="perime"),
        Unanswered(Gap.SEARCH, "tarif", date="2026-01-01"),
        Unanswered(Gap.SEARCH, "TARIF", date="2026-01-02"),
        Unanswered(Gap.UNKNOWN, "offre=segur couloir=-", date="2026-01-03"),
    )
    return store


# --- summary -----------------------------------------------------------------------------------


def test_the_summary_tells_votes_reasons_notes_and_what_changed(call, filled):
    ran = call("feedback")
    assert (ran.code, ran.err) == (0, "")
    first, second = plain(ran.out).split("\n\n")
    assert first.startswith("dmp-imagerie : utile 2 fois sur 3\n")
    assert "Le RIS doit-il" in first
    assert "« Et la vague 2 ? »" in first
    assert "1 avis sur un texte qui a changé" in first
    assert second.startswith("cartes-commande : utile 0 fois sur 1\n")
    assert "périmé : 1" in second
    assert call("feedback", "summary").out == ran.out


@pytest.mark.parametrize(
    ("sort", "first"),
    [("votes", "dmp-imagerie"), ("useful", "cartes-commande"), ("answer", "cartes-commande")],
)
def test_sorts(sort, first, call, filled):
    out = call("feedback", "--sort", sort, "--format", "json").out
    assert json.loads(out)["answers"][0]["answer"] == first


def test_json(call, filled):
    value = json.loads(call("feedback", "-f", "json").out)
    assert list(value) == ["format", "answers"]
    assert value["answers"][0] == {
        "answer": "dmp-imagerie",
        "votes": 3,
        "useful": 2,
        "share": 0.6667,
        "reasons": {"autre": 1},
        "notes": ["Et la vague 2 ?"],
        "former": 1,
    }


def test_csv(call, filled):
    rows = list(csv.DictReader(io.StringIO(call("feedback", "-f", "csv").out)))
    assert rows[0] == {
        "answer": "dmp-imagerie", "votes": "3", "useful": "2", "share": "0.67",
        "reasons": "autre=1", "former": "1",
    }  # fmt: skip
    assert len(rows) == 2


def test_gaps_are_ranked(call, filled):
    assert call("feedback", "gaps").out.splitlines() == [
        "2\trecherche\ttarif",
        "1\tje-ne-sais-pas\toffre=segur couloir=-",
    ]
    value = json.loads(call("feedback", "gaps", "-f", "json").out)
    assert value["gaps"][0] == {
        "kind": "recherche", "text": "tarif", "times": 2, "last": "2026-01-02",
    }  # fmt: skip
    rows = list(csv.reader(io.StringIO(call("feedback", "gaps", "-f", "csv").out)))
    assert rows[0] == ["kind", "text", "times", "last"]
    assert [row[2] for row in rows[1:]] == ["2", "1"]


def test_votes_on_a_former_id_count_with_the_others(call, store, small_index):
    now = version_of(small_index.corpus.answers_by_id["dmp-hopital"])
    for name, useful in (("dmp-etablissement", False), ("dmp-hopital", True)):
        store.add(Vote(name, now, useful))
    (tally,) = json.loads(call("feedback", "-f", "json").out)["answers"]
    assert (tally["answer"], tally["votes"], tally["useful"]) == ("dmp-hopital", 2, 1)
    assert tally["former"] == 0


@pytest.mark.parametrize("action", ["summary", "gaps"])
def test_nothing_yet(action, call):
    ran = call("feedback", action)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err
    for chosen, lines in (("json", None), ("csv", 1)):
        out = call("feedback", action, "-f", chosen).out
        assert len(out.splitlines()) == lines if lines else json.loads(out)["format"] == 1


def test_words_of_others_stay_on_their_line(call, store):
    store.add(
        Vote("gone", "v", useful=False, reason="new-reason", note="one\ntwo"),
        Unanswered(Gap.SEARCH, "one\n9\trecherche\ttwo"),
    )
    out = plain(call("feedback").out)
    assert "« one two »" in out
    assert "new-reason : 1" in out
    assert len(call("feedback", "gaps").out.splitlines()) == 1


# --- export and import -------------------------------------------------------------------------


def test_what_several_people_said_is_merged(call, filled, tmp_path, monkeypatch):
    one, two = tmp_path / "un.json", tmp_path / "deux.json"
    assert call("feedback", "export", str(one)).code == 0
    votes, questions = filled.votes(), filled.unanswered()
    filled.add(Vote("dmp-hopital", "v", useful=True))
    assert call("feedback", "export", str(two)).code == 0
    monkeypatch.setenv("SEGUR_FAQ_FEEDBACK", str(tmp_path / "maintainer"))
    merged = Store(opinions_file())
    for files, added in (((one,), 7), ((one, two), 1), ((two, one, two), 0)):
        ran = call("feedback", "import", *map(str, files))
        assert ran.code == 0
        assert plain(ran.err).startswith(f"{added} nouveau")
    assert len(merged.votes()) == len(votes) + 1
    assert merged.unanswered() == questions
    assert set(votes) < set(merged.votes())


def test_an_export_of_nothing_is_a_file_that_imports(call, tmp_path):
    path = tmp_path / "rien.json"
    assert call("feedback", "export", str(path)).code == 0
    assert call("feedback", "import", str(path)).code == 0


def test_one_bad_file_and_nothing_is_imported(call, filled, store, tmp_path, monkeypatch):
    good = tmp_path / "bon.json"
    call("feedback", "export", str(good))
    store.clear()
    bad = tmp_path / "mauvais.json"
    for content in (b"{}", b"\xff\xfe", b'{"format": 1, "votes": [3]}', None):
        bad.unlink(missing_ok=True)
        if content is not None:
            bad.write_bytes(content)
        ran = call("feedback", "import", str(good), str(bad))
        assert (ran.code, ran.out) == (2, "")
        assert "mauvais.json" in ran.err
        assert store.votes() == []


@pytest.mark.parametrize(
    "arguments", [["export"], ["export", "a", "b"], ["import"], ["clear", "a"], ["gaps", "a"]]
)
def test_files_where_none_or_another_number_is_wanted(arguments, call, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = call("feedback", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert not list(tmp_path.iterdir())


def test_an_export_that_cannot_be_written(call, filled, tmp_path):
    (tmp_path / "file").write_text("")
    ran = call("feedback", "export", str(tmp_path / "file" / "x.json"))
    assert (ran.code, ran.out) == (2, "")


# --- clear -------------------------------------------------------------------------------------


@pytest.fixture
def keyboard(monkeypatch):
    """Give the program a terminal at which something is typed."""

    def at_keyboard(typed: str) -> None:
        monkeypatch.setattr(console, "is_terminal", lambda stream: stream is not sys.stdout)
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))

    return at_keyboard


@pytest.mark.parametrize("typed", ["oui\n", " OUI \n"])
def test_clear_when_confirmed(typed, call, filled, keyboard):
    keyboard(typed)
    assert call("feedback", "clear").code == 0
    assert (filled.votes(), filled.unanswered()) == ([], [])


@pytest.mark.parametrize("typed", ["non\n", "\n", "", "o\n", "ouiche\n"])
def test_clear_when_not_confirmed(typed, call, filled, keyboard):
    keyboard(typed)
    ran = call("feedback", "clear")
    assert (ran.code, ran.out) == (1, "")
    assert len(filled.votes()) == 4
    assert len(filled.unanswered()) == 3


def test_clear_without_a_terminal_wants_yes(call, filled):
    ran = call("feedback", "clear")
    assert (ran.code, ran.out) == (2, "")
    assert "--yes" in ran.err
    assert len(filled.votes()) == 4
    assert call("feedback", "clear", "--yes").code == 0
    assert (filled.votes(), filled.unanswered()) == ([], [])


def test_clear_of_nothing_asks_nothing_and_keeps_the_wish(call, store):
    store.set_never_ask(True)
    assert call("feedback", "clear").code == 0
    assert store.never_ask


# --- where nothing is kept, or nothing can be --------------------------------------------------


@pytest.mark.parametrize("value", ["0", "", "non", "OFF", " False "])
def test_off(value, call, monkeypatch):
    monkeypatch.setenv("SEGUR_FAQ_FEEDBACK", value)
    for arguments in ((), ("gaps",), ("clear", "--yes")):
        ran = call("feedback", *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert "SEGUR_FAQ_FEEDBACK" in ran.err


def test_the_places_of_a_user(monkeypatch, tmp_path):
    if sys.platform in ("darwin", "win32"):
        pytest.skip("XDG is of other systems")
    monkeypatch.delenv("SEGUR_FAQ_FEEDBACK")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert opinions_file() == tmp_path / ".local/share/segur-faq/opinions.sqlite"
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert opinions_file() == tmp_path / ".local/share/segur-faq/opinions.sqlite"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    assert opinions_file() == tmp_path / "xdg/segur-faq/opinions.sqlite"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "none"))
    assert opinions_file() is None
    assert not (tmp_path / "none").exists()


def test_a_folder_relative_to_one_that_is_gone(call, monkeypatch):
    def gone():
        raise FileNotFoundError

    monkeypatch.setenv("SEGUR_FAQ_FEEDBACK", "data")
    monkeypatch.setattr("os.getcwd", gone)
    assert opinions_file() is None


def test_a_damaged_file_is_told_with_its_place(call, tmp_path):
    path = tmp_path / "data" / "opinions.sqlite"
    path.parent.mkdir()
    path.write_bytes(b"no database" * 500)
    export = tmp_path / "x.json"
    export.write_text('{"format": 1}')
    for arguments in (
        ("summary",),
        ("gaps",),
        ("export", str(tmp_path / "y.json")),
        ("import", str(export)),
        ("clear", "--yes"),
    ):
        ran = call("feedback", *arguments)
        assert (ran.code, ran.out) == (2, ""), arguments
        assert "opinions.sqlite" in ran.err
        assert "déplacez-le" in ran.err
    assert not (tmp_path / "y.json").exists()


def test_rows_of_the_wrong_kind_are_told(call, store, tmp_path):
    store.add(Vote("a", "v", useful=True), Unanswered("k", "t"))
    connection = sqlite3.connect(opinions_file())
    connection.execute("UPDATE votes SET note = x'00ff'")
    connection.execute("UPDATE unanswered SET text = x'00ff'")
    connection.commit()
    connection.close()
    for action in ("summary", "gaps"):
        assert (call("feedback", action).code, call("feedback", action).out) == (2, "")


def test_a_corpus_that_lost_the_answer(call, filled, tmp_path):
    folder = write_corpus(tmp_path / "other", answers=ANSWERS.replace("dmp-imagerie", "dmp-ris"))
    out = plain(call("feedback", "--trees", str(folder)).out)
    assert "dmp-imagerie : utile 2 fois sur 3" in out
    assert "Le RIS" not in out.partition("\n\n")[0]
