"""The options and arguments that several commands share, with what Tab completes them by."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from segur_faq.cli.console import Color
from segur_faq.cli.french import typer
from segur_faq.corpus.locate import VARIABLE
from segur_faq.corpus.model import Corpus


class AnswerFormat(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    RICH = "rich"
    MARKDOWN = "markdown"
    JSON = "json"


def _corpus(ctx: typer.Context) -> Corpus | None:
    """Read the corpus for a completion: whatever is wrong with it, Tab must stay silent."""
    from segur_faq.corpus.locate import locate
    from segur_faq.corpus.reader import read_corpus
    from segur_faq.errors import SegurFaqError

    try:
        return read_corpus(locate(ctx.params.get("trees"))).corpus
    except SegurFaqError:
        return None


def complete_id(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete the id of an answer."""
    corpus = _corpus(ctx)
    given = ctx.params.get("ids") or ()
    for answer in corpus.answers if corpus else ():
        if answer.id not in given:
            yield answer.id, answer.question


def complete_pair(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete `level=option`: the levels first, then the options of the level begun."""
    corpus = _corpus(ctx)
    given = {pair.partition("=")[0] for pair in ctx.params.get("pairs") or ()}
    for level in corpus.levels if corpus else ():
        if incomplete.startswith(f"{level.id}="):
            for option in level.options:
                yield f"{level.id}={option.id}", option.label
        elif level.id not in given:
            yield f"{level.id}=", level.question


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
        help="Choix déjà connus, par exemple couloir=imagerie produit=dmp.",
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
