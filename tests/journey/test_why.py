"""Why an answer is behind a path, held against every walk of the cascade written out."""

from hypothesis import given
from journey.corpora import corpora_and_paths, corpus_of, level, naive, thorough

from segur_faq.corpus.index import AnswerIndex
from segur_faq.journey.path import UNKNOWN, Path
from segur_faq.journey.why import why

LEVELS = (
    level("kind", "tool", "label"),
    level("place", "north", "south", "east", under={"kind": "tool"}),
    level("topic", "cost", "dates"),
)
CORPUS = corpus_of(
    LEVELS,
    {
        "north": {"kind": "tool", "place": "north"},
        "south": {"kind": "tool", "place": "south", "topic": "cost"},
        "label": {"kind": "label", "topic": "dates"},
        "hole": {"kind": "tool"},
    },
    {"hole": [{"place": "east", "topic": "cost"}]},
)


def told(answer: str, **choices: str):
    """Give why, in ids."""
    found = why(AnswerIndex(CORPUS), CORPUS.answers_by_id[answer], Path(tuple(choices.items())))
    return (
        [(lv.id, option.id) for lv, option in found.named],
        [lv.id for lv in found.anyway],
        [(lv.id, *(o.id for o in options)) for lv, options in found.elsewhere],
        (found.missing[0].id, found.missing[1].id) if found.missing else None,
    )


def test_an_answer_says_what_it_names_and_what_it_holds_for_anyway():
    assert told("north", kind="tool", place="north", topic="dates") == (
        [("kind", "tool"), ("place", "north")],
        ["topic"],
        [("place", "south", "east")],  # « label » goes with no place: it leads nowhere
        None,
    )


def test_what_would_lead_elsewhere():
    assert told("south", kind="tool", topic="cost")[2] == [("topic", "dates")]
    assert told("north", kind="tool")[2] == [("kind", "label")]


def test_an_exception_counts():
    assert told("hole", place="north", topic="cost")[2] == []  # nothing is left at « east, cost »
    assert told("hole", place="east", topic="dates") == (
        [],
        ["place", "topic"],
        [],
        None,
    )


def test_the_first_choice_that_takes_an_answer_away_is_named():
    found = told("south", kind="tool", place="north", topic="dates")
    assert found[3] == ("place", "north")
    assert found[2] == []
    assert told("south", topic="dates", kind="label")[3] == ("kind", "label")


def test_a_level_left_open_is_no_choice():
    assert told("north", kind=UNKNOWN, place="north") == told("north", place="north")


def test_without_choices_there_is_nothing_to_tell():
    assert told("north") == ([], [], [], None)


@given(corpora_and_paths())
@thorough(120)
def test_it_is_what_the_walks_say(drawn):
    corpus, path = drawn
    index, reference = AnswerIndex(corpus), naive(corpus)
    chosen = [(lv, path.known[lv.id]) for lv in corpus.levels if lv.id in path.known]
    for answer in corpus.answers:
        found = why(index, answer, path)
        assert [(lv.id, o.id) for lv, o in found.named] == [
            (lv.id, option)
            for lv, option in chosen
            if lv.id not in answer.everywhere and option in answer.applies.get(lv.id, ())
        ]
        assert [lv.id for lv in found.anyway] == [
            lv.id for lv, _ in chosen if lv.id in answer.everywhere
        ]
        is_there = answer.id in reference.remaining(path.known)
        assert (found.missing is None) == (is_there or not chosen)
        if found.missing is not None:
            first = next(
                (lv.id, option)
                for number, (lv, option) in enumerate(chosen)
                if answer.id not in reference.remaining({x.id: o for x, o in chosen[: number + 1]})
            )
            assert (found.missing[0].id, found.missing[1].id) == first
        expected = []
        for lv, option in chosen if found.missing is None else ():
            others = []
            for other in lv.options:
                left = reference.remaining({**path.known, lv.id: other.id})
                if other.id != option and left and answer.id not in left:
                    others.append(other.id)
            if others:
                expected.append((lv.id, others))
        assert [(lv.id, [o.id for o in options]) for lv, options in found.elsewhere] == expected
