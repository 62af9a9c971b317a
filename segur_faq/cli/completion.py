"""What Tab completes ids, pairs and rule codes by; silent, whatever is wrong with the corpus.

Typer finds these functions from the parameters that name them.
"""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from segur_faq.cli.french import typer
from segur_faq.commands import words_of_bash

if TYPE_CHECKING:
    from segur_faq.corpus.model import Corpus, Level


def join_pairs_that_bash_cut() -> None:
    """Put back together the `level=option` words that bash cuts at the equals sign."""
    if os.environ.get("_SEGUR_FAQ_COMPLETE", "").endswith("bash"):
        words, current = words_of_bash()
        os.environ["COMP_WORDS"] = "\n".join(words)
        os.environ["COMP_CWORD"] = str(current)


def complete_id(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete the id of an answer."""
    corpus = _corpus(ctx)
    given = ctx.params.get("words") or ()
    for answer in corpus.answers if corpus else ():
        if answer.id not in given:
            yield answer.id, answer.question


def complete_pair(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete `level=option`: the level first, then its options."""
    corpus = _corpus(ctx)
    if corpus is not None:
        yield from _levels(corpus, _given(ctx), incomplete)


def _given(ctx: typer.Context) -> list[str]:
    return list(ctx.params.get("pairs") or ctx.params.get("words") or ())


def _levels(corpus: "Corpus", pairs: list[str], incomplete: str) -> Iterator[tuple[str, str]]:
    if pairs and pairs[-1].endswith("="):
        begun = corpus.levels_by_id.get(pairs[-1][:-1])
        yield from ((option.id, option.label) for option in begun.options) if begun else ()
        return
    given = {pair.partition("=")[0] for pair in pairs}
    name = incomplete.partition("=")[0]
    levels = [lv for lv in corpus.levels if lv.id not in given and lv.id.startswith(name)]
    if len(levels) == 1:
        # Whole pairs, lest the shell put a space after a lone « level= ».
        yield from _pairs_of(levels[0])
    else:
        yield from ((f"{level.id}=", level.question) for level in levels)


def complete_case(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete `level=option`, or else the cases of the questions that answers end with."""
    corpus = _corpus(ctx)
    if corpus is None:
        return
    pairs = _given(ctx)
    found = list(_levels(corpus, pairs, incomplete))
    if any(value.startswith(incomplete) for value, _ in found):
        yield from found
        return
    from segur_faq.corpus.cases import cases_of

    if pairs and pairs[-1].endswith("="):
        begun = pairs[-1][:-1]
        yield from ((option, label) for name, option, _, label in cases_of(corpus) if name == begun)
        return
    given = {pair.partition("=")[0] for pair in pairs}
    name, ended, _ = incomplete.partition("=")
    cases = [c for c in cases_of(corpus) if name and c[0].startswith(name) and c[0] not in given]
    cases = [c for c in cases if c[0] == name or not ended]
    asked = {question: text for question, _, text, _ in reversed(cases)}
    if len(asked) == 1:
        yield from ((f"{question}={option}", label) for question, option, _, label in cases)
    else:
        yield from ((f"{question}=", asked[question]) for question in reversed(asked))


def complete_term(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete a term of the glossary."""
    corpus = _corpus(ctx)
    for term in corpus.terms if corpus else ():
        yield term.term, term.expansion


def complete_source(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete the id of a source."""
    corpus = _corpus(ctx)
    for source in corpus.sources if corpus else ():
        yield source.id, source.title


def complete_level(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete the id of a level."""
    corpus = _corpus(ctx)
    for level in corpus.levels if corpus else ():
        yield level.id, level.question


def complete_code(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete the code of a lint rule."""
    from segur_faq.lint.registry import all_rules

    yield from ((rule.code, rule.title) for rule in all_rules())


def _pairs_of(level: "Level") -> Iterator[tuple[str, str]]:
    for option in level.options:
        yield f"{level.id}={option.id}", option.label


def _corpus(ctx: typer.Context) -> "Corpus | None":
    from segur_faq.cli.load import load_corpus_in_any_state
    from segur_faq.errors import SegurFaqError

    try:
        return load_corpus_in_any_state(ctx.params.get("trees"))
    except SegurFaqError:
        return None
