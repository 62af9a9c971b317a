"""Which parts of the cascade have answers: a grid of two levels, its holes told from its gaps.

A hole is a place that nobody wrote for; a gap is one that the cascade declares empty, and says why.
"""

from dataclasses import dataclass
from enum import StrEnum

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Level, Option


class State(StrEnum):
    """What a cell is."""

    ANSWERED = "answered"
    HOLE = "hole"
    GAP = "gap"
    IMPOSSIBLE = "impossible"
    """The cascade does not allow the two options together."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where two options meet.

    Attributes:
        row: the option of the row.
        column: the option of the column.
        total: how many answers hold there.
        own: how many of them name the row's option, rather than saying `all`.
        state: what that makes of the cell.
        reason: why it is empty, for a gap.
    """

    row: Option
    column: Option
    total: int
    own: int
    state: State
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """A grid: a tuple of cells for each option of `rows`, in the order of `columns`."""

    rows: Level
    columns: Level
    cells: tuple[tuple[Cell, ...], ...]

    def in_state(self, state: State) -> list[Cell]:
        """Give the cells in a state."""
        return [cell for line in self.cells for cell in line if cell.state is state]


def cover(index: AnswerIndex, rows: Level, columns: Level, own: bool = False) -> Coverage:
    """Count the answers behind every pair of options.

    With `own`, a cell that only general answers fill is a hole.
    """
    return Coverage(
        rows,
        columns,
        tuple(
            tuple(_cell(index, (rows, row), (columns, column), own) for column in columns.options)
            for row in rows.options
        ),
    )


def _cell(
    index: AnswerIndex, row: tuple[Level, Option], column: tuple[Level, Option], own_only: bool
) -> Cell:
    choices = {row[0].id: row[1].id, column[0].id: column[1].id}
    mask = index.remaining(choices)
    own = (mask & index.naming(row[0].id, row[1].id)).bit_count()
    total = mask.bit_count()
    state, reason = State.ANSWERED, ""
    if not (own if own_only else total):
        state = State.HOLE
        for gap in index.corpus.gaps:
            if all(choices.get(level) in options for level, options in gap.where.items()):
                state, reason = State.GAP, gap.reason
        if not index.is_possible(choices):
            state, reason = State.IMPOSSIBLE, ""
    return Cell(row[1], column[1], total, own, state, reason)
