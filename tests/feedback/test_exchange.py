"""Opinions as a file: there and back, and whatever else a file may hold."""

import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journey.corpora import thorough

from segur_faq.feedback.exchange import FORMAT, ExchangeError, as_json, from_json
from segur_faq.feedback.model import Unanswered, Vote
from segur_faq.feedback.store import Store
from segur_faq.text import harmless

words = st.text(max_size=20).map(harmless)
ids = words.filter(bool)
votes = st.builds(
    Vote, words, words, st.booleans(), path=words, reason=words, note=words, date=words, id=ids
)
questions = st.builds(Unanswered, words, words, date=words, id=ids)

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(st.sampled_from(["format", "votes", "unanswered", "id"]), below)
    ),
    max_leaves=8,
)

VOTE = asdict(Vote("a", "v", useful=True, date="2026-11-22", id="1"))
QUESTION = asdict(Unanswered("recherche", "mots", date="2026-11-22", id="1"))


@given(st.lists(votes, max_size=4), st.lists(questions, max_size=4))
@thorough(60)
def test_there_and_back(some_votes, some_questions):
    assert from_json(as_json(some_votes, some_questions)) == (some_votes, some_questions)


def document(**fields) -> str:
    return json.dumps({"format": FORMAT, **fields})


@given(
    anything.map(json.dumps)
    | anything.map(lambda value: document(votes=value))
    | anything.map(lambda value: document(unanswered=[value]))
    | st.builds(
        lambda key, value: document(votes=[{**VOTE, key: value}]),
        st.sampled_from([*VOTE, "x"]),
        anything,
    )
    | st.text(max_size=20)
)
@thorough(150)
def test_any_json_is_read_or_refused(text):
    try:
        read = from_json(text)
    except ExchangeError:
        return
    # What was read is good for everything that follows.
    assert from_json(as_json(*read)) == read
    as_json(*read).encode()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 100_000,
        "9" * 5_000,
        "null",
        "[]",
        "{}",
        '{"format": 2}',
        '{"format": true, "votes": []}',
        '{"format": 1.0, "votes": []}',
        document(votes={}),
        document(votes=None),
        document(votes=[QUESTION]),
        document(unanswered=[VOTE]),
        document(votes=[{**VOTE, "useful": 1}]),
        document(votes=[{**VOTE, "useful": "oui"}]),
        document(votes=[{**VOTE, "note": None}]),
        document(votes=[{**VOTE, "id": ""}]),
        document(votes=[{**VOTE, "more": ""}]),
        document(votes=[{k: v for k, v in VOTE.items() if k != "date"}]),
    ],
    ids=lambda text: text[:30],
)
def test_what_is_no_export_is_refused(text):
    with pytest.raises(ExchangeError):
        from_json(text)


def test_the_place_of_what_is_wrong_is_told():
    with pytest.raises(ExchangeError, match=r"votes\[1\]\.note"):
        from_json(document(votes=[VOTE, {**VOTE, "note": 3}]))


def test_a_file_may_lack_either_list():
    assert from_json(document(votes=[VOTE])) == ([Vote(**VOTE)], [])
    assert from_json(document(unanswered=[QUESTION])) == ([], [Unanswered(**QUESTION)])


def test_no_control_character_comes_in():
    read = from_json(document(votes=[{**VOTE, "note": "a\x1b[2J\x9b\u202e\ud800z", "id": "i\x07"}]))
    note = read[0][0].note
    assert (note[0], note[-1]) == ("a", "z")
    assert not set(note + read[0][0].id) & set("\x1b\x9b\u202e\ud800\x07")


def test_the_same_export_twice_counts_once(tmp_path):
    sender, maintainer = Store(tmp_path / "a.sqlite"), Store(tmp_path / "b.sqlite")
    sender.add(Vote("a", "v", useful=True), Vote("a", "v", useful=True), Unanswered("k", "t"))
    for expected in (3, 0):
        read = from_json(as_json(sender.votes(), sender.unanswered()))
        assert maintainer.add(*read[0], *read[1]) == expected
    sender.add(Vote("b", "v", useful=False))
    read = from_json(as_json(sender.votes(), sender.unanswered()))
    assert maintainer.add(*read[0], *read[1]) == 1
    assert maintainer.votes() == sender.votes()
