"""Correcting an earlier choice, over random corpora."""

from hypothesis import assume, event, given
from journey.corpora import corpora_and_paths, naive, randoms, thorough

from segur_faq.corpus.index import AnswerIndex
from segur_faq.journey.path import UNKNOWN
from segur_faq.journey.walk import correct


@thorough(200)
@given(corpora_and_paths(), randoms())
def test_correcting_keeps_whatever_still_holds(drawn, random):
    corpus, path = drawn
    order = {level.id: number for number, level in enumerate(corpus.levels)}
    level = random.choice(corpus.levels)
    option = random.choice(level.options).id
    kept, dropped = correct(AnswerIndex(corpus), path, level.id, option)
    expected = naive(corpus)

    # Nothing is lost, invented or in both.
    others = {pair for pair in path.pairs if pair[0] != level.id}
    assert set(kept.pairs) | set(dropped.pairs) == others | {(level.id, option)}
    assert len(kept.pairs) + len(dropped.pairs) == len(others) + 1
    assert kept.get(level.id) == option
    assert all(order[lost] > order[level.id] for lost, _ in dropped)

    # An offered correction never empties the path.
    earlier = {lv: o for lv, o in path.known.items() if order[lv] < order[level.id]}
    if expected.remaining({**earlier, level.id: option}):
        event("offered")
        assert expected.remaining(kept.known)
        assert UNKNOWN not in dict(dropped.pairs).values()

    # What was dropped could not be kept with what stands before it.
    for lost, lost_option in dropped:
        event("dropped")
        before = {lv: o for lv, o in kept.known.items() if order[lv] < order[lost]}
        given_again = {} if lost_option == UNKNOWN else {lost: lost_option}
        assert not expected.remaining({**before, **given_again})


@thorough(100)
@given(corpora_and_paths(), randoms())
def test_choosing_the_same_again_changes_nothing(drawn, random):
    corpus, path = drawn
    index = AnswerIndex(corpus)
    assume(path.known)
    assume(index.remaining(path.known))
    level = random.choice(sorted(path.known))
    kept, dropped = correct(index, path, level, path.known[level])
    assert dict(kept.pairs) == dict(path.pairs)
    assert dropped.pairs == ()
