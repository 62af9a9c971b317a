"""`segur-faq tree`: the tree that the cascade and the answers make, with counts."""

import shlex
import sys
from enum import StrEnum
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.empty import tell_what_emptied
from segur_faq.cli.french import typer
from segur_faq.cli.load import load_index
from segur_faq.cli.options import Pairs, Trees
from segur_faq.corpus.index import AnswerIndex
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.journey.path import Path, parse_path
from segur_faq.journey.tree import Branch, TooLargeError, grow
from segur_faq.journey.walk import Question, walk
from segur_faq.render import drawings

MAX_LINES = 600
MAX_DRAWN = 120
"""A drawing with more boxes than this is a hairball (and mermaid itself stops at 500 edges)."""


class TreeFormat(StrEnum):
    """How a tree is written."""

    TEXT = "text"
    JSON = "json"
    MERMAID = "mermaid"
    DOT = "dot"


def tree(
    pairs: Pairs = None,
    chosen_format: Annotated[
        TreeFormat, typer.Option("--format", "-f", help="Forme de l'arbre.")
    ] = TreeFormat.TEXT,
    depth: Annotated[
        int | None,
        typer.Option(
            "--depth",
            min=1,
            metavar="N",
            help="Nombre de questions à dérouler.",
            show_default=False,
        ),
    ] = None,
    trees: Trees = None,
) -> int:
    """Déroule l'arbre des questions et compte les réponses."""
    index = load_index(trees)
    path = parse_path(index.corpus, pairs or ())
    if not index.remaining(path.known):
        tell_what_emptied(index, path)
        return ExitCode.NEGATIVE
    root = _grow(index, path, depth, chosen_format, trees)
    match chosen_format:
        case TreeFormat.JSON:
            console.out(drawings.as_json(root))
        case TreeFormat.MERMAID:
            console.out(drawings.as_mermaid(root))
        case TreeFormat.DOT:
            console.out(drawings.as_dot(root))
        case TreeFormat.TEXT:
            terminal = console.is_terminal(sys.stdout)
            console.out(drawings.as_text(root, console.width(sys.stdout) if terminal else None))
    return ExitCode.DONE


def _grow(
    index: AnswerIndex, path: Path, depth: int | None, chosen: TreeFormat, trees: str | None
) -> Branch:
    """Grow the tree; a text without a depth is cut where it stays readable, and says so."""
    limit = MAX_DRAWN if chosen in (TreeFormat.MERMAID, TreeFormat.DOT) else MAX_LINES
    try:
        return grow(index, path, depth or len(index.corpus.levels), limit)
    except TooLargeError as error:
        if depth is not None or chosen is not TreeFormat.TEXT:
            raise SegurFaqError(
                f"Cet arbre aurait plus de {limit} nœuds : personne ne le lirait.",
                _advice(index, path, trees),
            ) from error
    best = grow(index, path, 1, sys.maxsize)
    for further in range(2, len(index.corpus.levels) + 1):
        try:
            best = grow(index, path, further, limit)
        except TooLargeError:
            console.say(
                f"Arbre coupé : le tout a plus de {limit} nœuds. {_advice(index, path, trees)}"
            )
            break
    return best


def _advice(index: AnswerIndex, path: Path, trees: str | None) -> str:
    reached = walk(index, path)
    words = ["segur-faq", "tree", *(f"{level}={option}" for level, option in path)]
    if isinstance(reached, Question):
        words.append(f"{reached.level.id}={reached.offers[0].option.id}")
    words += ["--trees", trees] if trees else []
    return f"Filtrez, par exemple : {shlex.join(words)} ; ou limitez la profondeur : --depth 1."
