"""What a skin shows: a title, rows to choose from, perhaps an answer to read.

A `Screen` is all that a skin needs; it says nothing of how a terminal draws it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from segur_faq.corpus.model import Answer, FollowUp
from segur_faq.journey import wording
from segur_faq.journey.decisions import Choose, Decision
from segur_faq.journey.dialogue import State
from segur_faq.journey.path import Path
from segur_faq.journey.rows import Row
from segur_faq.journey.walk import Step


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


def recap_of(state: State, steps: tuple[Step, ...]) -> str:
    """Give the line above a question: the words sought, then the choices."""
    parts = [wording.recap_line(steps)]
    if state.found is not None:
        parts.insert(0, wording.recap_of_search(state.found.words))
    return " › ".join(filter(None, parts))


def notices_of(state: State, steps: tuple[Step, ...]) -> tuple[str, ...]:
    """Tell what happened: to the choices, and which levels were skipped since the last one."""
    if isinstance(state.came_by, Choose):
        position = next(
            (n for n, s in enumerate(steps, start=1) if s.level.id == state.came_by.level), 0
        )
        steps = steps[position:]
    return (*state.notices, *filter(None, map(wording.skipped, steps)))
