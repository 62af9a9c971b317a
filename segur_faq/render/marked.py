"""Results of a search for a terminal: questions in bold, the words that were found set off."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from segur_faq.render.found import why
from segur_faq.render.terminal import line, paint
from segur_faq.search.finding import Findings
from segur_faq.search.marking import marks


def render(findings: Findings, width: int, color: bool, explain: bool) -> str:
    """Give the results for a terminal of that width, with or without colour."""
    return paint(_blocks(findings, explain), width, color)


def _blocks(findings: Findings, explain: bool) -> Iterable[RenderableType]:
    for number, result in enumerate(findings.results, start=1):
        stems = frozenset(result.hit.stems)
        yield Text.assemble(line(f"{number}. ", "cyan"), _marked(result.question, stems, "bold"))
        yield _indented(_marked(result.passage, stems))
        yield _indented(line(result.id, "green"))
        if explain:
            yield _indented(line(why(result), "dim"))


def _marked(text: str, stems: frozenset[str], style: str = "") -> Text:
    written = line(text, style)
    for start, end in marks(text, stems):
        written.stylize("underline", start, end)
    return written


def _indented(block: RenderableType) -> RenderableType:
    return Padding(block, (0, 0, 0, 3))
