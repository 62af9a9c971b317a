"""What the keys do in a menu. The couloir question is where « hop » + Enter once meant Biologie."""

from dataclasses import replace

import pytest
from prompt_toolkit.utils import get_cwidth
from prompts.menu_driver import (
    ALT_ENTER,
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    CTRL_U,
    DELETE,
    DOWN,
    END,
    ENTER,
    ESCAPE,
    F1,
    HANG_UP,
    HOME,
    LEFT,
    PAGE_DOWN,
    PAGE_UP,
    RIGHT,
    SHIFT_TAB,
    TAB,
    UP,
    driven_menus,
    keys_to,
    paste,
)

from segur_faq.cli.load import load_index
from segur_faq.errors import SegurFaqError
from segur_faq.journey.decisions import Back, Choose, Quit, Read, Search
from segur_faq.journey.dialogue import State
from segur_faq.journey.path import Path
from segur_faq.journey.rows import Row
from segur_faq.journey.screen import Screen
from segur_faq.journey.screens import screen_of

pytestmark = pytest.mark.timeout(20)


@pytest.fixture
def menus():
    with driven_menus() as driver:
        yield driver


@pytest.fixture
def couloir(small_index):
    return screen_of(small_index, State(Path((("offre", "segur"),))))


def chosen(option):
    return Choose("couloir", option)


# --- typing filters ----------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["hop", "hôp", "HOP", "Hôp", "HÔPITAL", "ght", "hôpital "])
def test_a_few_letters_and_enter_choose_the_row_they_mean(menus, couloir, typed):
    assert menus.press(couloir, *typed, ENTER) == chosen("hopital")


def test_hop_chooses_the_hospital_of_the_corpus_that_is_shipped(menus):
    screen = screen_of(load_index(None), State(Path((("offre", "segur"),))))
    assert menus.press(screen, DOWN, DOWN, *"hop", ENTER) == chosen("hopital")


@pytest.mark.parametrize(
    ("typed", "option"),
    [("éco", "ecole"), ("ôpit", "hopital"), ("façade", "ecole"), ("cœur", "coeur"),
     ("coeur", "coeur"), ("garçon", "ecole"), ("radio", "imagerie")],
)  # fmt: skip
def test_letters_of_french_are_typed_like_the_others(menus, couloir, typed, option):
    assert menus.press(couloir, *typed, ENTER) == chosen(option)


@pytest.mark.parametrize("letter", "éôçœàùïÉŒ’-&'")
def test_a_letter_is_shown_as_typed(menus, couloir, letter):
    assert letter in menus.look(couloir, letter).splitlines()[-1]


def test_a_letter_in_two_code_points_is_typed_too(menus, couloir):
    assert menus.press(couloir, *"ho\u0302p", ENTER) == chosen("hopital")


def test_what_matches_nothing_chooses_nothing_until_it_is_cleared(menus, couloir):
    assert menus.press(couloir, *"zzz", ENTER) is None
    assert menus.press(couloir, *"zzz", DOWN, ENTER, ENTER) is None
    assert menus.press(couloir, *"zzz", ENTER, ESCAPE, ENTER) == chosen("biologie")


def test_what_matches_nothing_is_said_and_offers_no_row(menus, couloir):
    shown = menus.look(couloir, *"zzz")
    assert "zzz" in shown
    assert not any(row.label in shown for row in couloir.rows)


def test_typing_leaves_the_rows_that_match(menus, couloir):
    shown = menus.look(couloir, *"radio")
    assert "Imagerie" in shown
    assert "Biologie" not in shown


def test_typing_finds_answers_too(menus, couloir):
    question = "Comment commander une carte CPS ?"
    assert question not in menus.look(couloir)
    assert question not in menus.look(couloir, *"co")
    assert question in menus.look(couloir, *"command")
    assert menus.press(couloir, *"commander carte", ENTER) == Read("cartes-commande")


def test_an_option_is_never_passed_over_for_an_answer(menus, couloir):
    assert "À l'hôpital, qui alimente" in menus.look(couloir, *"hôpital")
    assert menus.press(couloir, *"hôpital", ENTER) == chosen("hopital")


def test_typing_finds_answers_that_say_it_in_other_words(menus, couloir):
    other_words = replace(couloir, ranked=lambda typed: ("cartes-commande", "dmp-imagerie"))
    shown = menus.look(other_words, *"acheter")
    assert shown.index("commander une carte") < shown.index("Le RIS doit-il")
    assert menus.press(other_words, *"acheter", DOWN, ENTER) == Read("dmp-imagerie")
    assert menus.press(couloir, *"acheter", ENTER) is None


@pytest.mark.parametrize("keys", [(), (DOWN, DOWN), ("?",), (*"hop", ESCAPE)])
def test_a_slash_asks_for_words(keys, menus, couloir):
    assert menus.press(couloir, *keys, "/") == Search()


def test_a_slash_inside_what_is_typed_is_a_letter(menus, couloir):
    assert "SC.DMP/CONF" in menus.look(couloir, *"SC.DMP/CONF").splitlines()[-1]
    assert "dmp/" in menus.look(couloir, paste("dmp/")).splitlines()[-1]


def test_the_row_that_searches_asks_for_words_too(menus, couloir):
    assert menus.press(couloir, *"rechercher", ENTER) == Search()


def test_headings_are_not_shown_over_what_typing_found(menus, small_index):
    screen = screen_of(small_index, State(Path((("offre", "segur"), ("couloir", "hopital")))))
    assert "Services socles" in menus.look(screen)
    assert "Services socles" not in menus.look(screen, *"dmp")


def test_backspace_takes_back_one_letter(menus, couloir):
    assert menus.press(couloir, *"hopz", ENTER, BACKSPACE, ENTER) == chosen("hopital")
    assert menus.press(couloir, BACKSPACE, ENTER) == chosen("biologie")


def test_ctrl_u_clears(menus, couloir):
    assert menus.press(couloir, *"zzz", CTRL_U, *"imag", ENTER) == chosen("imagerie")


def test_a_pasted_text_is_typed_and_its_line_feeds_choose_nothing(menus, couloir):
    assert menus.press(couloir, paste("hôpital\r\n")) is None
    assert menus.press(couloir, paste("hôpital\r\n"), ENTER) == chosen("hopital")


def test_a_pasted_escape_sequence_does_not_reach_the_screen(menus, couloir):
    # prompt_toolkit would show it as « ^[ ».
    assert not set(menus.look(couloir, paste("\x1b[31mhop"))) & set("\x1b^")


@pytest.mark.parametrize("key", [RIGHT, DELETE, F1, SHIFT_TAB, TAB, "\x1b[2~", "\x1b[1;5C", "\x01"])
def test_keys_without_a_meaning_do_nothing(menus, couloir, key):
    # F1 arrives as « ESC O P »: typed, it would filter by « OP » and point at « Hôpital ».
    before = menus.look(couloir)
    assert menus.look(couloir, key) == before
    assert menus.press(couloir, key, ENTER) == chosen("biologie")


def test_the_first_match_pointed_at_is_the_one_that_was_most_likely_meant(menus):
    # « mss » is inside the first label, and begins the second.
    rows = (Row("Opérateurs MSSanté", Choose("l", "a")), Row("MSSanté", Choose("l", "b")))
    assert menus.press(Screen("?", rows), *"mss", ENTER) == Choose("l", "b")


# --- going back, leaving -----------------------------------------------------------------------


@pytest.mark.parametrize("key", [LEFT, ESCAPE])
def test_left_and_escape_go_back(menus, couloir, key):
    assert menus.press(couloir, key) == Back()


def test_escape_does_not_wait_for_half_a_second(menus, couloir):
    menus.look(couloir)
    assert menus.application.ttimeoutlen <= 0.1
    assert menus.application.timeoutlen <= 0.1


def test_escape_clears_the_filter_first(menus, couloir):
    assert menus.press(couloir, *"hop", ESCAPE) is None
    assert "Biologie" in menus.drawn[-1]
    assert menus.press(couloir, *"hop", ESCAPE, ESCAPE) == Back()


# A terminal sends it as ESC and CR, in one go; as ESC and LF before the menu has taken it over.
alt_enter = pytest.mark.parametrize("keys", [ALT_ENTER, "\x1b\n"], ids=["CR", "LF"])


@alt_enter
def test_alt_enter_chooses_nothing(keys, menus, couloir):
    assert menus.press(couloir, DOWN, keys) in (Back(), None)
    assert menus.press(couloir, *"hop", keys) is None


@alt_enter
def test_alt_enter_leaves_no_enter_behind_for_the_next_screen(keys, menus, couloir):
    menus.press(couloir, keys)
    assert menus.press(couloir) is None
    menus.press(couloir, *"hop", keys, ESCAPE)
    assert menus.press(couloir) is None


def test_enter_is_enter_even_if_typed_before_the_menu_was_there(menus, couloir):
    assert menus.press(couloir, *"hop", "\n") == chosen("hopital")


def test_ctrl_c_interrupts(menus, couloir):
    with pytest.raises(KeyboardInterrupt):
        menus.press(couloir, *"hop", CTRL_C)


def test_ctrl_d_leaves(menus, couloir):
    assert menus.press(couloir, CTRL_D) == Quit()
    assert menus.press(couloir, *"hop", CTRL_D) == Quit()


def test_a_keyboard_that_is_gone_is_an_error_with_a_name(menus, couloir):
    with pytest.raises(SegurFaqError):
        menus.press(couloir, HANG_UP)


# --- moving ------------------------------------------------------------------------------------


def test_arrows_move_and_go_round_the_ends(menus, couloir):
    first, second, *_, last = (row.decision for row in couloir.rows)
    assert menus.press(couloir, ENTER) == first
    assert menus.press(couloir, DOWN, ENTER) == second
    assert menus.press(couloir, DOWN, UP, ENTER) == first
    assert menus.press(couloir, UP, ENTER) == last
    assert menus.press(couloir, UP, DOWN, ENTER) == first


def test_end_home_and_pages_stop_at_the_ends(menus):
    rows = tuple(Row(f"Ligne {n}", Read(f"r{n}")) for n in range(30))
    screen = Screen("Laquelle ?", rows)
    assert menus.press(screen, END, ENTER) == Read("r29")
    assert menus.press(screen, END, HOME, ENTER) == Read("r0")
    assert menus.press(screen, PAGE_UP, ENTER) == Read("r0")
    assert menus.press(screen, *[PAGE_DOWN] * 9, ENTER) == Read("r29")
    first, second = (menus.press(screen, *[PAGE_DOWN] * n, ENTER) for n in (1, 2))
    assert first not in (Read("r0"), Read("r1"))
    assert menus.press(screen, PAGE_DOWN, PAGE_DOWN, PAGE_UP, ENTER) == first
    assert second != first


def test_moving_stays_among_the_rows_that_match(menus):
    labels = ("Alpha", "Bêta", "Alto")
    screen = Screen("?", tuple(Row(label, Read(label)) for label in labels))
    taken = [menus.press(screen, *"al", *[DOWN] * n, ENTER) for n in range(3)]
    assert taken == [Read("Alpha"), Read("Alto"), Read("Alpha")]


def test_the_pointer_starts_on_the_row_that_the_screen_points_at(menus, couloir):
    assert menus.press(replace(couloir, pointed=chosen("imagerie")), ENTER) == chosen("imagerie")
    assert menus.press(replace(couloir, pointed=chosen("gone")), ENTER) == chosen("biologie")


def test_back_from_an_answer_that_typing_found_what_was_typed_is_still_there(menus, couloir):
    found = menus.press(couloir, *"carte", DOWN, ENTER)
    assert isinstance(found, Read)
    back = replace(couloir, pointed=found)
    assert "carte" in menus.look(back).splitlines()[-1]
    assert menus.press(back, ENTER) == found
    assert menus.press(couloir, ENTER) == chosen("biologie")  # come by another way


def test_a_screen_of_one_row(menus):
    screen = Screen("Et maintenant ?", (Row("Quitter", Quit(), is_action=True),))
    for key in (UP, DOWN, PAGE_DOWN, PAGE_UP, HOME, END):
        assert menus.press(screen, key, ENTER) == Quit()


def test_every_row_can_be_reached_and_is_what_comes_back(menus, small_index):
    # Headings are drawn, and are not rows: nothing but a decision is ever given.
    screen = screen_of(small_index, State(Path((("offre", "segur"), ("couloir", "hopital")))))
    assert any(row.headings for row in screen.rows)
    taken = [menus.press(screen, *keys_to(screen, n)) for n in range(len(screen.rows))]
    assert taken == [row.decision for row in screen.rows]


# --- what is drawn -----------------------------------------------------------------------------


def test_help_opens_and_closes_and_is_not_typed(menus, couloir):
    plain = menus.look(couloir)
    helped = menus.look(couloir, "?")
    assert len(helped.splitlines()) > len(plain.splitlines())
    assert "Ctrl-C" in helped
    assert menus.look(couloir, "?", "?") == plain
    assert menus.press(couloir, "?", ENTER) == chosen("biologie")


def test_the_screen_tells_where_one_stands(menus, couloir):
    shown = menus.look(replace(couloir, notices=("Une chose est arrivée.",)))
    for text in ("Ségur", couloir.title, couloir.help, "Une chose est arrivée.", "dont 2 propres"):
        assert text in shown


@pytest.mark.parametrize("columns", [40, 25])
def test_long_labels_are_wrapped_and_never_cut(columns, small_index):
    long = (
        "Pro Santé Connect, Espace de Confiance et Proxy e-Santé, avec l'anticonstitutionnellement"
    )
    wide = "漢字" * 30
    rows = (
        Row(long, Choose("l", "a"), detail="128, dont 28 propres", headings=("Un titre " * 8,)),
        Row(wide, Choose("l", "b"), help="Une aide qui ne tient pas non plus sur une seule ligne."),
        Row("Court", Choose("l", "c")),
    )
    screen = Screen("Une question assez longue pour ne pas tenir sur une ligne ?", rows)
    with driven_menus(columns=columns, rows=40) as menus:
        for keys in ((), (DOWN,), (*"court",)):
            lines = menus.look(screen, *keys).splitlines()
            assert max(map(get_cwidth, lines)) <= columns
        shown = "".join(menus.look(screen, DOWN).replace("»", "").split())
    for text in (long, wide, "128, dont 28 propres", "Un titre " * 8, screen.title, rows[1].help):
        assert "".join(text.split()) in shown


def test_on_a_small_terminal_the_row_pointed_at_is_always_in_sight(small_index):
    screen = screen_of(small_index, State(Path((("offre", "segur"), ("couloir", "imagerie")))))
    with driven_menus(columns=40, rows=15) as menus:
        for number, row in enumerate(screen.rows):
            shown = menus.look(screen, HOME, *[DOWN] * number)
            assert len(shown.splitlines()) <= 15
            pointed = next(line for line in shown.splitlines() if line.startswith(" »"))
            assert row.label.split()[0] in pointed


def test_on_a_small_terminal_what_there_is_to_tell_leaves_room_for_the_rows(couloir):
    screen = replace(couloir, notices=("Une chose est arrivée, et elle est longue à dire.",) * 5)
    with driven_menus(columns=40, rows=14) as menus:
        shown = menus.look(screen, "?").splitlines()
    assert len(shown) <= 14
    assert sum(row.label in line for row in couloir.rows for line in shown) >= 5


def test_below_an_answer_the_menu_leaves_room_for_it(small_index):
    answer = small_index.corpus.answers_by_id["dmp-alimentation"]
    rows = tuple(Row(f"Ligne {n}", Read(f"r{n}")) for n in range(30))
    with driven_menus(rows=24) as menus:
        shown = menus.look(Screen("Et ensuite ?", rows, answer=answer))
    assert sum("Ligne" in line for line in shown.splitlines()) <= 12


def test_a_choice_leaves_a_trace_on_standard_error_only(menus, couloir, capsys):
    menus.press(couloir, *"hop", ENTER)
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "Hôpital" in streams.err
    menus.press(couloir, ESCAPE)
    assert capsys.readouterr() == ("", "")
