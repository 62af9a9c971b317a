"""The rows of a screen: one for each thing that a reader can decide there."""

from dataclasses import dataclass, replace

from segur_faq.corpus.model import Answer, FollowUp, Level
from segur_faq.journey import wording
from segur_faq.journey.decisions import (
    Back,
    Choose,
    Cite,
    Copy,
    Decision,
    Explain,
    Follow,
    Open,
    Quit,
    Read,
    Recap,
    Restart,
    Search,
)
from segur_faq.journey.dialogue import State
from segur_faq.journey.follow_up import spellings as follow_up_spellings
from segur_faq.journey.groups import Group
from segur_faq.journey.path import UNKNOWN, Path, spellings
from segur_faq.journey.walk import How, Offer, Step


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be decided.

    Attributes:
        label: what it says.
        decision: what it means.
        detail: a count beside the label.
        headings: what stands above it, when it is the first of a group or section.
        keywords: what typing finds it by, beside its label.
        is_action: it moves in the journey, rather than answering the question.
        help: how to know that this is the one.
        key: the one letter that takes it, where nothing has been typed yet.
    """

    label: str
    decision: Decision
    detail: str = ""
    headings: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    is_action: bool = False
    help: str = ""
    key: str = ""

    @property
    def beside(self) -> str:
        """What stands beside the label: a count, or the key that takes the row."""
        return self.detail or self.key


def offer_rows(level: Level, offers: tuple[Offer, ...]) -> list[Row]:
    """Give a row for each option offered, the first of a family under its heading."""
    rows = []
    family = ""
    for offer in offers:
        option = offer.option
        headings = (option.family,) if option.family and option.family != family else ()
        family = option.family
        rows.append(
            Row(
                option.label,
                Choose(level.id, option.id),
                detail=wording.offer_count(offer),
                headings=headings,
                keywords=spellings(option),
                help=option.help,
            )
        )
    return rows


def answer_rows(groups: tuple[Group, ...]) -> list[Row]:
    """Give a row for each answer, under the headings of its group and section."""
    rows = []
    for group in groups:
        for section in group.sections:
            headings = [wording.group_heading(group)] if section is group.sections[0] else []
            if len(group.sections) > 1:
                headings.append(wording.section_heading(section))
            for answer in section.answers:
                rows.append(answer_row(answer, tuple(filter(None, headings))))
                headings = []
    return rows


def answer_row(answer: Answer, headings: tuple[str, ...]) -> Row:
    """Give the row that opens an answer."""
    keywords = (answer.id, answer.short, *answer.found_by)
    return Row(answer.question, Read(answer.id), headings=headings, keywords=keywords)


def follow_up_rows(asked: FollowUp) -> list[Row]:
    """Give a row for each option of an answer's own question, and one that passes it."""
    rows = []
    for option in asked.options:
        decision = Follow(asked.id, option.id, option.answer)
        rows.append(Row(option.label, decision, keywords=follow_up_spellings(option)))
    return [*rows, action(wording.NOT_SAID, Follow(asked.id, UNKNOWN))]


def moves(
    state: State, steps: tuple[Step, ...], restart: bool = False, back: bool = True
) -> list[Row]:
    """Build the rows that are on nearly every screen."""
    rows = [action(wording.SEARCH_AGAIN if state.found else wording.SEARCH, Search())]
    if any(step.how in (How.CHOSEN, How.UNKNOWN) for step in steps):
        rows.append(action(wording.RECAP, Recap()))
    if back and (state.before is not None or state.path.pairs):
        rows.append(action(wording.BACK, Back()))
    if restart:
        rows.append(action(wording.RESTART, Restart()))
    rows.append(action(wording.QUIT, Quit()))
    return rows


def action(label: str, decision: Decision) -> Row:
    """Give a row that moves in the journey."""
    return Row(label, decision, is_action=True)


def tools(answer: Answer, path: Path, with_keys: bool) -> list[Row]:
    """Build the rows that do something with an answer, each with its key.

    While the answer asks, letters are the beginning of what a reader says, and no keys.
    """
    rows = [
        Row(wording.CITE, Cite(), is_action=True, key="c"),
        Row(wording.COPY, Copy(), is_action=True, key="y"),
    ]
    if answer.links or answer.sources:
        rows.append(Row(wording.OPEN, Open(), is_action=True, key="o"))
    if path.known:
        rows.append(Row(wording.EXPLAIN, Explain(), is_action=True, key="w"))
    return rows if with_keys else [replace(row, key="") for row in rows]
