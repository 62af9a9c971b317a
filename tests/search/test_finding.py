"""A whole search: which answers are worth showing, and the passage of each that speaks of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from search.searchable import Searchable, answer

from segur_faq.corpus.model import Term
from segur_faq.search.finding import WORTH_SHOWING, Findings, find

BODY = """\
Prenez rendez-vous au guichet. Venez avec une pièce d'identité.
- La carte perdue est remplacée sous 8 jours. Le code SC.DMP/CONF.11 ne change pas.

L'opposition se fait par téléphone
"""
CORPUS = Searchable(
    answer(
        "lost",
        "Que faire d'un titre égaré ?",
        "carte perdue",
        "carte volée",
        short="Demandez-en un autre. La carte perdue ne sert plus.",
        body=BODY,
        caveat="Le délai du duplicata est approximatif.",
    ),
    answer("new", "Comment obtenir une carte ?", "première carte", short="Au guichet."),
    answer("secure", "Le téléphone est-il sécurisé ?", short="Oui."),
    terms=(Term("DMP", "Dossier médical partagé"),),
)


def found(text: str, limit: int = 10, keep=None) -> Findings:
    return find(CORPUS.connection, text, limit, keep)


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("titre", "Demandez-en un autre. La carte perdue ne sert plus."),  # nothing holds it better
        ("carte perdue", "Demandez-en un autre. La carte perdue ne sert plus."),
        ("carte perdue remplacée", "- La carte perdue est remplacée sous 8 jours."),
        ("pièce identité carte", "Venez avec une pièce d'identité."),
        ("conf.11", "Le code SC.DMP/CONF.11 ne change pas."),
        ("opposition par telephone", "L'opposition se fait par téléphone"),
        ("duplicata", "Le délai du duplicata est approximatif."),
    ],
)
def test_the_passage_is_the_sentence_that_holds_most_of_the_words(text, passage):
    results = {result.id: result for result in found(text).results}
    assert results["lost"].passage == passage


def test_a_result_has_what_its_answer_says():
    (result, *_) = found("carte volée").results
    given = CORPUS.corpus.answers_by_id["lost"]
    assert (result.id, result.question, result.short) == ("lost", given.question, given.short)
    assert result.closest == "carte volée"
    assert result.hit.number == 0


def test_an_answer_that_no_way_of_asking_brought_is_close_to_none():
    (result,) = found("pièce identité").results
    assert result.closest == ""
    assert result.hit.likeness == 0


def test_the_limit_holds_and_the_total_is_told():
    assert [r.id for r in found("carte", 1).results] == [found("carte").results[0].id]
    assert found("carte", 1).total == found("carte").total == 2


def test_only_what_may_be_kept_is_given():
    findings = found("carte", keep=lambda number: number == 1)
    assert [result.id for result in findings.results] == ["new"]
    assert findings.total == 1
    assert found("carte", keep=lambda number: False).results == []


def test_what_shares_no_more_than_a_common_word_is_not_worth_showing():
    corpus = Searchable(
        answer("wanted", "Comment faire opposition sur une carte perdue ?", "opposition carte"),
        *(answer(f"a{n}", f"Quelle carte pour le service {n} ?") for n in range(20)),
    )
    findings = find(corpus.connection, "opposition sur carte perdue", 50)
    assert [result.id for result in findings.results] == ["wanted"]
    assert len(corpus.ids("opposition sur carte perdue")) > findings.total == 1


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["carte", "perdue", "guichet", "téléphone", "zzz", "le"])).map(
        " ".join
    )
)
def test_results_are_those_worth_showing_in_their_order(text):
    findings = found(text)
    hits = CORPUS.hits(text)
    worth = [hit for hit in hits if hit.score >= WORTH_SHOWING * hits[0].score]
    assert [result.hit.number for result in findings.results] == [hit.number for hit in worth]
    assert findings.total == len(worth)
    assert findings.text == text


@pytest.mark.parametrize("text", ["", "le la", "zzz", "?"])
def test_nothing_is_found_of_nothing(text):
    findings = found(text)
    assert (findings.results, findings.total) == ([], 0)


def test_corrections_are_told_as_people_write_them():
    corrections = found("un telehpone securise").query.corrections
    assert corrections == {"telehpone": "téléphone"}
    assert found("GuichetTelephone").query.corrections == {"guichettelephone": "guichet téléphone"}
