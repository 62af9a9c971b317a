"""Slips of the fingers: counted as they should be, and never beyond what a word allows."""

from array import array
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segur_faq.search.spelling import (
    LONGEST,
    SHORTEST,
    allowed_slips,
    best_guess,
    letters_of,
    neighbours,
    slips,
)

# Few letters, so that words come close to one another.
WORDS = st.text("abcd", max_size=8)
SHORT = st.text("abcd", max_size=5)
PLENTY = 5


def naive(typed: str, meant: str) -> int:
    """The optimal string alignment distance, as its definition has it."""

    @cache
    def distance(i: int, j: int) -> int:
        if min(i, j) == 0:
            return max(i, j)
        ways = [
            distance(i - 1, j) + 1,
            distance(i, j - 1) + 1,
            distance(i - 1, j - 1) + (typed[i - 1] != meant[j - 1]),
        ]
        if i > 1 and j > 1 and typed[i - 2 : i] == meant[j - 1] + meant[j - 2]:
            ways.append(distance(i - 2, j - 2) + 1)
        return min(ways)

    return distance(len(typed), len(meant))


@given(SHORT, SHORT)
def test_slips_are_counted_as_defined(typed, meant):
    assert slips(typed, meant, PLENTY) == naive(typed, meant)


@given(WORDS, WORDS, st.integers(0, 4))
def test_more_than_allowed_is_none_and_the_order_does_not_count(typed, meant, at_most):
    expected = naive(typed, meant)
    assert slips(typed, meant, at_most) == (expected if expected <= at_most else None)
    assert slips(meant, typed, at_most) == slips(typed, meant, at_most)


@pytest.mark.parametrize(
    ("typed", "meant", "number"),
    [
        ("certifcat", "certificat", 1),
        ("certifficat", "certificat", 1),
        ("cretificat", "certificat", 1),
        ("cartificat", "certificat", 1),
        ("certificat", "certificat", 0),
        ("", "ab", 2),
    ],
)
def test_what_a_slip_is(typed, meant, number):
    assert slips(typed, meant, 2) == number


@pytest.mark.parametrize(
    ("word", "number"),
    [("", 0), ("dmp", 0), ("sons", 1), ("appel", 1), ("vagues", 2), ("a" * LONGEST, 2),
     ("a" * (LONGEST + 1), 0), ("va25", 0), ("conf11", 0), ("2025", 0)],
)  # fmt: skip
def test_longer_words_allow_more_and_codes_none(word, number):
    assert allowed_slips(word) == number


@given(WORDS, st.lists(st.tuples(WORDS, st.integers(0, 5))))
def test_the_guess_is_the_closest_word_then_the_commonest(typed, known):
    allowed = allowed_slips(typed)
    near = [(naive(typed, w), w[:1] != typed[:1], -n, w) for w, n in known if w]
    near = [candidate for candidate in near if candidate[0] <= allowed]
    known = [(word, number) for word, number in known if word]
    assert best_guess(typed, known, allowed_slips(typed)) == (
        min(near)[-1] if near and typed else None
    )


def test_the_guess_keeps_the_first_letter_if_it_can():
    assert best_guess("mettre", [("lettre", 50), ("mettra", 1)], 2) == "mettra"
    assert best_guess("mettre", [("lettre", 50)], 2) == "lettre"


@pytest.mark.parametrize("typed", ["dpm", "ins", "va2", "2", "conf12"])
def test_short_words_and_codes_are_never_guessed(typed):
    known = [("dmp", 9), ("insi", 9), ("va", 9), ("conf11", 9), ("1", 9)]
    assert len(typed) < SHORTEST or not typed.isalpha()
    assert best_guess(typed, known, allowed_slips(typed)) is None


def group(words: list[str]) -> tuple[int, str, bytes, bytes]:
    """Give words of one size as they are kept, each with its position as its number of answers."""
    letters = b"".join(map(letters_of, words))
    return len(words[0]), "".join(words), letters, array("I", range(len(words))).tobytes()


LETTERS = st.text("aeinstbcé", min_size=4, max_size=9)


@given(LETTERS, st.lists(LETTERS, max_size=30), st.integers(1, 2))
def test_no_word_within_reach_is_left_out(typed, known, at_most):
    by_size: dict[int, list[str]] = {}
    for word in known:
        by_size.setdefault(len(word), []).append(word)
    found = list(neighbours(typed, map(group, by_size.values()), at_most))
    assert all(by_size[len(word)][number] == word for word, number in found)
    within = {word for word in known if naive(typed, word) <= at_most}
    assert within <= {word for word, _ in found}


def test_words_of_other_letters_are_not_even_compared():
    known = ["messagerie", "organiseur", "certificat", "messageris"]
    found = [word for word, _ in neighbours("mesagerie", [group(known)], 1)]
    assert found == ["messagerie", "messageris"]
