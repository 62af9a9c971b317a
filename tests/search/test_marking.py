"""Where the words that were sought stand in a text, character by character."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segur_faq.search.analysis import make_stemmer, telling_words
from segur_faq.search.marking import marks


def marked(text: str, words: str) -> list[str]:
    """Give the words of a text that are set off when others are sought."""
    stem = make_stemmer()
    return [text[a:b] for a, b in marks(text, {stem(word) for word in telling_words(words)})]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("La messagerie sécurisée.", "securisee", ["sécurisée"]),
        ("MESSAGERIES Sécurisées", "messagerie securisee", ["MESSAGERIES", "Sécurisées"]),
        ("L'INS, l’INS et d'INS", "ins", ["INS", "INS", "INS"]),
        ("Le cœur", "coeur", ["cœur"]),
        ("une e-CPS ou CPS", "cps", ["e-CPS", "CPS"]),
        ("une e-CPS ou CPS", "e-cps", ["e-CPS", "CPS"]),
        ("SC.DMP/CONF.11, SC.DMP/CONF.21.", "conf.11", ["SC.DMP/CONF.11", "SC.DMP/CONF.21"]),
        ("SC.DMP/CONF.11, SC.MSS/GEN.11.", "dmp", ["SC.DMP/CONF.11"]),
        ("(413), n°413 et 4130", "413", ["413", "413"]),
        ("« vague 2 »", "vague 2", ["vague", "2"]),
        ("le la les", "le", []),
        ("rien ici", "carte", []),
        ("", "carte", []),
    ],
)
def test_the_words_set_off(text, words, expected):
    assert marked(text, words) == expected


def test_a_word_whose_accents_are_characters_of_their_own():
    apart = unicodedata.normalize("NFD", "Être sécurisée, déjà")
    assert marked(apart, "securisee") == [unicodedata.normalize("NFD", "sécurisée")]


def test_positions_are_those_of_the_text():
    assert list(marks("ça : la carte", {"cart"})) == [(8, 13)]


@given(st.text(), st.sets(st.sampled_from(["a", "cart", "11", "2", "dmp"])))
def test_marks_follow_one_another_inside_any_text(text, stems):
    end = 0
    for start, stop in marks(text, stems):
        assert end <= start < stop <= len(text)
        assert set(map(make_stemmer(), telling_words(text[start:stop]))) & stems
        end = stop
