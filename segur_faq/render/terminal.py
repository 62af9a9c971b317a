"""Rich, for a terminal: the short answer set apart, the rest in order, every address in full.

Corpus text only ever reaches rich as `Text` or as Markdown, never as a string that could hold
rich's own markup (`[/]` would raise; Textualize/rich#2636).
"""

import io
from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.markdown import Markdown
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from segur_faq.render.card import HEARSAY, Card
from segur_faq.render.markup import parse
from segur_faq.text import typeset


def render(card: Card, width: int, color: bool) -> str:
    """Give an answer for a terminal of that width, with or without colour."""
    return paint(_blocks(card), width, color)


def paint(blocks: Iterable[RenderableType], width: int, color: bool) -> str:
    """Give what rich draws, without the spaces that it pads lines with."""
    drawn = io.StringIO()
    console = Console(
        file=drawn,  # even a capture would write to standard output, which may be full or closed
        width=width,
        height=100,  # lest rich reads COLUMNS, and fails on what is no number there
        force_terminal=color,
        no_color=not color,
        color_system="standard" if color else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for block in blocks:
        console.print(block)
    return "".join(f"{line.rstrip()}\n" for line in drawn.getvalue().splitlines())


def _blocks(card: Card) -> Iterable[RenderableType]:
    answer = card.answer
    yield Text("")
    yield Text(answer.question, style="bold")
    yield Panel(Text(answer.short), border_style="cyan", padding=(0, 1))
    if answer.body:
        yield body(answer.body)
        yield Text("")
    if answer.caveat:
        yield Text.assemble((typeset("À savoir : "), "bold yellow"), answer.caveat)
        yield Text("")
    yield from _section("Liens", [(link.title, link.url) for link in answer.links])
    yield from _section("Sources", [(r.line, r.source.url) for r in card.references])
    if card.rests_on_hearsay:
        yield Text(HEARSAY, style="yellow")
        yield Text("")
    if card.terms:
        yield Text("Sigles", style="bold cyan")
        for term in card.terms:
            yield Padding(
                Text.assemble((term.term, "bold"), typeset(f" : {term.expansion}")), (0, 0, 0, 2)
            )
        yield Text("")
    if card.related:
        yield Text("Voir aussi", style="bold cyan")
        for other in card.related:
            yield Padding(Group(Text(other.question), Text(other.id, style="dim")), (0, 0, 0, 2))
        yield Text("")
    yield Text(card.command, style="dim")
    if card.replay:
        yield Text(card.replay, style="dim")


def body(markdown: str) -> RenderableType:
    """Give a Markdown body; link targets are shown, not hidden behind their text."""
    rendered = Markdown(markdown, hyperlinks=False)
    # Rich drops raw HTML; the parser of every other format leaves it as the text that it is.
    rendered.parsed = parse(markdown)
    return rendered


def _section(heading: str, rows: list[tuple[str, str]]) -> Iterable[RenderableType]:
    if not rows:
        return
    yield Text(heading, style="bold cyan")
    for title, url in rows:
        # Addresses are folded, never cut: they must survive a copy.
        yield Padding(Group(Text(title), Text(url, style="blue", overflow="fold")), (0, 0, 0, 2))
    yield Text("")
