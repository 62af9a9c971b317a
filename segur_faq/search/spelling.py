"""What an unknown word was meant to be: the known word at the fewest slips of the fingers."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST = 4
"""Shorter words are left alone: any three letters are one slip from many others."""


LONGEST = 40
"""Longer ones are no words: something was pasted without its spaces, and would cost a long time."""


def allowed_slips(word: str) -> int:
    """Give how many slips a word of that length may hold."""
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
        return 0
    return 1 if len(word) <= 5 else 2


def slips(typed: str, meant: str, at_most: int) -> int | None:
    """Count the slips between two words: a letter too many, too few, another, or two swapped.

    None if there are more than `at_most`. (Optimal string alignment distance.)
    """
    if abs(len(typed) - len(meant)) > at_most:
        return None
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(typed, start=1):
        earlier, before, row = before, row, [i]
        for j, other in enumerate(meant, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == other:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > at_most:
            return None
    return row[-1] if row[-1] <= at_most else None


def best_guess(typed: str, known: "Iterable[tuple[str, int]]") -> str | None:
    """Give the known word that was most likely meant.

    Args:
        typed: a word that is not known.
        known: words with the number of answers that hold them.
    """
    at_most = allowed_slips(typed)
    letters = set(typed)
    best: tuple[int, bool, int, str] | None = None
    for word, frequency in known:
        # Each slip changes two letters of the set at most: a cheap bound before the exact count.
        if len(letters ^ set(word)) > 2 * at_most:
            continue
        found = slips(typed, word, at_most)
        if found is None:
            continue
        # Fingers slip on the first letter least of all.
        candidate = (found, word[0] != typed[0], -frequency, word)
        if best is None or candidate < best:
            best = candidate
            at_most = found
    return best[3] if best else None
