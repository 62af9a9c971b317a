"""The state machine of `ask`: wherever a reader goes, every row works and « back » undoes it."""

from dataclasses import replace

import pytest
from hypothesis import event, given
from journey.corpora import (
    corpora,
    corpora_and_paths,
    corpus_of,
    ids,
    level,
    naive,
    randoms,
    thorough,
)
from journey.searching import finds_something, searcher, with_words, words

from segur_faq.corpus.index import AnswerIndex
from segur_faq.journey.decisions import (
    Back,
    Beside,
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
    ShowOwn,
)
from segur_faq.journey.dialogue import State, advance, begin
from segur_faq.journey.found import finds_nothing
from segur_faq.journey.path import UNKNOWN, Path
from segur_faq.journey.screen import Screen
from segur_faq.journey.screens import screen_of

STEPS = 10


def decisions(screen: Screen) -> list[Decision]:
    return [row.decision for row in screen.rows]


def view(index: AnswerIndex, state: State) -> Screen:
    """What a state shows, without what is said once and where the pointer stands."""
    return replace(screen_of(index, state), notices=(), pointed=None)


def random_step(random, index: AnswerIndex, state: State) -> State:
    """Follow a random row; leaving is for the end, and going on is the rule."""
    rows = [d for d in decisions(screen_of(index, state)) if not isinstance(d, Quit)]
    onward = [d for d in rows if not isinstance(d, Back | Restart | Search | Beside)]
    if onward and random.random() < 0.8:
        rows = onward
    if not rows:
        return state
    return advance(index, state, with_words(random, index, random.choice(rows)), searcher(index))


@thorough(50)
@given(corpora_and_paths(), randoms())
def test_every_row_of_every_screen_leads_to_a_screen(drawn, random):
    corpus, path = drawn
    index = AnswerIndex(corpus)
    state = State(path)
    for _ in range(STEPS):
        screen = screen_of(index, state)
        event(f"a row was chosen after {type(state.came_by).__name__}")
        rows = decisions(screen)
        assert len(rows) == len(set(rows)) > 0
        assert Quit() in rows
        for decision in [*rows, *(row.decision for row in screen.findable)]:
            decision = with_words(random, index, decision)
            following = advance(index, state, decision, searcher(index))
            assert following.finished == isinstance(decision, Quit)
            assert screen_of(index, following).rows
        state = random_step(random, index, state)


@thorough(50)
@given(corpora_and_paths(), randoms())
def test_back_undoes_any_decision(drawn, random):
    corpus, path = drawn
    index = AnswerIndex(corpus)
    state = State(path)
    for _ in range(STEPS):
        expected = view(index, state)
        for row in (*expected.rows, *expected.findable):
            taken = with_words(random, index, row.decision)
            if isinstance(taken, Back | Quit):
                continue
            following = advance(index, state, taken, searcher(index))
            if isinstance(taken, Beside):
                assert following is state
                continue
            if isinstance(taken, Search) and not finds_something(index, taken):
                event("a search found nothing")
                assert view(index, following) == expected
                assert screen_of(index, following).notices
                assert following.before is state.before
                continue
            after = advance(index, following, Back())
            assert view(index, after) == expected
            assert screen_of(index, after).pointed == row.decision
        state = random_step(random, index, state)


@thorough(50)
@given(corpora(), randoms())
def test_going_back_all_the_way_shows_every_screen_again(corpus, random):
    index = AnswerIndex(corpus)
    states = [State()]
    for _ in range(STEPS):
        rows = decisions(screen_of(index, states[-1]))
        onward = [d for d in rows if not isinstance(d, Back | Quit | Beside)]
        if not onward:
            break
        taken = with_words(random, index, random.choice(onward))
        if not isinstance(taken, Search) or finds_something(index, taken):
            states.append(advance(index, states[-1], taken, searcher(index)))
    state = states[-1]
    for earlier in reversed(states[:-1]):
        state = advance(index, state, Back())
        assert view(index, state) == view(index, earlier)
    assert advance(index, state, Back()).path == Path()


@thorough(60)
@given(corpora(), randoms())
def test_no_screen_asks_without_something_to_answer(corpus, random):
    """As long as the journey began somewhere, it never comes to where nothing remains."""
    index, expected = AnswerIndex(corpus), naive(corpus)
    if not expected.remaining({}):
        return
    state = State()
    for _ in range(STEPS):
        screen = screen_of(index, state)
        assert expected.remaining(state.path.known)
        assert screen.title
        assert screen.answer is not None or any(not row.is_action for row in screen.rows)
        state = random_step(random, index, state)


@thorough(60)
@given(corpora(), randoms())
def test_lists_show_what_remains_or_the_part_that_was_asked_for(corpus, random):
    index, expected = AnswerIndex(corpus), naive(corpus)
    state = State()
    for _ in range(STEPS):
        screen = screen_of(index, state)
        read = {row.decision.answer for row in screen.rows if isinstance(row.decision, Read)}
        remaining = expected.remaining(state.path.known)
        if state.found is not None:
            event("found")
            remaining &= set(state.found.answers)
        if state.ended and state.reading is None and not state.recap:
            wanted = remaining
            if state.own is not None:
                event("own")
                named = ids(index, index.naming(*state.own))
                wanted = remaining & named
                assert wanted < remaining
            shown = read if screen.answer is None else {screen.answer.id}
            assert shown == wanted
        state = random_step(random, index, state)


@thorough(50)
@given(corpora(), randoms())
def test_the_pointer_starts_on_a_row(corpus, random):
    index = AnswerIndex(corpus)
    state = State()
    for _ in range(STEPS):
        screen = screen_of(index, state)
        assert screen.pointed is None or screen.pointed in decisions(screen)
        state = random_step(random, index, state)


@thorough(60)
@given(corpora(), randoms())
def test_in_a_search_options_are_offered_only_where_found_answers_remain(corpus, random):
    index, expected = AnswerIndex(corpus), naive(corpus)
    sought = words(random.sample([a.id for a in corpus.answers], len(corpus.answers) * 2 // 3))
    state = advance(index, State(), sought, searcher(index))
    for _ in range(STEPS):
        rows = decisions(screen_of(index, state))
        if state.found is not None and state.correcting is None:
            known, found = state.path.known, set(state.found.answers)
            assert expected.remaining(known) & found
            for row in rows:
                if isinstance(row, Choose) and row.option != UNKNOWN:
                    event("offered in a search")
                    assert expected.remaining({**known, row.level: row.option}) & found
        narrowing = [d for d in rows if isinstance(d, Narrow | Choose | Recap | Correct)]
        if narrowing and random.random() < 0.8:
            state = advance(index, state, random.choice(narrowing), searcher(index))
        else:
            state = random_step(random, index, state)


# --- examples --------------------------------------------------------------------------------

LEVELS = (
    level("kind", "tool", "label"),
    level("place", "north", "south", "east", under={"kind": "tool"}),
    level("topic", "cost", "dates"),
)
CORPUS = corpus_of(
    LEVELS,
    {
        "label": {"kind": "label", "topic": "cost"},
        "north": {"kind": "tool", "place": "north", "topic": "cost"},
        "south": {"kind": "tool", "place": "south", "topic": "cost dates"},
        "general": {"kind": "tool", "topic": "dates"},
    },
)
INDEX = AnswerIndex(CORPUS)
TOOL = Choose("kind", "tool")
SOUTH = Choose("place", "south")


def after(*taken: Decision, start: State | None = None) -> State:
    state = start or State()
    for decision in taken:
        assert decision in decisions(screen_of(INDEX, state)), decision
        state = advance(INDEX, state, decision)
    return state


def test_choosing_asks_the_next_question():
    state = after(TOOL)
    assert state.path == Path((("kind", "tool"),))
    assert {d.level for d in decisions(screen_of(INDEX, state)) if isinstance(d, Choose)} == {
        "place"
    }


def test_the_last_choice_opens_the_only_answer():
    screen = screen_of(INDEX, after(Choose("kind", "label")))
    assert screen.answer.id == "label"
    assert Back() in decisions(screen)
    assert Restart() in decisions(screen)


def test_not_knowing_goes_on_and_says_something():
    state = after(TOOL, Choose("place", UNKNOWN))
    assert state.path.left_open == ("place",)
    assert screen_of(INDEX, state).notices
    assert {d.level for d in decisions(screen_of(INDEX, state)) if isinstance(d, Choose)} == {
        "topic"
    }


def test_notices_are_told_once():
    state = after(TOOL, Choose("place", UNKNOWN))
    assert not screen_of(INDEX, after(Recap(), start=state)).notices
    assert not screen_of(INDEX, after(Recap(), Back(), start=state)).notices
    ended = after(Choose("topic", UNKNOWN), start=state)
    assert screen_of(INDEX, ended).notices
    assert not screen_of(INDEX, after(Read("south"), start=ended)).notices
    assert not screen_of(INDEX, after(Read("south"), Back(), start=ended)).notices


def test_showing_all_ends_the_questions():
    rows = decisions(screen_of(INDEX, after(TOOL, ShowAll())))
    assert {d.answer for d in rows if isinstance(d, Read)} == {"north", "south", "general"}
    assert not any(isinstance(d, Choose) for d in rows)


def test_showing_a_choice_s_own_answers_offers_all_of_them_next():
    own = ShowOwn("place", "south")
    screen = screen_of(INDEX, after(TOOL, SOUTH, own))
    assert screen.answer.id == "south"
    corpus = corpus_of(
        LEVELS[:1] + LEVELS[2:],
        {
            "a": {"kind": "tool", "topic": "cost"},
            "b": {"kind": "tool", "topic": "dates"},
            "c": {},
            "d": {},
        },
    )
    index = AnswerIndex(corpus)
    state = advance(index, State(), TOOL)
    assert ShowOwn("kind", "tool") in decisions(screen_of(index, state))
    state = advance(index, state, ShowOwn("kind", "tool"))
    rows = decisions(screen_of(index, state))
    assert [d.answer for d in rows if isinstance(d, Read)] == ["a", "b"]
    assert ShowAll() in rows
    rows = decisions(screen_of(index, advance(index, state, ShowAll())))
    assert [d.answer for d in rows if isinstance(d, Read)] == ["a", "b", "c", "d"]


def test_own_answers_are_those_of_the_last_choice_alone():
    corpus = corpus_of(
        (*LEVELS[1:], level("last", "1", "2")),
        {
            "north": {"place": "north", "last": "1"},
            "cost": {"topic": "cost", "last": "2"},
            "costs": {"topic": "cost"},
            "a": {},
            "b": {},
        },
    )
    corpus = replace(corpus, levels=tuple(replace(lv, under={}) for lv in corpus.levels))
    index, state = AnswerIndex(corpus), State()
    for decision in (Choose("place", "north"), Choose("topic", "cost")):
        state = advance(index, state, decision)
    own = ShowOwn("topic", "cost")
    assert own in decisions(screen_of(index, state))
    rows = decisions(screen_of(index, advance(index, state, own)))
    assert [d.answer for d in rows if isinstance(d, Read)] == ["cost", "costs"]


def test_reading_and_returning_to_the_list():
    state = after(TOOL, ShowAll(), Read("south"))
    assert screen_of(INDEX, state).answer.id == "south"
    back = after(Back(), start=state)
    assert screen_of(INDEX, back).answer is None
    assert screen_of(INDEX, back).pointed == Read("south")


def test_the_recap_lists_what_was_answered():
    state = after(TOOL, Choose("place", UNKNOWN), Recap())
    rows = decisions(screen_of(INDEX, state))
    assert [d for d in rows if isinstance(d, Correct)] == [Correct("kind"), Correct("place")]


def test_correcting_points_at_the_earlier_choice():
    screen = screen_of(INDEX, after(TOOL, SOUTH, Recap(), Correct("place")))
    assert screen.pointed == SOUTH
    assert {d.option for d in decisions(screen) if isinstance(d, Choose)} == {
        "north",
        "south",
        "east",
        UNKNOWN,
    }


def test_a_correction_drops_what_no_longer_holds_and_says_so():
    state = after(TOOL, SOUTH, Recap(), Correct("kind"), Choose("kind", "label"))
    assert state.path == Path((("kind", "label"),))
    assert screen_of(INDEX, state).notices
    assert not state.recap
    assert state.correcting is None


def test_a_correction_keeps_later_choices():
    state = after(TOOL, SOUTH, Recap(), Correct("kind"), Choose("kind", UNKNOWN))
    assert dict(state.path.pairs) == {"kind": UNKNOWN, "place": "south"}


def test_a_level_left_open_is_not_corrected_where_it_does_not_exist():
    state = after(TOOL, Choose("place", UNKNOWN), Recap(), Correct("kind"), Choose("kind", "label"))
    rows = decisions(screen_of(INDEX, after(Recap(), start=state)))
    assert [d for d in rows if isinstance(d, Correct)] == [Correct("kind")]
    again = after(Recap(), Correct("kind"), TOOL, Recap(), start=state)
    rows = decisions(screen_of(INDEX, again))
    assert [d for d in rows if isinstance(d, Correct)] == [Correct("kind"), Correct("place")]


def test_going_back_from_a_correction_restores_the_choices():
    state = after(TOOL, SOUTH, Recap(), Correct("kind"), Choose("kind", "label"))
    for _ in range(3):
        state = advance(INDEX, state, Back())
    assert view(INDEX, state) == view(INDEX, after(TOOL, SOUTH))


def test_the_outcome_offers_the_options_of_the_level_that_separates():
    state = after(TOOL, Choose("place", UNKNOWN), Choose("topic", UNKNOWN))
    screen = screen_of(INDEX, state)
    offered = [d.option for d in decisions(screen) if isinstance(d, Choose)]
    assert offered == ["north", "south", "east"]
    chosen = after(SOUTH, start=state)
    assert dict(chosen.path.pairs) == {"kind": "tool", "place": "south", "topic": UNKNOWN}
    assert {d.answer for d in decisions(screen_of(INDEX, chosen)) if isinstance(d, Read)} == {
        "south",
        "general",
    }


def test_back_at_the_very_start_stays_and_says_so():
    screen = screen_of(INDEX, State())
    assert Back() not in decisions(screen)
    state = advance(INDEX, State(), Back())
    assert screen_of(INDEX, state).notices
    assert view(INDEX, state) == screen


def test_back_from_pairs_of_the_command_line_drops_the_last():
    start = State(Path((("kind", "tool"), ("place", "south"))))
    assert Back() in decisions(screen_of(INDEX, start))
    assert advance(INDEX, start, Back()).path == Path((("kind", "tool"),))
    twice = advance(INDEX, advance(INDEX, start, Back()), Back())
    assert twice.path == Path()


def test_back_from_pairs_of_the_command_line_keeps_what_was_said_of_a_follow_up():
    path, said = Path((("place", "north"),)), Path((("kind", "office"),))
    state = advance(INDEX, begin(INDEX, path, "", finds_nothing, said), Back())
    assert (state.path, state.follow_ups) == (Path(), said)


@pytest.mark.parametrize("option", ["label", "tool"])
def test_restarting_forgets_the_choices_and_can_be_undone(option):
    state = after(Choose("kind", option))
    again = advance(INDEX, state, Restart())
    assert again.path == Path()
    assert view(INDEX, advance(INDEX, again, Back())) == view(INDEX, state)


def test_quitting_finishes():
    assert after(Quit()).finished
    assert after(TOOL, Quit()).finished
