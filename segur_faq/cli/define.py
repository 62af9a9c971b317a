"""`segur-faq define SIGLE…`: what an acronym means, and which answers speak of it."""

from enum import StrEnum
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.completion import complete_term
from segur_faq.cli.french import typer
from segur_faq.cli.load import load_corpus
from segur_faq.cli.options import Trees
from segur_faq.corpus.glossary import answers_using, find_terms
from segur_faq.corpus.model import Corpus
from segur_faq.errors import ExitCode
from segur_faq.render import glossary
from segur_faq.render.glossary import Definition
from segur_faq.text import did_you_mean, nearest


class DefinitionFormat(StrEnum):
    """How definitions are written."""

    TEXT = "text"
    JSON = "json"


def define(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="SIGLE...",
            help="Sigles ou termes, dans n'importe quelle casse.",
            autocompletion=complete_term,
        ),
    ],
    chosen_format: Annotated[
        DefinitionFormat, typer.Option("--format", "-f", help="Forme de la définition.")
    ] = DefinitionFormat.TEXT,
    trees: Trees = None,
) -> int:
    """Explique des sigles et cite les réponses qui en parlent."""
    corpus = load_corpus(trees)
    found = [_definitions(corpus, word) for word in words]
    # Two words may mean one term.
    definitions = list({d.term.term: d for several in found for d in several}.values())
    if definitions and chosen_format is DefinitionFormat.JSON:
        console.out(glossary.as_json(definitions, many=len(definitions) > 1 or len(words) > 1))
    elif definitions:
        console.out(glossary.as_text(definitions))
    return ExitCode.DONE if all(found) else ExitCode.NEGATIVE


def _definitions(corpus: Corpus, word: str) -> list[Definition]:
    terms = find_terms(corpus, word)
    if not terms:
        close = nearest(word, [s for t in corpus.terms for s in (t.term, *t.synonyms)])
        console.complain(
            f"Le glossaire n'a pas « {word} ».",
            did_you_mean(close)
            or f"Il compte {len(corpus.terms)} termes : la touche Tab les complète.",
        )
    return [Definition(term, answers_using(corpus, term)) for term in terms]
