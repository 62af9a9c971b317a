"""What the words of a text are: folded, cut at what French joins, codes whole and in parts."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from segur_faq.search.analysis import (
    Concepts,
    as_written,
    asked_words,
    make_stemmer,
    telling_words,
    words_of,
)
from segur_faq.search.stopwords import STOP_WORDS
from segur_faq.text import fold

FRENCH = (
    "abcdeghimnopqstuvwz AEHOSTLDQU àâäçéèêëîïôöùûüÿœæ ÀÂÇÈÉŒ '’-/._()°0123456789,;:!?«»\u00a0\n"
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("   \n\u00a0\t", []),
        ("… ? ! « » ' ’ - / . _", []),
        ("Échéance", ["echeance"]),
        ("CŒUR et ﬁn", ["coeur", "et", "fin"]),
        ("l'INS, l’INS", ["l", "ins", "l", "ins"]),
        ("d'identité qu'elle jusqu’à", ["d", "identite", "qu", "elle", "jusqu", "a"]),
        ("Qu'est-ce", ["qu", "est", "ce", "estce"]),
        ("e-CPS", ["e", "cps", "ecps"]),
        ("n°413", ["n", "413"]),
        ("n° 413", ["n", "413"]),
        ("413.", ["413"]),
        ("(413)", ["413"]),
        ("1 000 €", ["1", "000"]),
        ("vague 2", ["vague", "2"]),
        ("Va2", ["va2"]),
        ("CONF.11", ["conf", "11", "conf11"]),
        ("conf-11/", ["conf", "11", "conf11"]),
        ("ans_support@esante.fr", ["ans", "support", "anssupport", "esante", "fr", "esantefr"]),
    ],
)
def test_words(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("code", "parts", "runs"),
    [
        (
            "SC.DMP/CONF.11",
            ["sc", "dmp", "conf", "11"],
            ["scdmp", "dmpconf", "conf11", "scdmpconf", "dmpconf11", "scdmpconf11"],
        ),
        (
            "DSR-IMG-DB-Va2",
            ["dsr", "img", "db", "va2"],
            ["dsrimg", "imgdb", "dbva2", "dsrimgdb", "imgdbva2", "dsrimgdbva2"],
        ),
        ("ANN.1.1.1", ["ann", "1", "1", "1"], ["ann1", "11", "ann11", "111", "ann111"]),
    ],
)
def test_a_code_gives_its_parts_then_its_runs(code, parts, runs):
    words = words_of(code)
    assert words[: len(parts)] == parts
    assert set(words[len(parts) :]) == set(runs)


@pytest.mark.parametrize(
    "written", ["SC-DMP-CONF-11", "sc dmp conf11", "SC.DMP CONF.11", "scdmpconf11"]
)
def test_a_code_written_in_another_way_shares_words_with_it(written):
    assert set(telling_words(written)) <= set(words_of("SC.DMP/CONF.11"))


def test_the_runs_of_an_address_mean_nothing():
    words = words_of("https://esante.gouv.fr/segur/aides/2025/liste")
    assert words == ["https", "esante", "gouv", "fr", "segur", "aides", "2025", "liste"]


def test_what_says_nothing_is_left_out():
    said = "Bonjour, je voudrais savoir si l'INS est à qualifier, s'il vous plaît ? Merci"
    assert telling_words(said) == ["ins", "qualifier", "plait"]
    assert telling_words("le la les d' l’ qu'") == []


def test_a_lone_digit_says_something_and_a_lone_letter_does_not():
    assert telling_words("vague 2 x") == ["vague", "2"]


def test_stop_words_are_words_as_they_are_cut():
    assert [word for word in STOP_WORDS if words_of(word) != [word]] == []


@given(st.text())
@example("\ud800")
@example("a" * 5000)
@example("-a" * 300)
def test_any_text_has_words_and_they_are_folded(text):
    for word in words_of(text):
        assert word
        assert fold(word) == word
        assert not set(word) & set("-./_ ")
    assert set(telling_words(text)) <= set(words_of(text))


@given(st.text())
def test_the_words_of_words_are_themselves(text):
    words = words_of(text)
    assert words_of(" ".join(words)) == words


@given(st.text(FRENCH))
def test_case_and_accents_do_not_count(text):
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    for same in (text.upper(), text.lower(), bare, unicodedata.normalize("NFD", text)):
        assert words_of(same) == words_of(text)


@pytest.mark.parametrize(
    ("forms", "others"),
    [
        ("certificat certificats", "certifier"),
        ("referencement referencements", "reference"),
        ("financer financement", "finalement"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms, others):
    stem = make_stemmer()
    first, second = forms.split()
    assert stem(first) == stem(second) != stem(others)


@pytest.mark.parametrize("word", ["413", "va2", "conf11", "ins", "dmp", "cps", "2"])
def test_codes_and_short_words_are_their_own_stem(word):
    assert make_stemmer()(word) == word


def test_a_word_is_given_back_as_it_was_written():
    texts = ["La MESSAGERIE", "une messagerie « sécurisée », l'été"]
    assert as_written("securisee", texts) == "sécurisée"
    assert as_written("ete", texts) == "été"
    assert as_written("messagerie", texts) == "messagerie"
    assert as_written("absent", texts) == "absent"


def test_concepts_are_found_where_all_their_words_stand_in_order():
    concepts = Concepts([(("dossier", "partag"), "dmp"), (("dossier",), "dos"), (("bal",), "boit")])
    assert list(concepts.spans_in(["un", "dossier", "partag"])) == [(1, 3, "dmp"), (1, 2, "dos")]
    assert concepts.found_in(["partag", "dossier"]) == ["dos"]
    assert concepts.found_in(["dossier", "medical", "partag"]) == ["dos"]
    assert concepts.found_in(["bal", "bal"]) == ["boit"]
    assert concepts.found_in([]) == []


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Délai du certificat ? Merci d'avance.", ["delai", "certificat"]),
        ("D’AVANCE MERCI : délai", ["delai"]),
        ("je vous remercie par avance, délai", ["delai"]),
        ("demande d'avance SONS, merci", ["demande", "avance", "sons"]),
        ("", []),
    ],
)
def test_thanks_ask_for_nothing(typed, asked):
    assert asked_words(typed) == asked
