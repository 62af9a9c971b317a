"""`segur-faq search TEXTE…`: the answers that come closest to some words."""

import os
import shlex
import sys
from enum import StrEnum
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.completion import complete_pair
from segur_faq.cli.console import Color
from segur_faq.cli.french import typer
from segur_faq.cli.load import load_finder
from segur_faq.cli.opinions import Opinions
from segur_faq.cli.options import ColorChoice, Trees, split_words
from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Corpus
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.journey.path import Path, parse_path, spellings
from segur_faq.render import found
from segur_faq.search.analysis import telling_words
from segur_faq.search.finding import Findings
from segur_faq.search.limits import LIMIT, MOST
from segur_faq.search.query import MOST_WORDS
from segur_faq.text import enumeration, harmless, nearest


class SearchFormat(StrEnum):
    """How results are written."""

    TEXT = "text"
    JSON = "json"
    IDS = "ids"


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="TEXTE... [NIVEAU=OPTION]...",
            help="Ce que vous cherchez, dans vos mots ; niveau=option s'y limite.",
            autocompletion=complete_pair,
        ),
    ],
    chosen_format: Annotated[
        SearchFormat, typer.Option("--format", "-f", help="Forme des résultats.")
    ] = SearchFormat.TEXT,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            min=1,
            max=MOST,
            help=f"Nombre de résultats ({LIMIT} ; sur un terminal, ce qui y tient).",
            show_default=False,
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Dit pourquoi chaque résultat a son rang.")
    ] = False,
    color: ColorChoice = Color.AUTO,
    trees: Trees = None,
) -> int:
    """Cherche les réponses par mots, les plus proches d'abord."""
    pairs, text = split_words(words)
    if not text:
        raise SegurFaqError(
            "Il manque les mots à chercher.",
            "Pour voir tout ce que des choix laissent : segur-faq list niveau=option.",
        )
    finder = load_finder(trees)
    corpus = finder.corpus
    path = parse_path(corpus, pairs)
    drawn = chosen_format is SearchFormat.TEXT and console.is_terminal(sys.stdout)
    keep = None
    if path.known:
        mask = AnswerIndex(corpus).remaining(path.known)
        keep = lambda number: bool(mask >> number & 1)  # noqa: E731
    findings = finder.find(text, limit or (_fitting() if drawn else LIMIT), keep)
    for notice in found.notices(findings, path.known):
        console.say(notice)
    if not findings.results:
        Opinions(corpus, wanted=None).found_nothing(text)
        _tell_nothing(corpus, text, path, bool(path.known and finder.find(text, 1).results))
    match chosen_format:
        case SearchFormat.JSON:
            console.out(found.as_json(findings, dict(path.in_order(corpus.levels)), explain))
        case SearchFormat.IDS:
            console.out(found.as_ids(findings))
        case SearchFormat.TEXT if drawn:
            _draw(findings, color, explain)
        case SearchFormat.TEXT:
            console.out(found.as_text(findings, explain))
    return ExitCode.DONE if findings.results else ExitCode.NEGATIVE


_LINES_EACH = 5
"""Of a result on a terminal, roughly: its question, its passage and its id."""


def _fitting() -> int:
    """Give how many results leave the best of them in sight."""
    try:
        rows = os.get_terminal_size(sys.stdout.fileno()).lines
    except (OSError, ValueError):
        return LIMIT
    return max(2, min(LIMIT, (rows - 4) // _LINES_EACH))


def _draw(findings: Findings, color: Color, explain: bool) -> None:
    from segur_faq.render import marked

    colored = console.uses_color(sys.stdout, color)
    console.out(marked.render(findings, console.width(sys.stdout), colored, explain))
    more = findings.total - len(findings.results)
    if findings.results:
        rest = (
            f" {more} autres résultats : --limit {min(findings.total, MOST)}." if more > 0 else ""
        )
        console.say(f"Lire une réponse : segur-faq show {findings.results[0].id}.{rest}")


def _tell_nothing(corpus: Corpus, text: str, path: Path, is_elsewhere: bool) -> None:
    """Say that nothing was found, and where to look instead."""
    text = harmless(text)
    console.say(f"Rien ne correspond à « {text} »" + (" sous ces choix." if path.known else "."))
    if is_elsewhere:
        console.say(f"Il y a des réponses sans ces choix : segur-faq search {shlex.quote(text)}")
    subjects = {
        spelling: f"{level.id}={option.id}"
        for level in corpus.levels
        for option in level.options
        for spelling in spellings(option)
    }
    known = [*subjects, *(term.term for term in corpus.terms)]
    known = [spelling for spelling in known if len(spelling) > 2]  # found inside any word
    words = telling_words(text)[:MOST_WORDS]
    close = list(dict.fromkeys(s for word in words for s in nearest(word, known)))
    if close:
        shown = (f"« {s} » ({subjects[s]})" if s in subjects else f"« {s} »" for s in close[:5])
        console.say(f"Sujets proches : {enumeration(shown, 'et')}.")
    console.say("Par questions : segur-faq ask. Tous les sujets : segur-faq tree.")
