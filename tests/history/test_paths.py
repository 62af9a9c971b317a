"""Which paths show other answers: none is forgotten, none is blamed, and few are named."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journey.corpora import complete_walks, corpora, corpus_of, level, naive, randoms, thorough

from segur_faq.corpus.model import Answer, Corpus, Option
from segur_faq.history.paths import changed_paths

PUBLIC = level("public", "adulte", "jeune", "classe")
SUPPORT = level("support", "livre", "disque", "jeu")
RAYON = level("rayon", "roman", "bd", under={"support": "livre"})
LEVELS = (PUBLIC, SUPPORT, RAYON)


def differences(before, after, same=None):
    still = {a.id: a.id for a in before.answers if a.id in after.answers_by_id}
    return [
        (str(change), [*(f"+{i}" for i in change.added), *(f"-{i}" for i in change.removed)])
        for change in changed_paths(before, after, {**still, **(same or {})})
    ]


def moved(before, after, levels=LEVELS, then=None):
    """Give the differences when one answer applies to something else."""
    one, other = corpus_of(levels, {"x": before}), corpus_of(then or levels, {"x": after})
    return differences(one, other)


def test_what_is_the_same_changes_no_path():
    assert moved({"public": "adulte jeune"}, {"public": "jeune adulte"}) == []
    every = {"public": "adulte jeune classe"}
    assert moved(every, {}) == []


@pytest.mark.parametrize(
    ("applies", "path"),
    [
        ({}, ""),
        ({"public": "adulte"}, "public=adulte"),
        ({"public": "adulte", "support": "livre"}, "public=adulte support=livre"),
        ({"public": "adulte jeune", "support": "disque"}, "public=adulte,jeune support=disque"),
        # A shelf is one of books: no need to say so.
        ({"support": "livre", "rayon": "bd"}, "rayon=bd"),
        ({"public": "jeune", "support": "livre", "rayon": "bd"}, "public=jeune rayon=bd"),
        ({"support": "livre", "rayon": "bd roman"}, "support=livre"),
    ],
)
def test_a_new_answer_is_told_by_the_shortest_path_that_leads_to_it_alone(applies, path):
    with_it, without = corpus_of(LEVELS, {"x": applies}), corpus_of(LEVELS, {})
    assert differences(without, with_it) == [(path, ["+x"])]
    assert differences(with_it, without) == [(path, ["-x"])]


def test_two_places_of_a_new_answer_are_two_paths():
    applies = {"support": "livre disque", "rayon": "bd"}
    assert differences(corpus_of(LEVELS, {}), corpus_of(LEVELS, {"x": applies})) == [
        ("support=disque", ["+x"]),
        ("rayon=bd", ["+x"]),
    ]


def test_an_answer_that_moves_is_told_by_what_makes_the_difference():
    here = {"public": "adulte", "support": "livre", "rayon": "bd"}
    assert moved(here, {**here, "public": "jeune"}) == [
        ("public=adulte", ["-x"]),
        ("public=jeune", ["+x"]),
    ]
    assert moved(here, {**here, "public": "adulte jeune"}) == [("public=jeune", ["+x"])]
    assert moved({}, {"public": "adulte jeune"}) == [("public=classe", ["-x"])]


def test_answers_that_take_the_place_of_others_stand_on_one_line():
    applies = {"public": "adulte", "support": "disque"}
    before = corpus_of(LEVELS, {"y": applies, "z": applies})
    after = corpus_of(LEVELS, {"x": applies})
    assert differences(before, after) == [("public=adulte support=disque", ["+x", "-y", "-z"])]


def test_a_renamed_answer_changes_no_path():
    before = corpus_of(LEVELS, {"vieux": {"public": "adulte"}})
    after = corpus_of(LEVELS, {"neuf": {"public": "adulte"}})
    assert differences(before, after, {"vieux": "neuf"}) == []
    after = corpus_of(LEVELS, {"neuf": {"public": "jeune"}})
    assert differences(before, after, {"vieux": "neuf"}) == [
        ("public=adulte", ["-neuf"]),
        ("public=jeune", ["+neuf"]),
    ]


def test_an_exception_is_a_path_of_its_own():
    one = corpus_of(LEVELS, {"x": {}})
    other = corpus_of(LEVELS, {"x": {}}, {"x": [{"public": "jeune", "support": "jeu"}]})
    assert differences(one, other) == [("public=jeune support=jeu", ["-x"])]
    assert differences(other, one) == [("public=jeune support=jeu", ["+x"])]


def test_a_new_option_is_one_line_however_many_answers_hold_for_all():
    wider = level("public", "adulte", "jeune", "classe", "senior")
    names = [f"r{number}" for number in range(30)]
    before = corpus_of(LEVELS, {name: {"support": "livre"} for name in names})
    after = corpus_of((wider, SUPPORT, RAYON), {name: {"support": "livre"} for name in names})
    assert differences(before, after) == [("public=senior", [f"+{name}" for name in names])]
    assert differences(after, before) == [("public=senior", [f"-{name}" for name in names])]


def test_an_option_that_changes_its_parent():
    albums = Option("album", "album", under={"support": ("livre",)})
    records = replace(albums, under={"support": ("disque",)})
    before, after = (
        (SUPPORT, level("rayon", "roman", option, under={"support": "livre disque"}))
        for option in (albums, records)
    )
    assert moved({"rayon": "album"}, {"rayon": "album"}, before, after) == [
        ("support=livre", ["-x"]),
        ("support=disque", ["+x"]),
    ]


def test_most_options_of_a_level_are_told_by_those_that_are_not_meant():
    days = level("day", *"abcdefgh")
    everywhere = {"day": "a b c d e f g h"}
    for kept, told in (("a", "(tout sauf a)"), ("a b c", "d,e,f,g,h"), ("a b c d", "e,f,g,h")):
        assert moved(everywhere, {"day": kept}, (PUBLIC, days)) == [(f"day={told}", ["-x"])]


def test_a_level_that_is_asked_where_it_was_not_is_told_as_a_whole():
    days = level("day", *"abcdefgh", under={"public": "adulte"})
    wider = replace(days, under={"public": ("adulte", "jeune")})
    applies = {"day": "a b c d e f g h", "public": "jeune"}
    (change,) = moved(applies, applies, (PUBLIC, days), (PUBLIC, wider))
    assert change == ("day=(tout)", ["+x"])


def test_words_for_readers_change_no_path():
    renamed = replace(SUPPORT, question="Quel support ?", options=SUPPORT.options[::-1])
    assert moved({"public": "adulte"}, {"public": "adulte"}, then=(PUBLIC, renamed, RAYON)) == []


@st.composite
def pairs_of_corpora(draw):
    """Draw a corpus, and another with the same cascade or with its own."""
    before, after = draw(corpora(4)), draw(corpora(4))
    if draw(st.booleans()):
        random = draw(randoms())
        answers = tuple(
            replace(answer, applies=dict(other.applies), everywhere=other.everywhere)
            if random.random() < 0.5
            else replace(answer, id=f"n{number}")
            if random.random() < 0.2
            else answer
            for number, answer in enumerate(before.answers)
            for other in [random.choice(before.answers)]
        )
        after = replace(before, answers=answers)
    return before, after


@thorough(400)
@given(pairs_of_corpora())
def test_over_random_corpora_nothing_is_forgotten_and_nothing_is_blamed(drawn):
    before, after = drawn
    same = {a.id: a.id for a in before.answers if a.id in after.answers_by_id}
    changes = changed_paths(before, after, same)
    for here, there, sign in ((after, before, "added"), (before, after, "removed")):
        told = {(id_, change) for change in changes for id_ in getattr(change, sign)}
        truth, elsewhere = naive(here), naive(there)
        differing = set()
        for number, (walk, held) in enumerate(truth.walks):
            for name in held - shown_at(there, elsewhere, walk):
                differing.add((name, number))
        for name, number in differing:
            walk = truth.walks[number][0]
            assert any(name == other and leads_to(change, walk) for other, change in told)
        for name, change in told:
            below = [n for n, (walk, _) in enumerate(truth.walks) if leads_to(change, walk)]
            assert any((name, number) in differing for number in below)
            for number in below:
                walk, held = truth.walks[number]
                if is_met(elsewhere, name):
                    assert name not in shown_at(there, elsewhere, walk)
                else:
                    assert name in held


def is_met(meaning, name):
    return any(name in held for _, held in meaning.walks)


def shown_at(corpus, meaning, walk):
    """Give what a corpus shows at the end of a walk that was made for another."""
    return meaning.remaining({lv: o for lv, o in walk.items() if lv in corpus.levels_by_id})


def leads_to(change, walk):
    return all(walk.get(level) in options for level, options in change.pairs)


def test_a_large_corpus_takes_little_time():
    """Ten thousand answers, all of which gain an option."""
    levels = [level(f"l{n}", *(f"l{n}o{m}" for m in range(8))) for n in range(5)]
    answers = {
        f"r{number}": {
            f"l{n}": f"l{n}o{(number // 8**n) % 8}" for n in range(1, 5) if number % (n + 1)
        }
        for number in range(10_000)
    }
    before = corpus_of(levels, answers)
    wider = [level("l0", *(f"l0o{m}" for m in range(9))), *levels[1:]]
    after = corpus_of(wider, answers)
    start = time.process_time()
    assert len(differences(before, after)) == 1
    assert time.process_time() - start < 20


def test_answers_of_a_corpus_without_levels_are_everywhere():
    corpus = Corpus("", (), (Answer("x", "Q ?", "…", {}),))
    assert differences(Corpus("", (), ()), corpus) == [("", ["+x"])]


def test_walks_are_those_of_the_naive_reading():
    from segur_faq.history.ways import Ways

    ways = [set(way) for way in Ways(LEVELS).through({})]
    assert {frozenset(way) for way in ways} == {frozenset(w) for w in complete_walks(LEVELS)}
