"""The options and arguments that several commands share."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from segur_faq.cli.completion import complete_pair
from segur_faq.cli.console import Color
from segur_faq.cli.french import typer
from segur_faq.corpus.folder import VARIABLE
from segur_faq.text import harmless


class AnswerFormat(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    RICH = "rich"
    MARKDOWN = "markdown"
    JSON = "json"


Trees = Annotated[
    str | None,
    typer.Option(
        "--trees",
        metavar="DOSSIER",
        help=f"Corpus à lire à la place de celui du programme (ou variable {VARIABLE}).",
    ),
]
Pairs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[NIVEAU=OPTION]...",
        help="Choix déjà connus, par exemple couloir=imagerie ; « - » laisse un niveau ouvert.",
        autocompletion=complete_pair,
        show_default=False,
    ),
]
Format = Annotated[
    AnswerFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="Forme de la réponse : rich sur un terminal, text ailleurs, si rien n'est dit.",
        show_default=False,
    ),
]
ColorChoice = Annotated[
    Color, typer.Option("--color", help="Couleurs : auto suit le terminal et NO_COLOR.")
]


def split_words(words: Iterable[str]) -> tuple[list[str], str]:
    """Part what is on a command line into `level=option` pairs and a text to search."""
    given = [harmless(word) for word in words]  # they are echoed in what is said
    return [w for w in given if "=" in w], " ".join(w for w in given if "=" not in w).strip()
