"""The Markdown of a body, read once: what `plain` and `terminal` need of it.

Only the common part of Markdown has a meaning here. HTML in a body is text, and only links that are
safe to open are links.
"""

from typing import Any

SAFE_SCHEMES = ("http://", "https://", "mailto:")


def parse(markdown: str) -> Any:
    """Give markdown-it's tokens, with raw HTML left as text."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False})
    return parser.parse(markdown)


def is_safe(url: str) -> bool:
    """Tell whether a link may be shown as something to open."""
    return url.lower().startswith(SAFE_SCHEMES)
