"""One example of each thing that a walk does."""

from journey.corpora import corpus_of, level

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Corpus, Option
from segur_faq.journey.path import UNKNOWN, Path
from segur_faq.journey.walk import How, Outcome, Question, correct, culprit, walk

LEVELS = (
    level("kind", "tool", "label"),
    level("place", "north", "south", "east", under={"kind": "tool"}),
    level("topic", "cost", "dates"),
    level("wave", "1", "2", asked=False),
)
CORPUS = corpus_of(
    LEVELS,
    {
        "label": {"kind": "label", "topic": "cost"},
        "north": {"kind": "tool", "place": "north", "topic": "cost", "wave": "1"},
        "south": {"kind": "tool", "place": "south", "topic": "cost dates"},
        "general": {"kind": "tool", "topic": "dates"},
    },
)


def go(corpus: Corpus = CORPUS, **choices: str) -> Question | Outcome:
    return walk(AnswerIndex(corpus), Path(tuple(choices.items())))


def told(reached: Question | Outcome) -> list[tuple[str, How]]:
    return [(step.level.id, step.how) for step in reached.steps]


def shown(reached: Question | Outcome) -> list[str]:
    return [answer.id for group in reached.groups for answer in group.answers]


def test_it_begins_with_the_first_level():
    reached = go()
    assert isinstance(reached, Question)
    assert reached.level.id == "kind"
    assert [(o.option.id, o.total, o.own) for o in reached.offers] == [
        ("tool", 3, 3),
        ("label", 1, 1),
    ]
    assert reached.steps == ()


def test_an_option_says_how_many_answers_name_it():
    offers = go(kind="tool").offers
    assert [(o.option.id, o.total, o.own) for o in offers] == [
        ("north", 2, 1),
        ("south", 2, 1),
        ("east", 1, 0),
    ]


def test_one_answer_ends_the_questions():
    reached = go(kind="label")
    assert isinstance(reached, Outcome)
    assert shown(reached) == ["label"]
    assert told(reached) == [("kind", How.CHOSEN)]


def test_a_level_left_open_is_told_and_not_asked_again():
    reached = go(kind="tool", place=UNKNOWN)
    assert isinstance(reached, Question)
    assert reached.level.id == "topic"
    assert told(reached) == [("kind", How.CHOSEN), ("place", How.UNKNOWN)]


def test_a_choice_further_on_is_told_at_an_earlier_question():
    reached = go(topic="dates", wave=UNKNOWN)
    assert isinstance(reached, Question)
    assert reached.level.id == "place"
    assert told(reached) == [
        ("kind", How.ONLY),
        ("topic", How.CHOSEN),
        ("wave", How.UNKNOWN),
    ]


def test_a_level_that_is_not_asked_filters_when_it_is_given():
    assert shown(go(kind="tool", place="north", wave="2")) == ["general"]
    assert "wave" not in dict(told(go(kind="tool", place=UNKNOWN, topic=UNKNOWN)))


def test_the_outcome_names_the_level_that_would_separate():
    reached = go(kind="tool", place=UNKNOWN, topic=UNKNOWN)
    assert isinstance(reached, Outcome)
    assert reached.separating.id == "place"


def test_nothing_separates_when_nothing_was_left_open():
    corpus = corpus_of((level("a", "1", "2"),), {"r0": {}, "r1": {}})
    reached = go(corpus)
    assert told(reached) == [("a", How.SAME)]
    assert reached.separating is None


def test_an_only_option_is_taken_and_told():
    corpus = corpus_of(
        (level("a", "1", "2"), level("b", "1", "2")),
        {"r0": {"a": "1", "b": "1"}, "r1": {"a": "1", "b": "2"}},
    )
    reached = go(corpus)
    assert reached.level.id == "b"
    assert [(s.level.id, s.how, s.option.id) for s in reached.steps] == [("a", How.ONLY, "1")]


def test_an_only_option_does_not_hide_what_exists_where_its_level_is_not_asked():
    """With « I do not know » at `kind`, `place` has one option left, but may not apply at all."""
    corpus = corpus_of(
        (
            level("kind", "tool", "label"),
            level("place", "north", under={"kind": "tool"}),
            level(
                "room",
                "hall",
                Option("attic", "attic", under={"place": ("north",)}),
                Option("desk", "desk", under={"kind": ("label",)}),
            ),
        ),
        {"r0": {"room": "hall desk"}, "r1": {"room": "attic desk"}},
    )
    reached = go(corpus, kind=UNKNOWN)
    assert ("place", How.ONLY) in told(reached)
    assert [(o.option.id, o.total) for o in reached.offers] == [
        ("hall", 1),
        ("attic", 1),
        ("desk", 2),
    ]


def test_a_single_option_that_would_narrow_is_neither_asked_nor_taken():
    corpus = corpus_of(
        (level("kind", "tool", "label"), level("place", "north", under={"kind": "tool"})),
        {"r0": {"kind": "tool"}, "r1": {"kind": "label"}},
    )
    reached = go(corpus, kind=UNKNOWN)
    assert isinstance(reached, Outcome)
    assert told(reached) == [("kind", How.UNKNOWN)]
    assert set(shown(reached)) == {"r0", "r1"}


def test_what_no_option_leads_to_is_still_reached_by_not_knowing():
    """`r2` holds for neither option of `c`, only where `c` is not asked, by `a` or `b`.

    Neither of these is asked, as neither alone changes what remains; « je ne sais pas » at `c`
    leaves `r2` in the list all the same.
    """
    corpus = corpus_of(
        (
            level("a", "1", "2"),
            level("b", "1", "2"),
            level("c", "1", "2", under={"a": "1", "b": "1"}),
        ),
        {"r0": {"c": "1"}, "r1": {"c": "2"}, "r2": {}},
        {"r2": [{"a": "1", "b": "1"}]},
    )
    reached = go(corpus)
    assert isinstance(reached, Question)
    assert reached.level.id == "c"
    assert set(shown(go(corpus, c=UNKNOWN))) == {"r0", "r1", "r2"}


def test_nothing_remains_under_an_impossible_path():
    reached = go(kind="label", place="north")
    assert isinstance(reached, Outcome)
    assert reached.answers == ()
    assert reached.separating is None


def test_the_culprit_is_named():
    index = AnswerIndex(CORPUS)
    found = culprit(index, Path((("topic", "dates"), ("place", "north"), ("kind", "label"))))
    assert found is not None
    assert found[:2] == (LEVELS[1], LEVELS[1].option("north"))
    assert dict(found[2]) == {"kind": "label", "place": "north"}
    assert culprit(index, Path((("kind", "tool"), ("topic", UNKNOWN)))) is None


def test_a_correction_keeps_what_still_holds_and_tells_what_does_not():
    index = AnswerIndex(CORPUS)
    path = Path((("topic", "cost"), ("kind", "tool"), ("place", "south"), ("wave", UNKNOWN)))
    kept, dropped = correct(index, path, "kind", "label")
    assert dict(kept.pairs) == {"kind": "label", "topic": "cost", "wave": UNKNOWN}
    assert dict(dropped.pairs) == {"place": "south"}


def test_a_correction_leaves_earlier_choices_alone():
    index = AnswerIndex(CORPUS)
    kept, dropped = correct(
        index, Path((("kind", "tool"), ("place", "south"), ("topic", "cost"))), "topic", "dates"
    )
    assert dict(kept.pairs) == {"kind": "tool", "place": "south", "topic": "dates"}
    assert dropped.pairs == ()
