"""`segur-faq diff`: what changed between two states of the corpus, in the answers and on paths."""

import sys
from enum import StrEnum
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.console import Color
from segur_faq.cli.french import typer
from segur_faq.cli.options import ColorChoice, Trees
from segur_faq.cli.past import read_state
from segur_faq.corpus.locate import locate
from segur_faq.errors import ExitCode
from segur_faq.history.changes import compare


class DiffFormat(StrEnum):
    """How changes are written; each has its module in `history.reports`."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def diff(
    before: Annotated[
        str,
        typer.Argument(
            metavar="[AVANT]",
            help="Dossier d'un corpus, ou révision Git de celui où vous êtes (HEAD, main, v1.2).",
        ),
    ] = "HEAD",
    after: Annotated[
        str | None,
        typer.Argument(
            metavar="[APRÈS]",
            help="De même ; sinon le corpus tel qu'il est dans son dossier.",
            show_default=False,
        ),
    ] = None,
    chosen_format: Annotated[
        DiffFormat, typer.Option("--format", "-f", help="Forme ; markdown est pour une relecture.")
    ] = DiffFormat.TEXT,
    color: ColorChoice = Color.AUTO,
    trees: Trees = None,
) -> int:
    """Compare deux états du corpus ; code 0 s'ils disent la même chose, 1 sinon."""
    directory = locate(trees)
    new = after if after is not None else str(directory)
    changes = compare(read_state(before, directory).corpus, read_state(new, directory).corpus)
    match chosen_format:
        case DiffFormat.JSON:
            from segur_faq.history.reports import json

            console.out(json.render(changes, before, new))
        case DiffFormat.MARKDOWN:
            from segur_faq.history.reports import markdown

            console.out(markdown.render(changes))
        case DiffFormat.TEXT:
            from segur_faq.history.reports import text

            console.out(text.render(changes, console.uses_color(sys.stdout, color)))
            if not changes:
                console.say("Aucune différence.")
    return ExitCode.NEGATIVE if changes else ExitCode.DONE
