"""Two texts word by word: what is shown is enough to rebuild both, and little more."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segur_faq.history.words import GONE, KEPT, NEW, compare_lines, compare_words


def shown(before, after):
    marks = {KEPT: "{}", GONE: "[{}]", NEW: "<{}>"}
    return "".join(marks[kind].format(text) for kind, text in compare_words(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Oui.", "Oui.", "Oui."),
        ("Oui.", "Non.", "[Oui]<Non>."),
        ("Un seul formulaire.", "Un formulaire.", "Un [seul ]formulaire."),
        ("Un formulaire.", "Un seul formulaire.", "Un <seul >formulaire."),
        # Not `[trois]<quatre> [jours]<mois>`.
        ("Sous trois jours.", "Sous quatre mois.", "Sous [trois jours]<quatre mois>."),
        ("", "Oui.", "<Oui.>"),
        ("Oui.", "", "[Oui.]"),
        ("l'été", "l'hiver", "l'[été]<hiver>"),
        # Ids, dates and addresses are told whole.
        (
            "Voir bon-de-commande.",
            "Voir bon-de-livraison.",
            "Voir [bon-de-commande]<bon-de-livraison>.",
        ),
        ("Le 2026-11-22.", "Le 2026-12-22.", "Le [2026-11-22]<2026-12-22>."),
        (
            "(https://a.fr/b-c/d)",
            "(https://a.fr/b-c/e)",
            "([https://a.fr/b-c/d]<https://a.fr/b-c/e>)",
        ),
    ],
)
def test_words(before, after, expected):
    assert shown(before, after) == expected


texts = st.lists(st.sampled_from(["a", "b", " ", "é", ", ", "mot", "\n"]), max_size=12).map("".join)


@given(texts, texts)
def test_both_texts_can_be_rebuilt(before, after):
    pieces = compare_words(before, after)
    assert "".join(text for kind, text in pieces if kind != NEW) == before
    assert "".join(text for kind, text in pieces if kind != GONE) == after
    assert all(text for _, text in pieces)


@given(texts)
def test_the_same_text_has_nothing_to_show(text):
    assert compare_lines(text, text) == []
    assert {kind for kind, _ in compare_words(text, text)} <= {KEPT}


def test_lines_that_are_the_same_are_left_out():
    before = "Un.\n\n- deux ;\n- trois ;\n- quatre."
    after = "Un.\n\n- deux ;\n- trente ;\n- quatre.\n\nCinq."
    assert compare_lines(before, after) == [
        [(KEPT, "- "), (GONE, "trois"), (NEW, "trente"), (KEPT, " ;")],
        [(NEW, "Cinq.")],
    ]


def test_a_line_is_compared_with_the_one_that_looks_like_it():
    before = "Le chat dort bien ici.\n\nLe chien veille."
    after = "Tout neuf.\n\nLe chat dort mal ici.\n\nAjouté.\n\nLe chien veille bien."
    assert compare_lines(before, after) == [
        [(NEW, "Tout neuf.")],
        [(KEPT, "Le chat dort "), (GONE, "bien"), (NEW, "mal"), (KEPT, " ici.")],
        [(NEW, "Ajouté.")],
        [(KEPT, "Le chien veille"), (NEW, " bien"), (KEPT, ".")],
    ]


def test_a_line_in_the_place_of_another_is_told_whole():
    before, after = "Un seul formulaire suffit toujours", "Chaque usage demande sa démarche"
    assert compare_lines(before, after) == [[(GONE, before)], [(NEW, after)]]


def test_long_texts_take_little_time():
    before = " ".join(f"mot{number}" for number in range(40_000))
    after = " ".join(f"mot{number * 7 % 40_000}" for number in range(40_000))
    start = time.process_time()
    assert compare_words(before, after)
    assert compare_lines(before.replace(" ", "\n"), after.replace(" ", "\n"))
    assert time.process_time() - start < 5
