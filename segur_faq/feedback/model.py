"""What is kept: a vote on an answer, and a question that found none."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from secrets import token_hex


class Reason(StrEnum):
    """Why an answer was of no use."""

    OTHER_CASE = "pas-ma-situation"
    UNCLEAR = "pas-clair"
    INCOMPLETE = "incomplet"
    OUTDATED = "perime"
    OTHER = "autre"

    @property
    def label(self) -> str:
        """The reason as a reader says it."""
        return _LABELS[self]


_LABELS = {
    Reason.OTHER_CASE: "Ce n'est pas ma situation",
    Reason.UNCLEAR: "Ce n'est pas clair",
    Reason.INCOMPLETE: "Il manque quelque chose",
    Reason.OUTDATED: "C'est périmé",
    Reason.OTHER: "Une autre raison",
}


class Gap(StrEnum):
    """How a question came to find nothing."""

    SEARCH = "recherche"
    """Words that no answer is close to."""
    UNKNOWN = "je-ne-sais-pas"
    """A path left by « Je ne sais pas » at some level."""


def today() -> str:
    """Give the day, in universal time: the hour is nobody's business."""
    return datetime.now(UTC).date().isoformat()


def _new_id() -> str:
    # Random, so that merging twice counts once; it says nothing of who or where.
    return token_hex(8)


@dataclass(frozen=True, slots=True)
class Vote:
    """Whether an answer was useful.

    Attributes:
        answer: its id.
        version: of its content when it was read.
        path: the `level=option` words that led to it.
        useful: yes or no.
        reason: why not; empty when it was not said, or the answer was useful.
        note: one line in the reader's words.
        date: ISO day.
        id: random; the same vote has the same id in every file it is copied to.
    """

    answer: str
    version: str
    useful: bool
    path: str = ""
    reason: str = ""
    note: str = ""
    date: str = field(default_factory=today)
    id: str = field(default_factory=_new_id)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question for which nothing was found.

    Attributes:
        kind: how it came to that.
        text: the words sought, or the path.
        date, id: as those of a vote.
    """

    kind: str
    text: str
    date: str = field(default_factory=today)
    id: str = field(default_factory=_new_id)
