"""Votes and lacks, counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journey.corpora import thorough

from segur_faq.feedback.model import Reason, Unanswered, Vote
from segur_faq.feedback.summary import SORTS, lacks, tallies

votes_of_chance = st.lists(
    st.builds(
        Vote,
        st.sampled_from("abcd"),
        st.sampled_from(["old", "new"]),
        st.booleans(),
        reason=st.sampled_from(["", *Reason]),
        note=st.sampled_from(["", "n"]),
    ),
    max_size=30,
)


def vote(answer: str, useful: bool, **fields) -> Vote:
    return Vote(answer, "v", useful, **fields)


@given(votes_of_chance, st.sampled_from(SORTS))
@thorough(60)
def test_every_vote_counts_once(votes, sort):
    counted = tallies(votes, {"a": "new", "b": "new"}, sort)
    assert sum(t.votes for t in counted) == len(votes)
    assert sorted(t.answer for t in counted) == sorted({v.answer for v in votes})
    for tally in counted:
        own = [v for v in votes if v.answer == tally.answer]
        assert tally.votes == len(own)
        assert tally.useful == len([v for v in own if v.useful])
        assert 0 <= tally.share <= 1
        assert sum(tally.reasons.values()) == len([v for v in own if v.reason])
        assert len(tally.notes) == len([v for v in own if v.note])
        former = [v for v in own if v.version == "old"] if tally.answer in "ab" else []
        assert tally.former == len(former)


VOTES = [
    vote("b", True),
    vote("b", False, reason="pas-clair"),
    vote("c", False, reason="autre", note="un"),
    vote("c", False, reason="perime"),
    vote("c", False, reason="perime", note="deux"),
    vote("a", True),
]


@pytest.mark.parametrize(
    ("sort", "order"), [("votes", "cba"), ("useful", "cba"), ("answer", "abc")]
)
def test_orders(sort, order):
    assert [t.answer for t in tallies(VOTES, {}, sort)] == list(order)


def test_the_least_useful_comes_before_the_most_voted():
    votes = [vote("a", True), vote("a", True), vote("a", False), vote("b", False)]
    assert [t.answer for t in tallies(votes, {}, "useful")] == ["b", "a"]
    assert [t.answer for t in tallies(votes, {}, "votes")] == ["a", "b"]


def test_equals_are_in_the_order_of_their_ids():
    votes = [vote(name, True) for name in "cab"]
    for sort in SORTS:
        assert [t.answer for t in tallies(votes, {}, sort)] == list("abc")


def test_reasons_come_most_frequent_first_and_notes_as_written():
    tally = tallies(VOTES, {}, "votes")[0]
    assert list(tally.reasons.items()) == [("perime", 2), ("autre", 1)]
    assert tally.notes == ("un", "deux")


def test_an_answer_that_is_gone_has_no_former_votes():
    assert tallies([vote("gone", True)], {"other": "x"}, "votes")[0].former == 0


def test_no_vote_no_tally():
    assert tallies([], {"a": "v"}, "votes") == []
    assert lacks([]) == []


def test_lacks_are_ranked_and_spellings_joined():
    asked = [
        Unanswered("recherche", "tarif", date="2026-01-01"),
        Unanswered("recherche", "Prix  été", date="2026-03-01"),
        Unanswered("recherche", "prix ETE", date="2026-02-01"),
        Unanswered("je-ne-sais-pas", "tarif", date="2026-01-05"),
    ]
    ranked = lacks(asked)
    assert [(x.kind, x.text, x.times, x.last) for x in ranked] == [
        ("recherche", "Prix  été", 2, "2026-03-01"),
        ("je-ne-sais-pas", "tarif", 1, "2026-01-05"),
        ("recherche", "tarif", 1, "2026-01-01"),
    ]
    assert sum(x.times for x in ranked) == len(asked)
