"""`segur-faq list`: the ids and questions of the answers that remain under some choices."""

import sys
from enum import StrEnum
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.completion import complete_source
from segur_faq.cli.console import Color
from segur_faq.cli.empty import tell_what_emptied
from segur_faq.cli.french import typer
from segur_faq.cli.load import load_index, refuse_unknown_source
from segur_faq.cli.options import ColorChoice, Pairs, Trees
from segur_faq.corpus.index import AnswerIndex
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
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            metavar="ID",
            help="Seulement les réponses qui citent cette source, à relire si elle change.",
            autocompletion=complete_source,
        ),
    ] = None,
    chosen_format: Annotated[
        ListFormat, typer.Option("--format", "-f", help="Forme de la liste.")
    ] = ListFormat.TABLE,
    color: ColorChoice = Color.AUTO,
    trees: Trees = None,
) -> int:
    """Liste les réponses, toutes ou celles que des choix laissent."""
    index = load_index(trees)
    path = parse_path(index.corpus, pairs or ())
    mask = index.remaining(path.known)
    if source is not None:
        mask &= _citing(index, source)
    groups = arrange(index, path.known, mask)
    answers = [answer for group in groups for answer in group.answers]
    match chosen_format:
        case ListFormat.IDS:
            console.out(listing.ids(answers))
        case ListFormat.JSON:
            console.out(listing.as_json(path.in_order(index.corpus.levels), answers))
        case ListFormat.CSV:
            console.out(listing.as_csv(index.corpus.levels, answers))
        case ListFormat.TABLE if console.is_terminal(sys.stdout):
            from segur_faq.render import table

            colored = console.uses_color(sys.stdout, color)
            console.out(table.render(groups, console.width(sys.stdout), colored))
        case ListFormat.TABLE:
            console.out(listing.plain(answers))
    if not answers and source is not None:
        console.say(f"Aucune réponse ne cite la source « {source} » sous ces choix.")
    elif not answers:
        tell_what_emptied(index, path)
    return ExitCode.DONE if answers else ExitCode.NEGATIVE


def _citing(index: AnswerIndex, source: str) -> int:
    """Give the mask of the answers that cite a source.

    Raises:
        SegurFaqError: there is no such source.
    """
    refuse_unknown_source(index.corpus, source, ExitCode.NEGATIVE)
    return sum(
        1 << number
        for number, answer in enumerate(index.corpus.answers)
        if any(citation.ref == source for citation in answer.sources)
    )
