"""The rule that searches: what it looks at, and that its shortcut overlooks nothing."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from lint.lint_cases import CORPORA, lay, lint
from search.searchable import WORDS, Searchable, answer

from segur_faq.corpus.problem import Problem
from segur_faq.corpus.reader import read_corpus
from segur_faq.lint.outcome import Outcome, Part
from segur_faq.lint.registry import all_rules
from segur_faq.lint.reports.text import summary
from segur_faq.lint.rules.content import unfindable
from segur_faq.lint.runner import run

VAGUE = CORPORA / "invalid" / "unfindable" / "too-vague"


def reported(directory: Path) -> list[Problem]:
    return [problem for problem in lint(directory).problems if problem.code == "unfindable"]


def test_the_answers_that_come_first_are_named(tmp_path):
    (problem,) = reported(lay(VAGUE, tmp_path))
    assert "« carte »" in problem.message.replace("\u00a0", " ")
    for name in ("carte-premiere", "carte-prix", "carte-renouveler"):
        assert name in problem.message


def test_a_corpus_too_large_is_left_alone_and_the_report_says_so(tmp_path):
    directory = lay(VAGUE, tmp_path)
    file = directory / "answers" / "cas.yaml"
    text = file.read_text("utf-8")
    ignored = "    lint: {ignore: [unfindable], reason: Essai.}\n    short:"
    file.write_text(text.replace("    short:", ignored, 1), "utf-8")
    (rule,) = (rule for rule in all_rules() if rule.code == "unfindable")
    assert rule.most_answers is not None
    seven, eight = (
        run(read_corpus(directory), [replace(rule, most_answers=most)]) for most in (7, 8)
    )
    assert (seven.problems, seven.unrun) == ((), ("unfindable",))
    assert "unfindable" in summary(Outcome((Part(seven),)))
    assert eight.problems != ()
    assert "unfindable" not in summary(Outcome((Part(eight),)))


def test_an_answer_with_an_error_is_not_reported_twice(tmp_path):
    directory = lay(VAGUE, tmp_path)
    path = directory / "answers" / "cas.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("short: Prévenez", "shrot: Prévenez"), "utf-8")
    assert "unknown-key" in {problem.code for problem in lint(directory).problems}
    assert reported(directory) == []


@pytest.mark.parametrize(
    "broken",
    ["- {id: livre, label: Livre}\n      - {id: livre, label: Livre}", "- {id: livre, label: ''}"],
)
def test_a_cascade_with_errors_can_be_searched_all_the_same(broken, tmp_path):
    directory = lay(VAGUE, tmp_path)
    path = directory / "cascade.yaml"
    text = path.read_text("utf-8")
    assert "- {id: livre, label: Livre}" in text
    path.write_text(text.replace("- {id: livre, label: Livre}", broken), "utf-8")
    assert reported(directory) != []


def jumble(seed: int) -> Searchable:
    """Make answers whose wordings say at random what others say."""
    chance = Random(seed)

    def some(most: int) -> str:
        return " ".join(chance.sample(WORDS, chance.randint(1, most)))

    return Searchable(
        *(
            answer(f"a{n}", some(4), *(some(3) for _ in range(5)), short=some(4), body=some(6))
            for n in range(25)
        )
    )


def test_nearly_every_wording_that_does_not_find_its_answer_is_looked_at():
    """In the worst of corpora: of ten words, that answers share at random."""
    overlooked, found_wanting, all_of_them, looked_at = 0, 0, 0, 0
    for seed in range(3):
        corpus = jumble(seed)
        doubtful = set(unfindable._doubtful(corpus.connection))
        looked_at += len(doubtful)
        for number, given in enumerate(corpus.corpus.answers):
            for position, wording in enumerate(given.found_by):
                all_of_them += 1
                if given.id not in corpus.ids(wording)[:3]:
                    found_wanting += 1
                    overlooked += (number, position) not in doubtful
    assert overlooked <= found_wanting / 50
    assert 0 < found_wanting < looked_at < all_of_them


def test_wordings_that_say_nothing_are_looked_at_and_the_clear_ones_are_not():
    corpus = Searchable(
        *(answer(f"a{n}", "Où est la carte ?", f"carte {word}") for n, word in enumerate(WORDS)),
        answer("vague", "Autre chose ?", "que faire ?", "autre chose", "carte"),
    )
    doubtful = set(unfindable._doubtful(corpus.connection))
    assert {(10, 0), (10, 2)} <= doubtful
    assert (10, 1) not in doubtful
