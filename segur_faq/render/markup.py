"""The Markdown of a body: how it is read, and which of its links are safe.

Only the common part of Markdown has a meaning here. HTML in a body is text, and only links that are
safe to open are links.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from segur_faq.text import harmless

SAFE_SCHEMES = ("http://", "https://", "mailto:")


def parse(markdown: str) -> Any:
    """Give markdown-it's tokens, with raw HTML left as text."""
    tokens = _parser().parse(markdown)
    _disarm(tokens)
    return tokens


@cache
def _parser() -> Any:
    """Give the one parser: to make it takes as long as to read a body."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False})


def _disarm(tokens: Iterable[Any]) -> None:
    """Replace the hostile characters that Markdown can write though no file holds them.

    `&#13;` is a carriage return, and the text of `<https://x.fr/%1B[31m>` is unquoted.
    """
    for token in tokens:
        token.content = harmless(token.content)
        _disarm(token.children or ())


def is_safe(url: str) -> bool:
    """Tell whether a link may be shown as something to open."""
    return url.lower().startswith(SAFE_SCHEMES)
