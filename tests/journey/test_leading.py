"""Which answers choices lead to, and which choices lead to an answer."""

import pytest
from hypothesis import event, given
from journey.corpora import corpora_and_paths, corpus_of, level, randoms, thorough
from journey.test_follow_up import CORPUS, options_of

from segur_faq.corpus.index import AnswerIndex
from segur_faq.journey.leading import leading_to, led_to
from segur_faq.journey.path import NO_CHOICE, UNKNOWN, Path

INDEX = AnswerIndex(CORPUS)


@pytest.mark.parametrize(
    ("choices", "ids"),
    [
        ({}, ["start", "next", "end", "plain"]),
        ({"kind": "company"}, ["start"]),
        ({"kind": "office", "number": "many"}, ["start", "next"]),
        ({"kind": "other"}, ["start", "end"]),
    ],
)
def test_choices_lead_through_answers_to_others(choices, ids):
    assert [answer.id for answer in led_to(INDEX, NO_CHOICE, choices)] == ids


@pytest.mark.parametrize(
    ("read", "choices", "kept"),
    [
        ("start", {"kind": "office"}, {"kind": "office"}),
        ("next", {"kind": "office", "number": "many"}, {"kind": "office", "number": "many"}),
        ("plain", {"kind": "office"}, {}),
        ("next", {"kind": "company", "colour": "red"}, {"colour": "red"}),
    ],
)
def test_what_was_said_to_another_answer_is_left_out(read, choices, kept):
    answer = CORPUS.answers_by_id[read]
    assert leading_to(INDEX, answer, NO_CHOICE, choices) == (NO_CHOICE, kept)


def test_the_choices_that_exclude_an_answer_are_left_out():
    levels = [level("a", "x", "y"), level("b", "x", "y"), level("c", "x", "y")]
    index = AnswerIndex(corpus_of(levels, {"one": {"b": "x"}, "two": {"b": "y"}}))
    one, two = index.corpus.answers
    path = Path((("c", UNKNOWN), ("b", "x"), ("a", "y")))
    assert leading_to(index, one, path, {}) == (path, {})
    assert leading_to(index, two, path, {}) == (Path((("a", "y"), ("c", UNKNOWN))), {})


@given(corpora_and_paths(), randoms())
@thorough(80)
def test_what_is_kept_leads_there_and_all_is_kept_where_it_did(drawn, random):
    corpus, path = drawn
    index = AnswerIndex(corpus)
    said = {asked: random.choice(options) for asked, options in options_of(corpus).items()}
    choices = dict(random.sample(sorted(said.items()), random.randint(0, min(2, len(said)))))
    for answer in led_to(index, NO_CHOICE, {}):
        kept = leading_to(index, answer, path, choices)
        assert answer in led_to(index, *kept)
        whole = answer in led_to(index, path, choices)
        assert kept == (path, choices) or not whole
        event(f"all was kept: {whole}")
        assert set(kept[0]) <= set(path)
        assert kept[1].items() <= choices.items()
