"""The questions that answers end with, one by one, with the way to each in its file.

A rule about what they mean asks for the model's; one about how they are written, for their nodes.
"""

from collections.abc import Iterator
from typing import NamedTuple

from segur_faq.corpus.model import Answer, FollowUp
from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.problem import Place
from segur_faq.corpus.reading import Entry, Reading


class Asked(NamedTuple):
    """A follow-up where it is written.

    Attributes:
        answer: the answer that ends with it, or with the question that leads to it.
        follow_up: the question.
        steps: the way to it from the answer, for `Entry.at`.
        above: the questions that lead to it.
    """

    answer: Entry[Answer]
    follow_up: FollowUp
    steps: tuple[str | int, ...]
    above: tuple[FollowUp, ...] = ()

    def at(self, *steps: str | int) -> Place:
        """Tell where a part of the question is written."""
        return self.answer.at(*self.steps, *steps)


def all_follow_ups(reading: Reading) -> Iterator[Asked]:
    """Yield every question of every answer, each before those that it leads to."""
    for entry in reading.answers:
        if entry.value.follow_up is not None:
            yield from _within(Asked(entry, entry.value.follow_up, ("follow_up",)))


def _within(asked: Asked) -> Iterator[Asked]:
    yield asked
    above = (*asked.above, asked.follow_up)
    for number, option in enumerate(asked.follow_up.options):
        if option.follow_up is not None:
            steps = (*asked.steps, "options", number, "follow_up")
            yield from _within(Asked(asked.answer, option.follow_up, steps, above))


def questions_in(answer: Node) -> Iterator[Mapping]:
    """Yield the pairs of every question of an answer, each before those that it leads to."""
    asked = answer.get("follow_up") if isinstance(answer, Mapping) else None
    if isinstance(asked, Mapping):
        pending = [asked]
        for question in pending:
            yield question
            leading = (option.get("follow_up") for option in options_of(question))
            pending += (node for node in leading if isinstance(node, Mapping))


def options_of(question: Mapping) -> list[Mapping]:
    """Give the pairs of the options of a question."""
    options = question.get("options")
    items = options.items if isinstance(options, Sequence) else []
    return [item for item in items if isinstance(item, Mapping)]


def texts_in(answer: Node) -> Iterator[tuple[str, Scalar]]:
    """Yield what the questions of an answer say to a reader, each text with its key."""
    for question in questions_in(answer):
        written = [(key, question.get(key)) for key in ("question", "help")]
        for option in options_of(question):
            written += [(key, option.get(key)) for key in ("label", "text")]
        yield from ((key, node) for key, node in written if isinstance(node, Scalar))
