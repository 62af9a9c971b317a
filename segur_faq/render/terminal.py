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

from segur_faq.render import follow_up
from segur_faq.render.card import HEARSAY, Card
from segur_faq.render.markup import parse
from segur_faq.text import NBSP, typeset

_HELD = "\ue000"
"""Stands for a no-break space while rich breaks lines: to rich, all blank space may break."""

_DEEPEST = 3
"""Questions within questions are set to the right so often: a narrow terminal has no more room."""


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
    text = drawn.getvalue().replace(_HELD, NBSP)
    return "".join(f"{line.rstrip(' ')}\n" for line in text.splitlines())


def _blocks(card: Card) -> Iterable[RenderableType]:
    answer = card.answer
    yield line("")
    yield line(answer.question, "bold")
    yield Panel(line(answer.short), border_style="cyan", padding=(0, 1))
    if answer.body:
        yield body(answer.body)
        yield line("")
    if card.follow_up is not None:
        yield from map(_follow_up, follow_up.lines(card.follow_up, card.choices))
        yield line("")
    if answer.caveat:
        yield line(typeset("À savoir : "), "bold yellow") + line(answer.caveat)
        yield line("")
    yield from _section("Liens", [(link.title, link.url) for link in answer.links])
    yield from _section("Sources", [(r.line, r.source.url) for r in card.references])
    if card.rests_on_hearsay:
        yield line(HEARSAY, "yellow")
        yield line("")
    if card.terms:
        yield line("Sigles", "bold cyan")
        for term in card.terms:
            yield _indented(line(term.term, "bold") + line(typeset(f" : {term.expansion}")))
        yield line("")
    if card.related:
        yield line("Voir aussi", "bold cyan")
        for other in card.related:
            yield _indented(line(other.question), line(other.id, "dim"))
        yield line("")
    yield line(card.command, "dim")
    if card.replay:
        yield line(card.replay, "dim")


def line(text: str, style: str = "") -> Text:
    """Give a text for `paint`, whose no-break spaces will hold."""
    return Text(_hold(text), style=style, overflow="fold")


def _hold(text: str) -> str:
    return text.replace(NBSP, _HELD)


def render_option(
    question: str, chosen: follow_up.Line, replay: str, width: int, color: bool
) -> str:
    """Give, on its own, an option that was just chosen, what holds then, and what leads there."""
    tail = [line(""), line(replay, "dim")] if replay else []
    head = [line(""), line(question, "bold cyan")]
    return paint([*head, _follow_up(chosen), *tail], width, color)


def _follow_up(asked: follow_up.Line) -> RenderableType:
    indent = 4 * min(asked.depth, _DEEPEST)
    if not asked.pair:
        hint = [line(asked.outcome, "dim")] if asked.outcome else []
        return Padding(Group(line(asked.text, "bold cyan"), *hint), (0, 0, 0, indent))
    label = line(f"{asked.text} ", "bold") + line(f"({asked.pair})", "dim")
    then = [line(asked.outcome)] if asked.outcome else []
    if asked.answer:
        then.append(line(typeset(f"Voir : {asked.answer}"), "dim"))
    inside = Padding(Group(*then), (0, 0, 0, 2))
    return Padding(Group(label, inside), (0, 0, 0, 2 + indent))


def _indented(*blocks: RenderableType) -> RenderableType:
    return Padding(Group(*blocks), (0, 0, 0, 2))


def body(markdown: str) -> RenderableType:
    """Give a Markdown body; link targets are shown, not hidden behind their text."""
    held = _hold(markdown)
    rendered = Markdown(held, hyperlinks=False)
    # Rich drops raw HTML; the parser of every other format leaves it as the text that it is.
    rendered.parsed = parse(held)
    return rendered


def _section(heading: str, rows: list[tuple[str, str]]) -> Iterable[RenderableType]:
    if not rows:
        return
    yield line(heading, "bold cyan")
    for title, url in rows:
        # Addresses are folded, never cut: they must survive a copy.
        yield _indented(line(title), Text(url, style="blue", overflow="fold"))
    yield line("")
