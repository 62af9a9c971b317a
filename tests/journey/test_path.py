"""Paths: `level=option` words as people type them."""

import pytest
from hypothesis import given
from journey.corpora import corpora_and_paths, level, randoms, thorough

from segur_faq.corpus.model import Corpus, Level, Option
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.journey.path import (
    UNKNOWN,
    Path,
    parse_pair,
    parse_path,
    replay_words,
    spellings,
)

PLACE = Level(
    "couloir",
    "Où ?",
    (
        Option("hopital", "Hôpital", aliases=("établissement de santé", "ES")),
        Option("imagerie", "Imagerie", aliases=("radiologie", "RAD", "cœur")),
        Option("sas", "Service d'accès aux soins", short_label="S.A.S.", aliases=("urgences",)),
        Option("samu", "SAMU", aliases=("Urgences", "SAS")),
    ),
    name="Secteur d’activité",
)
WAVE = Level("vague", "Quand ?", (Option("1", "Vague 1", aliases=("V1",)), Option("2", "Vague 2")))
CORPUS = Corpus("", (PLACE, WAVE), ())


def refusal(*words: str, corpus: Corpus = CORPUS) -> SegurFaqError:
    with pytest.raises(SegurFaqError) as caught:
        parse_path(corpus, words)
    assert caught.value.exit_code is ExitCode.UNABLE
    assert caught.value.message
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    ("word", "option"),
    [
        ("couloir=imagerie", "imagerie"),
        ("couloir=IMAGERIE", "imagerie"),
        ("couloir=Radiologie", "imagerie"),
        ("couloir=rad", "imagerie"),
        ("couloir=coeur", "imagerie"),
        ("COULOIR=hôpital", "hopital"),
        ("Couloir=HOPITAL", "hopital"),
        ("couloir=Etablissement de Sante", "hopital"),
        ("couloir= imagerie ", "imagerie"),
        (" couloir =imagerie", "imagerie"),
        ("secteur d'activite=es", "hopital"),
        ("couloir=service d’accès aux soins", "sas"),
        ("couloir=s.a.s.", "sas"),
    ],
)
def test_ids_labels_and_aliases_in_any_case_and_accent(word, option):
    assert parse_pair(CORPUS, word) == ("couloir", option)


@pytest.mark.parametrize("word", ["vague=1", "vague=V1", "Vague=vague 1"])
def test_a_number_is_an_option_like_another(word):
    assert parse_pair(CORPUS, word) == ("vague", "1")


def test_an_exact_id_wins_over_another_option_s_alias():
    assert parse_pair(CORPUS, "couloir=sas") == ("couloir", "sas")


def test_an_ambiguous_alias_is_refused_with_the_ids_to_choose_from():
    error = refusal("couloir=urgences")
    assert "sas" in error.hint
    assert "samu" in error.hint
    assert "imagerie" not in error.hint


def test_an_unknown_level_gets_the_nearest_and_all_of_them():
    error = refusal("couloire=imagerie")
    assert "couloire" in error.message
    assert error.hint.index("couloir") < error.hint.index("vague")
    assert "couloir" in refusal("zzz=imagerie").hint


@pytest.mark.parametrize("typed", ["imagrie", "radiologi", "imag", "IMAGERI"])
def test_an_unknown_option_gets_the_nearest_first_and_all_of_them(typed):
    error = refusal(f"couloir={typed}")
    assert typed in error.message
    assert error.hint.index("imagerie") < error.hint.index("hopital")
    assert "samu" in error.hint


@pytest.mark.parametrize("word", ["couloir=zzz", "couloir=", "couloir= ", "vague=imagerie"])
def test_an_option_that_is_like_none_is_refused_with_the_accepted_ones(word):
    hint = refusal(word).hint
    assert all(option.id in hint for option in parse_level(word).options)


def parse_level(word: str) -> Level:
    return CORPUS.levels_by_id[word.partition("=")[0]]


def test_a_lone_option_gets_its_pair():
    assert "couloir=imagerie" in refusal("Imagerie").hint


@pytest.mark.parametrize("word", ["", "couloir:imagerie", "couloir imagerie"])
def test_a_word_that_is_no_pair_gets_an_example(word):
    assert "couloir=hopital" in refusal(word).hint


@pytest.mark.parametrize("word", ["=imagerie", " =north", "="])
def test_a_pair_without_a_level_is_refused(word):
    refusal(word)
    # A level without a name is not the level of the empty name.
    refusal(word, corpus=Corpus("", (level("place", "north", "imagerie"),), ()))


@pytest.mark.parametrize("value", ["-", "?", " ? "])
def test_a_dash_or_a_question_mark_leaves_a_level_open(value):
    path = parse_path(CORPUS, [f"couloir={value}", "vague=2"])
    assert path.get("couloir") == UNKNOWN
    assert path.left_open == ("couloir",)
    assert path.known == {"vague": "2"}


def test_a_level_given_twice_is_refused_unless_it_says_the_same():
    error = refusal("couloir=imagerie", "vague=1", "couloir=hopital")
    assert "imagerie" in error.message
    assert "hopital" in error.message
    refusal("couloir=-", "couloir=imagerie")
    path = parse_path(CORPUS, ["couloir=imagerie", "COULOIR=radiologie"])
    assert path == Path((("couloir", "imagerie"),))


def test_only_the_first_equals_sign_separates():
    assert "a=b" in refusal("couloir=a=b").message


def test_no_words_make_an_empty_path():
    assert parse_path(CORPUS, []) == Path()


def test_spellings_begin_with_the_id_and_hold_no_blank():
    assert spellings(PLACE.options[2]) == ("sas", "Service d'accès aux soins", "S.A.S.", "urgences")
    assert spellings(WAVE.options[1]) == ("2", "Vague 2")


def test_choosing_replaces_and_comes_last_and_back_drops_the_last():
    path = Path().choosing("couloir", "sas").choosing("vague", "1").choosing("couloir", "samu")
    assert path.pairs == (("vague", "1"), ("couloir", "samu"))
    assert path.back().pairs == (("vague", "1"),)
    assert Path().back() == Path()
    assert "couloir" in path
    assert "couloir" not in path.back()
    assert path.back().get("couloir") is None


@thorough(100)
@given(corpora_and_paths(), randoms())
def test_replay_words_lead_to_the_same_path(drawn, random):
    corpus, path = drawn
    words = replay_words(path, corpus, {})
    assert parse_path(corpus, words) == path.in_order(corpus.levels)
    random.shuffle(words)
    assert dict(parse_path(corpus, words).pairs) == dict(path.pairs)


def test_replay_words_come_in_the_order_of_the_cascade_and_follow_ups_last():
    path = Path((("vague", "2"), ("couloir", UNKNOWN)))
    assert replay_words(path, CORPUS, {"structure": "cabinet"}) == [
        "couloir=-",
        "vague=2",
        "structure=cabinet",
    ]
