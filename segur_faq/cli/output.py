"""Writing answers in the format asked for, or in the one that suits the stream."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from segur_faq.cli import console
from segur_faq.cli.console import Color
from segur_faq.cli.options import AnswerFormat
from segur_faq.corpus.model import Answer, Corpus, FollowUp, FollowUpOption
from segur_faq.journey.follow_up import Choices, follow_through
from segur_faq.journey.path import NO_CHOICE, Path, replay_words
from segur_faq.render.card import Card, card_of, replay_line

NOTHING: Choices = {}
"""No follow-up was answered."""


@dataclass(frozen=True, slots=True)
class AnswerWriter:
    """Turns answers into text the way one command line wants them.

    Attributes:
        corpus: where the answers are from.
        chosen: `--format`; None is rich for eyes on a terminal, plain text for everything else.
        color: `--color`.
        trees: `--trees`.
        columns: where lines of plain text are broken; None leaves them whole, as a file wants them.
    """

    corpus: Corpus
    chosen: AnswerFormat | None
    color: Color
    trees: str | None
    columns: int | None = None

    def answer(
        self, answer: Answer, path: Path, choices: Choices = NOTHING, asks: bool = False
    ) -> str:
        """Give one answer, with the line that leads to it again; `asks` as for `card_of`."""
        asks = asks and self.chosen is not AnswerFormat.JSON
        return self.cards([self.card(answer, path, choices, asks)], many=False)

    def card(
        self,
        answer: Answer,
        path: Path | None = None,
        choices: Choices = NOTHING,
        asks: bool = False,
    ) -> Card:
        """Gather what is shown of an answer."""
        words = replay_words(path or NO_CHOICE, self.corpus, choices)
        return card_of(self.corpus, answer, words, self.trees, choices, asks)

    def way(self, answer: Answer, path: Path, choices: Choices) -> list[Card]:
        """Gather what is shown of an answer, and of those that its follow-up leads to in turn."""
        ways = follow_through(self.corpus, answer, choices)
        return [self.card(way.answer, path, choices) for way in ways]

    def option(self, asked: FollowUp, option: FollowUpOption, path: Path, choices: Choices) -> str:
        """Give what an answer says to the option that a reader has just chosen.

        Where the questions end, the line that leads there again follows. The question stands above,
        lest « Non » be all that remains of it, except for who has just heard it.
        """
        from segur_faq.render import follow_up

        chosen = follow_up.line_of(asked, option)
        is_last = option.follow_up is None and not option.answer
        words = replay_words(path, self.corpus, choices) if is_last else []
        replay = replay_line(words, self.trees)
        match self.chosen or self._suiting_the_stream():
            case AnswerFormat.JSON:
                return ""  # the answer has said it all
            case AnswerFormat.RICH:
                from segur_faq.render import terminal

                colored = console.uses_color(sys.stdout, self.color)
                width = console.width(sys.stdout)
                return terminal.render_option(asked.question, chosen, replay, width, colored)
        question = f"{asked.question}\n" if self.columns is None else ""
        told = f"\n{question}{follow_up.as_text(chosen)}\n"
        return self._broken(told + (f"{replay}\n" if replay else ""))

    def outcome_json(
        self, answers: Sequence[Answer], path: Path, choices: Choices = NOTHING
    ) -> str:
        """Give all that remains under a path, as JSON."""
        from segur_faq.render import json

        return json.dumps(
            {
                "path": dict(path.in_order(self.corpus.levels)),
                "follow_ups": dict(choices),
                "answers": [json.card_value(self.card(answer)) for answer in answers],
            }
        )

    def cards(self, cards: Sequence[Card], many: bool) -> str:
        """Give answers one after the other; `many` is whether several were asked for."""
        match self.chosen or self._suiting_the_stream():
            case AnswerFormat.JSON:
                from segur_faq.render import json

                return json.render(cards, many)
            case AnswerFormat.MARKDOWN:
                from segur_faq.render import markdown

                return "\n---\n\n".join(map(markdown.render, cards))
            case AnswerFormat.RICH:
                from segur_faq.render import terminal

                colored = console.uses_color(sys.stdout, self.color)
                width = console.width(sys.stdout)
                return "".join(terminal.render(card, width, colored) for card in cards)
            case AnswerFormat.TEXT:
                from segur_faq.render import plain

                return self._broken(f"\n{'─' * 40}\n\n".join(map(plain.render, cards)))

    def _broken(self, text: str) -> str:
        """Break lines between words, where there is a width to keep; addresses stay whole."""
        if self.columns is None:
            return text
        from textwrap import wrap

        lines = []
        for line in text.split("\n"):
            hang = " " * (len(line) - len(line.lstrip(" -")))
            lines += wrap(
                line,
                self.columns,
                subsequent_indent=hang,
                break_long_words=False,
                break_on_hyphens=False,
            ) or [""]
        return "\n".join(lines)

    @staticmethod
    def _suiting_the_stream() -> AnswerFormat:
        return AnswerFormat.RICH if console.is_terminal(sys.stdout) else AnswerFormat.TEXT
