"""What repairs would change, as a unified diff: what `patch` takes and people read."""

import re
from collections.abc import Iterator
from difflib import unified_diff

from segur_faq.text import harmless

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_COLORS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}
_BOLD, _RESET = "\x1b[1m", "\x1b[0m"


def diff(name: str, before: bytes, after: bytes, color: bool = False) -> str:
    """Give the diff of one file; empty when nothing changes."""
    old, new = (_LINE.findall(content.decode("utf-8")) for content in (before, after))
    return "".join(_shown(line, color) for line in _diffed(name, old, new))


def _diffed(name: str, old: list[str], new: list[str]) -> Iterator[str]:
    """Yield the lines of the diff, those of the files with their own ends."""
    for line in unified_diff(old, new, name, name, lineterm="\n"):
        yield line
        if not line.endswith(("\n", "\r")):
            yield "\n\\ No newline at end of file\n"


def _shown(line: str, color: bool) -> str:
    """Make a line fit for a terminal: the ends of line of Windows are kept, nothing else acts."""
    end = "\r\n" if line.endswith("\r\n") else "\n" if line.endswith(("\n", "\r")) else ""
    text = harmless(line.rstrip("\r\n") if end else line)
    if not color or not text:
        return text + end
    style = _BOLD if line.startswith(("---", "+++")) else _COLORS.get(text[0], "")
    return f"{style}{text}{_RESET}{end}" if style else text + end
