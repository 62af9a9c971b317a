"""What is gathered around an answer."""

import pytest
from render.cards import answer, card

from segur_faq.corpus.model import Citation, Term


def terms(*names):
    return tuple(Term(name, f"Sens de {name}") for name in names)


def names_in(text, *known):
    return [term.term for term in card(body=text, terms=terms(*known)).terms]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La carte CPS.", ["CPS"]),
        ("Une e-CPS suffit.", ["e-CPS"]),
        ("Une e-CPS ou une CPS.", ["CPS", "e-CPS"]),
        ("(CPS)", ["CPS"]),
        ("**CPS**", ["CPS"]),
        ("« CPS »", ["CPS"]),
        ("La cps.", []),
        ("CPSX ou XCPS", []),
        ("CPS_2", []),
        ("Au format CDA R2.", ["CDA R2"]),
        ("Au format CDA, puis CDA R2.", ["CDA", "CDA R2"]),
        ("Rien.", []),
    ],
)
def test_terms_are_found_as_they_are_written_the_longest_first(text, expected):
    assert names_in(text, "CPS", "e-CPS", "CDA", "CDA R2") == expected


def test_a_term_may_hold_anything():
    assert names_in("Le C++ (v2.0) et .NET", "C++", "(v2.0)", ".NET", "") == [
        "(v2.0)",
        ".NET",
        "C++",
    ]


def test_terms_come_from_everything_that_is_read():
    shown = card(
        question="Q1 ?", short="Q2.", body="Q3", caveat="Q4", terms=terms("Q1", "Q2", "Q3", "Q4")
    )
    assert [t.term for t in shown.terms] == ["Q1", "Q2", "Q3", "Q4"]


def test_hearsay_is_an_answer_that_no_official_source_supports():
    official, secondary = Citation("officielle", "2026-11-22"), Citation("autre", "2026-11-22")
    assert card(sources=(secondary,)).rests_on_hearsay
    assert not card(sources=(secondary, official)).rests_on_hearsay
    assert not card(sources=()).rests_on_hearsay


def test_related_answers_are_found_by_a_former_id_too():
    other = answer(id="nouveau", former_ids=("ancien",))
    assert card(other, see_also=("ancien", "inconnu")).related == (other,)


def test_the_date_of_a_reference_is_the_answers_own():
    reference = card(sources=(Citation("officielle", "2026-01-31"),)).references[0]
    assert reference.read_on == "2026-01-31"
    assert "31/01/2026" in reference.line


def test_the_replay_line_is_there_when_a_path_led_to_the_answer():
    assert card().replay == ""
    assert card(path=["couloir=a"]).replay == "segur-faq ask couloir=a"
