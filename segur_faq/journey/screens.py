"""What each state of the dialogue shows; an open answer has its own room, `reading`."""

from dataclasses import replace

from segur_faq.corpus.index import AnswerIndex
from segur_faq.journey import wording
from segur_faq.journey.decisions import (
    Back,
    Choose,
    Correct,
    Narrow,
    Quit,
    ShowAll,
    ShowOwn,
)
from segur_faq.journey.dialogue import State
from segur_faq.journey.found import Found, among, in_order
from segur_faq.journey.groups import Group
from segur_faq.journey.path import UNKNOWN, Path
from segur_faq.journey.reading import reading_screen
from segur_faq.journey.rows import (
    Row,
    action,
    answer_row,
    answer_rows,
    moves,
    offer_rows,
)
from segur_faq.journey.screen import Screen, notices_of, recap_of
from segur_faq.journey.walk import How, Outcome, Question, Step, offers_at, walk

FEW = 6
"""So many answers, or fewer, are shown beside the next question, to be read at once."""

CLOSEST = 8
"""Of what words have found, so many answers are shown at first."""


def screen_of(index: AnswerIndex, state: State) -> Screen:
    """Build what a state shows."""
    about = among(index, state.found)
    reached = walk(about, state.path)
    if state.recap:
        return _recap(state, reached.steps)
    if state.correcting is not None:
        return _correction(about, state, state.correcting)
    if state.reading is not None:
        answer = index.corpus.answers_by_id[state.reading]
        return reading_screen(index, state, reached, answer, alone=False)
    if state.found is not None and not (state.narrowing and isinstance(reached, Question)):
        return _found(state, reached, state.found)
    if isinstance(reached, Question) and not state.ended:
        return _question(state, reached)
    answers = [answer for group in _wanted(state, reached.groups) for answer in group.answers]
    if len(answers) == 1:
        return reading_screen(index, state, reached, answers[0], alone=True)
    return _list(about, state, reached)


def _question(state: State, question: Question) -> Screen:
    own = question.groups[0]
    total = sum(len(group.answers) for group in question.groups)
    endings = []
    is_part = own.level is not None and len(own.answers) < total and state.found is None
    if is_part and own.level is not None and own.option is not None:
        endings.append(action(wording.show_own(own), ShowOwn(own.level.id, own.option.id)))
    endings.append(action(wording.show_all(total), ShowAll()))
    answers = answer_rows(question.groups)
    few = [replace(answers[0], headings=(wording.READ_NOW,)), *answers[1:]] if total <= FEW else []
    return Screen(
        title=question.level.question,
        rows=(
            *offer_rows(question.level, question.offers),
            *few,
            action(wording.UNKNOWN_LABEL, Choose(question.level.id, UNKNOWN)),
            *endings,
            *moves(state, question.steps),
        ),
        recap=recap_of(state, question.steps),
        notices=notices_of(state, question.steps),
        help=question.level.help,
        path=state.path,
        pointed=state.pointed,
        findable=() if few else tuple(answers),
    )


def _correction(index: AnswerIndex, state: State, level_id: str) -> Screen:
    level = index.corpus.levels_by_id[level_id]
    before = index.corpus.levels[: index.corpus.levels.index(level)]
    earlier = {lv.id: state.path.known[lv.id] for lv in before if lv.id in state.path.known}
    offers = offers_at(index, level, earlier)
    given = state.path.get(level_id)
    return Screen(
        title=level.question,
        rows=(
            *offer_rows(level, offers),
            action(wording.UNKNOWN_LABEL, Choose(level.id, UNKNOWN)),
            action(wording.BACK, Back()),
            action(wording.QUIT, Quit()),
        ),
        recap=wording.recap_line(walk(index, Path(tuple(earlier.items()))).steps[: len(earlier)]),
        notices=state.notices,
        help=level.help,
        path=state.path,
        pointed=state.pointed or (Choose(level_id, given) if given else None),
    )


def _list(index: AnswerIndex, state: State, reached: Question | Outcome) -> Screen:
    groups = _wanted(state, reached.groups)
    rows = answer_rows(groups)
    separating = reached.separating if isinstance(reached, Outcome) else None
    if separating is not None:
        parts = offer_rows(separating, offers_at(index, separating, state.path.known))
        parts[0] = replace(parts[0], headings=(wording.parts_by(separating), *parts[0].headings))
        # A list that can be read at a glance comes first; before a longer one, the way to part it.
        rows = [*rows, *parts] if len(rows) <= FEW else [*parts, *rows]
    if len(groups) < len(reached.groups):
        total = sum(len(group.answers) for group in reached.groups)
        rows.append(action(wording.show_all(total), ShowAll()))
    return Screen(
        title=wording.WHICH_ANSWER if groups else wording.NOTHING,
        rows=(*rows, *moves(state, reached.steps, restart=True)),
        recap=recap_of(state, reached.steps),
        notices=notices_of(state, reached.steps),
        help=wording.separating_help(separating) if separating else "",
        path=state.path,
        pointed=state.pointed,
    )


def _found(state: State, reached: Question | Outcome, found: Found) -> Screen:
    answers = in_order(found, tuple(a for group in reached.groups for a in group.answers))
    shown = answers if state.ended else answers[:CLOSEST]
    heading = wording.searched(found.words, len(answers))
    rows = [
        replace(
            answer_row(answer, (heading,) if number == 0 else ()),
            help=found.passages.get(answer.id, ""),
        )
        for number, answer in enumerate(shown)
    ]
    if len(shown) < len(answers):
        rows.append(action(wording.show_others(len(answers) - len(shown)), ShowAll()))
    if isinstance(reached, Question):
        rows.append(action(wording.separate(reached.level), Narrow()))
    return Screen(
        title=wording.WHICH_ANSWER,
        rows=(*rows, *moves(state, reached.steps, restart=True)),
        recap=recap_of(state, reached.steps),
        notices=state.notices,
        path=state.path,
        pointed=state.pointed,
    )


def _recap(state: State, steps: tuple[Step, ...]) -> Screen:
    rows = [
        Row(wording.settled(step), Correct(step.level.id))
        for step in steps
        if step.how in (How.CHOSEN, How.UNKNOWN)
    ]
    return Screen(
        title=wording.WHICH_CHOICE,
        rows=(*rows, action(wording.BACK, Back()), action(wording.QUIT, Quit())),
        notices=state.notices,
        path=state.path,
        pointed=state.pointed,
    )


def _wanted(state: State, groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Keep the groups that the reader asked to see."""
    if state.own is None:
        return groups
    return tuple(
        g for g in groups if g.level and g.option and (g.level.id, g.option.id) == state.own
    )
