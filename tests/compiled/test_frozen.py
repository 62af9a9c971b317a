"""`thaw` gives back what `freeze` was given, whatever a corpus may hold."""

import contextlib
import sqlite3
import zlib
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from random import Random

import pytest
from cli.small_corpus import ANSWERS
from compiled.folders import compile_now, old_corpus, read
from hypothesis import given
from journey.corpora import corpora, randoms, thorough

from segur_faq.compiled.frozen import freeze, thaw
from segur_faq.corpus.locate import locate
from segur_faq.corpus.model import Citation, Corpus, Gap, Link, Source, Term
from segur_faq.corpus.reader import read_corpus

VALID = sorted(
    path.parent for path in Path(__file__).parents[1].glob("corpora/valid/**/cascade.yaml")
)


def same(corpus: Corpus) -> bool:
    """Tell whether freezing loses nothing: neither a value, nor an order, nor a type."""
    thawed = thaw(freeze(corpus))
    assert kinds(thawed) == kinds(corpus)
    return thawed == corpus


def kinds(value):
    """Give the types of a value, in depth, with the order of its keys."""
    if is_dataclass(value):
        return type(value), [kinds(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, dict):
        return dict, [(key, kinds(item)) for key, item in value.items()]
    if isinstance(value, tuple):
        return tuple, [kinds(item) for item in value]
    return type(value)


def test_the_real_corpus():
    corpus = read(locate()).corpus
    assert len(corpus.answers) > 200
    assert same(corpus)


def test_the_small_corpus(small_corpus):
    corpus = read(small_corpus).corpus
    assert any(answer.exceptions for answer in corpus.answers)
    assert any(answer.former_ids for answer in corpus.answers)
    assert any(len(answer.follow_ups) > 1 for answer in corpus.answers)
    assert not all(level.asked for level in corpus.levels)
    assert same(corpus)


@pytest.mark.parametrize("folder", VALID, ids=lambda path: path.name)
def test_corpora_that_lint_accepts(folder):
    assert same(read_corpus(folder).corpus)


def test_there_are_such_corpora():
    assert len(VALID) > 5


@given(corpora())
@thorough(150)
def test_random_cascades(corpus):
    assert same(corpus)


@given(corpora(most_levels=3), randoms())
@thorough(150)
def test_random_texts(corpus, random):
    assert same(dressed(corpus, random))


def dressed(corpus: Corpus, random: Random) -> Corpus:
    """Give a corpus with texts, sources, terms, groups and gaps of any kind."""

    def text() -> str:
        return "".join(random.choices("aé«\u00a0»'\"\\\n\t[{:,}]\u2028🙂0", k=random.randint(0, 6)))

    def some(make):
        return tuple(make() for _ in range(random.randint(0, 2)))

    def condition():
        levels = random.sample(corpus.levels, random.randint(0, len(corpus.levels)))
        return {level.id: (level.options[0].id,) for level in levels}

    def asked(bare):
        return bare and replace(
            bare,
            question=text(), help=text(),
            options=tuple(
                replace(
                    o, label=text(), aliases=some(text), text=text(), follow_up=asked(o.follow_up),
                )
                for o in bare.options
            ),
        )  # fmt: skip

    def answer(bare):
        return replace(
            bare,
            question=text(), short=text(), body=text(), caveat=text(),
            follow_up=asked(bare.follow_up),
            links=some(lambda: Link(text() or "a", text() or "b")),
            sources=some(lambda: Citation(text() or "a", "2026-11-22")),
            found_by=some(text), former_ids=some(text),
        )  # fmt: skip

    def level(bare):
        options = (
            replace(o, aliases=some(text), short_label=text(), help=text()) for o in bare.options
        )
        return replace(bare, options=tuple(options), name=text(), general=text())

    return replace(
        corpus,
        title=text(),
        levels=tuple(map(level, corpus.levels)),
        answers=tuple(map(answer, corpus.answers)),
        sources=some(lambda: Source("a", "b", "c", "official", "d", "2026-11-22", text())),
        terms=some(lambda: Term(text() or "a", text() or "b", text(), some(text))),
        groups={name: condition() for name in some(text)},
        gaps=some(lambda: Gap(condition(), text())),
    )


def test_what_is_empty_takes_no_room(small_corpus):
    frozen = freeze(read(small_corpus).corpus)
    assert not [empty for empty in ('""', "[]", "{}", "null") if f":{empty}" in frozen]


def test_a_compiled_file_holds_the_corpus_that_was_read(tmp_path, monkeypatch):
    folder = old_corpus(tmp_path / "corpus", answers=ANSWERS.replace("Oui,", "Œuf « 🙂 »,"))
    file = compile_now(folder)
    with contextlib.closing(sqlite3.connect(file)) as connection:
        ((frozen,),) = connection.execute("SELECT frozen FROM corpus")
    assert thaw(zlib.decompress(frozen).decode()) == read(folder).corpus
