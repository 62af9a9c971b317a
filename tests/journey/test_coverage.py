"""The grid of two levels: counts, holes, gaps and what the cascade does not allow."""

import csv
import io
import json

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer, Corpus, Gap, Level, Option
from segur_faq.journey.coverage import State, cover
from segur_faq.render import grid

WHO = Level("who", "Qui ?", (Option("a", "Alpha"), Option("b", "Bêta")))
WHAT = Level(
    "what",
    "Quoi ?",
    (Option("x", "Xi"), Option("y", "Ypsilon", under={"who": ("a",)}), Option("z", "Zêta")),
)
ANSWERS = (
    Answer("one", "Un ?", "1", {"who": ("a", "b"), "what": ("x",)}, everywhere=frozenset({"who"})),
    Answer("two", "Deux ?", "2", {"who": ("a",), "what": ("x", "y")}),
)
CORPUS = Corpus("t", (WHO, WHAT), ANSWERS, gaps=(Gap({"who": ("b",), "what": ("z",)}, "Voulu."),))


def cells(own=False):
    coverage = cover(AnswerIndex(CORPUS), WHO, WHAT, own)
    return {(c.row.id, c.column.id): c for line in coverage.cells for c in line}


def test_counts_and_states():
    found = cells()
    assert (found["a", "x"].total, found["a", "x"].own) == (2, 1)
    assert found["a", "x"].state is State.ANSWERED
    assert found["a", "z"].state is State.HOLE
    assert found["b", "z"].state is State.GAP
    assert found["b", "z"].reason == "Voulu."
    assert found["b", "y"].state is State.IMPOSSIBLE


def test_own_makes_a_hole_of_what_only_general_answers_fill():
    assert cells()["b", "x"].state is State.ANSWERED
    assert cells(own=True)["b", "x"].state is State.HOLE


def test_every_format_says_the_same():
    coverage = cover(AnswerIndex(CORPUS), WHO, WHAT)
    value = json.loads(grid.as_json(coverage))
    rows = list(csv.DictReader(io.StringIO(grid.as_csv(coverage))))
    assert [(c["row"], c["column"], str(c["total"]), c["state"]) for c in value["cells"]] == [
        (r["who"], r["what"], r["total"], r["state"]) for r in rows
    ]
    text = grid.as_text(coverage, own=False)
    assert text.splitlines()[1].split() == ["Alpha", "2", "1", "!0"]
    assert "Voulu." in text
    assert not any(line != line.rstrip() for line in text.splitlines())
