"""What a corpus is, once read: frozen values without position, YAML or terminal.

Where each value was written is kept beside it by `corpus.reading`; what applies where is computed
by `corpus.index`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

FORMAT = 1
"""The version of the YAML format, and of every JSON that the program prints."""

ALL = "all"
"""The word by which an answer says that it holds for every option of a level."""

Condition = Mapping[str, tuple[str, ...]]
"""Level id -> option ids: AND between the levels, OR inside one. Empty: always true."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a level."""

    id: str
    label: str
    short_label: str = ""
    aliases: tuple[str, ...] = ()
    under: Condition = field(default_factory=dict)
    family: str = ""
    help: str = ""

    @property
    def brief(self) -> str:
        """The label for a place where room is scarce, such as the recap line."""
        return self.short_label or self.label


@dataclass(frozen=True, slots=True)
class Level:
    """One question of the cascade, with its options in the order shown."""

    id: str
    question: str
    options: tuple[Option, ...]
    name: str = ""
    help: str = ""
    general: str = ""
    under: Condition = field(default_factory=dict)
    asked: bool = True

    def option(self, option_id: str) -> Option | None:
        """Give the option of that id, if there is one."""
        return next((o for o in self.options if o.id == option_id), None)

    @property
    def title(self) -> str:
        """The noun that names the level to a reader."""
        return self.name or self.id


@dataclass(frozen=True, slots=True)
class Link:
    """A page worth opening from an answer."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Citation:
    """That an answer rests on a source, and the ISO date on which it was read."""

    ref: str
    read_on: str


@dataclass(frozen=True, slots=True)
class FollowUpOption:
    """One option of a follow-up: what it comes to, and where it leads.

    Attributes:
        id, label, aliases: how it is chosen, as an option of a level is.
        text: what holds then, in a sentence or two; may be empty when it leads somewhere.
        follow_up: the next question, if there is one.
        answer: the id of the answer to read then; empty when the text is the end of it.
    """

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    text: str = ""
    follow_up: "FollowUp | None" = None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The question that an answer ends with: what to do depends on what the reader says."""

    id: str
    question: str
    options: tuple[FollowUpOption, ...]
    help: str = ""

    def option(self, option_id: str) -> FollowUpOption | None:
        """Give the option of that id, if there is one."""
        return next((o for o in self.options if o.id == option_id), None)

    def within(self) -> Iterator["FollowUp"]:
        """Yield this question, then those that its options ask in turn."""
        yield self
        for option in self.options:
            if option.follow_up is not None:
                yield from option.follow_up.within()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, written once, with the options that it applies to.

    `applies` gives the options of each stated level in the order written, `all` being spelled
    out; `everywhere` names the levels where `all` was the word. `exceptions` are conditions under
    which the answer does not hold after all.
    """

    id: str
    question: str
    short: str
    applies: Condition
    everywhere: frozenset[str] = frozenset()
    exceptions: tuple[Condition, ...] = ()
    body: str = ""
    links: tuple[Link, ...] = ()
    sources: tuple[Citation, ...] = ()
    caveat: str = ""
    follow_up: FollowUp | None = None
    found_by: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()

    def names(self, level_id: str, option_id: str) -> bool:
        """Tell whether the answer holds for that option by name, not by `all`."""
        return option_id in self.named_at(level_id)

    def named_at(self, level_id: str) -> tuple[str, ...]:
        """Give the options stated by name at a level; none where the word was `all`."""
        return () if level_id in self.everywhere else self.applies.get(level_id, ())

    @property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """Every question that the answer may end with, the first one first."""
        return () if self.follow_up is None else tuple(self.follow_up.within())

    @property
    def follow_up_texts(self) -> tuple[str, ...]:
        """What its follow-ups say to a reader, in the order written."""
        return tuple(
            text
            for follow_up in self.follow_ups
            for text in (
                follow_up.question,
                follow_up.help,
                *(t for option in follow_up.options for t in (option.label, option.text)),
            )
            if text
        )


@dataclass(frozen=True, slots=True)
class Source:
    """A page or document that answers rest on; dates are ISO, `dated` may be empty."""

    id: str
    title: str
    publisher: str
    kind: str
    url: str
    read_on: str
    dated: str = ""

    @property
    def is_official(self) -> bool:
        """Tell a page of a public body from what others say of it."""
        return self.kind == "official"


SOURCE_KINDS = ("official", "secondary")


@dataclass(frozen=True, slots=True)
class Term:
    """One row of the glossary."""

    term: str
    expansion: str
    definition: str = ""
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A place of the cascade that is meant to have no answer, and why."""

    where: Condition
    reason: str


@dataclass(frozen=True)
class Corpus:
    """A whole folder of YAML, read."""

    title: str
    levels: tuple[Level, ...]
    answers: tuple[Answer, ...]
    sources: tuple[Source, ...] = ()
    terms: tuple[Term, ...] = ()
    groups: Mapping[str, Condition] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()
    contact: str = ""
    """The id of the answer that tells whom to ask when no answer helps."""

    @cached_property
    def answers_by_id(self) -> Mapping[str, Answer]:
        """Answers by their current id."""
        return {a.id: a for a in self.answers}

    @cached_property
    def current_ids(self) -> Mapping[str, str]:
        """Former id -> the id by which the answer goes today."""
        return {former: a.id for a in self.answers for former in a.former_ids}

    @cached_property
    def sources_by_id(self) -> Mapping[str, Source]:
        """Sources by their id."""
        return {s.id: s for s in self.sources}

    @cached_property
    def levels_by_id(self) -> Mapping[str, Level]:
        """Levels by their id."""
        return {level.id: level for level in self.levels}

    def find(self, answer_id: str) -> Answer | None:
        """Give the answer of that id, current or former."""
        return self.answers_by_id.get(self.current_ids.get(answer_id, answer_id))
