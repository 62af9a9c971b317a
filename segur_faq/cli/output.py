"""Writing answers in the format asked for, or in the one that suits the stream."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from segur_faq.cli import console
from segur_faq.cli.console import Color
from segur_faq.cli.options import AnswerFormat
from segur_faq.corpus.model import Answer, Corpus
from segur_faq.journey.path import Path, replay_words
from segur_faq.render.card import Card, card_of


@dataclass(frozen=True, slots=True)
class AnswerWriter:
    """Turns answers into text the way one command line wants them.

    Attributes:
        corpus: where the answers are from.
        chosen: `--format`; None is rich for eyes on a terminal, plain text for everything else.
        color: `--color`.
        trees: `--trees`.
    """

    corpus: Corpus
    chosen: AnswerFormat | None
    color: Color
    trees: str | None

    def answer(self, answer: Answer, path: Path) -> str:
        """Give one answer, with the line that leads to it again."""
        return self.cards([self.card(answer, path)], many=False)

    def card(self, answer: Answer, path: Path | None = None) -> Card:
        """Gather what is shown of an answer."""
        words = replay_words(path, self.corpus) if path else []
        return card_of(self.corpus, answer, words, self.trees)

    def outcome_json(self, answers: Sequence[Answer], path: Path) -> str:
        """Give all that remains under a path, as JSON."""
        from segur_faq.render import json

        return json.dumps(
            {
                "path": dict(path.in_order(self.corpus.levels)),
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

                return f"\n{'─' * 40}\n\n".join(map(plain.render, cards))

    @staticmethod
    def _suiting_the_stream() -> AnswerFormat:
        return AnswerFormat.RICH if console.is_terminal(sys.stdout) else AnswerFormat.TEXT
