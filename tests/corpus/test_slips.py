"""Slips of the hand that YAML refuses, or takes for something else: where they are, the repair."""

import pytest
import yaml

from segur_faq.corpus import nodes
from segur_faq.corpus.dates import meant_date
from segur_faq.corpus.files import ANSWERS, SourceFile
from segur_faq.corpus.nodes import parse
from segur_faq.corpus.problem import Problem, Problems

LOADERS = {"pure": yaml.SafeLoader, "c": getattr(yaml, "CSafeLoader", yaml.SafeLoader)}
HEAD = "answers:\n"

WHERE = [
    # Blanks.
    ("tab before a key", HEAD + "  - id: a\n\tshort: b\n", "tab", (3, 1), ""),
    ("tab after a dash", HEAD + "  -\tid: a\n", "tab", (2, 4), ""),
    ("no-break space before a key", HEAD + "  - id: a\n \u00a0  short: b\n", "syntax", (3, 2), ""),
    ("no-break space after a colon", "id: a\nshort:\u00a0b\n", "syntax", (2, 7), "« short: »"),
    ("no space after a colon", "id: a\nshort:b\nbody: c\n", "syntax", (2, 7), "« short: »"),
    ("no space after the first colon", "a:\n  id:b\n  c: d\n", "syntax", (2, 6), "« id: »"),
    ("no colon after the first key", "a:\n  id b\n  c: d\n", "syntax", (2, 3), ""),
    ("no space after a dash", HEAD + "  - id: a\n  -id: b\n", "syntax", (3, 3), "« - id: »"),
    ("no space after a dash, texts", HEAD + "  - a\n  -b\n", "syntax", (3, 3), "« - b »"),
    # Lines out of line.
    ("one space more", HEAD + "  - id: a\n     short: b\n", "syntax", (3, 6), "5 espaces"),
    ("one space less", HEAD + "  - id: a\n   short: b\n", "syntax", (3, 4), "3 espaces"),
    ("dash out of line", HEAD + "  - id: a\n - id: b\n", "syntax", (3, 2), "1 espace,"),
    ("text not moved", "a:\n  body: |\n  - un\n", "syntax", (3, 3), "« body: | »"),
    ("dash missing", HEAD + "  - un\n  deux\n  - trois\n", "syntax", (3, 3), "« - »"),
    # Quotes.
    ("quote never closed", 'id: a\nshort: "b\n', "syntax", (2, 8), ""),
    ("quote closed far below", 'a: "b\nc: d\ne: "f"\n', "syntax", (1, 4), ""),
    ("apostrophe closed below", "a: 'b\nc: l'eau\n", "syntax", (1, 4), ""),
    ("apostrophe inside apostrophes", "a: 'l'eau'\n", "syntax", (1, 6), ""),
    ("quotes inside quotes", 'a: "un "mot" cité"\n', "syntax", (1, 8), "« … »"),
    ("list of quoted texts", 'a: "b", "c"\n', "syntax", (1, 7), "[un, deux]"),
    # Brackets and braces.
    ("bracket lost", "a: [b, c\nd: [e]\n", "syntax", (1, 4), "« ] »"),
    ("brace lost", HEAD + "  - {a: b, c: d\n  - {a: b}\n", "syntax", (2, 5), "« } »"),
    ("brace not opened", HEAD + "  - a: b, c: d}\n", "syntax", (2, 15), "« { »"),
    ("bracket too many", "a: [b]]\n", "syntax", (1, 7), ""),
    ("comma lost in braces", HEAD + "  - {a: b c: d}\n", "syntax", (2, 11), ""),
    ("value that begins by a bracket", "a: [}b, c]\n", "syntax", (1, 5), "\"…\""),
    ("comma lost between texts", "a: ['b' 'c']\n", "syntax", (1, 9), ""),
    # Signs with which nothing begins.
    *((f"{s} first", f"a: {s}b\n", "syntax", (1, 4), "\"…\"") for s in ("@", "`", "%", "**", "? ")),
    ("star first under a key", "body:\n  - **b** c\n", "syntax", (2, 5), "« body: »"),
    ("angle first", "a: > 3 ans\n", "syntax", (1, 4), ""),
    ("conflict of Git", "a: b\n<<<<<<< HEAD\nc: d\n", "syntax", (2, 1), ">>>>>>>"),
]  # fmt: skip


@pytest.mark.parametrize("loader", LOADERS.values(), ids=LOADERS)
@pytest.mark.parametrize(
    ("content", "code", "where", "repair"), [w[1:] for w in WHERE], ids=[w[0] for w in WHERE]
)
def test_where_a_slip_is_and_how_it_is_mended(
    content, code, where, repair, loader, monkeypatch
) -> None:
    monkeypatch.setattr(nodes, "_LOADER", loader)
    (problem,) = problems_of(content)
    assert problem.code == code
    assert (problem.place.line, problem.place.column) == where
    assert repair in problem.hint.replace("\u00a0", " ")


def problems_of(content: str) -> list[Problem]:
    problems = Problems()
    parse(SourceFile("cas.yaml", ANSWERS, content), problems)
    return list(problems)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("22/11/2026", "2026-11-22"),
        ("2/3/26", "2026-03-02"),
        ("22 novembre 2026", "2026-11-22"),
        ("1er août 2026", "2026-08-01"),
        ("2026/11/22", "2026-11-22"),
        ("2026-1-2", "2026-01-02"),
        ("2026-22-11", "2026-11-22"),
        ("2026-11-31", ""),
        ("31/02/2026", ""),
        ("novembre 2026", ""),
        ("2026-11", ""),
        ("bientôt", ""),
    ],
)
def test_the_date_that_was_meant(text: str, date: str) -> None:
    assert meant_date(text) == date
