"""Dates as a corpus writes them, and what was meant by one that is written otherwise."""

import re
from functools import cache

from segur_faq.text import fold

_MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
    "octobre", "novembre", "decembre",
)  # fmt: skip
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:er)?[-/. ](\d{1,2}|[a-z]+)[-/. ](\d{4}|\d{2})")


@cache  # a corpus holds few dates, many times
def is_date(text: str) -> bool:
    """Tell whether a text is a day, written year-month-day."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def meant_date(text: str) -> str:
    """Give the date that was probably meant by a text, as French writes dates; empty if unsure."""
    said = fold(text)
    if found := _YEAR_FIRST.fullmatch(said):
        year, month, day = found.groups()
        guesses = [(year, month, day), (year, day, month)]
    elif found := _DAY_FIRST.fullmatch(said):
        day, month, year = found.groups()
        if month in _MONTHS:
            month = str(_MONTHS.index(month) + 1)
        guesses = [(f"20{year}" if len(year) == 2 else year, month, day)]
    else:
        return ""
    written = ("-".join((year, month.zfill(2), day.zfill(2))) for year, month, day in guesses)
    return next(filter(is_date, written), "")
