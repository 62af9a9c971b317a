"""Small operations on text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segur_faq.text import (
    NBSP,
    REPLACEMENT,
    count,
    did_you_mean,
    enumeration,
    fold,
    french_date,
    harmless,
    is_hostile,
    nearest,
    quoted,
    typeset,
)

relaxed = settings(max_examples=200, deadline=None)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Élève", "eleve"),
        ("HÔPITAL", "hopital"),
        ("reçu", "recu"),
        ("cœur", "coeur"),
        ("ŒUVRE", "oeuvre"),
        ("ex æquo", "ex aequo"),
        ("maïeutique", "maieutique"),
        ("l’INS", "l'ins"),
        (f"Où{NBSP}?", "ou ?"),
        ("1\u202f000", "1 000"),
        ("e\u0301le\u0300ve", "eleve"),
        ("Straße", "strasse"),
        ("ﬁche", "fiche"),
        ("½", "1⁄2"),
        ("", ""),
    ],
)
def test_folding_forgets_case_accents_ligatures_and_typography(written, folded):
    assert fold(written) == folded


def test_composed_and_decomposed_letters_fold_alike():
    assert fold("é à ç ù") == fold("e\u0301 a\u0300 c\u0327 u\u0300")


FRENCH = st.text(
    st.characters(max_codepoint=0xFF) | st.sampled_from("œŒŸ’‘“”…€–—\u202f\u0301\u0327")
)


@relaxed
@given(FRENCH)
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@relaxed
@given(FRENCH)
def test_case_does_not_count(text):
    assert fold(text.upper()) == fold(text.upper().lower())


@pytest.mark.parametrize(
    ("sign", "letters"), [("™", "tm"), ("№", "no"), ("㎒", "mhz"), ("Ǽ", "ae")]
)
def test_a_sign_that_holds_capitals_or_ligatures_folds_like_its_letters(sign, letters):
    assert fold(sign) == letters


@pytest.mark.parametrize(
    ("written", "typeset_as"),
    [
        ("Où ?", f"Où{NBSP}?"),
        ("Oui !", f"Oui{NBSP}!"),
        ("niveaux : a ; b", f"niveaux{NBSP}: a{NBSP}; b"),
        ("« a »", f"«{NBSP}a{NBSP}»"),
        ("couloir=imagerie https://a.fr:80/?b", "couloir=imagerie https://a.fr:80/?b"),
        ("à 12:30", "à 12:30"),
        (f"Où{NBSP}?", f"Où{NBSP}?"),
        ("", ""),
    ],
)
def test_typesetting_only_binds_marks_that_have_a_space(written, typeset_as):
    assert typeset(written) == typeset_as


@relaxed
@given(st.text(st.sampled_from("ab :;!?«»\n" + NBSP)))
def test_typesetting_changes_nothing_but_spaces_and_settles_at_once(text):
    done = typeset(text)
    assert done.replace(NBSP, " ") == text.replace(NBSP, " ")
    assert typeset(done) == done
    assert not any(f" {mark}" in done for mark in ":;!?»")
    assert "« " not in done


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b",  # the start of an escape sequence
        "\x07",
        "\x00",
        "\r",
        "\x7f",
        "\x85",
        "\x9b",  # the same as ESC [, on some terminals
        "\u200b",
        "\u200d",
        "\u202e",  # from here, right to left
        "\u2066",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\ud800",
        "\U000e0041",
    ],
)
def test_hostile_characters_are_replaced_one_for_one(hostile):
    assert is_hostile(hostile)
    assert harmless(f"a{hostile}b\nc") == f"a{REPLACEMENT}b\nc"


@pytest.mark.parametrize(
    "text",
    [
        "Où ça ?",
        "a\tb\nc",
        f"«{NBSP}œ{NBSP}»",
        "1\u202f000",
        "hô\u00adpital",
        "😀 €",
        "e\u0301",
        "",
    ],
)
def test_harmless_text_is_left_as_it_is(text):
    assert harmless(text) == text


@relaxed
@given(st.text(st.characters()))
def test_what_is_harmless_holds_nothing_hostile_and_keeps_its_length(text):
    done = harmless(text)
    assert not any(map(is_hostile, done))
    assert len(done) == len(text)
    assert harmless(done) == done


def test_nearest_spellings_come_best_first():
    words = ["biologie", "imagerie", "officine", "image"]
    assert nearest("imagrie", words)[0] == "imagerie"
    assert nearest("IMAGERIE", words) == ["imagerie", "image"]
    assert nearest("xyz", words) == []
    assert nearest("", words) == []
    assert nearest("imagerie", []) == []


def test_nearest_ignores_accents_and_gives_spellings_as_they_were():
    assert nearest("hopital", ["Hôpital", "capital"], limit=1) == ["Hôpital"]


def test_a_part_of_a_word_is_near_it_whatever_the_lengths():
    assert nearest("img", ["identite-nationale-img-de-sante"]) == [
        "identite-nationale-img-de-sante"
    ]
    assert nearest("grande-radiologie-liberale", ["radiologie"]) == ["radiologie"]
    assert nearest("im", ["certification-im"]) == []


def test_nearest_is_limited_stable_and_without_repetition():
    words = ["aaab", "aaac", "aaad", "aaae"]
    assert nearest("aaa", words) == ["aaab", "aaac", "aaad"]
    assert nearest("aaa", reversed(words)) == nearest("aaa", words)
    assert nearest("aaa", words, limit=1) == ["aaab"]
    assert nearest("aaa", ["aaab", "aaab"]) == ["aaab"]


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 réponse"), (1, "1 réponse"), (2, "2 réponses"), (236, "236 réponses")],
)
def test_a_count_agrees_with_its_number(number, text):
    assert count(number, "réponse") == text.replace(" ", NBSP)


def test_a_count_may_have_an_odd_plural():
    assert count(1, "niveau", "niveaux") == f"1{NBSP}niveau"
    assert count(2, "niveau", "niveaux") == f"2{NBSP}niveaux"


@pytest.mark.parametrize(
    ("words", "joined"),
    [([], ""), (["a"], "a"), (["a", "b"], "a ou b"), (["a", "b", "c"], "a, b ou c")],
)
def test_an_enumeration_has_its_last_word_apart(words, joined):
    assert enumeration(words) == joined
    assert enumeration(iter(words)) == joined
    assert enumeration(words, "et") == joined.replace(" ou ", " et ")


def test_quoted_words_are_between_guillemets():
    assert quoted(["a", "b"], "et") == f"«{NBSP}a{NBSP}» et «{NBSP}b{NBSP}»"
    assert quoted([]) == ""


def test_a_date_is_written_day_first():
    assert french_date("2026-11-02") == "02/11/2026"


@pytest.mark.parametrize(
    ("close", "always", "said"),
    [
        ([], "", ""),
        ([], "Options : a.", "Options : a."),
        (["a"], "", "Vouliez-vous dire «\u00a0a\u00a0» ?"),
        (["a", "b"], "C.", "Vouliez-vous dire «\u00a0a\u00a0» ou «\u00a0b\u00a0» ? C."),
    ],
)
def test_near_spellings_are_proposed_before_what_helps_anyway(close, always, said):
    assert did_you_mean(close, always) == said
