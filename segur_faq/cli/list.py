"""`segur-faq list`: the ids and questions of the answers that remain under some choices."""

import sys
from enum import StrEnum
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.console import Color
from segur_faq.cli.empty import tell_what_emptied
from segur_faq.cli.french import typer
from segur_faq.cli.load import load_index
from segur_faq.cli.options import ColorChoice, Pairs, Trees
from segur_faq.errors import ExitCode
from segur_faq.journey.groups import arrange
from segur_faq.journey.path import parse_path
from segur_faq.render import listing


class ListFormat(StrEnum):
    """How a list of answers is written."""

    TABLE = "table"
    IDS = "ids"
    JSON = "json"
    CSV = "csv"


def list_answers(
    pairs: Pairs = None,
    chosen_format: Annotated[
        ListFormat, typer.Option("--format", "-f", help="Forme de la liste.")
    ] = ListFormat.TABLE,
    color: ColorChoice = Color.AUTO,
    trees: Trees = None,
) -> int:
    """Liste les réponses, toutes ou celles que des choix laissent."""
    index = load_index(trees)
    path = parse_path(index.corpus, pairs or ())
    groups = arrange(index, path.known, index.remaining(path.known))
    answers = [answer for group in groups for answer in group.answers]
    match chosen_format:
        case ListFormat.IDS:
            console.out(listing.ids(answers))
        case ListFormat.JSON:
            console.out(listing.as_json(path, answers))
        case ListFormat.CSV:
            console.out(listing.as_csv(index.corpus.levels, answers))
        case ListFormat.TABLE if console.is_terminal(sys.stdout):
            from segur_faq.render import table

            colored = console.uses_color(sys.stdout, color)
            console.out(table.render(groups, console.width(sys.stdout), colored))
        case ListFormat.TABLE:
            console.out(listing.plain(answers))
    if not answers:
        tell_what_emptied(index, path)
        return ExitCode.NEGATIVE
    return ExitCode.DONE
