"""The screens of an answer that ends with a question of its own."""

from dataclasses import replace

import pytest
from hypothesis import event, given
from journey.corpora import corpora, randoms, thorough
from journey.searching import searcher
from journey.test_follow_up import COLOUR, CORPUS, KIND, NUMBER

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import FollowUp, FollowUpOption
from segur_faq.journey import wording
from segur_faq.journey.decisions import (
    AskAgain,
    Back,
    Beside,
    Decision,
    Follow,
    Quit,
    Read,
    Restart,
    Search,
)
from segur_faq.journey.dialogue import State, advance
from segur_faq.journey.follow_up import follow
from segur_faq.journey.path import UNKNOWN
from segur_faq.journey.screen import Screen
from segur_faq.journey.screens import screen_of

INDEX = AnswerIndex(replace(CORPUS, answers=CORPUS.answers[:3]))
OPENED = (Read("start"),)


def after(*taken: Decision) -> State:
    state = State()
    for decision in taken:
        rows = screen_of(INDEX, state).rows
        assert decision in [row.decision for row in rows] or decision == Back(), decision
        state = advance(INDEX, state, decision, searcher(INDEX))
    return state


def screen(*taken: Decision) -> Screen:
    return screen_of(INDEX, after(*OPENED, *taken))


def follows(shown: Screen) -> list[Decision]:
    return [row.decision for row in shown.rows if isinstance(row.decision, Follow | AskAgain)]


def reads(shown: Screen) -> list[str]:
    return [row.decision.answer for row in shown.rows if isinstance(row.decision, Read)]


def again(question: FollowUp) -> AskAgain:
    return AskAgain(tuple(asked.id for asked in question.within()))


OFFICE = Follow("kind", "office")
MANY = Follow("number", "many", "next")
PASS = Follow("kind", UNKNOWN)


def test_the_question_of_an_answer_comes_with_it():
    shown = screen()
    assert (shown.answer.id, shown.asks, shown.title) == ("start", KIND, KIND.question)
    assert follows(shown) == [
        Follow("kind", "company"), OFFICE, Follow("kind", "other", "end"), PASS,
    ]  # fmt: skip
    # The question is the way on: what comes after reading comes after it.
    assert reads(shown) == []
    decisions = [row.decision for row in shown.rows]
    assert decisions[:4] == follows(shown)
    assert {Back(), Restart(), Quit(), Search()} <= set(decisions)


def test_its_help_is_the_screen_s():
    asked = replace(KIND, help="Look at the door.")
    answers = (replace(CORPUS.answers[0], follow_up=asked), CORPUS.answers[1])
    index = AnswerIndex(replace(CORPUS, answers=answers))
    state = advance(index, State(), Read("start"))
    assert screen_of(index, state).help == "Look at the door."
    state = advance(index, state, PASS)
    assert screen_of(index, state).help == ""


def test_an_option_is_found_by_its_spellings():
    (company, *_) = screen().rows
    assert {"company", "Société d'exercice", "SEL"} <= set(company.keywords)


def test_a_text_ends_the_question_and_one_may_answer_otherwise():
    shown = screen(Follow("kind", "company"))
    assert (shown.asks, shown.title) == (None, wording.WHAT_NEXT)
    assert dict(shown.follow_ups) == {"kind": "company"}
    assert follows(shown) == [again(KIND)]
    label = next(row.label for row in shown.rows if row.decision == again(KIND))
    assert KIND.question in label
    asked = screen(Follow("kind", "company"), again(KIND))
    assert asked.asks == KIND
    assert dict(asked.follow_ups) == {}


def test_an_option_may_ask_in_turn():
    shown = screen(OFFICE)
    assert (shown.answer.id, shown.asks, shown.title) == ("start", NUMBER, NUMBER.question)
    assert follows(shown) == [
        Follow("number", "one"), MANY, Follow("number", UNKNOWN),
    ]  # fmt: skip
    assert screen(OFFICE, Follow("number", "one")).asks is None


def test_an_option_may_lead_to_another_answer_which_asks_its_own():
    shown = screen(OFFICE, MANY)
    assert (shown.answer.id, shown.asks) == ("next", COLOUR)
    further = screen(OFFICE, MANY, Follow("colour", "blue", "end"))
    # Another answer that asks « kind » does not ask again what is known.
    assert (further.answer.id, further.asks) == ("end", None)
    assert follows(further) == [AskAgain(("kind",))]


def test_back_in_the_first_answer_the_other_one_is_offered():
    shown = screen(OFFICE, MANY, Back(), Back(), Back(), Read("start"))
    assert shown.asks == KIND  # everything was undone
    kept = screen(OFFICE, MANY, Follow("colour", UNKNOWN), Search())
    assert kept.answer.id == "next"
    shown = screen(Follow("kind", "other", "end"), Back())
    assert (shown.answer.id, shown.asks, shown.pointed) == ("start", KIND, follows(shown)[2])


def back_label(shown: Screen) -> str:
    (label,) = (row.label for row in shown.rows if row.decision == Back())
    return label


def test_back_is_called_what_it_does():
    assert back_label(screen()) == wording.TO_LIST
    assert back_label(screen(OFFICE)) == wording.BACK  # to the question
    assert back_label(screen(OFFICE, Back())) == wording.TO_LIST
    assert back_label(screen(Follow("kind", "other", "end"))) == wording.BACK


@pytest.mark.parametrize("taken", [(PASS,), (OFFICE, Follow("number", UNKNOWN))])
def test_a_question_that_is_passed_is_not_asked_again_until_one_wants_it(taken):
    shown = screen(*taken)
    assert (shown.answer.id, shown.asks) == ("start", None)
    assert again(KIND) in follows(shown)
    assert UNKNOWN not in shown.follow_ups.known.values()
    assert screen(*taken, Back()).asks is not None
    assert screen(*taken, again(KIND)).asks == KIND


def test_what_was_said_is_kept_for_other_answers_and_forgotten_with_a_new_question():
    end = (Follow("kind", "company"), Back(), Follow("kind", "company"))
    kept = after(*OPENED, *end)
    assert screen_of(INDEX, replace(after(*OPENED, OFFICE), reading="end")).asks is None
    fresh = advance(INDEX, kept, Restart())
    assert dict(fresh.follow_ups) == {}
    assert dict(advance(INDEX, fresh, Back()).follow_ups) == {"kind": "company"}


def test_what_another_answer_does_not_know_is_asked_there():
    shown = screen_of(INDEX, replace(after(*OPENED, Follow("kind", "company")), reading="end"))
    assert shown.asks == CORPUS.answers[2].follow_up


def test_answering_otherwise_asks_all_of_it_again():
    for last in ("one", UNKNOWN):
        shown = screen(OFFICE, Follow("number", last), again(KIND), OFFICE)
        assert shown.asks == NUMBER


@pytest.mark.parametrize("answer", ["gone", "before"])
def test_an_option_may_name_an_answer_that_has_gone_or_changed_its_name(answer):
    """Lint tells maintainers; a reader must not suffer from it."""
    option = FollowUpOption("x", "X", text="Y.", answer=answer)
    start = replace(CORPUS.answers[0], follow_up=replace(KIND, options=(option,)))
    end = replace(CORPUS.answers[2], former_ids=("before",))
    index = AnswerIndex(replace(CORPUS, answers=(start, end)))
    state = advance(index, State(reading="start"), Follow("kind", "x", answer))
    shown = screen_of(index, state)
    assert shown.answer.id == ("end" if answer == "before" else "start")


def test_the_answer_in_one_s_case_comes_first_and_once():
    corpus = replace(
        CORPUS, answers=(replace(CORPUS.answers[0], see_also=("next", "end")), *CORPUS.answers[1:])
    )
    index = AnswerIndex(corpus)
    state = State(reading="start")
    for decision in (OFFICE, MANY):
        state = advance(index, state, decision)
    state = replace(state, reading="start")  # read again, with all of it said
    rows = [row for row in screen_of(index, state).rows if isinstance(row.decision, Read)]
    assert [row.decision.answer for row in rows] == ["next", "end"]
    assert rows[0].headings == (wording.IN_YOUR_CASE,)
    assert rows[1].headings == (wording.RELATED,)


@thorough(60)
@given(corpora(), randoms())
def test_following_asks_on_until_nothing_is_left_to_ask(corpus, random):
    """Whatever is said, the screens come to an end; nothing said is asked again on the way."""
    index = AnswerIndex(corpus)
    for answer in corpus.answers:
        state = State(reading=answer.id)
        shown = screen_of(index, state)
        said: list[str] = []
        while shown.asks is not None:
            assert [row.decision for row in shown.rows][: len(shown.asks.options)] == [
                Follow(shown.asks.id, option.id, option.answer) for option in shown.asks.options
            ]
            # Another answer may ask by the same name, of other options.
            known = state.follow_ups.get(shown.asks.id)
            assert known is None or (known != UNKNOWN and shown.asks.option(known) is None)
            said.append(shown.asks.id)
            taken = random.choice([d for d in follows(shown) if d.option])
            state = advance(index, state, taken)
            shown = screen_of(index, state)
            assert shown.answer.id == (taken.answer or answer.id)
            answer = shown.answer
        event(f"{len(said)} questions")
        followed = follow(answer, state.follow_ups.known)
        assert shown.answer is followed.answer
        if followed.asked is not None:
            assert followed.asked.id in state.follow_ups


@thorough(40)
@given(corpora(), randoms())
def test_what_is_done_beside_a_question_leaves_it_asked(corpus, random):
    index = AnswerIndex(corpus)
    asking = [answer for answer in corpus.answers if answer.follow_up]
    if not asking:
        return
    state = State(reading=random.choice(asking).id)
    shown = screen_of(index, state)
    for row in shown.rows:
        if isinstance(row.decision, Beside):
            assert advance(index, state, row.decision) is state
