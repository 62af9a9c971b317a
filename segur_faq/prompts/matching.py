"""Finding rows by what is typed.

Case, accents and ligatures do not count, and every typed word must be found.
"""

from collections.abc import Sequence
from functools import cache

from segur_faq.journey.decisions import Read
from segur_faq.journey.rows import Row
from segur_faq.journey.screen import Screen
from segur_faq.journey.screens import CLOSEST
from segur_faq.text import fold

ENOUGH = 3
"""Letters to type before the answers themselves are looked through: fewer would find them all."""

_NO_MATCH = 9


def found_rows(screen: Screen, typed: str) -> list[Row]:
    """Give what typing finds on a screen: its rows in their order, then answers, closest first."""
    rows = matching_rows(screen.rows, typed)
    if len(typed.strip()) >= ENOUGH and screen.findable:
        rows += _found_answers(screen, typed)
    return rows


def _found_answers(screen: Screen, typed: str) -> list[Row]:
    """Give the answers that hold all that is typed; else, those that come closest to its words.

    Letters first: the last word may be half typed, which no search by words would understand.
    """
    ranked = list(screen.ranked(typed)) if screen.ranked else []
    rank = {answer_id: number for number, answer_id in enumerate(ranked)}

    def place(row: Row) -> int:
        match row.decision:
            case Read(answer_id):
                return rank.get(answer_id, len(rank))
        return len(rank)

    found = matching_rows(screen.findable, typed)
    if found:
        return sorted(found, key=lambda row: (place(row), _closeness(row, typed)))
    return sorted((row for row in screen.findable if place(row) < len(rank)), key=place)[:CLOSEST]


def matching_rows(rows: Sequence[Row], typed: str) -> list[Row]:
    """Keep the rows in which every typed word is found, in their order."""
    return [row for row in rows if _closeness(row, typed) < _NO_MATCH]


def best_row(rows: Sequence[Row], typed: str) -> Row | None:
    """Give the row that what is typed most likely means; None when nothing matches."""
    found = matching_rows(rows, typed)
    return min(found, key=lambda row: _closeness(row, typed), default=None)


def only_row(rows: Sequence[Row], typed: str) -> Row | None:
    """Give the one row that what is typed can mean; None when there is none, or a doubt.

    There is no doubt when nothing else matches, or when one row alone begins with what is typed.
    """
    found = matching_rows(rows, typed)
    exact = [row for row in found if _closeness(row, typed) == 0]
    if len(found) == 1:
        return found[0]
    return exact[0] if len(exact) == 1 else None


def _closeness(row: Row, typed: str) -> int:
    """Rate a row from 0, best: its beginning or an alias, its words, the middle of a word."""
    wanted = fold(typed).split()
    if not wanted:
        return 0
    texts = [_folded(row.label), *map(_folded, row.keywords)]
    if not all(any(word in text for text in texts) for word in wanted):
        return _NO_MATCH
    phrase = " ".join(wanted)
    action = 4 if row.is_action else 0
    if phrase in texts[1:] or texts[0].startswith(phrase):
        return action
    if all(_begins_a_word(word, texts[:1]) for word in wanted):
        return action + 1
    if all(_begins_a_word(word, texts) for word in wanted):
        return action + 2
    return action + 3


@cache
def _folded(text: str) -> str:
    """Fold a text once: a screen may have thousands, gone through at every key."""
    return fold(text)


def _begins_a_word(wanted: str, texts: Sequence[str]) -> bool:
    for text in texts:
        position = text.find(wanted)
        while position >= 0:
            if position == 0 or not text[position - 1].isalnum():
                return True
            position = text.find(wanted, position + 1)
    return False
