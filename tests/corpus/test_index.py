from hypothesis import given
from journey.corpora import corpora, ids, naive, random_choices, randoms, thorough

from segur_faq.corpus.index import AnswerIndex


@thorough(200)
@given(corpora(), randoms())
def test_what_remains_is_what_the_walks_say(corpus, random):
    index, expected = AnswerIndex(corpus), naive(corpus)
    for _ in range(10):
        choices = random_choices(random, corpus)
        assert ids(index, index.remaining(choices)) == expected.remaining(choices)
        assert index.is_possible(choices) == expected.is_possible(choices)
