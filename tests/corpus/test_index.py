"""What remains under choices, held against a naive reading of the cascade."""

import itertools
from collections.abc import Iterator, Mapping

from hypothesis import given
from journey.corpora import (
    corpora,
    corpus_of,
    ids,
    level,
    naive,
    random_choices,
    randoms,
    thorough,
)

from segur_faq.corpus.index import (
    AnswerIndex,
    Index,
    available_options,
    boxes_of,
    full_box,
)
from segur_faq.corpus.model import Answer, Condition, Corpus, Level, Option

SKIPPED = None
"""At a point of a cascade: the level was not asked."""


@thorough(200)
@given(corpora(), randoms())
def test_what_remains_is_what_the_walks_say(corpus, random):
    index, expected = AnswerIndex(corpus), naive(corpus)
    for _ in range(10):
        choices = random_choices(random, corpus)
        assert ids(index, index.remaining(choices)) == expected.remaining(choices)


@thorough(100)
@given(corpora(), randoms())
def test_choices_are_possible_when_a_walk_contains_them(corpus, random):
    index, expected = AnswerIndex(corpus), naive(corpus)
    for _ in range(10):
        choices = random_choices(random, corpus)
        assert index.is_possible(choices) == expected.is_possible(choices)


@thorough(50)
@given(corpora())
def test_naming_is_holding_for_an_option_without_the_word_all(corpus):
    index = AnswerIndex(corpus)
    for lv in corpus.levels:
        for option in lv.options:
            named = {a.id for a in corpus.answers if a.names(lv.id, option.id)}
            assert ids(index, index.naming(lv.id, option.id)) == named
    assert index.naming("gone", "gone") == 0


@thorough(50)
@given(corpora(), randoms())
def test_the_answers_of_a_mask_come_in_the_order_of_the_corpus(corpus, random):
    mask = random.getrandbits(len(corpus.answers))
    index = AnswerIndex(corpus)
    expected = [a for number, a in enumerate(corpus.answers) if mask & (1 << number)]
    assert index.answers(mask) == expected


@thorough(100)
@given(corpora(most_levels=4))
def test_boxes_are_what_an_answer_applies_to_without_its_exceptions(corpus):
    points = list(every_point(corpus.levels))
    for answer in corpus.answers:
        boxes = boxes_of(answer)
        for point in points:
            excepted = any(contained(hole, point) for hole in answer.exceptions)
            inside = [box for box in boxes if matches(box, point)]
            assert bool(inside) == (matches(answer.applies, point) and not excepted)


@thorough(100)
@given(corpora(most_levels=4))
def test_boxes_are_disjoint_where_every_level_is_asked(corpus):
    points = [p for p in every_point(corpus.levels) if SKIPPED not in p.values()]
    for answer in corpus.answers:
        boxes = boxes_of(answer)
        assert all(sum(matches(box, point) for box in boxes) <= 1 for point in points)


def every_point(levels: tuple[Level, ...]) -> Iterator[Mapping[str, str | None]]:
    """Yield every combination of options, each level being perhaps not asked."""
    options = [[SKIPPED, *(o.id for o in lv.options)] for lv in levels]
    for picked in itertools.product(*options):
        yield dict(zip((lv.id for lv in levels), picked, strict=True))


def matches(box: Condition, point: Mapping[str, str | None]) -> bool:
    return all(o is SKIPPED or o in box.get(lv, ()) for lv, o in point.items())


def contained(condition: Condition, point: Mapping[str, str | None]) -> bool:
    return all(point[lv] in options for lv, options in condition.items())


# --- examples --------------------------------------------------------------------------------


def remaining(corpus: Corpus, **choices: str) -> set[str]:
    index = AnswerIndex(corpus)
    return set(ids(index, index.remaining(choices)))


CONDITIONAL = (
    level("kind", "tool", "label"),
    level("place", "north", "south", under={"kind": "tool"}),
    level(
        "room",
        Option("attic", "attic", under={"place": ("north",)}),
        Option("cellar", "cellar", under={"place": ("south",)}),
    ),
)


def test_a_level_that_is_not_asked_does_not_narrow():
    corpus = corpus_of(CONDITIONAL, {"r": {"place": "north"}})
    assert remaining(corpus, kind="label") == {"r"}
    assert remaining(corpus, place="north") == {"r"}
    assert remaining(corpus, place="south") == set()


def test_choices_that_the_cascade_does_not_allow_together_leave_nothing():
    corpus = corpus_of(CONDITIONAL, {"r": {}})
    assert remaining(corpus, kind="label", place="north") == set()
    assert remaining(corpus, room="attic", place="south") == set()
    assert remaining(corpus, room="attic") == {"r"}
    assert remaining(corpus, room="nowhere") == set()


def test_an_exception_needs_all_of_its_levels():
    corpus = corpus_of(
        CONDITIONAL, {"r": {}}, {"r": [{"place": "north", "room": "attic"}, {"kind": "label"}]}
    )
    assert remaining(corpus, place="north") == set()
    assert remaining(corpus, place="south") == {"r"}
    assert remaining(corpus, kind="label") == set()


def test_an_exception_over_a_whole_level_spares_the_walks_that_do_not_ask_it():
    corpus = corpus_of(CONDITIONAL, {"r": {}}, {"r": [{"place": "north south"}]})
    assert remaining(corpus, kind="tool") == set()
    assert remaining(corpus, kind="label") == {"r"}
    assert remaining(corpus) == {"r"}


def test_exceptions_that_overlap_are_each_taken_away():
    corpus = corpus_of(
        (level("a", "1", "2", "3"), level("b", "1", "2", "3")),
        {"r": {}},
        {"r": [{"a": "1 2", "b": "1"}, {"a": "2 3", "b": "1 2"}]},
    )
    held = {(a, b) for a in "123" for b in "123" if remaining(corpus, a=a, b=b)}
    assert held == {("1", "2"), ("1", "3"), ("2", "3"), ("3", "3")}


def test_an_empty_exception_takes_nothing_away():
    answer = Answer("r", "r ?", "…", {"a": ("1",)}, exceptions=({},))
    assert boxes_of(answer) == [{"a": ("1",)}]


def test_an_exception_elsewhere_takes_nothing_away():
    answer = Answer("r", "r ?", "…", {"a": ("1",)}, exceptions=({"a": ("2",)}, {"b": ("1",)}))
    assert boxes_of(answer) == [{"a": ("1",)}]


def test_an_answer_that_does_not_state_a_level_holds_only_where_it_is_not_asked():
    levels = CONDITIONAL[:2]
    corpus = Corpus("", levels, (Answer("r", "r ?", "…", {"kind": ("tool", "label")}),))
    assert remaining(corpus, kind="tool") == set()
    assert remaining(corpus, kind="label") == {"r"}


def test_words_of_an_answer_that_the_cascade_does_not_know_are_nowhere():
    corpus = Corpus("", CONDITIONAL[:1], (Answer("r", "r ?", "…", {"kind": ("x",), "y": ("z",)}),))
    assert remaining(corpus) == set()


def test_an_index_of_nothing_has_nothing():
    assert AnswerIndex(Corpus("", CONDITIONAL, ())).remaining({}) == 0


def test_the_full_box_is_everywhere_that_the_cascade_goes():
    index = Index(CONDITIONAL, [full_box(CONDITIONAL)])
    assert index.remaining({"room": "attic"}) == index.everything == 1
    assert index.remaining({"room": "attic", "place": "south"}) == 0


def test_the_options_available_depend_on_what_was_picked_before():
    kind, place, room = CONDITIONAL
    assert [o.id for o in available_options(kind, {})] == ["tool", "label"]
    assert available_options(place, {"kind": "label"}) == []
    assert [o.id for o in available_options(room, {"place": "south"})] == ["cellar"]
    assert available_options(room, {"kind": "label"}) == []
