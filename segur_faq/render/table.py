"""A list of answers for a terminal: under headings, questions in full, ids beside or below them."""

from collections.abc import Iterable, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table

from segur_faq.journey import wording
from segur_faq.journey.groups import Group
from segur_faq.render.terminal import line, paint

_NARROW = 70


def render(groups: Sequence[Group], width: int, color: bool) -> str:
    """Give the groups of an outcome as a table, or as pairs of lines where room is scarce."""
    return paint(_blocks(groups, width), width, color)


def _blocks(groups: Sequence[Group], width: int) -> Iterable[RenderableType]:
    for number, group in enumerate(groups):
        if number:
            yield line("")
        heading = wording.group_heading(group)
        if heading:
            yield line(heading, "bold cyan")
        if width >= _NARROW:
            table = Table.grid(padding=(0, 2))
            table.add_column(overflow="fold", max_width=width // 2)
            table.add_column(overflow="fold")
            for answer in group.answers:
                table.add_row(line(answer.id, "green"), line(answer.question))
            yield table
        else:
            for answer in group.answers:
                yield line(answer.id, "green")
                yield Padding(line(answer.question), (0, 0, 0, 2))
