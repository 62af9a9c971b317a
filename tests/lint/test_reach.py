"""What the rules reason about agrees with the index that journeys use."""

from hypothesis import given, settings
from hypothesis import strategies as st

from segur_faq.corpus.index import AnswerIndex, Index
from segur_faq.corpus.model import Answer, Condition, Corpus, Level, Option
from segur_faq.lint.reach import Reach

NAMES = ("a", "b", "c")


@st.composite
def cascades(draw: st.DrawFn) -> tuple[Level, ...]:
    """Draw a few levels whose conditions name earlier ones, in all the ways that may go wrong."""
    levels: list[Level] = []
    for number in range(draw(st.integers(1, 4))):
        under = conditions([level.id for level in levels])
        options = tuple(
            Option(name, name, under=draw(under)) for name in NAMES[: draw(st.integers(1, 3))]
        )
        levels.append(Level(f"n{number}", "?", options, under=draw(under)))
    return tuple(levels)


def conditions(levels: list[str]) -> st.SearchStrategy[Condition]:
    """Draw one or two levels with some of their options, or nothing."""
    some = st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True).map(tuple)
    if not levels:
        return st.just({})
    return st.dictionaries(st.sampled_from(levels), some, max_size=2)


@st.composite
def answers(draw: st.DrawFn, levels: tuple[Level, ...]) -> Answer:
    """Draw an answer that states every level, perhaps with exceptions."""
    applies = {
        level.id: tuple(
            draw(st.lists(st.sampled_from([o.id for o in level.options]), min_size=1, unique=True))
        )
        for level in levels
    }
    exceptions = draw(st.lists(conditions([level.id for level in levels]), max_size=2))
    return Answer("x", "?", "!", applies, exceptions=tuple(exceptions))


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_an_answer_is_met_where_the_index_finds_it(data: st.DataObject) -> None:
    levels = data.draw(cascades())
    answer = data.draw(answers(levels))
    index = AnswerIndex(Corpus("", levels, (answer,)))
    found = {
        level.id: {o.id for o in level.options if index.remaining({level.id: o.id})}
        for level in levels
    }
    assert Reach(levels).of(answer) == {level: ids for level, ids in found.items() if ids}


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_level_that_is_not_stated_is_taken_for_all(data: st.DataObject) -> None:
    levels = data.draw(cascades())
    applies = dict(data.draw(answers(levels)).applies)
    dropped = data.draw(st.sampled_from(levels))
    everything = {**applies, dropped.id: tuple(option.id for option in dropped.options)}
    del applies[dropped.id]
    reach = Reach(levels)
    assert reach.where(applies) == reach.where(everything)
    assert bool(reach.where(applies)) == bool(Index(levels, [everything]).remaining({}))


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_condition_overlaps_a_box_where_its_options_can_be_chosen(data: st.DataObject) -> None:
    levels = data.draw(cascades())
    box = data.draw(answers(levels)).applies
    condition = data.draw(conditions([level.id for level in levels]))
    known = {level.id: {option.id for option in level.options} for level in levels}
    condition = {k: tuple(set(v) & known[k]) for k, v in condition.items() if set(v) & known[k]}
    index = Index(levels, [box])
    pairs = [{}]
    for level, options in condition.items():
        pairs = [{**chosen, level: option} for chosen in pairs for option in options]
    expected = any(index.remaining(chosen) for chosen in pairs)
    assert Reach(levels).overlap(box, condition) == expected
