"""The question that an answer ends with, laid out as a list: the same lines for every format."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from segur_faq.corpus.model import FollowUp, FollowUpOption
from segur_faq.text import typeset


@dataclass(frozen=True, slots=True)
class Line:
    """A question, or an option of the question above it.

    Attributes:
        depth: 0 for the first question and its options, 1 for what one of these asks in turn.
        text: the question, or the label of the option.
        pair: what chooses the option on the command line; empty for a question.
        outcome: what holds then; of a question, how to find out.
        answer: the id of the answer to read then.
    """

    depth: int
    text: str
    pair: str = ""
    outcome: str = ""
    answer: str = ""


def line_of(follow_up: FollowUp, option: FollowUpOption, depth: int = 0) -> Line:
    """Give the line of one option."""
    return Line(depth, option.label, f"{follow_up.id}={option.id}", option.text, option.answer)


def lines(follow_up: FollowUp | None, choices: Mapping[str, str], depth: int = 0) -> Iterator[Line]:
    """Lay out a question and its options; of one that the choices settle, what was chosen only."""
    if follow_up is None:
        return
    yield Line(depth, follow_up.question, outcome=follow_up.help)
    chosen = follow_up.option(choices.get(follow_up.id, ""))
    for option in follow_up.options if chosen is None else (chosen,):
        yield line_of(follow_up, option, depth)
        yield from lines(option.follow_up, choices, depth + 1)


def as_text(line: Line) -> str:
    """Give an option, what chooses it and what holds then, as plain text on one line."""
    return f"{line.text} ({line.pair}){_told(line)}"


def outcome(line: Line) -> str:
    """Give an option and what holds then, for whoever will choose nothing."""
    return line.text + (_told(line) or ".")


def _told(line: Line) -> str:
    said = [line.outcome, f"Voir {line.answer}." if line.answer else ""]
    return typeset(" : ") + " ".join(filter(None, said)) if any(said) else ""


def value(follow_up: FollowUp | None) -> dict[str, Any] | None:
    """Give a follow-up for JSON: every key is always there, as in the rest of it."""
    if follow_up is None:
        return None
    return {
        "id": follow_up.id,
        "question": follow_up.question,
        "help": follow_up.help,
        "options": list(map(_option_value, follow_up.options)),
    }


def _option_value(option: FollowUpOption) -> dict[str, Any]:
    return {
        "id": option.id,
        "label": option.label,
        "aliases": list(option.aliases),
        "text": option.text,
        "follow_up": value(option.follow_up),
        "answer": option.answer,
    }
