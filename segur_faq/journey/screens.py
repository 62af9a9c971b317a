"""What each state of the dialogue shows: a title, rows to choose from, perhaps an answer to read.

A `Screen` is all that a skin needs; it says nothing of how a terminal draws it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer, Corpus, FollowUp
from segur_faq.journey import wording
from segur_faq.journey.decisions import (
    Back,
    Choose,
    Correct,
    Decision,
    Follow,
    Narrow,
    Open,
    Quit,
    ShowAll,
    ShowOwn,
)
from segur_faq.journey.dialogue import State
from segur_faq.journey.follow_up import Followed, follow
from segur_faq.journey.found import Found, among, in_order
from segur_faq.journey.groups import Group
from segur_faq.journey.path import UNKNOWN, Path
from segur_faq.journey.rows import (
    Row,
    action,
    answer_row,
    answer_rows,
    follow_up_rows,
    moves,
    offer_rows,
    tools,
)
from segur_faq.journey.walk import How, Outcome, Question, Step, offers_at, walk

FEW = 6
"""So many answers, or fewer, are shown beside the next question, to be read at once."""

CLOSEST = 8
"""Of what words have found, so many answers are shown at first."""


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
        follow_ups: what was said to the questions that it ends with.
        asks: the question of the answer that the rows are the options of, if they are.
        pointed: the row on which the pointer starts.
        findable: rows that show only when what is typed finds them.
        ranked: gives the ids of the answers that typed words are closest to, best first.
    """

    title: str
    rows: tuple[Row, ...]
    recap: str = ""
    notices: tuple[str, ...] = ()
    help: str = ""
    answer: Answer | None = None
    path: Path = field(default_factory=Path)
    follow_ups: Path = field(default_factory=Path)
    asks: FollowUp | None = None
    pointed: Decision | None = None
    findable: tuple[Row, ...] = ()
    ranked: Callable[[str], Sequence[str]] | None = None


def screen_of(index: AnswerIndex, state: State) -> Screen:
    """Build what a state shows."""
    about = index if state.found is None else among(index, state.found)
    reached = walk(about, state.path)
    if state.recap:
        return _recap(state, reached.steps)
    if state.correcting is not None:
        return _correction(about, state, state.correcting)
    if state.reading is not None:
        answer = index.corpus.answers_by_id[state.reading]
        return _reading(index, state, reached, answer, alone=False)
    if state.found is not None and not (state.narrowing and isinstance(reached, Question)):
        return _found(state, reached, state.found)
    if isinstance(reached, Question) and not state.ended:
        return _question(state, reached)
    answers = [answer for group in _wanted(state, reached.groups) for answer in group.answers]
    if len(answers) == 1:
        return _reading(index, state, reached, answers[0], alone=True)
    return _list(state, reached)


def pages_screen(corpus: Corpus, answer: Answer) -> Screen:
    """Build the list of the pages that an answer leads to, each with its address in full."""
    cited = [corpus.sources_by_id[c.ref] for c in answer.sources if c.ref in corpus.sources_by_id]
    pages = {link.url: link.title for link in answer.links}
    pages |= {source.url: source.title for source in cited if source.url not in pages}
    rows = [
        Row(title, Open(url), help=url)
        for url, title in pages.items()
        if url.startswith(("https://", "http://"))
    ]
    return Screen(title=wording.WHICH_PAGE, rows=(*rows, action(wording.BACK, Back())))


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
        recap=_recap_of(state, question.steps),
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


def _list(state: State, reached: Question | Outcome) -> Screen:
    groups = _wanted(state, reached.groups)
    rows = answer_rows(groups)
    separating = reached.separating if isinstance(reached, Outcome) else None
    if separating is not None:
        rows.append(action(wording.separate(separating), Correct(separating.id)))
    if len(groups) < len(reached.groups):
        total = sum(len(group.answers) for group in reached.groups)
        rows.append(action(wording.show_all(total), ShowAll()))
    return Screen(
        title=wording.WHICH_ANSWER if groups else wording.NOTHING,
        rows=(*rows, *moves(state, reached.steps, restart=True)),
        recap=_recap_of(state, reached.steps),
        notices=_notices(state, reached.steps),
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
        recap=_recap_of(state, reached.steps),
        notices=state.notices,
        path=state.path,
        pointed=state.pointed,
    )


def _reading(
    index: AnswerIndex, state: State, reached: Question | Outcome, answer: Answer, alone: bool
) -> Screen:
    followed = follow(answer, state.follow_ups.known)
    asked = followed.asked if followed.asked and followed.asked.id not in state.follow_ups else None
    rows = follow_up_rows(asked) if asked else _after_reading(index, state, answer, followed)
    from_list = state.ended or state.found is not None or isinstance(reached, Outcome)
    back = [] if alone else [action(wording.TO_LIST if from_list else wording.BACK, Back())]
    return Screen(
        title=asked.question if asked else wording.WHAT_NEXT,
        rows=(
            *(rows if asked else (*back, *rows)),
            *tools(answer, state.path),
            *(back if asked else ()),
            *moves(state, reached.steps, restart=True, back=alone),
        ),
        recap=_recap_of(state, reached.steps),
        notices=_notices(state, reached.steps) if alone else state.notices,
        help=asked.help if asked else "",
        answer=answer,
        path=state.path,
        follow_ups=state.follow_ups,
        asks=asked,
        pointed=state.pointed,
    )


def _after_reading(
    index: AnswerIndex, state: State, answer: Answer, followed: Followed
) -> list[Row]:
    """Build the rows that lead from an answer to others, and back to its own question."""
    leads_to = index.corpus.find(followed.leads_to)
    rows = [answer_row(leads_to, (wording.IN_YOUR_CASE,))] if leads_to else []
    related = filter(None, map(index.corpus.find, answer.see_also))
    rows += [
        answer_row(other, (wording.RELATED,) if number == 0 else ())
        for number, other in enumerate(other for other in related if other is not leads_to)
    ]
    if answer.follow_up is not None and answer.follow_up.id in state.follow_ups:
        first = answer.follow_up
        rows.append(action(wording.ask_again(first.question), Follow(first.id, "")))
    return rows


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


def _recap_of(state: State, steps: tuple[Step, ...]) -> str:
    """Give the line above a question: the words sought, then the choices."""
    parts = [wording.recap_line(steps)]
    if state.found is not None:
        parts.insert(0, wording.recap_of_search(state.found.words))
    return " › ".join(filter(None, parts))


def _notices(state: State, steps: tuple[Step, ...]) -> tuple[str, ...]:
    """Tell what happened: to the choices, and which levels were skipped since the last one."""
    if isinstance(state.came_by, Choose):
        position = next(
            (n for n, s in enumerate(steps, start=1) if s.level.id == state.came_by.level), 0
        )
        steps = steps[position:]
    return (*state.notices, *filter(None, map(wording.skipped, steps)))
