"""Tables in Markdown, with numbers as French has them."""

from collections.abc import Sequence

from segur_faq.text import NBSP, typeset

NONE = "—"
"""What was not measured."""


def table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Draw a table: the first column to the left, the others to the right."""
    lines = [list(map(typeset, line)) for line in (headers, *rows)]
    widths = [max(3, *(len(line[n]) for line in lines)) for n in range(len(headers))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    drawn = [
        [cell.ljust(widths[0]) if n == 0 else cell.rjust(widths[n]) for n, cell in enumerate(line)]
        for line in (lines[0], rule, *lines[1:])
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in drawn)


def heading(text: str, depth: int = 2) -> str:
    """Give a heading, with the lines around it."""
    return f"\n{'#' * depth} {typeset(text)}\n\n"


def number(value: float, digits: int = 3) -> str:
    """Give a number with so many telling digits, and never fewer than its units."""
    decimals = 0
    while decimals < digits - 1 and abs(value) * 10**decimals < 10 ** (digits - 1):
        decimals += 1
    return f"{value:,.{decimals}f}".replace(",", NBSP).replace(".", ",")


def duration(seconds: float) -> str:
    """Give a time in the unit that suits it."""
    if seconds >= 1:
        return f"{number(seconds)}{NBSP}s"
    return f"{number(seconds * 1000)}{NBSP}ms"


def times(ratio: float) -> str:
    """Give a ratio."""
    return f"×{NBSP}{number(ratio)}"
