"""The computed tree: every node of it is a walk."""

import sys

import pytest
from hypothesis import given
from journey.corpora import corpora_and_paths, corpus_of, level, naive, thorough

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Corpus
from segur_faq.journey.path import Path
from segur_faq.journey.tree import Branch, TooLargeError, grow
from segur_faq.journey.walk import Question, walk

CORPUS = corpus_of(
    (level("a", "1", "2"), level("b", "1", "2")),
    {"r0": {"a": "1", "b": "1"}, "r1": {"a": "1", "b": "2"}, "r2": {"a": "2"}},
)
START = Path()


def whole(corpus: Corpus, path: Path = START) -> Branch:
    return grow(AnswerIndex(corpus), path, len(corpus.levels), sys.maxsize)


def nodes(branch: Branch) -> int:
    return 1 + sum(map(nodes, branch.branches))


@thorough(100)
@given(corpora_and_paths())
def test_every_node_is_a_walk(drawn):
    corpus, path = drawn
    index, expected = AnswerIndex(corpus), naive(corpus)

    def check(branch: Branch, path: Path) -> None:
        remaining = expected.remaining(path.known)
        assert branch.total == len(remaining)
        reached = walk(index, path)
        if isinstance(reached, Question):
            assert branch.level == reached.level
            assert [b.option for b in branch.branches] == [o.option for o in reached.offers]
            for below in branch.branches:
                assert below.total > 0
                check(below, path.choosing(branch.level.id, below.option.id))
        else:
            assert branch.level is None
            assert branch.branches == ()
            assert {answer.id for answer in branch.answers} == remaining

    root = whole(corpus, path)
    assert root.option is None
    check(root, path)


def test_a_tree_is_cut_at_its_depth():
    root = grow(AnswerIndex(CORPUS), Path(), 1, sys.maxsize)
    assert root.level.id == "a"
    first, second = root.branches
    assert (first.level.id, first.branches, first.answers) == ("b", (), ())
    assert [answer.id for answer in second.answers] == ["r2"]


def test_a_tree_without_depth_is_its_root():
    root = grow(AnswerIndex(CORPUS), Path(), 0, 1)
    assert (root.level.id, root.total, root.branches) == ("a", 3, ())


def test_a_tree_may_have_as_many_nodes_as_allowed_and_no_more():
    size = nodes(whole(CORPUS))
    assert size == 5
    grow(AnswerIndex(CORPUS), Path(), 2, size)
    with pytest.raises(TooLargeError):
        grow(AnswerIndex(CORPUS), Path(), 2, size - 1)
