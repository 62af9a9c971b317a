"""What each state of the dialogue shows: a title, rows to choose from, perhaps an answer to read.

A `Screen` is all that a skin needs; it says nothing of how a terminal draws it.
"""

from dataclasses import dataclass, field, replace

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer, Level
from segur_faq.journey import wording
from segur_faq.journey.decisions import (
    Back,
    Choose,
    Correct,
    Decision,
    Quit,
    Read,
    Recap,
    Restart,
    ShowAll,
    ShowOwn,
)
from segur_faq.journey.dialogue import State
from segur_faq.journey.groups import Group
from segur_faq.journey.path import UNKNOWN, Path, spellings
from segur_faq.journey.walk import How, Offer, Outcome, Question, Step, offers_at, walk

FEW = 6
"""So many answers, or fewer, are shown beside the next question, to be read at once."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be decided.

    Attributes:
        label: what it says.
        decision: what it means.
        detail: a count beside the label.
        headings: what stands above it, when it is the first of a group or section.
        keywords: what typing finds it by, beside its label.
        is_action: it moves in the journey, rather than answering the question.
        help: how to know that this is the one.
    """

    label: str
    decision: Decision
    detail: str = ""
    headings: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    is_action: bool = False
    help: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """One step of the dialogue, ready to show.

    Attributes:
        title: the question put to the reader.
        rows: what can be decided, never empty.
        recap: the choices so far, in one line.
        notices: what happened since the last screen.
        help: how to find out what the question asks.
        answer: the answer to print before the rows.
        path: the choices that led to it.
        pointed: the row on which the pointer starts.
        findable: rows that show only when what is typed finds them.
    """

    title: str
    rows: tuple[Row, ...]
    recap: str = ""
    notices: tuple[str, ...] = ()
    help: str = ""
    answer: Answer | None = None
    path: Path = field(default_factory=Path)
    pointed: Decision | None = None
    findable: tuple[Row, ...] = ()


def screen_of(index: AnswerIndex, state: State) -> Screen:
    """Build what a state shows."""
    reached = walk(index, state.path)
    if state.recap:
        return _recap(state, reached.steps)
    if state.correcting is not None:
        return _correction(index, state, state.correcting)
    if state.reading is not None:
        answer = index.corpus.answers_by_id[state.reading]
        return _reading(index, state, reached, answer, alone=False)
    if isinstance(reached, Question) and not state.ended:
        return _question(state, reached)
    answers = [answer for group in _wanted(state, reached.groups) for answer in group.answers]
    if len(answers) == 1:
        return _reading(index, state, reached, answers[0], alone=True)
    return _list(state, reached)


def _question(state: State, question: Question) -> Screen:
    own = question.groups[0]
    total = sum(len(group.answers) for group in question.groups)
    endings = []
    if own.level is not None and own.option is not None and len(own.answers) < total:
        endings.append(_action(wording.show_own(own), ShowOwn(own.level.id, own.option.id)))
    endings.append(_action(wording.show_all(total), ShowAll()))
    answers = _answer_rows(question.groups)
    few = [replace(answers[0], headings=(wording.READ_NOW,)), *answers[1:]] if total <= FEW else []
    return Screen(
        title=question.level.question,
        rows=(
            *_offer_rows(question.level, question.offers),
            *few,
            _action(wording.UNKNOWN_LABEL, Choose(question.level.id, UNKNOWN)),
            *endings,
            *_moves(state, question.steps),
        ),
        recap=wording.recap_line(question.steps),
        notices=_notices(state, question.steps),
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
            *_offer_rows(level, offers),
            _action(wording.UNKNOWN_LABEL, Choose(level.id, UNKNOWN)),
            _action(wording.BACK, Back()),
            _action(wording.QUIT, Quit()),
        ),
        recap=wording.recap_line(walk(index, Path(tuple(earlier.items()))).steps[: len(earlier)]),
        help=level.help,
        path=state.path,
        pointed=state.pointed or (Choose(level_id, given) if given else None),
    )


def _list(state: State, reached: Question | Outcome) -> Screen:
    groups = _wanted(state, reached.groups)
    rows = _answer_rows(groups)
    separating = reached.separating if isinstance(reached, Outcome) else None
    if separating is not None:
        rows.append(_action(wording.separate(separating), Correct(separating.id)))
    if len(groups) < len(reached.groups):
        total = sum(len(group.answers) for group in reached.groups)
        rows.append(_action(wording.show_all(total), ShowAll()))
    return Screen(
        title=wording.WHICH_ANSWER if groups else wording.NOTHING,
        rows=(*rows, *_moves(state, reached.steps, restart=True)),
        recap=wording.recap_line(reached.steps),
        notices=_notices(state, reached.steps),
        help=wording.separating_help(separating) if separating else "",
        path=state.path,
        pointed=state.pointed,
    )


def _reading(
    index: AnswerIndex, state: State, reached: Question | Outcome, answer: Answer, alone: bool
) -> Screen:
    related = [index.corpus.find(answer_id) for answer_id in answer.see_also]
    rows = [
        _answer_row(other, (wording.RELATED,) if number == 0 else ())
        for number, other in enumerate(filter(None, related))
    ]
    from_list = state.ended or isinstance(reached, Outcome)
    back = [] if alone else [_action(wording.TO_LIST if from_list else wording.BACK, Back())]
    return Screen(
        title=wording.WHAT_NEXT,
        rows=(*back, *rows, *_moves(state, reached.steps, restart=True, back=alone)),
        recap=wording.recap_line(reached.steps),
        notices=_notices(state, reached.steps) if alone else state.notices,
        answer=answer,
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
        rows=(*rows, _action(wording.BACK, Back()), _action(wording.QUIT, Quit())),
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


def _offer_rows(level: Level, offers: tuple[Offer, ...]) -> list[Row]:
    rows = []
    family = ""
    for offer in offers:
        option = offer.option
        headings = (option.family,) if option.family and option.family != family else ()
        family = option.family
        rows.append(
            Row(
                option.label,
                Choose(level.id, option.id),
                detail=wording.offer_count(offer),
                headings=headings,
                keywords=spellings(option),
                help=option.help,
            )
        )
    return rows


def _answer_rows(groups: tuple[Group, ...]) -> list[Row]:
    rows = []
    for group in groups:
        for section in group.sections:
            headings = [wording.group_heading(group)] if section is group.sections[0] else []
            if len(group.sections) > 1:
                headings.append(wording.section_heading(section))
            for answer in section.answers:
                rows.append(_answer_row(answer, tuple(filter(None, headings))))
                headings = []
    return rows


def _answer_row(answer: Answer, headings: tuple[str, ...]) -> Row:
    keywords = (answer.id, answer.short, *answer.found_by)
    return Row(answer.question, Read(answer.id), headings=headings, keywords=keywords)


def _moves(
    state: State, steps: tuple[Step, ...], restart: bool = False, back: bool = True
) -> list[Row]:
    """Build the rows that are on nearly every screen."""
    rows = []
    if any(step.how in (How.CHOSEN, How.UNKNOWN) for step in steps):
        rows.append(_action(wording.RECAP, Recap()))
    if back and (state.before is not None or state.path.pairs):
        rows.append(_action(wording.BACK, Back()))
    if restart:
        rows.append(_action(wording.RESTART, Restart()))
    rows.append(_action(wording.QUIT, Quit()))
    return rows


def _notices(state: State, steps: tuple[Step, ...]) -> tuple[str, ...]:
    """Tell what happened: to the choices, and which levels were skipped since the last one."""
    if isinstance(state.came_by, Choose):
        position = next(
            (n for n, s in enumerate(steps, start=1) if s.level.id == state.came_by.level), 0
        )
        steps = steps[position:]
    return (*state.notices, *filter(None, map(wording.skipped, steps)))


def _action(label: str, decision: Decision) -> Row:
    return Row(label, decision, is_action=True)
