"""Searching by words inside a journey: what is found is what the questions are then about."""

import unicodedata
from dataclasses import replace

import pytest
from journey.corpora import corpus_of, level
from journey.searching import NOTHING, searcher

from segur_faq.corpus.index import AnswerIndex
from segur_faq.journey.decisions import (
    Back,
    Choose,
    Correct,
    Decision,
    Narrow,
    Quit,
    Read,
    Recap,
    Restart,
    Search,
    ShowAll,
)
from segur_faq.journey.dialogue import State, advance, begin
from segur_faq.journey.found import Found, among, finds_nothing, in_order
from segur_faq.journey.path import UNKNOWN, Path
from segur_faq.journey.screen import Screen
from segur_faq.journey.screens import CLOSEST, screen_of

CORPUS = corpus_of(
    (
        level("kind", "tool", "label"),
        level("place", "north", "south", "east", under={"kind": "tool"}),
        level("topic", "cost", "dates"),
    ),
    {
        "label": {"kind": "label", "topic": "cost"},
        "north": {"kind": "tool", "place": "north", "topic": "cost"},
        "south": {"kind": "tool", "place": "south", "topic": "cost dates"},
        "east": {"kind": "tool", "place": "east", "topic": "dates"},
        "general": {"kind": "tool", "topic": "dates"},
    },
)
INDEX = AnswerIndex(CORPUS)
FIND = searcher(INDEX)
TOOL, NORTH, SOUTH = Choose("kind", "tool"), Choose("place", "north"), Choose("place", "south")


def after(*taken: Decision, start: State | None = None) -> State:
    state = start or State()
    for decision in taken:
        state = advance(INDEX, state, decision, FIND)
    return state


def show(state: State) -> Screen:
    return screen_of(INDEX, state)


def read_on(state: State) -> list[str]:
    """Give the answers that a screen offers to read, in order."""
    return [row.decision.answer for row in show(state).rows if isinstance(row.decision, Read)]


def offered_on(state: State) -> list[str]:
    return [row.decision.option for row in show(state).rows if isinstance(row.decision, Choose)]


def decisions(state: State) -> list[Decision]:
    return [row.decision for row in show(state).rows]


def seen(state: State) -> Screen:
    """What a state shows, without what is said once and where the pointer stands."""
    return replace(show(state), notices=(), pointed=None)


# --- what is found ---------------------------------------------------------------------------


def test_answers_come_in_the_order_in_which_they_were_found():
    assert in_order(Found("…", ("south", "label", "north")), CORPUS.answers[:3]) == [
        CORPUS.answers_by_id[name] for name in ("south", "label", "north")
    ]


def test_the_index_of_what_was_found_is_about_nothing_else():
    narrow = among(INDEX, Found("…", ("south", "north")))
    assert [a.id for a in narrow.answers(narrow.remaining({}))] == ["north", "south"]
    assert [a.id for a in narrow.answers(narrow.remaining({"place": "south"}))] == ["south"]
    assert not narrow.remaining({"kind": "label"})


def test_what_two_searches_found_is_joined_without_repetition():
    first = Found("w", ("b", "a"), {"a": "of the first", "b": "…"}, ("told",))
    second = Found("v", ("a", "c"), {"a": "of the second", "c": "…"})
    both = first.joined_to(second)
    assert (both.words, both.answers, both.notices) == ("w", ("b", "a", "c"), ("told",))
    assert both.passages == {"a": "of the first", "b": "…", "c": "…"}


def test_a_journey_without_a_search_finds_nothing():
    assert finds_nothing("south", INDEX.remaining({})) == Found("south")
    state = advance(INDEX, State(), Search("south"))
    assert seen(state) == seen(State())
    assert show(state).notices


# --- searching -------------------------------------------------------------------------------


def test_a_search_lists_what_it_found_the_closest_first():
    state = after(Search("south general label"))
    assert read_on(state) == ["south", "general", "label"]
    heading = show(state).rows[0].headings[0]
    assert "south general label" in heading
    assert "3" in heading
    assert [row.help for row in show(state).rows[:2]] == [
        "Passage of south.",
        "Passage of general.",
    ]
    assert "south general label" in show(state).recap


def test_a_search_keeps_to_the_choices_made():
    state = after(TOOL, NORTH, Search("south north label general"))
    assert read_on(state) == ["north", "general"]
    assert state.path == Path((("kind", "tool"), ("place", "north")))
    assert not show(state).notices


def test_how_the_words_were_understood_is_told_once():
    state = after(Search("twisted south north"))
    assert show(state).notices == ("Understood otherwise.",)
    assert not show(after(Read("south"), start=state)).notices
    assert not show(after(Read("south"), Back(), start=state)).notices
    assert show(after(Search(f"twisted {NOTHING}"))).notices[0] == "Understood otherwise."


def test_the_cascade_narrows_what_was_found_and_offers_only_where_something_remains():
    state = after(Search("north south"))
    assert Narrow() in decisions(state)
    state = after(Narrow(), start=state)
    assert show(state).title == "place ?"  # all that was found is about tools
    assert offered_on(state) == ["north", "south", UNKNOWN]
    state = after(SOUTH, start=state)
    assert read_on(state) == ["south"]
    assert "north south" in show(state).recap
    assert "south" in show(state).recap.replace("north south", "")


def test_not_knowing_in_a_search_loses_nothing_that_was_found():
    state = after(Search("north south"), Narrow(), Choose("place", UNKNOWN))
    assert read_on(state) == ["north", "south"]
    assert state.path.left_open == ("place",)


def test_what_cannot_be_narrowed_is_not_offered_to_be():
    assert Narrow() not in decisions(after(Search("north")))
    assert Narrow() not in decisions(after(Search("north south"), Narrow(), SOUTH))


def test_seeing_all_from_a_question_inside_a_search_shows_what_was_found():
    assert read_on(after(Search("east north south"), Narrow(), ShowAll())) == [
        "east",
        "north",
        "south",
    ]


def test_many_are_folded_and_all_can_be_seen():
    names = [f"a{n}" for n in range(CLOSEST + 3)]
    index = AnswerIndex(corpus_of((level("l", "x", "y"),), {name: {} for name in names}))
    sought = Search(" ".join(reversed(names)))
    state = advance(index, State(), sought, searcher(index))

    def answers(state):
        rows = screen_of(index, state).rows
        return [row.decision.answer for row in rows if isinstance(row.decision, Read)]

    assert answers(state) == names[: -CLOSEST - 1 : -1]
    assert any("3" in r.label for r in screen_of(index, state).rows if r.decision == ShowAll())
    unfolded = advance(index, state, ShowAll(), searcher(index))
    assert answers(unfolded) == names[::-1]
    assert ShowAll() not in [row.decision for row in screen_of(index, unfolded).rows]
    assert answers(advance(index, unfolded, Back(), searcher(index))) == answers(state)


def test_searching_again_replaces_the_words_and_keeps_the_choices():
    state = after(Search("north south"), Narrow(), NORTH, Search("general south"))
    assert read_on(state) == ["general"]
    assert state.path == Path((("place", "north"),))
    assert "general south" in show(state).recap
    assert "north south" not in show(state).recap


def test_the_same_words_twice_are_two_steps():
    once = after(Search("north south"))
    twice = after(Search("north south"), start=once)
    assert seen(after(Back(), start=twice)) == seen(once)
    assert seen(after(Back(), Back(), start=twice)) == seen(State())


def test_the_row_tells_a_first_search_from_another():
    def label(state):
        return next(row.label for row in show(state).rows if row.decision == Search())

    assert label(State()) != label(after(Search("north south")))
    assert label(after(TOOL)) == label(State())


def test_starting_again_forgets_the_words():
    state = after(Search("north south"), Restart())
    assert offered_on(state) == offered_on(State())
    assert show(state).recap == ""
    assert seen(after(Back(), start=state)) == seen(after(Search("north south")))


# --- going back ------------------------------------------------------------------------------

PLACES = {
    "a question": (TOOL,),
    "a list": (TOOL, ShowAll()),
    "an answer": (TOOL, ShowAll(), Read("south")),
    "the only answer": (Choose("kind", "label"),),
    "the recap": (TOOL, SOUTH, Recap()),
    "a correction": (TOOL, SOUTH, Recap(), Correct("place")),
    "what was found": (Search("north south"),),
    "what was found, unfolded": (Search("north south"), ShowAll()),
    "a question inside a search": (Search("north south"), Narrow()),
}


@pytest.mark.parametrize("place", PLACES)
def test_back_undoes_a_search(place):
    state = after(*PLACES[place])
    back = after(Search("south north"), Back(), start=state)
    assert seen(back) == seen(state)
    assert show(back).pointed == Search()


@pytest.mark.parametrize("place", PLACES)
def test_a_search_that_finds_nothing_keeps_the_place_and_says_so(place):
    state = after(*PLACES[place])
    missed = after(Search(NOTHING), start=state)
    assert seen(missed) == seen(state)
    assert any(NOTHING in notice for notice in show(missed).notices)
    assert seen(after(Back(), start=missed)) == seen(after(Back(), start=state))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("empty", ["", "   ", "\t"])
def test_a_search_without_words_changes_nothing(place, empty):
    state = after(*PLACES[place])
    assert after(Search(empty), start=state) is state


# --- found elsewhere -------------------------------------------------------------------------


def test_what_is_found_elsewhere_is_shown_and_the_choices_said_to_be_left_out():
    chosen = after(TOOL, NORTH)
    state = after(Search("label south"), start=chosen)
    assert read_on(state) == ["label", "south"]
    assert state.path == Path()
    assert any("label south" in notice for notice in show(state).notices)
    assert seen(after(Back(), start=state)) == seen(chosen)


def test_what_is_found_here_is_not_looked_for_elsewhere():
    state = after(TOOL, NORTH, Search("label north"))
    assert read_on(state) == ["north"]


# --- correcting ------------------------------------------------------------------------------


def test_a_correction_inside_a_search_finds_what_the_words_say_elsewhere():
    """Under « north », the words could not find « south »: corrected, they must."""
    state = after(TOOL, NORTH, Search("south general north"))
    assert read_on(state) == ["general", "north"]
    correcting = after(Recap(), Correct("place"), start=state)
    # « general » holds everywhere.
    assert offered_on(correcting) == ["north", "south", "east", UNKNOWN]
    assert show(correcting).pointed == NORTH
    corrected = after(SOUTH, start=correcting)
    assert read_on(corrected) == ["south", "general"]
    assert corrected.path == Path((("kind", "tool"), ("place", "south")))
    assert seen(after(Back(), Back(), Back(), start=corrected)) == seen(state)


def test_a_correction_inside_a_search_offers_only_what_the_words_find():
    state = after(TOOL, NORTH, Search("south north"), Recap(), Correct("place"))
    assert offered_on(state) == ["north", "south", UNKNOWN]
    assert read_on(after(Choose("place", UNKNOWN), start=state)) == ["south", "north"]


def test_what_had_been_found_is_still_offered_when_a_wider_search_overlooks_it():
    def one_at_a_time(words, mask):
        found = FIND(words, mask)
        return replace(found, answers=found.answers[:1])

    state = State(Path((("kind", "tool"), ("place", "north"))))
    state = advance(INDEX, state, Search("south north"), one_at_a_time)
    assert read_on(state) == ["north"]
    state = advance(INDEX, state, Correct("place"), one_at_a_time)
    assert offered_on(state) == ["north", "south", UNKNOWN]
    assert show(state).pointed == NORTH


def test_a_correction_inside_a_search_says_which_choices_it_drops():
    state = after(TOOL, NORTH, Search("label north"))
    assert read_on(state) == ["north"]
    state = after(Recap(), Correct("kind"), Choose("kind", "label"), start=state)
    assert read_on(state) == ["label"]
    assert state.path == Path((("kind", "label"),))
    assert show(state).notices


# --- words on the command line ---------------------------------------------------------------


def test_a_journey_may_begin_with_words_and_going_back_leads_to_its_questions():
    state = begin(INDEX, Path(), "south north", FIND)
    assert read_on(state) == ["south", "north"]
    assert Back() in decisions(state)
    assert seen(after(Back(), start=state)) == seen(State())


def test_words_and_choices_on_the_command_line():
    path = Path((("kind", "tool"), ("place", "north")))
    state = begin(INDEX, path, "south north", FIND)
    assert read_on(state) == ["north"]
    assert state.path == path
    assert seen(after(Back(), start=state)) == seen(State(path))
    elsewhere = begin(INDEX, path, "label", FIND)
    assert read_on(elsewhere) == ["label"]
    assert show(elsewhere).notices
    assert seen(after(Back(), start=elsewhere)) == seen(State(path))


@pytest.mark.parametrize("words", ["", "   ", NOTHING])
def test_a_journey_that_words_do_not_begin_begins_with_its_questions(words):
    state = begin(INDEX, Path(), words, FIND)
    assert seen(state) == seen(State())
    assert bool(show(state).notices) == bool(words.strip())


# --- what cannot get through -----------------------------------------------------------------


@pytest.mark.parametrize("hostile", ["\x1b[31m", "\x9b31m", "\u202e", "\u200b", "\x07", "\ud800"])
@pytest.mark.parametrize("found", ["south north", NOTHING, "label"])
def test_no_screen_repeats_hostile_characters(hostile, found):
    state = after(TOOL, Search(f"{found} {hostile}"))
    screen = show(state)
    texts = [screen.title, screen.recap, *screen.notices]
    texts += [text for row in screen.rows for text in (row.label, row.help, *row.headings)]
    strange = {c for text in texts for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs")}
    assert strange == set()
    assert any(found in text for text in texts)


def test_one_can_always_leave():
    for place in PLACES.values():
        state = after(*place, Search("north south"))
        assert Quit() in decisions(state)
        assert after(Quit(), start=state).finished
