"""Search finds the answers of the real corpus, on queries that it was not tuned on.

The floors are a few points under what was measured (`benchmarks/README.md`): they are there to
notice a step back, and nothing may be tuned on this set to pass them.
"""

import csv
from pathlib import Path

from segur_faq.cli.load import load_finder

ROOT = Path(__file__).parent.parent.parent
CUT = 10
KINDS = ("paraphrase", "keywords", "acronym", "expansion", "typo", "unaccented", "conversational",
         "scoped")  # fmt: skip


def ranks_by_kind() -> dict[str, list[int]]:
    """Give, for each kind of query, the ranks of the right answers; 0 when not among the first."""
    finder = load_finder(str(ROOT / "trees"))
    path = ROOT / "benchmarks" / "queries" / "reported.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    ranks: dict[str, list[int]] = {}
    for row in rows:
        right = set(row["answers"].split("|"))
        assert right <= set(finder.corpus.answers_by_id), row
        ids = [result.id for result in finder.find(row["query"], CUT).results]
        at = next((rank for rank, name in enumerate(ids, start=1) if name in right), 0)
        ranks.setdefault(row["kind"], []).append(at)
    return ranks


def recall(ranks: list[int], first: int) -> float:
    """Give the share of queries whose answer is among the first ones."""
    return sum(0 < rank <= first for rank in ranks) / len(ranks)


def test_search_finds_what_people_ask_for():
    # One test: the queries are run once.
    ranks = ranks_by_kind()
    assert {kind: len(of_kind) for kind, of_kind in ranks.items()} == dict.fromkeys(KINDS, 30)
    every = [rank for of_kind in ranks.values() for rank in of_kind]
    assert recall(every, 1) >= 0.80
    assert recall(every, 3) >= 0.92
    assert sum(1 / rank for rank in every if rank) / len(every) >= 0.86
    assert recall(ranks["typo"], 3) >= 0.95
