"""The numbered skin: what a line means, and that nothing it writes is ever taken back."""

import io
import unicodedata
from dataclasses import replace

import pytest
from prompt_toolkit.utils import get_cwidth

from segur_faq.errors import SegurFaqError
from segur_faq.journey.decisions import Back, Choose, Quit, Read, Search
from segur_faq.journey.dialogue import State
from segur_faq.journey.path import Path
from segur_faq.journey.rows import Row
from segur_faq.journey.screen import Screen
from segur_faq.journey.screens import screen_of
from segur_faq.prompts.numbered import NumberedAsker


@pytest.fixture
def couloir(small_index):
    return screen_of(small_index, State(Path((("offre", "segur"),))))


def answered(screen, typed, leave_at_end=False, width=None):
    """Give the decision and all that was written, with ordinary spaces for the no-break ones."""
    written = io.StringIO()
    read = Keyboard(typed, written)
    decision = NumberedAsker(read, written, leave_at_end, width).ask(screen)
    return decision, spaced(written.getvalue())


def spaced(text):
    return text.replace("\u00a0", " ")


class Keyboard(io.StringIO):
    """Lines typed at a terminal, which answers Enter by a line feed."""

    def __init__(self, lines, echo):
        super().__init__(lines)
        self._echo = echo

    def readline(self):
        line = super().readline()
        self._echo.write("\n" if line else "")
        return line


def chosen(option):
    return Choose("couloir", option)


def test_every_row_is_shown_with_the_number_that_takes_it(couloir):
    for number, row in enumerate(couloir.rows, start=1):
        decision, written = answered(couloir, f"{number}\n")
        assert decision == row.decision
        assert f"\n{number}. {spaced(row.label)}" in written


@pytest.mark.parametrize("line", ["0", "99", "-1", "1.5", "9" * 5000, "²"])
def test_a_number_that_is_no_row_takes_none(couloir, line):
    decision, written = answered(couloir, f"{line}\n2\n")
    assert decision == chosen("hopital")
    before_the_second_line = written.rpartition("2. Hôpital")[2]
    assert "?" in before_the_second_line


def test_out_of_range_says_which_numbers_are(couloir):
    _, written = answered(couloir, "99\n1\n")
    assert f"1 à {len(couloir.rows)}" in written


@pytest.mark.parametrize("line", ["hop", "HÔP", "  hôpital  ", "GHT", "hopital\r"])
def test_words_that_mean_one_row_take_it(couloir, line):
    assert answered(couloir, f"{line}\n")[0] == chosen("hopital")


def test_words_that_mean_several_rows_list_them_by_their_number(couloir):
    decision, written = answered(couloir, "ie\n3\n")
    assert decision == chosen("ecole")
    asked_again = written.rpartition("« ie »")[2]
    listed = [line for line in asked_again.splitlines() if line[:1].isdigit()]
    assert [line.partition(" (")[0] for line in listed] == ["1. Biologie médicale", "5. Imagerie"]


def test_words_find_answers_too_which_are_then_taken_by_their_number(couloir):
    _, written = answered(couloir, "bal\nq\n")
    found = [line for line in written.splitlines() if "BAL" in line and line[0].isdigit()]
    assert len(found) > 1
    for line in found:
        number, _, question = line.partition(". ")
        decision, written = answered(couloir, f"bal\n{number}\n")
        assert isinstance(decision, Read)
        assert f"-> {question}" in written


def test_the_number_of_a_line_that_was_never_shown_takes_none(couloir):
    unseen = len(couloir.rows) + 1
    decision, written = answered(couloir, f"{unseen}\n2\n")
    assert decision == chosen("hopital")
    assert f"1 à {len(couloir.rows)}" in written
    decision, _ = answered(couloir, f"bal\n{unseen}\n2\n")
    assert decision == chosen("hopital")


def test_numbers_are_those_of_the_screen_that_is_shown(couloir):
    read = io.StringIO(f"bal\nq\n{len(couloir.rows) + 4}\nq\n")
    asker = NumberedAsker(read, io.StringIO(), leave_at_end=False)
    assert asker.ask(couloir) == Quit()
    assert asker.ask(couloir) == Quit()


def test_words_that_mean_no_row_are_said_to(couloir):
    decision, written = answered(couloir, "zzz\n1\n")
    assert decision == chosen("biologie")
    assert "zzz" in written


def test_r_goes_back_q_leaves_and_an_empty_line_does_nothing(couloir):
    assert answered(couloir, "r\n")[0] == Back()
    assert answered(couloir, "R\n")[0] == Back()
    assert answered(couloir, "q\n")[0] == Quit()
    assert answered(couloir, "\n   \n2\n")[0] == chosen("hopital")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("/", ""),
        ("/dmp", "dmp"),
        ("  /  dossier  médical ", "dossier  médical"),
        ("/ SC.DMP/CONF.11", "SC.DMP/CONF.11"),
        ("/2", "2"),
        ("/q", "q"),
        ("/ a\x1b[Ab", "a\ufffd[Ab"),
    ],
)
def test_a_slash_searches_the_words_behind_it(line, words, couloir):
    assert answered(couloir, f"{line}\n")[0] == Search(words)


def test_the_row_that_searches_is_taken_like_any_other(couloir):
    assert answered(couloir, "rechercher\n")[0] == Search()


def test_words_find_answers_that_say_it_in_other_words(couloir):
    number = len(couloir.rows) + 1
    findable = [row.decision.answer for row in couloir.findable]
    closest = findable[2], findable[0]
    screen = replace(couloir, ranked=lambda typed: closest)
    _, written = answered(screen, "acheter\nq\n")
    for answer in closest:
        row = couloir.findable[findable.index(answer)]
        listed = f"{number + findable.index(answer)}. {spaced(row.label)}"
        assert listed in written
    assert answered(screen, f"acheter\n{number}\n")[0] == Read(findable[0])
    assert answered(screen, f"acheter\n{number + 1}\n1\n")[0] == chosen("biologie")


def test_help_is_given_and_asks_again(couloir):
    decision, written = answered(couloir, "?\n2\n")
    assert decision == chosen("hopital")
    assert couloir.help in written
    assert "Radiologues surtout." in written


def test_the_end_of_a_pipe_is_an_error_and_of_a_keyboard_a_farewell(couloir):
    assert answered(couloir, "", leave_at_end=True)[0] == Quit()
    assert answered(couloir, "zzz\n", leave_at_end=True)[0] == Quit()
    with pytest.raises(SegurFaqError) as raised:
        answered(couloir, "zzz\n")
    assert raised.value.exit_code == 2
    assert "niveau=option" in raised.value.hint


def test_a_last_line_without_line_feed_counts(couloir):
    assert answered(couloir, "2")[0] == chosen("hopital")


def test_one_line_is_read_for_one_decision(couloir):
    read = io.StringIO("2\nq\n")
    asker = NumberedAsker(read, io.StringIO(), leave_at_end=False)
    assert asker.ask(couloir) == chosen("hopital")
    assert asker.ask(couloir) == Quit()


def test_the_same_rows_as_the_menu_in_the_same_order(small_index):
    # Both skins are given the screen; this one shows each of its rows once, headings included.
    screen = screen_of(small_index, State(Path((("offre", "segur"), ("couloir", "hopital")))))
    _, written = answered(screen, "q\n")
    shown = [line for line in written.splitlines() if line[:1].isdigit()]
    assert len(shown) == len(screen.rows)
    for number, (line, row) in enumerate(zip(shown, screen.rows, strict=True), start=1):
        assert line.startswith(f"{number}. {spaced(row.label)}")
        assert spaced(row.detail) in line
    for heading in ("Services socles", "Moyens d'identification"):
        assert written.count(heading) == 1


@pytest.mark.parametrize("typed", ["\x1b[A", "\x1b[31mrouge", "a\x07b", "\u202eabc", "x\x9b31m"])
def test_only_text_is_written_whatever_is_typed(couloir, typed):
    # In a plain terminal, an arrow key puts « ESC [ A » in the line.
    _, written = answered(couloir, f"{typed}\n?\n99\nre\nq\n", width=40)
    strange = {c for c in written if unicodedata.category(c) in ("Cc", "Cf", "Cs")} - {"\n"}
    assert strange == set()


@pytest.mark.parametrize("width", [20, 40, 80])
def test_lines_are_broken_between_words_when_the_width_is_known(small_index, width):
    screen = screen_of(small_index, State(Path((("offre", "segur"), ("couloir", "ecole")))))
    _, whole = answered(screen, "?\nzzz\nq\n")
    _, written = answered(screen, "?\nzzz\nq\n", width=width)
    assert max(map(get_cwidth, written.splitlines())) <= width
    assert written.split() == whole.split()


def test_without_a_width_lines_are_whole(couloir):
    long = "Une ligne " * 30
    _, written = answered(Screen("?", (Row(long, Read("a")),)), "1\n")
    assert f"1. {long}" in written.splitlines()


def test_the_screen_tells_where_one_stands(small_index):
    screen = Screen(
        "Et ensuite ?",
        (Row("Quitter", Quit()),),
        recap="Ségur › Imagerie",
        notices=("Une chose est arrivée.",),
    )
    _, written = answered(screen, "1\n")
    for text in ("Et ensuite ?", "Ségur › Imagerie", "Une chose est arrivée.", "Quitter"):
        assert text in written
