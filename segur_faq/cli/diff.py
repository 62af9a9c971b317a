"""`segur-faq diff`: what changed between two states of the corpus, in the answers and on paths."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.console import Color
from segur_faq.cli.french import typer
from segur_faq.cli.options import ColorChoice, Trees
from segur_faq.cli.past import read_state
from segur_faq.corpus.locate import locate
from segur_faq.corpus.model import Corpus
from segur_faq.errors import ExitCode, SegurFaqError
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
    """Compare deux états du corpus.

    Code 0 s'ils disent la même chose, 1 sinon, 2 si l'un ne peut pas être lu.
    """
    directory = locate(trees)
    new = after if after is not None else str(directory)
    changes = compare(_read(before, directory), _read(new, directory))
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
                console.say(f"Aucune différence entre « {before} » et « {new} ».")
    return ExitCode.NEGATIVE if changes else ExitCode.DONE


def _read(name: str, directory: Path) -> Corpus:
    """Read one of the two states.

    Raises:
        SegurFaqError: it cannot be read; without its cascade, every answer would seem to change.
    """
    reading = read_state(name, directory)
    if any(reading.errors) and not reading.corpus.levels:
        raise SegurFaqError(
            f"La cascade de « {name} » ne peut pas être lue : rien ne se compare sans elle.",
            "Corrigez-la, ou donnez un autre état.",
        )
    return reading.corpus
