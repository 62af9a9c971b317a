"""The state machine of `ask`: which screen follows which decision. Pure; the skins only show it.

A `State` is frozen and remembers the one before it, so that going back is exact, whatever was done.
What a screen says is built by `screens`.
"""

from dataclasses import dataclass, field, replace

from segur_faq.corpus.index import AnswerIndex
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
from segur_faq.journey.path import UNKNOWN, Path
from segur_faq.journey.walk import correct


@dataclass(frozen=True, slots=True)
class State:
    """Where a reader stands.

    Attributes:
        path: the choices so far.
        ended: the questions are over, at the reader's wish.
        own: with `ended`, only the answers that name this `(level, option)` are wanted.
        reading: the id of the answer that is open.
        recap: the list of choices is open.
        correcting: the level that is being answered again.
        notices: what the next screen has to tell, once.
        pointed: the decision to which the pointer returns, after « back ».
        came_by: the decision that led here.
        before: the state that « back » restores.
        finished: the reader has left.
    """

    path: Path = field(default_factory=Path)
    ended: bool = False
    own: tuple[str, str] | None = None
    reading: str | None = None
    recap: bool = False
    correcting: str | None = None
    notices: tuple[str, ...] = ()
    pointed: Decision | None = None
    came_by: Decision | None = None
    before: "State | None" = None
    finished: bool = False


def advance(index: AnswerIndex, state: State, decision: Decision) -> State:
    """Give the state that follows a decision."""
    match decision:
        case Back():
            return _back(state)
        case Quit():
            return replace(state, finished=True)
        case Restart():
            following = State()
        case Choose(level, option):
            following = _choose(index, state, level, option)
        case ShowAll():
            following = State(state.path, ended=True)
        case ShowOwn(level, option):
            following = State(state.path, ended=True, own=(level, option))
        case Read(answer):
            following = replace(state, reading=answer, recap=False)
        case Recap():
            following = replace(state, recap=True, reading=None)
        case Correct(level):
            following = State(state.path, correcting=level)
    return replace(
        following,
        notices=following.notices if isinstance(decision, Choose) else (),
        pointed=None,
        came_by=decision,
        before=state,
    )


def _back(state: State) -> State:
    if state.before is not None:
        return replace(state.before, pointed=state.came_by, notices=())
    if state.path.pairs:
        # The first screen of a journey begun with pairs on the command line.
        return State(state.path.back())
    return replace(state, notices=(wording.AT_THE_START,))


def _choose(index: AnswerIndex, state: State, level_id: str, option_id: str) -> State:
    corpus = index.corpus
    if option_id == UNKNOWN:
        level = corpus.levels_by_id[level_id]
        return State(state.path.choosing(level_id, UNKNOWN), notices=(wording.left_open(level),))
    if state.correcting is None and level_id not in state.path:
        return State(state.path.choosing(level_id, option_id))
    path, dropped = correct(index, state.path, level_id, option_id)
    notices = tuple(
        wording.dropped(corpus.levels_by_id[lost], option, level_id, option_id, corpus)
        for lost, option in dropped
    )
    return State(path, notices=notices)
