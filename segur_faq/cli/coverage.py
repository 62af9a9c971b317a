"""`segur-faq coverage`: where there are answers, and where there are none."""

from enum import StrEnum
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.completion import complete_level
from segur_faq.cli.french import typer
from segur_faq.cli.load import load_index
from segur_faq.cli.options import Trees
from segur_faq.corpus.model import Corpus, Level
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.journey.coverage import cover
from segur_faq.journey.path import find_level
from segur_faq.render import grid


class GridFormat(StrEnum):
    """How a grid is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def coverage(
    rows: Annotated[
        str | None,
        typer.Option(
            "--rows", metavar="NIVEAU", help="Niveau des lignes.", autocompletion=complete_level
        ),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            "--columns",
            metavar="NIVEAU",
            help="Niveau des colonnes.",
            autocompletion=complete_level,
        ),
    ] = None,
    own: Annotated[
        bool,
        typer.Option("--own", help="Ne compte que les réponses écrites pour l'option de la ligne."),
    ] = False,
    chosen_format: Annotated[
        GridFormat, typer.Option("--format", "-f", help="Forme de la grille.")
    ] = GridFormat.TEXT,
    trees: Trees = None,
) -> int:
    """Croise deux niveaux et montre où il manque des réponses."""
    index = load_index(trees)
    row_level, column_level = _levels(index.corpus, rows, columns)
    grid_of_answers = cover(index, row_level, column_level, own)
    match chosen_format:
        case GridFormat.TEXT:
            console.out(grid.as_text(grid_of_answers, own))
        case GridFormat.JSON:
            console.out(grid.as_json(grid_of_answers))
        case GridFormat.CSV:
            console.out(grid.as_csv(grid_of_answers))
    return ExitCode.DONE


def _levels(corpus: Corpus, rows: str | None, columns: str | None) -> tuple[Level, Level]:
    """Choose the two levels: those named, else the second asked and the last.

    Raises:
        SegurFaqError: a level does not exist, or both are the same.
    """
    asked = [level for level in corpus.levels if level.asked]
    if not asked and (rows is None or columns is None):
        raise SegurFaqError(
            "Cette cascade ne pose aucune question.", "Nommez deux niveaux : --rows et --columns."
        )
    row_level = asked[min(1, len(asked) - 1)] if rows is None else find_level(corpus, rows)
    column_level = asked[-1] if columns is None else find_level(corpus, columns)
    if row_level is column_level:
        raise SegurFaqError(
            f"Les lignes et les colonnes sont le même niveau, « {row_level.id} ».",
            "Croisez deux niveaux : --rows et --columns.",
        )
    return row_level, column_level
