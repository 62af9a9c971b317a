"""Which rows a few letters mean."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segur_faq.journey.decisions import Back, Choose, Read
from segur_faq.journey.rows import Row
from segur_faq.journey.screen import Screen
from segur_faq.journey.screens import CLOSEST
from segur_faq.prompts.matching import ENOUGH, best_row, found_rows, matching_rows, only_row

FRENCH = "abehostz AEHOST àâäçéèêëîïôöùûüÿœæ ÀÂÇÈÉŒ '’-/().0123"


def row(label, *keywords, is_action=False):
    return Row(label, Choose("l", label), keywords=keywords, is_action=is_action)


BIOLOGY = row("Biologie médicale", "LBM")
HOSPITAL = row("Hôpital", "hopital", "établissement de santé")
OPERATORS = row("Opérateurs MSSanté", "operateur")
MSSANTE = row("MSSanté")
HEART = row("Cœur")
ROWS = (BIOLOGY, HOSPITAL, OPERATORS, MSSANTE, HEART)


@pytest.mark.parametrize("typed", ["hop", "HOP", "hôp", "ho\u0302p", "pital", "etab", "de santé"])
def test_case_accents_and_keywords(typed):
    assert matching_rows(ROWS, typed) == [HOSPITAL]


def test_ligatures():
    assert matching_rows(ROWS, "cœur") == matching_rows(ROWS, "coeur") == [HEART]


def test_every_word_must_be_found_wherever_it_is():
    assert matching_rows(ROWS, "médicale bio") == [BIOLOGY]
    assert matching_rows(ROWS, "médicale zzz") == []


def test_nothing_typed_keeps_everything():
    assert matching_rows(ROWS, "") == matching_rows(ROWS, "  ") == list(ROWS)


def test_the_best_row_begins_with_what_was_typed_or_has_it_as_an_alias():
    assert best_row(ROWS, "mss") is MSSANTE
    assert best_row(ROWS, "lbm") is BIOLOGY
    assert best_row(ROWS, "zzz") is None


def test_an_action_is_never_better_than_an_option():
    back = Row("← Revenir", Back(), is_action=True)
    return_of = row("Comment revenir en arrière")
    assert best_row((back, return_of), "revenir") is return_of


def test_only_one_row_can_be_meant_or_none():
    assert only_row(ROWS, "hop") is HOSPITAL
    assert only_row(ROWS, "mssanté") is MSSANTE
    assert only_row(ROWS, "é") is None
    assert only_row(ROWS, "zzz") is None


def test_two_rows_that_begin_alike_are_a_doubt():
    assert only_row((row("Ségur vague 1"), row("Ségur vague 2")), "ség") is None


def test_answers_come_after_the_rows_the_closest_first_once_enough_is_typed():
    answers = (row("Une BAL à l'hôpital"), row("Hôpital : qui alimente ?"), row("Autre chose"))
    screen = Screen("?", (BIOLOGY, HOSPITAL), findable=answers)
    assert found_rows(screen, "hôpital") == [HOSPITAL, answers[1], answers[0]]
    assert found_rows(screen, "alimente") == [answers[1]]
    assert found_rows(screen, "") == [BIOLOGY, HOSPITAL]
    typed = "hôpital"[: ENOUGH - 1]
    assert found_rows(screen, typed) == found_rows(screen, f" {typed} ") == [HOSPITAL]


def reading(*names):
    return tuple(Row(f"Hôpital {name} ?", Read(name)) for name in names)


def test_answers_that_hold_the_letters_come_in_the_order_of_their_likeness():
    screen = Screen(
        "?", (), findable=reading("a", "b", "c"), ranked=lambda typed: ("c", "gone", "a")
    )
    assert [row.decision.answer for row in found_rows(screen, "hôpital")] == ["c", "a", "b"]


def test_without_the_letters_the_answers_that_words_are_close_to_are_found():
    screen = Screen(
        "?", ROWS, findable=reading("a", "b", "c"), ranked=lambda typed: ("c", "gone", "a")
    )
    assert [row.decision.answer for row in found_rows(screen, "clinique")] == ["c", "a"]
    many = reading(*map(str, range(CLOSEST + 5)))
    screen = Screen(
        "?", (), findable=many, ranked=lambda typed: [row.decision.answer for row in many]
    )
    assert found_rows(screen, "clinique") == list(many[:CLOSEST])


def test_nothing_is_searched_for_until_enough_is_typed():
    asked = []
    screen = Screen(
        "?", ROWS, findable=reading("a"), ranked=lambda typed: asked.append(typed) or ()
    )
    for typed in ("", "c", "cl", " cl "):
        found_rows(screen, typed)
    assert asked == []
    assert found_rows(screen, "clinique") == []
    assert asked == ["clinique"]


@given(st.lists(st.text(max_size=12), max_size=6), st.text(max_size=6))
def test_the_rows_kept_are_in_their_order_and_the_best_is_one_of_them(labels, typed):
    rows = [row(f"{number} {label}") for number, label in enumerate(labels)]
    kept = matching_rows(rows, typed)
    assert kept == [r for r in rows if r in kept]
    best, only = best_row(rows, typed), only_row(rows, typed)
    assert (best in kept) if kept else (best is None)
    assert only is None or only in kept


@given(st.text(FRENCH, min_size=1), st.data())
def test_any_part_of_a_label_finds_it_in_any_case_with_or_without_accents(label, data):
    start = data.draw(st.integers(0, len(label) - 1))
    part = label[start : data.draw(st.integers(start + 1, len(label)))]
    bare = "".join(c for c in unicodedata.normalize("NFD", part) if not unicodedata.combining(c))
    for typed in (part, part.upper(), part.lower(), bare):
        assert matching_rows([row(label)], typed)
