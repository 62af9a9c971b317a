"""What a typed text is understood to ask for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from search.searchable import Searchable, answer

from segur_faq.corpus.model import Option, Term
from segur_faq.search.analysis import make_stemmer
from segur_faq.search.query import MOST_WORDS

HEALTH = Searchable(
    answer("records", "Comment alimenter le DMP ?", "alimenter DMP", short="Par une API."),
    answer("cards", "Comment commander un certificat ?", "formulaire 413", body="Un formulaire."),
    answer("mail", "Une messagerie sécurisée de santé est-elle obligatoire ?", "messagerie"),
    answer("image", "Quelles aides en radiologie ?", applies={"lane": "imaging", "wave": "2"}),
    answer("ward", "Quelles aides à l'hôpital ?", "aides SONS", applies={"lane": "ward"}),
    answer("train", "Où est le wagon 2 ?"),
    levels={
        "lane": (
            Option("imaging", "Imagerie médicale", short_label="Imagerie", aliases=("radiologie",)),
            Option("ward", "Hôpital", aliases=("GHT", "établissement de santé")),
            Option("soins-longue-duree", "Ailleurs"),
        ),
        "wave": (Option("1", "Vague 1"), Option("2", "Vague 2", aliases=("V2",))),
    },
    terms=(
        Term("DMP", "Dossier médical partagé", synonyms=("carnet de santé",)),
        Term("MSS", "Messagerie sécurisée de santé"),
        Term("e-CPS", "Carte dématérialisée"),
        Term("SONS", "Système ouvert"),
    ),
)


# --- corrections -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "word", "meant"),
    [
        ("certifcat", "certifcat", "certificat"),
        ("un cretificat", "cretificat", "certificat"),
        ("l'alimantation", None, None),  # too far from « alimenter »
        ("alimentre", "alimentre", "alimenter"),
        ("HOPTIAL", "hoptial", "hopital"),
        ("wagon2", "wagon2", "wagon 2"),
        ("messageriesecurisee", "messageriesecurisee", "messagerie securisee"),
        ("certificat413", "certificat413", "certificat 413"),
    ],
)
def test_a_slip_is_corrected_and_told(typed, word, meant):
    query = HEALTH.read(typed)
    if word is None:
        assert query.corrections == {}
        return
    assert query.corrections == {word: meant}
    assert query.unknown == []
    assert query.weights == HEALTH.read(meant).weights != {}


@pytest.mark.parametrize("typed", ["dpm", "msss", "DPMA", "SNOS alimenter", "ccf11", "414"])
def test_short_words_acronyms_and_numbers_are_left_alone(typed):
    query = HEALTH.read(typed)
    if typed != "msss":
        assert query.corrections == {}
        assert query.unknown


def test_words_in_capitals_are_left_alone_unless_everything_is():
    assert HEALTH.read("mon CERTIFCAT").corrections == {}
    assert HEALTH.read("mon CERTIFCAT").unknown == ["certifcat"]
    assert HEALTH.read("MON CERTIFCAT").corrections == {"certifcat": "certificat"}
    assert HEALTH.read("mon (CERTIFCAT),").corrections == {}


@pytest.mark.parametrize("typed", ["dmp", "mss", "sons", "cps", "ecps"])
def test_a_known_acronym_is_never_taken_for_another(typed):
    for written in (typed, typed.upper()):
        query = HEALTH.read(written)
        assert (query.corrections, query.unknown) == ({}, [])
        assert query.weights == {make_stemmer()(typed): 1}


def test_a_word_known_in_another_form_is_not_corrected():
    query = HEALTH.read("certificats commandés")
    assert query.corrections == {}
    assert set(query.weights) == set(HEALTH.read("certificat commander").weights)


@pytest.mark.parametrize("length", [41, 1000, 200_000])
def test_a_word_without_end_is_unknown_at_once(length):
    query = HEALTH.read("c" * length)
    assert (query.corrections, len(query.unknown)) == ({}, 1)


# --- nothing to search -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["", " ", "?!", "le la les", "Bonjour, je voudrais savoir si", "l' d' qu’", "a b c", "à"],
)
def test_a_text_that_says_nothing_asks_for_nothing(text):
    """The polite words are not corrected into others that some answer holds."""
    query = HEALTH.read(text)
    assert (query.weights, query.rarity, query.corrections, query.unknown) == ({}, {}, {}, [])
    assert query.options == []
    assert HEALTH.hits(text) == []


def test_polite_words_do_not_drown_a_question():
    polite = HEALTH.read("Bonjour, je voudrais savoir s'il faut un certificat, merci d'avance")
    assert {"certificat"} <= set(polite.rarity) == set(HEALTH.read("certificat").rarity)


def test_a_whole_mail_may_be_pasted():
    mail = "Bonjour,\n\n" + "Notre logiciel attend. " * 400 + "certificat"
    assert HEALTH.read(mail).weights == HEALTH.read("notre logiciel attend").weights
    many = " ".join(f"certificat dmp{n}" for n in range(500))
    assert len(HEALTH.read(many).unknown) <= MOST_WORDS


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_any_text_is_understood(text):
    query = HEALTH.read(text)
    assert set(query.rarity) <= set(query.weights)
    assert all(value > 0 for value in query.values.values())
    assert not set(query.corrections) & set(query.unknown)


# --- acronyms --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("le dossier médical partagé", "dmp"),
        ("DOSSIERS MÉDICAUX PARTAGÉS", "dmp"),
        ("carnet de santé", "dmp"),
        ("messagerie sécurisée de santé", "mss"),
        ("ma carte dématérialisée", "ecps"),
        ("carte", None),
        ("partagé médical dossier", None),
    ],
)
def test_an_expansion_stands_for_its_acronym(text, acronym):
    query = HEALTH.read(text)
    assert query.acronyms == ([make_stemmer()(acronym)] if acronym else [])


def test_the_words_of_an_expansion_weigh_less_than_their_acronym():
    weights = HEALTH.read("alimenter le dossier médical partagé").weights
    assert weights["dmp"] == weights["aliment"] == 1
    assert {weights[stem] for stem in ("dossi", "medical", "partag")} == {0.5}


# --- numbers ---------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["413", "n°413", "n° 413", "formulaire n°413", "413."])
def test_numbers_are_sought_as_they_are_typed(typed):
    query = HEALTH.read(typed)
    assert query.weights["413"] == 1
    assert (query.corrections, query.unknown) == ({}, [])


# --- options ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("aides en imagerie", [("lane", "imaging")]),
        ("IMAGERIE MEDICALE", [("lane", "imaging")]),
        ("aides radiologie", [("lane", "imaging")]),
        ("ght", [("lane", "ward")]),
        ("dans un établissement de santé", [("lane", "ward")]),
        ("établissement", []),
        ("vague 2", [("wave", "2")]),
        ("v2", [("wave", "2")]),
        ("vague 2 imagrie", [("wave", "2"), ("lane", "imaging")]),
        ("hôpital en vague 1", [("lane", "ward"), ("wave", "1")]),
        ("soins longue durée", [("lane", "soins-longue-duree")]),
        ("soins-longue-duree", [("lane", "soins-longue-duree")]),
        ("durée longue soins", []),
        ("2 certificats", []),
        ("certificat", []),
    ],
)
def test_an_option_is_recognised_by_its_label_aliases_and_id(text, options):
    assert set(HEALTH.read(text).options) == set(options)
    assert len(HEALTH.read(text).options) == len(options)
