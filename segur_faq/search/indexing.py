"""What search knows of a corpus, written into the compiled file: words, texts, ways of saying.

The tables are read by `query` and `ranking`. Nothing here is needed once they are written.
"""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer, Corpus, Option, Term
from segur_faq.search.analysis import (
    Concepts,
    chunks_of,
    make_stemmer,
    telling_words,
    telling_words_of_chunk,
    words_of,
)
from segur_faq.search.postings import Postings, rarity_of
from segur_faq.search.ranking import SEPARATOR
from segur_faq.search.spelling import SHORTEST, letters_of
from segur_faq.text import fold, typeset

SCHEMA = """
CREATE TABLE words (word TEXT PRIMARY KEY, stem TEXT, answers INT) WITHOUT ROWID;
CREATE TABLE spellings (first TEXT, last TEXT, size INT, words TEXT, letters BLOB, answers BLOB);
CREATE TABLE stems (stem TEXT PRIMARY KEY, rarity REAL, numbers BLOB, impacts BLOB);
CREATE TABLE ways (first TEXT, way TEXT, acronym TEXT, PRIMARY KEY (first, way, acronym))
    WITHOUT ROWID;
CREATE TABLE option_ways (first TEXT, way TEXT, level TEXT, option TEXT,
    PRIMARY KEY (first, way, level, option)) WITHOUT ROWID;
CREATE TABLE options (level TEXT, option TEXT, naming BLOB, holding BLOB,
    PRIMARY KEY (level, option)) WITHOUT ROWID;
CREATE TABLE profiles (number INTEGER PRIMARY KEY, weights BLOB, stems TEXT);
CREATE TABLE passages (number INTEGER PRIMARY KEY, id TEXT, ways TEXT, sentences TEXT, stems TEXT);
"""

SPELLING_INDEXES = """
CREATE INDEX spellings_by_first ON spellings (first, size);
CREATE INDEX spellings_by_last ON spellings (last, size);
"""


_WEIGHTS = (3.0, 2.0, 1.5, 1.0, 0.3)
"""What a word is worth in the question, the wordings, the short answer, the text; and when only an
acronym stands for it."""


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
    postings = Postings()
    ways = sorted(set(_ways(corpus.terms, stem)))
    concepts = Concepts(ways)
    holding: Counter[str] = Counter()
    stem_of_word: dict[str, str] = {}

    @cache
    def stems_of_chunk(chunk: str) -> list[str]:
        words = telling_words_of_chunk(chunk)
        found = list(map(stem, words))
        stem_of_word.update(zip(words, found, strict=True))
        return found

    def stems(text: str) -> list[str]:
        found = list(chain.from_iterable(map(stems_of_chunk, chunks_of(text))))
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
        said = (body, answer.caveat, *_cases(answer))
        sentences = [sentence for text in said for sentence in _sentences(text)]
        in_sentences = [stems(sentence) for sentence in sentences]
        links = [stems(link.title) for link in answer.links]
        rest = [s for several in (*in_sentences, *links) for s in several]
        told = [*title, *slug, *(s for wording in wordings for s in wording)]
        related = [s for acronym in dict.fromkeys(told) for s in expansions.get(acronym, ())]
        holding.update({*told, *short, *rest})
        asked = list(chain.from_iterable(wordings))
        parts = [[*title, *slug], asked, short, rest, related]
        postings.add(zip(_WEIGHTS, parts, strict=True))
        connection.execute(
            "INSERT INTO profiles VALUES (?, ?, ?)",
            (
                number,
                bytes(8 * (1 + len(wordings))),  # filled in place once all answers are known
                _profile([*short, *rest, *related], [slug, title, *wordings]),
            ),
        )
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
    rarity = {stem: rarity_of(len(corpus.answers), held) for stem, held in sorted(holding.items())}
    _weigh_ways(connection, rarity)
    connection.executemany("INSERT INTO ways VALUES (?, ?, ?)", _rows(ways))
    connection.executemany(
        "INSERT OR IGNORE INTO option_ways VALUES (?, ?, ?, ?)", _option_ways(corpus, stem)
    )
    connection.executemany("INSERT OR IGNORE INTO options VALUES (?, ?, ?, ?)", _masks(index))
    connection.executemany("INSERT INTO stems VALUES (?, ?, ?, ?)", postings.rows(rarity))
    _write_words(connection, stem_of_word, holding)


def _profile(text: Iterable[str], places: Sequence[Sequence[str]]) -> str:
    """Give the stems of an answer, each with bits that tell in which of these places it is."""
    bits = dict.fromkeys(text, 0)
    for number, stems in enumerate(places):
        for stem in stems:
            bits[stem] = bits.get(stem, 0) | 1 << number
    return "".join(f" {stem}:{where:x}" for stem, where in bits.items()) + " "


def ways_of_asking(connection: sqlite3.Connection) -> Iterator[tuple[int, int, float, set[str]]]:
    """Yield the ways of asking for each answer, from the tables.

    Returns:
        The number of the answer, that of the way (0 is the question), the rarity of its stems
        together, and these stems.
    """
    for number, weights, profile in connection.execute("SELECT * FROM profiles ORDER BY number"):
        stems_of = _stems_by_way(profile, len(weights) // 8)
        for way, (weight, stems) in enumerate(
            zip(memoryview(weights).cast("d"), stems_of, strict=True)
        ):
            yield number, way, weight, set(stems)


def _stems_by_way(profile: str, ways: int) -> list[list[str]]:
    stems_of: list[list[str]] = [[] for _ in range(ways)]
    for item in profile.split():
        stem, _, bits = item.partition(":")
        way = 0
        places = 0 if bits == "0" else int(bits, 16)
        while places := places >> 1:
            if places & 1:
                stems_of[way].append(stem)
            way += 1
    return stems_of


def _weigh_ways(connection: sqlite3.Connection, rarity: Mapping[str, float]) -> None:
    """Work out the rarity of all the stems of each way of asking together."""

    def weigh(profile: str, size: int) -> bytes:
        ways = _stems_by_way(profile, size // 8)
        return array("d", [sum(rarity[stem] for stem in stems) for stems in ways]).tobytes()

    connection.create_function("weigh", 2, weigh)
    connection.execute("UPDATE profiles SET weights = weigh(stems, length(weights))")


def _write_words(
    connection: sqlite3.Connection, stem_of_word: Mapping[str, str], holding: Mapping[str, int]
) -> None:
    known = [(word, stem, holding.get(stem, 0)) for word, stem in sorted(stem_of_word.items())]
    connection.executemany("INSERT INTO words VALUES (?, ?, ?)", known)
    spelled: dict[tuple[str | None, str | None, int], list[tuple[str, int]]] = {}
    for word, _, answers in known:
        if len(word) >= SHORTEST and word.isalpha():
            for ends in ((word[0], None), (None, word[-1])):
                spelled.setdefault((*ends, len(word)), []).append((word, answers))
    connection.executemany(
        "INSERT INTO spellings VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                *ends_and_size,
                "".join(word for word, _ in words),
                b"".join(letters_of(word) for word, _ in words),
                array("I", [answers for _, answers in words]).tobytes(),
            )
            for ends_and_size, words in spelled.items()
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


def _cases(answer: Answer) -> Iterable[str]:
    """Yield what the follow-ups of an answer say, each case with its label."""
    for asked in answer.follow_ups:
        yield asked.question
        yield asked.help
        for option in asked.options:
            yield typeset(f"{option.label} : {option.text}") if option.text else option.label


def _sentences(text: str) -> list[str]:
    """Cut a text where a reader would: at its lines, and after the full stops inside them."""
    sentences = []
    for line in text.split("\n"):
        pieces = line.strip().replace(". ", ".\n").split("\n")
        sentences += [piece for piece in pieces if piece]
    return sentences
