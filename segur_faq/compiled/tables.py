"""Compiling: the tables that a corpus becomes.

`search.indexing` adds its own. What is rendered here is what the ordinary commands print, by the
same functions: the fast lane only hands it out.
"""

import shlex
import sqlite3
import zlib
from collections.abc import Mapping

from segur_faq.compiled.forms import ELSEWHERE, json_members, pack
from segur_faq.compiled.frozen import freeze
from segur_faq.corpus.cases import cases_of
from segur_faq.corpus.glossary import answers_by_term
from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.keys import FIELDS
from segur_faq.corpus.model import Answer, Corpus
from segur_faq.render import glossary, json, markdown, plain
from segur_faq.render.card import card_of
from segur_faq.render.fields import field_text
from segur_faq.render.glossary import Definition
from segur_faq.search.indexing import write_search_tables
from segur_faq.text import fold

SCHEMA = """
CREATE TABLE watched (path TEXT, stamp TEXT);
CREATE TABLE files (number INTEGER PRIMARY KEY, path TEXT, stamp TEXT);
CREATE TABLE corpus (frozen BLOB);
CREATE TABLE answers (number INTEGER PRIMARY KEY, id TEXT UNIQUE, question TEXT, rests_on TEXT,
    forms BLOB);
CREATE TABLE terms (number INTEGER PRIMARY KEY, term TEXT, expansion TEXT, forms BLOB);
CREATE TABLE term_keys (key TEXT, is_exact INT, number INT, PRIMARY KEY (key, is_exact, number))
    WITHOUT ROWID;
CREATE TABLE levels (number INTEGER PRIMARY KEY, level TEXT, question TEXT);
CREATE TABLE follow_ups (number INTEGER PRIMARY KEY, question TEXT, option TEXT, asked TEXT,
    label TEXT);
CREATE TABLE level_options (number INTEGER PRIMARY KEY, level TEXT, option TEXT, label TEXT);
"""
"""`rests_on`: numbers of the files that an answer's forms are made from, cascade and such apart."""


def write_tables(
    connection: sqlite3.Connection,
    corpus: Corpus,
    watched: Mapping[str, str],
    files: Mapping[str, str],
    file_of: Mapping[str, str],
) -> None:
    """Compile a corpus, in a database without tables.

    Args:
        connection: the database.
        corpus: read without errors.
        watched: path -> stamp, of what every answer rests on.
        files: path -> stamp, of the files of answers.
        file_of: answer id -> path of its file, one of `files`.
    """
    connection.executescript(SCHEMA)
    connection.executemany("INSERT INTO watched VALUES (?, ?)", watched.items())
    numbers = {path: number for number, path in enumerate(files)}
    connection.executemany(
        "INSERT INTO files VALUES (?, ?, ?)",
        ((numbers[path], path, stamp) for path, stamp in files.items()),
    )
    bodies = {answer.id: plain.plain_markdown(answer.body) for answer in corpus.answers}
    frozen = zlib.compress(freeze(corpus).encode("utf-8"), 1)
    connection.execute("INSERT INTO corpus VALUES (?)", (frozen,))
    connection.executemany(
        "INSERT INTO answers VALUES (?, ?, ?, ?, ?)",
        (
            (
                number,
                answer.id,
                answer.question,
                _numbers_of_files(corpus, answer, file_of, numbers),
                pack(_answer_forms(corpus, answer, bodies[answer.id])),
            )
            for number, answer in enumerate(corpus.answers)
        ),
    )
    _write_terms(connection, corpus)
    connection.executemany(
        "INSERT INTO levels (level, question) VALUES (?, ?)",
        ((level.id, level.question) for level in corpus.levels),
    )
    connection.executemany(
        "INSERT INTO level_options (level, option, label) VALUES (?, ?, ?)",
        ((lv.id, option.id, option.label) for lv in corpus.levels for option in lv.options),
    )
    connection.executemany(
        "INSERT INTO follow_ups (question, option, asked, label) VALUES (?, ?, ?, ?)",
        cases_of(corpus),
    )
    write_search_tables(connection, AnswerIndex(corpus), lambda answer: bodies.pop(answer.id))
    connection.commit()


def _numbers_of_files(
    corpus: Corpus, answer: Answer, file_of: Mapping[str, str], numbers: Mapping[str, int]
) -> str:
    """Give the numbers of the files that make up what is shown of an answer and its neighbours."""
    shown = (answer, *filter(None, map(corpus.find, answer.see_also)))
    paths = {file_of.get(a.id, "") for a in shown}
    # A file that is not known by its name (it holds odd characters) could be any of them.
    rests_on = numbers.values() if "" in paths else sorted(numbers[path] for path in paths)
    return " ".join(map(str, rests_on))


def _answer_forms(corpus: Corpus, answer: Answer, body: str) -> list[str]:
    card = card_of(corpus, answer, trees=ELSEWHERE)
    elsewhere = shlex.join(["", "--trees", ELSEWHERE])[2:]
    return [
        plain.render(card, body).replace(elsewhere, ELSEWHERE),
        markdown.render(card).replace(elsewhere, ELSEWHERE),
        json_members(json.render([card], many=False)),
        *(field_text(card, field) for field in FIELDS),
    ]


def _write_terms(connection: sqlite3.Connection, corpus: Corpus) -> None:
    using = answers_by_term(corpus)
    for number, term in enumerate(corpus.terms):
        definition = [Definition(term, using[term.term])]
        forms = pack(
            [
                glossary.as_text(definition),
                json_members(glossary.as_json(definition, many=False)),
            ]
        )
        connection.execute(
            "INSERT INTO terms VALUES (?, ?, ?, ?)", (number, term.term, term.expansion, forms)
        )
        connection.execute("INSERT INTO term_keys VALUES (?, 1, ?)", (fold(term.term), number))
        others = {fold(term.expansion), *map(fold, term.synonyms)}
        connection.executemany(
            "INSERT INTO term_keys VALUES (?, 0, ?)", ((key, number) for key in sorted(others))
        )
