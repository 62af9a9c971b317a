"""What words have found, as a journey sees it: answers in order of likeness, and why each is there.

How they are found is not its business: a `Search` is given to it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer


@dataclass(frozen=True, slots=True)
class Found:
    """The answers that some words found.

    Attributes:
        words: what was sought.
        answers: their ids, the closest first.
        passages: id -> the sentence that speaks of what was sought.
        notices: how the words were understood, where that is not plain.
    """

    words: str
    answers: tuple[str, ...] = ()
    passages: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()

    def joined_to(self, other: "Found") -> "Found":
        """Give what both found, this one's answers first."""
        more = tuple(a for a in other.answers if a not in self.answers)
        passages = {**other.passages, **self.passages}
        return replace(self, answers=(*self.answers, *more), passages=passages)


Searcher = Callable[[str, int], Found]
"""Finds words among the answers of a mask."""


def finds_nothing(words: str, mask: int) -> Found:
    """Be the search of a journey that has none."""
    return Found(words)


def among(index: AnswerIndex, found: Found | None) -> AnswerIndex:
    """Give the index of the answers found alone, so that the cascade is asked about them.

    Where nothing was sought, the journey is about all of them.
    """
    if found is None:
        return index
    wanted = set(found.answers)
    answers = tuple(a for a in index.corpus.answers if a.id in wanted)
    return AnswerIndex(replace(index.corpus, answers=answers))


def in_order(found: Found, answers: tuple[Answer, ...]) -> list[Answer]:
    """Put answers in the order in which they were found."""
    rank = {answer_id: number for number, answer_id in enumerate(found.answers)}
    return sorted(answers, key=lambda answer: rank[answer.id])
