"""Whether searches find the answer: segur-faq beside plain engines, on the same queries.

`python -m benchmarks.quality` prints the set that is reported; `--tuning`, the one that ranking was
tuned on. Both are in `queries/`: a kind, a query, and the ids of the answers to it.
"""

import argparse
import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks import engines
from benchmarks.corpora import REAL
from benchmarks.engines import CUT, Search, Sheet
from benchmarks.tables import heading, table
from segur_faq.compiled.saving import compile_in_memory
from segur_faq.corpus.reader import read_corpus
from segur_faq.corpus.reading import Reading
from segur_faq.render.plain import plain_markdown
from segur_faq.search.finding import find

QUERIES = Path(__file__).resolve().parent / "queries"

_KINDS = {
    "paraphrase": "paraphrases", "keywords": "mots clés", "acronym": "sigles",
    "expansion": "sigles développés", "typo": "fautes", "unaccented": "sans accents",
    "conversational": "phrases parlées", "scoped": "avec couloir", "": "ensemble",
}  # fmt: skip
"""Kind, as in the files -> its column."""

_MEASURES: dict[str, Callable[[int], float]] = {
    "R@1 : la réponse est la première": lambda rank: float(rank == 1),
    "R@3 : elle est dans les trois premières": lambda rank: float(1 <= rank <= 3),
    f"MRR : moyenne de 1/rang, 0 au-delà de {CUT}": lambda rank: 1 / rank if rank else 0.0,
}

_ENGINES: dict[str, Callable[[Iterable[Sheet]], Search]] = {
    "FTS5": engines.fts5,
    "FTS5, racines": engines.fts5_stemmed,
    "tantivy": engines.tantivy,
    "bm25s, racines": engines.bm25s,
}


@dataclass(frozen=True)
class Query:
    """A text to search for, and the answers that are right."""

    kind: str
    text: str
    answers: frozenset[str]

    def rank(self, search: Search) -> int:
        """Give the rank of the first right answer; 0 if it is not among the first ten."""
        found = search(self.text)[:CUT]
        ranks = (rank for rank, name in enumerate(found, start=1) if name in self.answers)
        return next(ranks, 0)


def read_queries(name: str) -> list[Query]:
    """Read a set of queries."""
    with (QUERIES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Query(row["kind"], row["query"], frozenset(row["answers"].split("|"))) for row in rows
        ]


def searches(reading: Reading) -> dict[str, Search]:
    """Give every search, by the name of its row."""
    connection = compile_in_memory(reading)

    def ours(text: str) -> list[str]:
        return [result.id for result in find(connection, text, CUT).results]

    sheets = [
        Sheet(a.id, a.question, a.short, plain_markdown(a.body), "\n".join(a.found_by))
        for a in reading.corpus.answers
    ]
    found = {"segur-faq": ours}
    for suffix, texts in (
        (" + found_by", sheets),
        (", fiches nues", [replace(sheet, wordings="") for sheet in sheets]),
    ):
        for name, make in _ENGINES.items():
            try:
                found[name + suffix] = make(texts)
            except ImportError:
                continue
    return found


def tables(queries: Sequence[Query], by_name: Mapping[str, Search]) -> str:
    """Give a table for each measure: a row for each search, a column for each kind of query."""
    ranks = {
        name: [(query.kind, query.rank(search)) for query in queries]
        for name, search in by_name.items()
    }
    text = ""
    for title, measure in _MEASURES.items():
        rows = [
            [name, *(_mean(measure, [r for k, r in ranked if kind in ("", k)]) for kind in _KINDS)]
            for name, ranked in ranks.items()
        ]
        text += heading(title, 3) + table(["", *_KINDS.values()], rows)
    return text


def _mean(measure: Callable[[int], float], ranks: Sequence[int]) -> str:
    mean = sum(map(measure, ranks)) / len(ranks) if ranks else 0.0
    return f"{mean:.2f}".replace(".", ",")


def main() -> None:
    """Print the tables of one set."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("--tuning", action="store_true")
    name = "tuning" if parser.parse_args().tuning else "reported"
    queries = read_queries(name)
    print(heading(f"Qualité de la recherche : {len(queries)} requêtes ({name}.tsv)").rstrip())
    print(tables(queries, searches(read_corpus(REAL))), end="")


if __name__ == "__main__":
    main()
