"""What surrounds an answer in `ask`, every decision taken by somebody who has no terminal."""

import base64
import io
import sys
from collections.abc import Sequence

import pytest
from cli.program import plain
from cli.somebody import ONE, Somebody, follow
from journey.searching import NOTHING

from segur_faq.cli import browser, clipboard, console, conversation
from segur_faq.corpus.version import version_of
from segur_faq.feedback.model import Gap, Reason
from segur_faq.feedback.place import opinions_file
from segur_faq.feedback.store import Store, StoreError
from segur_faq.journey import wording
from segur_faq.journey.decisions import (
    Back,
    Choose,
    Cite,
    Copy,
    Explain,
    Open,
    Opine,
    Quit,
    Read,
    Restart,
    Search,
    ShowAll,
)
from segur_faq.journey.opinion import NEVER, NO, SKIP, YES
from segur_faq.journey.path import UNKNOWN, Path
from segur_faq.prompts.numbered import NumberedAsker

LIST = Path((("offre", "segur"), ("couloir", "imagerie"), ("produit", "dmp")))
"""Where two are."""


def headings(somebody: Somebody) -> Sequence[str]:
    return [heading for s in somebody.seen for row in s.rows for heading in row.headings]


# --- was it useful -----------------------------------------------------------------------------


def test_a_vote_says_what_was_read_and_how_it_was_reached(converse, store, small_index):
    somebody = converse(Opine(YES))
    assert somebody.titles == [wording.USEFUL, wording.WHAT_NEXT]
    (vote,) = store.votes()
    assert (vote.answer, vote.useful) == ("dmp-imagerie", True)
    assert (vote.reason, vote.note) == ("", "")
    assert vote.path == "offre=segur couloir=imagerie produit=psc"
    assert vote.version == version_of(small_index.corpus.answers_by_id["dmp-imagerie"])
    assert wording.WAY_ON not in headings(somebody)


@pytest.mark.parametrize("reason", list(Reason))
def test_no_asks_why_and_shows_the_way_on(reason, converse, store):
    line = ["  un mot\x1b[2J\n de plus "] if reason is Reason.OTHER else []
    somebody = converse(Opine(NO), Opine(reason), *line)
    assert somebody.titles == [wording.USEFUL, wording.WHY_NOT, wording.WHAT_NEXT]
    (vote,) = store.votes()
    assert (vote.useful, vote.reason) == (False, reason)
    assert (vote.note == "") is (reason is not Reason.OTHER)
    assert vote.note.startswith("un mot") == bool(vote.note)
    assert not set(vote.note) & set("\x1b\n")
    first, *others = somebody.seen[-1].rows
    assert first.headings == (wording.WAY_ON,)
    assert first.decision == Read("mssante-bal")  # whom to ask
    assert {Read("dmp-alimentation"), Search()} <= {row.decision for row in others}


@pytest.mark.parametrize("left", [Opine(SKIP), Back()])
def test_no_without_a_reason_is_a_vote(left, converse, store):
    converse(Opine(NO), left)
    (vote,) = store.votes()
    assert (vote.useful, vote.reason, vote.note) == (False, "", "")


@pytest.mark.parametrize("said", [Opine(SKIP), Back()])
def test_to_say_nothing_keeps_nothing_and_the_journey_goes_on(said, converse, store):
    somebody = converse(said)
    assert store.votes() == []
    assert somebody.titles == [wording.USEFUL, wording.WHAT_NEXT]
    assert wording.WAY_ON not in headings(somebody)


def test_to_leave_rather_than_say_leaves(converse, store):
    assert converse(Quit()).titles == [wording.USEFUL]
    assert store.votes() == []


def test_each_answer_is_asked_about_once(converse, store):
    somebody = converse(
        Read("dmp-imagerie"), Opine(YES), Back(),
        Read("dmp-alimentation"), Opine(SKIP), Back(),
        Read("dmp-imagerie"), Read("dmp-alimentation"), Restart(),
        path=LIST,
    )  # fmt: skip
    assert somebody.titles.count(wording.USEFUL) == 2
    assert [vote.answer for vote in store.votes()] == ["dmp-imagerie"]


def test_never_means_never_until_asked_again(converse, store):
    assert converse(Opine(NEVER)).titles == [wording.USEFUL, wording.WHAT_NEXT]
    assert converse().titles == [wording.WHAT_NEXT]
    assert converse(wanted=False).titles == [wording.WHAT_NEXT]
    assert converse(Opine(YES), wanted=True).titles[0] == wording.USEFUL
    assert converse(Opine(YES)).titles[0] == wording.USEFUL
    assert len(store.votes()) == 2


def test_never_holds_for_the_other_answers_of_the_journey(converse, store):
    somebody = converse(
        Read("dmp-imagerie"), Opine(NEVER), Back(), Read("dmp-alimentation"), path=LIST
    )
    assert somebody.titles.count(wording.USEFUL) == 1
    assert store.votes() == []


def test_not_this_time_is_forgotten_next_time(converse, store):
    assert wording.USEFUL not in converse(wanted=False).titles
    assert wording.USEFUL in converse().titles


def test_off_asks_nothing_and_makes_nothing(converse, monkeypatch, tmp_path):
    monkeypatch.setenv("SEGUR_FAQ_FEEDBACK", "0")
    monkeypatch.setenv("HOME", str(tmp_path))
    somebody = converse(Search(NOTHING), path=Path(), wanted=True)
    assert wording.USEFUL not in somebody.titles + converse(wanted=True).titles
    assert not list(tmp_path.iterdir())


def test_a_program_has_no_opinion(converse, store, monkeypatch):
    monkeypatch.setattr(console, "is_terminal", lambda stream: False)
    assert converse(wanted=True).titles == [wording.WHAT_NEXT]


@pytest.mark.parametrize(
    ("option", "asked"), [((), True), (("--feedback",), True), (("--no-feedback",), False)]
)
def test_the_command_asks_or_does_not(option, asked, call, store, keyboard, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\npas clair\nq\n" if asked else "q\n"))
    ran = call("ask", "--simple", "couloir=imagerie", "produit=psc", *option)
    assert ran.code == 0
    assert [(v.useful, v.reason) for v in store.votes()] == [(False, "pas-clair")] * asked
    assert (wording.USEFUL in ran.err) is asked
    assert wording.USEFUL not in ran.out


def test_without_a_terminal_the_command_asks_nothing(call, store):
    for arguments in (("--no-input",), ()):
        ran = call("ask", "couloir=imagerie", "produit=psc", "--feedback", *arguments)
        assert (ran.code, ran.err) == (0, "")
    assert store.votes() == []


# --- what was lacking --------------------------------------------------------------------------


def test_words_that_find_nothing_are_kept(converse, store):
    converse(Search(f"  {NOTHING}  {NOTHING} "), Search("dmp-imagerie"), path=Path())
    assert [(q.kind, q.text) for q in store.unanswered()] == [(Gap.SEARCH, f"{NOTHING} {NOTHING}")]


def test_words_asked_for_in_a_line_are_kept_too(converse, store):
    converse(Search(), NOTHING, Search(), "", path=Path())
    assert [q.text for q in store.unanswered()] == [NOTHING]


def test_words_that_find_something_elsewhere_are_not_lacking(converse, store):
    converse(Search("label-candidature"), path=LIST)
    assert store.unanswered() == []


@pytest.mark.parametrize("left", [Quit(), Restart()])
def test_a_path_left_by_i_do_not_know_is_kept(left, converse, store):
    converse(Choose("couloir", UNKNOWN), ShowAll(), left, path=Path((("offre", "segur"),)))
    (question,) = store.unanswered()
    assert (question.kind, question.text) == (Gap.UNKNOWN, "offre=segur couloir=-")


def test_a_path_that_led_to_an_answer_is_not_lacking(converse, store):
    begun = Path((("offre", "segur"), ("couloir", UNKNOWN), ("produit", "dmp")))
    converse(Read("dmp-imagerie"), Opine(SKIP), path=begun)
    assert store.unanswered() == []
    # The next question begins anew: what was read before it says nothing of it.
    converse(Read("dmp-imagerie"), Opine(SKIP), Restart(), Choose("offre", UNKNOWN), path=begun)
    assert [q.text for q in store.unanswered()] == ["offre=-"]


def test_a_path_left_without_i_do_not_know_is_not_lacking(converse, store):
    converse(path=LIST)
    assert store.unanswered() == []


# --- a store that fails ------------------------------------------------------------------------


def test_a_store_that_cannot_write_troubles_nobody(converse, store, capsys, monkeypatch):
    def fail(*arguments):
        raise StoreError("database or disk is full")

    for name in ("add", "set_never_ask"):
        monkeypatch.setattr(Store, name, fail)
    kept = converse(Opine(YES))
    assert kept.titles == [wording.USEFUL, wording.WHAT_NEXT]
    told = capsys.readouterr()
    assert wording.NOT_KEPT in told.err
    assert wording.THANKS not in told.err
    assert "segur-faq show dmp-imagerie" in told.out
    converse(Search(NOTHING), path=Path())
    assert wording.NOT_KEPT not in capsys.readouterr().err  # nobody was waiting for that one
    assert converse(Opine(NEVER)).titles[-1] == wording.WHAT_NEXT


def test_a_damaged_store_troubles_nobody(converse, store):
    opinions_file().parent.mkdir()
    opinions_file().write_bytes(b"no database" * 500)
    assert converse(Opine(NO), Opine("pas-clair")).titles[-1] == wording.WHAT_NEXT
    assert converse(Opine(NEVER), wanted=True).titles[-1] == wording.WHAT_NEXT
    with pytest.raises(StoreError):
        store.votes()


# --- quote, copy, open, explain ----------------------------------------------------------------


def test_a_citation_is_data_and_the_answer_is_not_printed_again(converse, capsys, store, call):
    somebody = converse(Opine(SKIP), Cite(), Cite())
    assert somebody.titles == [wording.USEFUL, *[wording.WHAT_NEXT] * 3]
    out = capsys.readouterr().out
    cited = call("show", "dmp-imagerie", "offre=segur", "couloir=imagerie", "produit=psc", "--cite")
    assert out.count(cited.out) == 2
    assert out.count("Oui, c'est une obligation.") == 3


def test_why_is_what_show_says(converse, capsys, store, call):
    converse(Opine(SKIP), Explain())
    out = capsys.readouterr().out
    pairs = ("offre=segur", "couloir=imagerie", "produit=psc")
    shown = call("show", "dmp-imagerie", *pairs, "--why").out
    reasons = shown.partition(wording.WHY)[2]
    assert len(reasons.splitlines()) > 2
    assert reasons in out


def test_an_answer_reached_by_no_choice_has_no_why(converse, store):
    somebody = converse(Search("dmp-imagerie"), Read("dmp-imagerie"), Opine(SKIP), path=Path())
    assert Explain() not in [row.decision for row in somebody.seen[-1].rows]


@pytest.fixture
def opened(monkeypatch):
    """Take the browser's place; give what it was told to open."""
    pages = []
    monkeypatch.setattr(conversation, "open_address", lambda url: bool(pages.append(url)) or True)
    return pages


def test_the_only_page_is_opened_and_told(converse, opened, capsys, store):
    somebody = converse(Opine(SKIP), Open())
    assert opened == ["https://exemple.fr/page?f[0]=theme:591&f[1]=theme:2619"]
    assert opened[0] in capsys.readouterr().err
    assert wording.WHICH_PAGE not in somebody.titles


def test_one_of_several_pages_is_chosen_with_its_address_in_sight(converse, opened, store):
    url = "https://exemple.fr/guide"
    plan = (Read("dmp-alimentation"), Opine(SKIP), Open())
    somebody = converse(*plan, Open(url), path=LIST)
    assert opened == [url]
    pages = next(screen for screen in somebody.seen if screen.title == wording.WHICH_PAGE)
    assert all(row.help == row.decision.url for row in pages.rows[:-1])
    somebody = converse(*plan, Back(), path=LIST)
    assert opened == [url]
    assert somebody.titles[-1] == wording.WHAT_NEXT


def test_only_pages_open_and_only_where_there_are_windows(monkeypatch):
    asked = []
    monkeypatch.setattr("webbrowser.open", lambda url: bool(asked.append(url)) or True)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    assert browser.open_address("https://exemple.fr")
    for url in ("mailto:a@b.fr", "file:///etc/passwd", "javascript:x", "/etc/passwd", ""):
        assert not browser.open_address(url)
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not browser.open_address("https://exemple.fr")
    assert asked == ["https://exemple.fr"]


@pytest.mark.parametrize("taken", [True, False])
def test_a_citation_is_copied_or_that_is_refused(taken, converse, capsys, store, monkeypatch):
    copied = []
    monkeypatch.setattr(conversation, "copy", lambda text: bool(copied.append(text)) or taken)
    converse(Opine(SKIP), Copy())
    assert "segur-faq show dmp-imagerie@" in copied[0]
    told = capsys.readouterr()
    assert (wording.COPIED in told.err) is taken
    assert (wording.NOT_COPIED in told.err) is not taken
    assert copied[0] not in told.out


@pytest.fixture
def no_tool(monkeypatch):
    """Leave the terminal alone to copy."""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def test_the_terminal_takes_a_copy_whole(no_tool, keyboard, capsys):
    text = "« Ça marche ? »\n" * 10
    assert clipboard.copy(text)
    written = capsys.readouterr()
    assert written.out == ""
    start, end = "\x1b]52;c;", "\x07"
    assert written.err.startswith(start)
    assert written.err.endswith(end)
    assert base64.b64decode(written.err[len(start) : -1]).decode() == text


def test_what_the_terminal_would_drop_or_show_is_not_sent(no_tool, keyboard, capsys, monkeypatch):
    assert not clipboard.copy("é" * 40_000)
    for terminal in ("dumb", "linux"):
        monkeypatch.setenv("TERM", terminal)
        assert not clipboard.copy("x")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(console, "is_terminal", lambda stream: False)
    assert not clipboard.copy("x")
    assert capsys.readouterr().err == ""


def test_a_tool_that_fails_leaves_it_to_the_next(no_tool, capsys, monkeypatch, tmp_path):
    for name, script in (("xclip", "exit 1"), ("xsel", f'cat > "{tmp_path}/copied"')):
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    assert clipboard.copy("Ça y est")
    assert (tmp_path / "copied").read_text("utf-8") == "Ça y est"
    assert capsys.readouterr().err == ""


# --- the keys, line by line --------------------------------------------------------------------


def test_keys_take_rows_line_by_line(small_index, store, keyboard, capsys):
    shown = io.StringIO()
    typed = io.StringIO("N\nautre\nla vague 2\nC\nw\nq\n")
    follow(small_index, NumberedAsker(typed, shown, leave_at_end=True), ONE, None)
    (vote,) = store.votes()
    assert (vote.useful, vote.reason, vote.note) == (False, "autre", "la vague 2")
    out = capsys.readouterr().out
    assert "segur-faq show dmp-imagerie@" in out
    assert wording.WHY in out
    said = plain(shown.getvalue())
    assert "(c)" in said
    assert "(w)" in said
