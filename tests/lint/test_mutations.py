"""Whatever mistake is put into the corpus that is shipped is reported, where it is; and nothing is
said of what is only written otherwise.

A reduced copy of the corpus is used, so that hundreds of changes take seconds. To draw more, and to
see the table: `SEGUR_FAQ_MUTATIONS=2000 pytest -n0 -s tests/lint/test_mutations.py`.
"""

import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from lint import mutations_of_form, mutations_of_meaning
from lint.mutations import BY_CHANCE, HARMFUL, Mutation, draw
from lint.relint import Bench, reduce_corpus
from lint.rewritings import AROUND, HABITS, rewritings

from segur_faq.corpus.model import Answer, Corpus, FollowUp

WHERE_KINDS_ARE = (mutations_of_form, mutations_of_meaning)
NUMBER = int(os.environ.get("SEGUR_FAQ_MUTATIONS", "60"))
SEED = int(os.environ.get("SEGUR_FAQ_SEED", "5"))
ONE_FILE_IN = 4
ENOUGH = 0.98

pytestmark = pytest.mark.timeout(60 + NUMBER)


@dataclass
class Count:
    """What became of the mistakes of one kind."""

    drawn: int = 0
    harmless: int = 0
    reported: int = 0
    elsewhere: int = 0
    missed: int = 0


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(reduce_corpus(tmp_path_factory.mktemp("trees") / "trees", ONE_FILE_IN))


def judge(bench: Bench, mutation: Mutation, count: Count) -> str:
    """Count a mistake, and tell how it was let through, if it was."""
    count.drawn += 1
    new = bench.new(mutation.files)
    if any(mutation.is_reported_at(file, line) for file, line, _ in new):
        count.reported += 1
    elif new:
        count.elsewhere += 1
        return f"{mutation.kind}: reported at {new[0]}, not in {mutation.spots}"
    elif is_same(bench, mutation):
        count.harmless += 1
    else:
        count.missed += 1
        return f"{mutation.kind}: missed in {mutation.spots}"
    return ""


def is_same(bench: Bench, mutation: Mutation) -> bool:
    """Tell whether a mistake changed nothing of what is read: a space more, a comment."""
    with bench.changed(mutation.files) as reading:
        return reading.corpus == bench.tree.reading.corpus


def show(title: str, table: dict[str, Count]) -> None:
    """Print a table; `pytest -s` shows it."""
    print(f"\n{title:56} drawn  harmful  at the line  elsewhere  missed")
    whole = Count()
    for kind, c in [*sorted(table.items()), ("in all", whole)]:
        harmful = c.drawn - c.harmless
        print(f"{kind:56} {c.drawn:5} {harmful:8} {c.reported:12} {c.elsewhere:10} {c.missed:7}")
        for name in vars(whole) if c is not whole else ():
            setattr(whole, name, getattr(whole, name) + getattr(c, name))


def test_a_harmful_mistake_is_reported_at_its_line(bench: Bench) -> None:
    table: dict[str, Count] = defaultdict(Count)
    let_through = [
        told
        for mutation in draw(HARMFUL, SEED, NUMBER, bench.tree)
        if (told := judge(bench, mutation, table[mutation.kind]))
    ]
    show("mistake", table)
    harmful = sum(count.drawn - count.harmless for count in table.values())
    reported = sum(count.reported for count in table.values())
    assert harmful > 0.9 * NUMBER
    assert reported >= ENOUGH * harmful, "\n".join(let_through)


def test_what_only_says_something_else_is_reported_by_chance(bench: Bench) -> None:
    """No rule can know that two answers changed their texts: `diff` and `--baseline` show it."""
    table: dict[str, Count] = defaultdict(Count)
    for mutation in draw(BY_CHANCE, SEED, NUMBER // 12, bench.tree):
        judge(bench, mutation, table[mutation.kind])
    show("change of meaning", table)
    assert all(count.drawn for count in table.values())


def test_what_is_only_written_otherwise_is_not_reported(bench: Bench) -> None:
    before = content(bench.tree.reading.corpus)
    blamed = []
    for mutation in rewritings(SEED, max(NUMBER * 2 // 5, len(HABITS) + len(AROUND)), bench.tree):
        blamed += [(mutation.kind, new) for new in bench.new(mutation.files)]
        with bench.changed(mutation.files) as reading:
            assert content(reading.corpus) == before, mutation.kind
    assert blamed == []


def content(corpus: Corpus) -> object:
    """Give what a corpus says, but for the order of answers, of terms and of their lists."""
    answers = sorted(repr([*told(answer)]) for answer in corpus.answers)
    terms = sorted((t.term, t.expansion, t.definition, *sorted(t.synonyms)) for t in corpus.terms)
    return corpus.title, corpus.levels, answers, sorted(map(repr, corpus.sources)), terms


def told(answer: Answer) -> Iterator[object]:
    yield from (answer.id, answer.question, answer.short, answer.body, answer.caveat)
    yield from (sorted(answer.everywhere), asked(answer.follow_up), answer.links, answer.sources)
    yield from (sorted(answer.found_by), sorted(answer.see_also), sorted(answer.former_ids))
    for condition in (answer.applies, *answer.exceptions):
        yield sorted((level, sorted(options)) for level, options in condition.items())


def asked(follow_up: FollowUp | None) -> object:
    if follow_up is None:
        return None
    options = (
        (o.id, o.label, sorted(o.aliases), o.text, o.answer, asked(o.follow_up))
        for o in follow_up.options
    )
    return follow_up.id, follow_up.question, follow_up.help, [*options]
