"""The order of answers: those that name the choices first, long lists cut into sections."""

from unittest import mock

from hypothesis import event, given
from hypothesis import strategies as st
from journey.corpora import corpora_and_paths, corpus_of, level, naive, thorough

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Corpus
from segur_faq.journey import groups
from segur_faq.journey.groups import Group, arrange


def arranged(corpus: Corpus, **choices: str) -> tuple[Group, ...]:
    index = AnswerIndex(corpus)
    return arrange(index, choices, index.remaining(choices))


def brief(found: tuple[Group, ...]) -> list[tuple[str | None, list[str]]]:
    return [(g.option and g.option.id, [a.id for a in g.answers]) for g in found]


@thorough(200)
@given(corpora_and_paths(), st.sampled_from((0, 1, 3, groups.LONG)))
def test_groups_part_what_remains_with_the_specific_first(drawn, long):
    corpus, path = drawn
    with mock.patch.object(groups, "LONG", long):
        found = arranged(corpus, **path.known)
    event(f"{min(len(found), 3)} groups")
    shown = [answer.id for group in found for answer in group.answers]
    assert len(shown) == len(set(shown))
    assert set(shown) == naive(corpus).remaining(path.known)

    order = {lv.id: number for number, lv in enumerate(corpus.levels)}
    specific = [group for group in found if group.option is not None]
    assert found[: len(specific)] == tuple(specific)
    assert len(found) - len(specific) <= 1
    positions = [order[group.level.id] for group in specific]
    assert positions == sorted(set(positions), reverse=True)
    for number, group in enumerate(found):
        assert group.answers
        assert group.option is None or path.known[group.level.id] == group.option.id
        for answer in group.answers:
            if group.option is not None:
                assert answer.names(group.level.id, group.option.id)
            for above in specific[:number]:
                assert not answer.names(above.level.id, above.option.id)


@thorough(200)
@given(corpora_and_paths(), st.sampled_from((0, 1, 3)))
def test_sections_are_about_one_open_level(drawn, long):
    corpus, path = drawn
    with mock.patch.object(groups, "LONG", long):
        found = arranged(corpus, **path.known)
    for group in found:
        sections = group.sections
        assert all(section.answers for section in sections)
        if len(group.answers) <= long:
            assert len(sections) == 1
        headed = [s for s in sections if s.option is not None]
        assert sections[: len(headed)] == tuple(headed)
        assert len(sections) - len(headed) <= 1
        if not headed:
            continue
        event("cut into sections")
        (about,) = (lv for lv in corpus.levels if headed[0].option in lv.options)
        assert about.asked
        assert about.id not in path.known
        order = [about.options.index(section.option) for section in headed]
        assert order == sorted(set(order))
        for section in headed:
            assert all(a.names(about.id, section.option.id) for a in section.answers)


PLACES = level("place", "north", "south")
TOPICS = level("topic", "cost", "dates", "people")


def test_answers_that_name_the_choice_come_before_the_general_ones():
    corpus = corpus_of(
        (PLACES,), {"all": {}, "both": {"place": "north south"}, "south": {"place": "south"}}
    )
    assert brief(arranged(corpus, place="north")) == [("north", ["both"]), (None, ["all"])]
    assert [g.level for g in arranged(corpus, place="north")] == [PLACES, PLACES]


def test_there_is_one_plain_group_when_nothing_tells_answers_apart():
    corpus = corpus_of((PLACES,), {"a": {}, "b": {}})
    (group,) = arranged(corpus, place="north")
    assert (group.level, group.option) == (None, None)
    assert arranged(corpus_of((PLACES,), {"a": {"place": "south"}}), place="north") == ()


def test_the_last_choice_comes_first_and_one_that_nearly_all_name_has_no_heading():
    corpus = corpus_of(
        (PLACES, TOPICS),
        {
            "general": {},
            "north": {"place": "north"},
            "north-too": {"place": "north"},
            "cost": {"place": "north", "topic": "cost"},
        },
    )
    found = arranged(corpus, place="north", topic="cost")
    assert brief(found) == [("cost", ["cost"]), (None, ["general", "north", "north-too"])]


def test_a_choice_that_few_name_keeps_its_heading_below_the_last():
    corpus = corpus_of(
        (PLACES, TOPICS),
        {
            "general": {},
            "more": {},
            "north": {"place": "north"},
            "cost": {"topic": "cost"},
        },
    )
    found = arranged(corpus, place="north", topic="cost")
    assert brief(found) == [("cost", ["cost"]), ("north", ["north"]), (None, ["general", "more"])]


def test_a_choice_that_half_of_the_answers_name_keeps_its_heading():
    answers = {
        "general": {},
        "north": {"place": "north"},
        "both": {"place": "north", "topic": "cost"},
    }
    corpus = corpus_of((PLACES, TOPICS), {**answers, "more": {}})
    found = arranged(corpus, place="north", topic="cost")
    assert [group.option and group.option.id for group in found] == ["cost", "north", None]


def test_a_long_group_is_cut_by_the_first_open_level_that_most_of_it_names():
    answers = {f"c{n}": {"topic": "cost"} for n in range(5)}
    answers |= {f"d{n}": {"topic": "dates cost"} for n in range(5)} | {
        f"g{n}": {} for n in range(3)
    }
    ((group),) = arranged(corpus_of((PLACES, TOPICS), answers))
    assert [(s.option and s.option.id, len(s.answers)) for s in group.sections] == [
        ("cost", 5),
        ("dates", 5),
        (None, 3),
    ]


def test_a_long_group_without_such_a_level_stays_whole():
    answers = {f"g{n}": {} for n in range(groups.LONG + 5)}
    (group,) = arranged(corpus_of((PLACES, TOPICS), answers))
    assert len(group.sections) == 1
    assert len(group.answers) == groups.LONG + 5
