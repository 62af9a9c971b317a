"""Other searches of the same corpus, as one would make them with a library in an afternoon.

Each gives a function from a text to the ids of the ten best answers. Whatever helps them and takes
a line is there: accents folded, French stems and stop words, the question weighing three times.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from segur_faq.text import fold

CUT = 10
_TITLE = 3

Search = Callable[[str], list[str]]


@dataclass(frozen=True)
class Sheet:
    """The texts of an answer."""

    id: str
    question: str
    short: str
    body: str
    wordings: str

    @property
    def texts(self) -> tuple[str, ...]:
        """What is indexed, the question first."""
        return self.question, self.short, self.body, self.wordings


def words_of(text: str) -> list[str]:
    """Give the words of a text, folded."""
    return re.findall(r"[^\W_]+", fold(text))


def fts5(sheets: Iterable[Sheet]) -> Search:
    """SQLite's full text, as it comes."""
    return _fts5(sheets, lambda words: words)


def fts5_stemmed(sheets: Iterable[Sheet]) -> Search:
    """SQLite's full text on Snowball stems."""
    import Stemmer

    return _fts5(sheets, Stemmer.Stemmer("french").stemWords)


def tantivy(sheets: Iterable[Sheet]) -> Search:
    """Lucene's pupil, with its own French stemmer and stop words."""
    import tantivy as library

    analyzer = library.TextAnalyzerBuilder(library.Tokenizer.simple())
    for step in (
        library.Filter.lowercase(),
        library.Filter.stopword("french"),
        library.Filter.stemmer("french"),
        library.Filter.ascii_fold(),
    ):
        analyzer = analyzer.filter(step)
    fields = ["question", "short", "body", "wordings"]
    # It scores each field apart: left at 1, the wordings would count for less than elsewhere.
    boosts = {"question": float(_TITLE), "wordings": float(_TITLE)}
    builder = library.SchemaBuilder().add_text_field("id", stored=True, tokenizer_name="raw")
    for field in fields:
        builder.add_text_field(field, tokenizer_name="french")
    index = library.Index(builder.build())
    index.register_tokenizer("french", analyzer.build())
    writer = index.writer()
    for sheet in sheets:
        texts = dict(zip(fields, sheet.texts, strict=True))
        writer.add_document(library.Document(id=sheet.id, **texts))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(text: str) -> list[str]:
        plain = " ".join(re.findall(r"[^\W_]+", text))
        query = index.parse_query(plain, fields, field_boosts=boosts)
        hits = searcher.search(query, CUT).hits
        return [searcher.doc(address)["id"][0] for _, address in hits]

    return search


def bm25s(sheets: Iterable[Sheet]) -> Search:
    """Give bm25s, with its own stop words and Snowball stems."""
    import bm25s as library
    import Stemmer

    sheets = list(sheets)
    stemmer = Stemmer.Stemmer("french")

    def tokens(texts: Sequence[str]) -> object:
        return library.tokenize(
            list(map(fold, texts)), stopwords="fr", stemmer=stemmer, show_progress=False
        )

    texts = [" ".join([*[sheet.question] * _TITLE, *sheet.texts[1:]]) for sheet in sheets]
    retriever = library.BM25()
    retriever.index(tokens(texts), show_progress=False)

    def search(text: str) -> list[str]:
        found, scores = retriever.retrieve(tokens([text]), k=CUT, show_progress=False)
        return [sheets[n].id for n, score in zip(found[0], scores[0], strict=True) if score > 0]

    return search


def _fts5(sheets: Iterable[Sheet], stems: Callable[[list[str]], list[str]]) -> Search:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, question, short, body, wordings,"
        " tokenize='unicode61 remove_diacritics 2')"
    )
    connection.executemany(
        "INSERT INTO texts VALUES (?, ?, ?, ?, ?)",
        (
            (sheet.id, *(" ".join(stems(words_of(text))) for text in sheet.texts))
            for sheet in sheets
        ),
    )

    def search(text: str) -> list[str]:
        rows = connection.execute(
            "SELECT id FROM texts WHERE texts MATCH ?"
            f" ORDER BY bm25(texts, 0, {_TITLE}, 1, 1, 1), rowid LIMIT {CUT}",
            (" OR ".join(f'"{stem}"' for stem in stems(words_of(text))),),
        )
        return [answer_id for (answer_id,) in rows]

    return search
