"""The report for a pull request: what went is struck out, what came underlined, much is folded.

By HTML tags, which stand beside any character; the marks of Markdown do not (`mot**, puis**`).
"""

import re

from segur_faq.history.changes import Changes
from segur_faq.history.reports import wording
from segur_faq.history.reports.outline import outline
from segur_faq.text import typeset

_MANY = 40
"""Lines, above which a part is folded away."""

_MOST = 60_000
"""Characters, about: forges refuse a comment of more than 65 536."""

_SPECIAL = re.compile(
    r"(?P<url>https?://\w[^\s<>()\[\]]*[^\s<>()\[\].,;:!?*_'\"])"
    # What forges look for once the Markdown is read, so that a backslash does not stop them.
    r"|(?P<reference>\#(?=\w)|(?<!\w)[@!%&~^](?=\w))"
    r"|(?P<dollar>\$)"
    r"|(?P<mark>[\\`*_\[\]<>|&~\#]|^[-+=]|(?<=^www)\.|(?<=\Wwww)\.)"
    r"|(?P<number>^\d+(?=[.)]))"
)
_SIGNS = {"+": "ajout de ", "-": "retrait de "}


def render(changes: Changes) -> str:
    """Give all that changed, or one line if nothing did."""
    if not changes:
        return wording.NOTHING + "\n"
    lines = [typeset(f"**{wording.tally(changes)}**")]
    parts = list(outline(changes, _Marks()))
    # The short parts first: a long one must not take the room of what the paths show.
    room, shown = _MOST, {}
    for waiting, part in zip(
        range(len(parts), 0, -1), sorted(parts, key=lambda part: _length(part.lines)), strict=True
    ):
        shown[part.heading] = _within(part.lines, room // waiting)
        room -= _length(shown[part.heading])
    for part in parts:
        kept = shown[part.heading]
        if len(kept) > _MANY:
            fold = f"<details><summary>{part.summary}</summary>"
            kept = [fold, "", *kept, "", "</details>"]
        lines += ["", f"### {part.heading}", "", *kept]
    return "".join(f"{line}\n" for line in lines)


def _length(lines: list[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _within(lines: list[str], room: int) -> list[str]:
    """Give as many lines as there is room for, and say if that is not all."""
    for number, line in enumerate(lines):
        room -= len(line) + 1
        if room < 0:
            rest = typeset("- … la suite ne tient pas ici : `segur-faq diff` l'écrit en entier.")
            return [*lines[:number], rest]
    return lines


class _Marks:
    def entry(self, sign: str, text: str) -> str:
        return f"- {_SIGNS.get(sign, '')}{text}"

    def detail(self, depth: int, text: str) -> str:
        return f"{'  ' * depth}- {text}"

    def signed(self, sign: str, text: str) -> str:
        return f"{'−' if sign == '-' else sign} {text}"

    def code(self, text: str) -> str:
        return f"`{' '.join(text.replace('`', '').split())}`"

    def plain(self, text: str) -> str:
        """Keep a text from being read as markup, and from calling people or naming issues."""
        return _SPECIAL.sub(_harmless, re.sub(r"\s*\n\s*", " ", text))

    def gone(self, text: str) -> str:
        return f"<del>{self.plain(text)}</del>"

    def came(self, text: str) -> str:
        return f"<ins>{self.plain(text)}</ins>"


def _harmless(found: re.Match[str]) -> str:
    text = found.group()
    match found.lastgroup:
        case "url":
            return f"<{text}>"
        case "reference":
            return f"\\{text}<!-- -->"
        case "dollar":
            return f"<span>{text}</span>"
        case "number":
            return f"{text}\\"
    return f"\\{text}"
