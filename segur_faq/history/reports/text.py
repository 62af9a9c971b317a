"""The report for a terminal: what went is `[-so-]`, what came is `{+so+}`, in colour too."""

from segur_faq.history.changes import Changes
from segur_faq.history.reports import wording
from segur_faq.history.reports.outline import outline
from segur_faq.text import typeset

_RED, _GREEN, _BOLD, _RESET = "\x1b[31m", "\x1b[32m", "\x1b[1m", "\x1b[0m"
_INDENTS = ("  ", "      ", "        ")


def render(changes: Changes, color: bool = False) -> str:
    """Give all that changed; an empty text if nothing did."""
    if not changes:
        return ""
    marks = _Marks(color)
    lines = [typeset(wording.tally(changes))]
    for part in outline(changes, marks):
        lines += ["", marks.paint(_BOLD, part.heading), *part.lines]
    return "".join(f"{line}\n" for line in lines)


class _Marks:
    def __init__(self, color: bool) -> None:
        self._color = color

    def paint(self, style: str, text: str) -> str:
        return f"{style}{text}{_RESET}" if self._color else text

    def entry(self, sign: str, text: str) -> str:
        return _INDENTS[0] + (self.signed(sign, text) if sign else text)

    def detail(self, depth: int, text: str) -> str:
        return _INDENTS[depth] + text

    def signed(self, sign: str, text: str) -> str:
        style = {"+": _GREEN, "-": _RED}.get(sign)
        return self.paint(style, f"{sign} {text}") if style else f"{sign} {text}"

    def code(self, text: str) -> str:
        return text

    def plain(self, text: str) -> str:
        return text

    def gone(self, text: str) -> str:
        return self.paint(_RED, f"[-{text}-]")

    def came(self, text: str) -> str:
        return self.paint(_GREEN, f"{{+{text}+}}")
