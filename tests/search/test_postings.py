"""Impacts worked out beforehand, and added up for all answers at once: as if one by one."""

from array import array
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from search.searchable import Searchable, answer

from segur_faq.search import ranking
from segur_faq.search.postings import Postings, rarity_of
from segur_faq.search.ranking import CANDIDATES, MOST_STEMS

TOTAL = 200
STEPS = (1, 2, 3, 5, 12, 13, 50, 199)


def held_by(number: int) -> list[str]:
    """Give the stems of an answer: one of every second, third … answer, up to one answer alone."""
    return [f"s{step}" for step in STEPS if number % step == 0 and number]


@pytest.fixture(scope="module")
def rows():
    postings = Postings()
    for number in range(TOTAL):
        postings.add([(3.0, held_by(number)), (1.0, ["x"] * (number % 7)), (0.3, held_by(number))])
    held = {f"s{step}": (TOTAL - 1) // step for step in STEPS}
    rarity = {stem: rarity_of(TOTAL, number) for stem, number in held.items()}
    return {stem: (worth, *blobs) for stem, worth, *blobs in postings.rows(rarity)}


def impacts(row) -> dict[int, int]:
    """Give the impact on each answer, however it is written."""
    _, numbers, each = row
    values = memoryview(each).cast("H")
    if numbers:
        return dict(zip(memoryview(numbers).cast("I"), values, strict=True))
    assert len(values) == TOTAL
    return {number: value for number, value in enumerate(values) if value}


def test_each_stem_has_an_impact_on_the_answers_that_hold_it_and_no_other(rows):
    assert {bool(numbers) for _, numbers, _ in rows.values()} == {True, False}
    for stem, row in rows.items():
        assert sorted(impacts(row)) == [n for n in range(TOTAL) if stem in held_by(n)], stem


def test_a_rarer_stem_and_a_shorter_answer_weigh_more(rows):
    number = 156  # 2, 3, 12 and 13 divide it
    by_stem = [impacts(rows[f"s{step}"])[number] for step in (1, 2, 3, 12, 13)]
    assert by_stem == sorted(by_stem)
    one = impacts(rows["s1"])
    assert one[7] > one[13]  # held as often, beside six more words in the second


def test_no_query_can_add_up_to_more_than_there_is_room_for():
    postings = Postings()
    stems = [f"s{number}" for number in range(MOST_STEMS)]
    postings.add([(3.0, stems * 50), (2.0, stems * 50)])
    for _ in range(1000):
        postings.add([(1.0, ["x"] * 5000)])
    rows = list(postings.rows(dict.fromkeys(stems, 0.0)))
    best = memoryview(ranking._add_up([row[2:] for row in rows])).cast("H")[0]
    assert 0xFF00 * 0.9 < best <= 0xFFFF
    # One of them is told apart as finely as all together.
    assert memoryview(ranking._add_up([rows[0][2:]])).cast("H")[0] > 0.9 * best


@given(st.lists(st.sampled_from(["s1", "s2", "s3", "s5", "s12", "s13", "s50"]), min_size=1,
                unique=True))  # fmt: skip
def test_scores_are_the_sums_of_impacts(rows, stems):
    scores = memoryview(ranking._add_up([rows[stem][1:] for stem in stems])).cast("H")
    factor = MOST_STEMS // len(stems)
    for number in range(TOTAL):
        each = (impacts(rows[stem]).get(number, 0) for stem in stems)
        assert (scores[number] if number < len(scores) else 0) == factor * sum(each)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from([3, 200, 300, 60_000]), st.integers(1, 4))
def test_the_highest_are_among_those_found(seed, most, step):
    random = Random(seed)
    values = [random.choice((0, random.randrange(most))) for _ in range(random.randrange(1, 400))]
    keep = None if step == 1 else lambda number: number % step == 0
    found = ranking._highest(bytearray(array("H", values).tobytes()), keep)
    kept = [n for n, value in enumerate(values) if value and (keep is None or keep(n))]
    kept.sort(key=lambda number: (-values[number], number))
    assert len(found) == len(set(found))
    assert set(kept[:CANDIDATES]) <= set(found) <= set(kept)


def test_answers_are_found_among_many_by_common_words_and_by_rare_ones():
    many = Searchable(
        *(answer(f"a{n}", "Une carte ?", "postale" if n % 40 == 7 else "") for n in range(400)),
        answer("alone", "Un colis ?", "postale"),
    )
    assert many.ids("colis") == ["alone"]
    assert many.ids("colis carte")[0] == "alone"
    assert set(many.ids("carte postale")[:10]) == {f"a{n}" for n in range(400) if n % 40 == 7}
    assert len(many.ids("carte")) == CANDIDATES
