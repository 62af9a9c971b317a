"""Opinions, counted: what readers think of each answer, and what they look for in vain."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from segur_faq.feedback.model import Unanswered, Vote
from segur_faq.text import fold


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes on one answer.

    Attributes:
        answer: its id.
        votes: how many.
        useful: how many of them say yes.
        reasons: why not -> how many times.
        notes: what was written, the oldest first.
        former: how many of the votes were on another version of its content.
    """

    answer: str
    votes: int
    useful: int
    reasons: Mapping[str, int]
    notes: tuple[str, ...]
    former: int = 0

    @property
    def share(self) -> float:
        """The part of the votes that say yes, from 0 to 1."""
        return self.useful / self.votes


SORTS = ("votes", "useful", "answer")
"""How tallies can be sorted: most votes, least useful, or by id."""


def tallies(votes: Iterable[Vote], versions: Mapping[str, str], sort: str) -> list[Tally]:
    """Count the votes on each answer.

    Args:
        votes: all of them.
        versions: answer id -> the current version of its content.
        sort: one of `SORTS`.
    """
    by_answer: dict[str, list[Vote]] = {}
    for vote in votes:
        by_answer.setdefault(vote.answer, []).append(vote)
    counted = [
        Tally(
            answer,
            len(on_it),
            sum(vote.useful for vote in on_it),
            dict(Counter(vote.reason for vote in on_it if vote.reason).most_common()),
            tuple(vote.note for vote in on_it if vote.note),
            sum(vote.version != versions.get(answer, vote.version) for vote in on_it),
        )
        for answer, on_it in by_answer.items()
    ]
    orders = {
        "votes": lambda tally: (-tally.votes, tally.answer),
        "useful": lambda tally: (tally.share, -tally.votes, tally.answer),
        "answer": lambda tally: tally.answer,
    }
    return sorted(counted, key=orders[sort])


@dataclass(frozen=True, slots=True)
class Lack:
    """A question that found nothing, as often as it was asked."""

    kind: str
    text: str
    times: int
    last: str


def lacks(unanswered: Iterable[Unanswered]) -> list[Lack]:
    """Rank what was looked for in vain, the most frequent first; case and accents do not count."""
    alike: dict[tuple[str, str], list[Unanswered]] = {}
    for question in unanswered:
        subject = question.kind, fold(" ".join(question.text.split()))
        alike.setdefault(subject, []).append(question)
    ranked = [
        Lack(kind, several[0].text, len(several), max(question.date for question in several))
        for (kind, _), several in alike.items()
    ]
    return sorted(ranked, key=lambda lack: (-lack.times, lack.kind, lack.text))
