"""What an unknown word was meant to be: the known word at the fewest slips of the fingers."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    start, end = 0, min(len(typed), len(meant))
    while start < end and typed[start] == meant[start]:
        start += 1
    typed, meant, end = typed[start:], meant[start:], end - start
    while end and typed[-1] == meant[-1]:
        typed, meant, end = typed[:-1], meant[:-1], end - 1
    if not end:
        return len(typed) + len(meant)
    # The first letters differ: one of these slips was made there.
    ways = [(1, 1), (1, 0), (0, 1)]
    if typed[:2] == meant[1::-1]:
        ways.append((2, 2))
    best = None
    for skipped, missed in ways:
        if at_most == 0:
            break
        found = slips(typed[skipped:], meant[missed:], at_most - 1)
        if found is not None:
            best, at_most = found + 1, found
    return best


def letters_of(word: str) -> bytes:
    """Give what letters a word has, as four bytes: one bit for each, and more for second ones.

    Each slip changes two of these bits at most.
    """
    bits = 0
    for letter in word:
        bit = 1 << (ord(letter) & 31)
        bits |= _SECOND.get(letter, bit) if bits & bit else bit
    return bits.to_bytes(_BYTES, "little")


_BYTES = 4
_SECOND = {letter: 1 << bit for letter, bit in zip("eitsna", (0, 27, 28, 29, 30, 31), strict=True)}
"""The letters that most often come twice, at the bits that the alphabet leaves free."""


def neighbours(
    typed: str, known: "Iterable[tuple[int, str, bytes, bytes]]", slips: int
) -> "Iterator[tuple[str, int]]":
    """Yield the words that could be so many slips away from one, with what holds them.

    Their letters are compared all at once, as one long number: there are thousands.

    Args:
        typed: a word that is not known.
        known: words of one size, one after the other, the letters of each, and how many answers
            hold each of them; then those of another size.
        slips: how many at most.
    """
    sought = letters_of(typed)
    for size, words, letters, answers in known:
        held = memoryview(answers).cast("I")
        counts = _count_differing(letters, sought)
        for differing in range(2 * slips + 1):
            position = counts.find(differing)
            while position >= 0:
                yield words[position * size : (position + 1) * size], held[position]
                position = counts.find(differing, position + 1)


def _count_differing(letters: bytes, sought: bytes) -> bytes:
    """Count, for each word, the letters that it has and the sought one has not, or the reverse."""
    words = len(letters) // _BYTES
    bits = int.from_bytes(letters, "little") ^ int.from_bytes(sought * words, "little")
    ones = bits.to_bytes(len(letters), "little").translate(_ONES)
    parts = (int.from_bytes(ones[part::_BYTES], "little") for part in range(_BYTES))
    return sum(parts).to_bytes(words, "little")


_ONES = bytes(value.bit_count() for value in range(256))


def best_guess(typed: str, known: "Iterable[tuple[str, int]]", at_most: int) -> str | None:
    """Give the known word that was most likely meant.

    Args:
        typed: a word that is not known.
        known: words with the number of answers that hold them.
        at_most: how many slips there may be.
    """
    best: tuple[int, bool, int, str] | None = None
    for word, frequency in known:
        found = slips(typed, word, at_most)
        if found is None:
            continue
        # Fingers slip on the first letter least of all.
        candidate = (found, word[0] != typed[0], -frequency, word)
        if best is None or candidate < best:
            best = candidate
            at_most = found
    return best[3] if best else None
