"""Writing answers in the format asked for, or in the one that suits the stream."""

import sys
from collections.abc import Sequence

from segur_faq.cli import console
from segur_faq.cli.console import Color
from segur_faq.cli.options import AnswerFormat
from segur_faq.render.card import Card


def default_format() -> AnswerFormat:
    """Rich for eyes on a terminal, plain text for everything else."""
    return AnswerFormat.RICH if console.is_terminal(sys.stdout) else AnswerFormat.TEXT


def render_cards(
    cards: Sequence[Card], chosen: AnswerFormat | None, color: Color, many: bool = False
) -> str:
    """Give answers as text; `many` is whether several were asked for, whatever was found."""
    match chosen or default_format():
        case AnswerFormat.JSON:
            from segur_faq.render import json

            return json.render(cards, many)
        case AnswerFormat.MARKDOWN:
            from segur_faq.render import markdown

            return "\n---\n\n".join(map(markdown.render, cards))
        case AnswerFormat.RICH:
            from segur_faq.render import terminal

            colored = console.uses_color(sys.stdout, color)
            width = console.width(sys.stdout)
            return "".join(terminal.render(card, width, colored) for card in cards)
        case AnswerFormat.TEXT:
            from segur_faq.render import plain

            return f"\n{'─' * 40}\n\n".join(map(plain.render, cards))
