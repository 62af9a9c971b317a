"""The state machine of `ask`: which screen follows which decision. Pure; the skins only show it.

A `State` is frozen and remembers the one before it, so that going back is exact, whatever was done.
What a screen says is built by `screens`.
"""

from dataclasses import dataclass, field, replace

from segur_faq.corpus.index import AnswerIndex
from segur_faq.journey import wording
from segur_faq.journey.decisions import (
    AskAgain,
    Back,
    Choose,
    Cite,
    Copy,
    Correct,
    Decision,
    Explain,
    Follow,
    Narrow,
    Open,
    Opine,
    Quit,
    Read,
    Recap,
    Restart,
    Search,
    ShowAll,
    ShowOwn,
)
from segur_faq.journey.found import Found, Searcher, among, finds_nothing
from segur_faq.journey.path import NO_CHOICE, UNKNOWN, Path
from segur_faq.journey.walk import correct
from segur_faq.text import harmless


@dataclass(frozen=True, slots=True)
class State:
    """Where a reader stands.

    Attributes:
        path: the choices so far.
        ended: the questions are over, at the reader's wish.
        own: with `ended`, only the answers that name this `(level, option)` are wanted.
        found: what words have found; the journey is then about those answers.
        narrowing: with `found`, the cascade is being asked.
        reading: the id of the answer that is open.
        follow_ups: what was said to the questions that answers end with; kept from one answer to
            the next, since some ask the same.
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
    found: Found | None = None
    narrowing: bool = False
    reading: str | None = None
    follow_ups: Path = field(default_factory=Path)
    recap: bool = False
    correcting: str | None = None
    notices: tuple[str, ...] = ()
    pointed: Decision | None = None
    came_by: Decision | None = None
    before: "State | None" = None
    finished: bool = False


def advance(
    index: AnswerIndex, state: State, decision: Decision, search: Searcher = finds_nothing
) -> State:
    """Give the state that follows a decision; `search` finds the words of a `Search`."""
    match decision:
        case Back():
            return _back(state)
        case Quit():
            return replace(state, finished=True)
        case Opine() | Cite() | Copy() | Explain() | Open():
            return state  # what they do is done beside the journey
        case Restart():
            following = State()
        case Choose(level, option):
            following = _choose(index, state, level, option)
        case ShowAll():
            following = State(state.path, ended=True, found=state.found)
        case ShowOwn(level, option):
            following = State(state.path, ended=True, own=(level, option))
        case Search(words):
            return _search(index, state, words, search)
        case Narrow():
            following = State(state.path, found=state.found, narrowing=True)
        case Read(answer):
            following = replace(state, reading=answer, recap=False)
        case Follow(question, option, answer):
            said = state.follow_ups.choosing(question, option)
            other = index.corpus.find(answer)
            reading = other.id if other else state.reading
            following = replace(state, follow_ups=said, reading=reading)
        case AskAgain(questions):
            kept = tuple(pair for pair in state.follow_ups if pair[0] not in questions)
            following = replace(state, follow_ups=Path(kept))
        case Recap():
            following = replace(state, recap=True, reading=None)
        case Correct(level):
            found = _found_before(index, state, level, search)
            following = State(state.path, found=found, correcting=level)
    is_new = isinstance(decision, Follow | AskAgain | Restart)
    return replace(
        following,
        follow_ups=following.follow_ups if is_new else state.follow_ups,
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
        return State(state.path.back(), follow_ups=state.follow_ups)
    return replace(state, notices=(wording.AT_THE_START,))


def begin(
    index: AnswerIndex, path: Path, words: str, search: Searcher, follow_ups: Path = NO_CHOICE
) -> State:
    """Give the first state of a journey, which words on the command line may have begun."""
    return _search(index, State(path, follow_ups=follow_ups), words, search)


def _search(index: AnswerIndex, state: State, words: str, search: Searcher) -> State:
    """Look for words among what the path leaves, else everywhere, and say so.

    When there is nothing, the place stays the same, and « back » still means the step before it.
    """
    words = harmless(words.strip())
    if not words:
        return state
    # The row that leads back here is the one that asks for words, whatever these were.
    step = State(state.path, follow_ups=state.follow_ups, came_by=Search(), before=state)
    found = search(words, index.remaining(state.path.known))
    if found.answers:
        return replace(step, found=found, notices=found.notices)
    everywhere = search(words, index.remaining({})) if state.path.known else found
    if everywhere.answers:
        notices = (*everywhere.notices, wording.found_elsewhere(words))
        return replace(step, path=Path(), found=everywhere, notices=notices)
    return replace(state, notices=(*everywhere.notices, wording.found_nothing(words)))


def _found_before(
    index: AnswerIndex, state: State, level_id: str, search: Searcher
) -> Found | None:
    """Give what the words find under the choices made before a level, so that others can be taken.

    What was found is kept, behind: it may have come lower in the longer list, or not at all.
    """
    if state.found is None:
        return None
    levels = index.corpus.levels
    known = state.path.known
    before = levels[: levels.index(index.corpus.levels_by_id[level_id])]
    earlier = {level.id: known[level.id] for level in before if level.id in known}
    wider = search(state.found.words, index.remaining(earlier))
    return wider.joined_to(state.found)


def _choose(index: AnswerIndex, state: State, level_id: str, option_id: str) -> State:
    corpus = index.corpus
    found = state.found
    if option_id == UNKNOWN:
        path = state.path.choosing(level_id, UNKNOWN)
        return State(path, found=found, notices=(wording.left_open(corpus.levels_by_id[level_id]),))
    if state.correcting is None and level_id not in state.path:
        return State(state.path.choosing(level_id, option_id), found=found)
    path, dropped = correct(among(index, found), state.path, level_id, option_id)
    notices = tuple(
        wording.dropped(corpus.levels_by_id[lost], option, level_id, option_id, corpus)
        for lost, option in dropped
    )
    return State(path, found=found, notices=notices)
