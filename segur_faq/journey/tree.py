"""The whole tree below a path, grown by walking: it is computed, never written by hand."""

from dataclasses import dataclass

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer, Level, Option
from segur_faq.journey.path import Path
from segur_faq.journey.walk import Outcome, walk


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of the tree.

    Attributes:
        option: the choice that leads here; None at the root.
        total: how many answers remain.
        level: the question asked here; None at a leaf.
        branches: one per option offered; none where the tree was cut.
        answers: at a leaf, what remains.
    """

    option: Option | None
    total: int
    level: Level | None = None
    branches: tuple["Branch", ...] = ()
    answers: tuple[Answer, ...] = ()


class TooLargeError(Exception):
    """The tree has more nodes than were asked for."""


def grow(index: AnswerIndex, path: Path, depth: int, limit: int) -> Branch:
    """Grow the tree below a path, `depth` questions deep.

    Raises:
        TooLargeError: it would have more than `limit` nodes.
    """
    budget = [limit]
    return _branch(index, path, None, depth, budget)


def _branch(
    index: AnswerIndex, path: Path, option: Option | None, depth: int, budget: list[int]
) -> Branch:
    _spend(budget, 1)
    reached = walk(index, path)
    total = sum(len(group.answers) for group in reached.groups)
    if isinstance(reached, Outcome):
        if total == 1:  # it is drawn with what it asks in turn
            _spend(budget, sum(len(asked.options) for asked in reached.answers[0].follow_ups))
        return Branch(option, total, answers=reached.answers)
    if depth == 0:
        return Branch(option, total, reached.level)
    branches = tuple(
        _branch(index, path.choosing(reached.level.id, o.option.id), o.option, depth - 1, budget)
        for o in reached.offers
    )
    return Branch(option, total, reached.level, branches)


def _spend(budget: list[int], nodes: int) -> None:
    budget[0] -= nodes
    if budget[0] < 0:
        raise TooLargeError
