"""A search for journeys that needs no index: words are ids of answers, the closest named first."""

from collections.abc import Iterable
from random import Random

from segur_faq.corpus.index import AnswerIndex
from segur_faq.journey.decisions import Decision, Search
from segur_faq.journey.found import Found, Searcher

NOTHING = "zzz"
"""Words that find nothing."""


def searcher(index: AnswerIndex) -> Searcher:
    """Find the answers of a mask whose ids are among the words, in the order of the words."""

    def search(words: str, mask: int) -> Found:
        held = {answer.id for answer in index.answers(mask)}
        found = tuple(dict.fromkeys(word for word in words.split() if word in held))
        told = ("Understood otherwise.",) if "twisted" in words else ()
        return Found(words, found, {name: f"Passage of {name}." for name in found}, told)

    return search


def with_words(random: Random, index: AnswerIndex, decision: Decision) -> Decision:
    """Give the decision that a row means, with some words when it asks for them."""
    if decision != Search():
        return decision
    names = [answer.id for answer in index.corpus.answers]
    return words(random.sample(names, random.randint(0, len(names))))


def words(names: Iterable[str]) -> Search:
    """Search for some answers."""
    return Search(" ".join(names) or NOTHING)


def finds_something(index: AnswerIndex, decision: Decision) -> bool:
    """Tell whether a search leads anywhere: what it names can be reached, here or elsewhere."""
    assert isinstance(decision, Search)
    return bool(searcher(index)(decision.words, index.remaining({})).answers)
