"""The rows that one letter takes, in the menus and line by line; a search is never cut by them."""

import io
from dataclasses import replace

import pytest
from prompts.menu_driver import BACKSPACE, ENTER, ESCAPE, driven_menus, paste

from segur_faq.journey.decisions import Cite, Explain, Open, Opine, Read
from segur_faq.journey.opinion import NEVER, NO, SKIP, YES, reason_screen, said, usefulness_screen
from segur_faq.journey.rows import Row, tools
from segur_faq.journey.screen import Screen
from segur_faq.prompts.numbered import NumberedAsker


@pytest.fixture
def menu():
    with driven_menus() as driver:
        yield driver


@pytest.fixture
def answer_screen(small_index):
    """A screen that follows an answer, with a row whose label begins with another's key."""
    answer = small_index.corpus.answers_by_id["dmp-imagerie"]
    rows = (Row("Comment faire ?", Read("x")), *tools(answer, _Known(), with_keys=True))
    return Screen(title="Que voulez-vous faire ?", rows=rows)


class _Known:
    known = True


def line(screen: Screen, typed: str):
    """Type lines in the numbered skin; give the decision and what was said."""
    shown = io.StringIO()
    asker = NumberedAsker(io.StringIO(typed), shown, leave_at_end=True)
    return asker.ask(screen), shown.getvalue()


@pytest.mark.parametrize("key", ["c", "C"])
def test_a_letter_takes_its_row_at_once(key, menu, answer_screen):
    assert menu.press(answer_screen, key) == Cite()
    assert line(answer_screen, f"{key}\n")[0] == Cite()


def test_every_tool_has_a_key_of_its_own_which_is_shown(menu, answer_screen):
    keyed = [row for row in answer_screen.rows if row.key]
    assert len({row.key for row in keyed}) == len(keyed) == 4
    for row in keyed:
        assert menu.press(answer_screen, row.key) == row.decision
    shown = menu.look(answer_screen)
    said_aloud = line(answer_screen, "q\n")[1]
    for row in keyed:
        assert any(text.endswith(f"{row.label}  {row.key}") for text in shown.splitlines())
        assert f"{row.label} ({row.key})" in said_aloud


def test_a_search_once_begun_is_not_cut_by_a_key(menu, answer_screen):
    assert menu.press(answer_screen, "f", "a", ENTER) == Read("x")
    assert menu.press(answer_screen, "f", "o", ESCAPE) is None
    assert menu.press(answer_screen, "f", BACKSPACE, "o") == Open()
    assert menu.press(answer_screen, "f", ESCAPE, "w") == Explain()


def test_a_pasted_word_is_a_search(menu, answer_screen):
    assert menu.press(answer_screen, paste("comment"), ENTER) == Read("x")


def test_words_line_by_line_are_no_keys(answer_screen):
    assert line(answer_screen, "comment\n")[0] == Read("x")


def test_a_letter_without_a_row_filters(menu):
    rows = (Row("Oui", Read("o")), Row("Non", Read("n")))
    screen = Screen(title="?", rows=rows)
    assert menu.press(screen, "n") is None
    assert menu.press(screen, "n", ENTER) == Read("n")
    keyed = replace(screen, rows=(*rows, Row("Zut", Read("z"), key="n")))
    assert menu.press(keyed, "n") == Read("z")


@pytest.mark.parametrize(("key", "meant"), [("o", YES), ("n", NO), ("p", SKIP)])
def test_usefulness_is_one_key(key, meant, menu):
    assert said(menu.press(usefulness_screen(), key)) == meant
    assert said(line(usefulness_screen(), f"{key}\n")[0]) == meant


def test_enter_alone_says_nothing_and_never_has_no_key(menu):
    assert menu.press(usefulness_screen(), ENTER) == Opine(SKIP)
    (never,) = (row for row in usefulness_screen().rows if row.decision == Opine(NEVER))
    assert not never.key


def test_escape_says_nothing(menu):
    for screen in (usefulness_screen(), reason_screen([("a", "Une raison")])):
        assert said(menu.press(screen, ESCAPE)) == SKIP


def test_a_reason_is_found_by_its_words(menu):
    screen = reason_screen([("a", "Ce n'est pas clair"), ("b", "C'est périmé")])
    assert menu.press(screen, *"perim", ENTER) == Opine("b")
    assert menu.press(screen, *"passer", ENTER) == Opine(SKIP)
    assert line(screen, "périmé\n")[0] == Opine("b")
