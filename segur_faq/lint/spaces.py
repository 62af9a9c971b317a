"""The spaces of a French text, and where a line of Markdown begins."""

import re

from segur_faq.text import NBSP

NO_BREAK = f"{NBSP}\u202f"
"""The no-break spaces that typography accepts, wide and narrow."""

ODD = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f\u3000"
"""Spaces of other widths, which the rule `odd-character` reports."""

SPACES = f" {NO_BREAK}"

INLINE = f"{SPACES}{ODD}"
"""Every space that may stand between two words of a line."""

GAP = f"{INLINE}\t\n"
"""What may stand between two words, the end of a line included."""

_LINE_START = re.compile(r"[ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,9}[.)]|#{1,6})?[ \t]*")
_LONGEST_START = 80


def is_line_start(text: str, end: int) -> bool:
    """Tell whether nothing but the mark of a list, heading or quotation is on the line before."""
    start = text.rfind("\n", max(0, end - _LONGEST_START), end) + 1
    if not start and end > _LONGEST_START:
        return False
    return _LINE_START.fullmatch(text, start, end) is not None


def joint(before: str, after: str) -> str:
    """Give the space that belongs between two characters when there are too many."""
    is_bound = (before.isdigit() and after.isdigit()) or before in "«°§" or after in ":;!?»%€"
    return NBSP if is_bound else " "
