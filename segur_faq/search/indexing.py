"""What search knows of a corpus, written into the compiled file: words, texts, ways of saying.

The tables are read by `query` and `ranking`. Nothing here is needed once they are written.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from math import log

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer, Corpus, Option, Term
from segur_faq.search.analysis import Concepts, make_stemmer, telling_words, words_of
from segur_faq.search.ranking import FIRST_WAY, SEPARATOR
from segur_faq.search.spelling import SHORTEST
from segur_faq.text import fold

SCHEMA = """
CREATE TABLE words (word TEXT PRIMARY KEY, stem TEXT, answers INT) WITHOUT ROWID;
CREATE TABLE spellings (first TEXT, last TEXT, size INT, word TEXT, answers INT);
CREATE TABLE stems (stem TEXT PRIMARY KEY, rarity REAL) WITHOUT ROWID;
CREATE TABLE ways (first TEXT, way TEXT, acronym TEXT, PRIMARY KEY (first, way, acronym))
    WITHOUT ROWID;
CREATE TABLE option_ways (first TEXT, way TEXT, level TEXT, option TEXT,
    PRIMARY KEY (first, way, level, option)) WITHOUT ROWID;
CREATE TABLE options (level TEXT, option TEXT, naming BLOB, holding BLOB,
    PRIMARY KEY (level, option)) WITHOUT ROWID;
CREATE TABLE profiles (number INTEGER PRIMARY KEY, profile TEXT);
CREATE TABLE passages (number INTEGER PRIMARY KEY, id TEXT, ways TEXT, sentences TEXT, stems TEXT);
CREATE VIRTUAL TABLE texts USING fts5(
    title, wordings, short, body, related, content='',
    tokenize="unicode61 remove_diacritics 0");
"""

SPELLING_INDEXES = """
CREATE INDEX spellings_by_first ON spellings (first, size, word, answers);
CREATE INDEX spellings_by_last ON spellings (last, size, word, answers);
"""


def write_search_tables(
    connection: sqlite3.Connection, index: AnswerIndex, plain_body: Callable[[Answer], str]
) -> None:
    """Fill the tables of search.

    Args:
        connection: where to; its tables must not exist yet.
        index: the corpus, and what applies where.
        plain_body: gives the body of an answer without its markup.
    """
    connection.executescript(SCHEMA)
    corpus = index.corpus
    stem = cache(make_stemmer())
    ways = sorted(set(_ways(corpus.terms, stem)))
    concepts = Concepts(ways)
    holding: Counter[str] = Counter()
    stem_of_word: dict[str, str] = {}

    def stems(text: str) -> list[str]:
        words = telling_words(text)
        found = list(map(stem, words))
        stem_of_word.update(zip(words, found, strict=True))
        return found + concepts.found_in(found)

    expansions = {
        stem(fold(term.term)): [stem(word) for word in telling_words(term.expansion)]
        for term in corpus.terms
    }
    for number, answer in enumerate(corpus.answers):
        body = plain_body(answer)
        title = stems(answer.question)
        slug = [s for s in stems(answer.id.replace("-", " ")) if s not in title]
        wordings = [stems(wording) for wording in answer.found_by]
        short = stems(answer.short)
        sentences = [*_sentences(body), *_sentences(answer.caveat)]
        in_sentences = [stems(sentence) for sentence in sentences]
        links = [stems(link.title) for link in answer.links]
        rest = [s for several in (*in_sentences, *links) for s in several]
        told = [*title, *slug, *(s for wording in wordings for s in wording)]
        related = [s for acronym in dict.fromkeys(told) for s in expansions.get(acronym, ())]
        holding.update({*told, *short, *rest})
        connection.execute(
            "INSERT INTO texts (rowid, title, wordings, short, body, related)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                number,
                " ".join([*title, *slug]),
                " ".join(s for wording in wordings for s in wording),
                *map(" ".join, (short, rest, related)),
            ),
        )
        fields = [slug, short, sorted(set(rest)), related, title, *wordings]
        profile = SEPARATOR.join(map(" ".join, fields))
        connection.execute("INSERT INTO profiles VALUES (?, ?)", (number, profile))
        connection.execute(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?)",
            (
                number,
                answer.id,
                SEPARATOR.join((answer.question, *answer.found_by)),
                SEPARATOR.join((answer.short, *sentences)),
                SEPARATOR.join(map(" ".join, (short, *in_sentences))),
            ),
        )
    for term in corpus.terms:
        for text in (term.term, term.expansion, *term.synonyms):
            stems(text)
    for level in corpus.levels:
        for option in level.options:
            for text in _spellings(option):
                stems(text)
    rarity = {stem: _rarity(len(corpus.answers), held) for stem, held in sorted(holding.items())}
    _weigh_ways(connection, rarity)
    connection.executemany("INSERT INTO ways VALUES (?, ?, ?)", _rows(ways))
    connection.executemany(
        "INSERT OR IGNORE INTO option_ways VALUES (?, ?, ?, ?)", _option_ways(corpus, stem)
    )
    connection.executemany("INSERT OR IGNORE INTO options VALUES (?, ?, ?, ?)", _masks(index))
    connection.executemany("INSERT INTO stems VALUES (?, ?)", rarity.items())
    _write_words(connection, stem_of_word, holding)


def _rarity(total: int, held: int) -> float:
    """Give how telling a stem is that `held` of `total` answers hold (BM25's own measure)."""
    return log(1 + (total - held + 0.5) / (held + 0.5))


def _weigh_ways(connection: sqlite3.Connection, rarity: Mapping[str, float]) -> None:
    """Put, before the stems of each way of asking, the rarity of all of them together."""

    def weigh(profile: str) -> str:
        fields = profile.split(SEPARATOR)
        for number in range(FIRST_WAY, len(fields)):
            weight = sum(rarity[stem] for stem in set(fields[number].split()))
            fields[number] = f"{weight:.4f} {fields[number]}"
        return SEPARATOR.join(fields)

    connection.create_function("weigh", 1, weigh)
    connection.execute("UPDATE profiles SET profile = weigh(profile)")


def _write_words(
    connection: sqlite3.Connection, stem_of_word: Mapping[str, str], holding: Mapping[str, int]
) -> None:
    known = [(word, stem, holding.get(stem, 0)) for word, stem in sorted(stem_of_word.items())]
    connection.executemany("INSERT INTO words VALUES (?, ?, ?)", known)
    connection.executemany(
        "INSERT INTO spellings VALUES (?, ?, ?, ?, ?)",
        (
            (word[0], word[-1], len(word), word, answers)
            for word, _, answers in known
            if len(word) >= SHORTEST and word.isalpha()
        ),
    )
    connection.executescript(SPELLING_INDEXES)


def _ways(
    terms: Sequence[Term], stem: Callable[[str], str]
) -> Iterable[tuple[tuple[str, ...], str]]:
    """Yield the ways of saying each acronym, other than itself."""
    for term in terms:
        # The last word is the term's own run, when it is written in several parts: « e-CPS ».
        acronym = stem((words_of(term.term) or [""])[-1])
        for text in (term.expansion, *term.synonyms):
            way = tuple(stem(word) for word in telling_words(text))
            if acronym and way and acronym not in way:
                yield way, acronym


def _rows(ways: Iterable[tuple[tuple[str, ...], str]]) -> Iterable[tuple[str, str, str]]:
    return ((way[0], " ".join(way), acronym) for way, acronym in ways)


def _option_ways(corpus: Corpus, stem: Callable[[str], str]) -> Iterable[tuple[str, str, str, str]]:
    for level in corpus.levels:
        for option in level.options:
            for text in _spellings(option):
                way = [stem(word) for word in telling_words(text)]
                if way and not "".join(way).isdigit():  # « 2 » alone is a number like any other
                    yield way[0], " ".join(way), level.id, option.id


def _spellings(option: Option) -> Iterable[str]:
    spaced = option.id.replace("-", " ")
    return filter(None, (option.label, option.short_label, *option.aliases, option.id, spaced))


def _masks(index: AnswerIndex) -> Iterable[tuple[str, str, bytes, bytes]]:
    """Yield each option with the answers that name it, and those that hold somewhere under it."""
    size = len(index.corpus.answers) // 8 + 1
    for level in index.corpus.levels:
        for option in level.options:
            naming = index.naming(level.id, option.id)
            holding = index.remaining({level.id: option.id})
            yield (
                level.id,
                option.id,
                naming.to_bytes(size, "little"),
                holding.to_bytes(size, "little"),
            )


def _sentences(text: str) -> list[str]:
    """Cut a text where a reader would: at its lines, and after the full stops inside them."""
    sentences = []
    for line in text.split("\n"):
        pieces = line.strip().replace(". ", ".\n").split("\n")
        sentences += [piece for piece in pieces if piece]
    return sentences
