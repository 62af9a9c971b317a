"""Where an answer's own question leads, and how its options are spelt on the command line."""

from dataclasses import replace

import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from journey.corpora import corpora, corpus_of, level, randoms, thorough

from segur_faq.corpus.cases import cases_of
from segur_faq.corpus.model import Corpus, FollowUp, FollowUpOption
from segur_faq.errors import SegurFaqError
from segur_faq.journey.follow_up import carriers, follow, follow_through, split_pairs, ways_to

NUMBER = FollowUp(
    "number",
    "How many?",
    (
        FollowUpOption("one", "One", text="One is enough."),
        FollowUpOption("many", "Several", aliases=("group",), answer="next"),
    ),
)
KIND = FollowUp(
    "kind",
    "Which kind?",
    (
        FollowUpOption("company", "Société d'exercice", aliases=("SEL",), text="It orders."),
        FollowUpOption("office", "Cabinet libéral", text="You order.", follow_up=NUMBER),
        FollowUpOption("other", "Autre", answer="end"),
    ),
)
COLOUR = FollowUp(
    "colour",
    "Which colour?",
    (FollowUpOption("red", "Red", text="Stop."), FollowUpOption("blue", "Blue", answer="end")),
)
LATER = FollowUp(
    "kind",
    "Of which kind?",
    (FollowUpOption("office", "Bureau"), FollowUpOption("shop", "Magasin", aliases=("échoppe",))),
)


def ending_with(questions: dict[str, FollowUp | None]) -> Corpus:
    """Make a corpus of answers that end with these questions."""
    corpus = corpus_of([level("place", "north", "south")], {name: {} for name in questions})
    answers = tuple(replace(a, follow_up=questions[a.id]) for a in corpus.answers)
    return replace(corpus, answers=answers)


CORPUS = ending_with({"start": KIND, "next": COLOUR, "end": LATER, "plain": None})
START, NEXT, END, PLAIN = CORPUS.answers


# --- inside one answer -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choices", "settled", "asked", "leads_to"),
    [
        ({}, [], KIND, ""),
        ({"kind": "company"}, ["company"], None, ""),
        ({"kind": "office"}, ["office"], NUMBER, ""),
        ({"kind": "office", "number": "one"}, ["office", "one"], None, ""),
        ({"number": "many", "kind": "office"}, ["office", "many"], None, "next"),
        ({"kind": "other", "number": "many"}, ["other"], None, "end"),
        ({"number": "many"}, [], KIND, ""),
        ({"kind": "unheard-of"}, [], KIND, ""),
        ({"kind": ""}, [], KIND, ""),
    ],
)
def test_choices_lead_as_far_as_they_answer(choices, settled, asked, leads_to):
    followed = follow(START, choices)
    assert [option.id for _, option in followed.steps] == settled
    assert followed.asked == asked
    assert followed.leads_to == leads_to


def test_an_answer_that_asks_nothing_leads_nowhere():
    followed = follow(PLAIN, {"kind": "company"})
    assert (followed.steps, followed.asked, followed.leads_to) == ((), None, "")


def options_of(corpus: Corpus) -> dict[str, list[str]]:
    options: dict[str, list[str]] = {}
    for asked, option, *_ in cases_of(corpus):
        options.setdefault(asked, []).append(option)
    return options


@thorough(60)
@given(corpora(), randoms())
def test_every_choice_that_is_asked_settles_one_question_more(corpus, random):
    for answer in corpus.answers:
        choices: dict[str, str] = {}
        followed = follow(answer, choices)
        while followed.asked is not None:
            event(f"asked after {len(choices)}")
            assert followed.leads_to == ""
            option = random.choice(followed.asked.options)
            choices[followed.asked.id] = option.id
            settled = len(followed.steps)
            followed = follow(answer, choices)
            assert len(followed.steps) == settled + 1
            assert followed.steps[-1][1] == option
            assert followed.asked == option.follow_up
        assert followed.leads_to == (followed.steps[-1][1].answer if followed.steps else "")
        # What others ask changes nothing here.
        foreign = {"nobody-asks": "o0", **choices}
        assert follow(answer, foreign) == followed


# --- from one answer to the next ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("choices", "ids"),
    [
        ({}, ["start"]),
        ({"kind": "company"}, ["start"]),
        ({"kind": "office", "number": "many"}, ["start", "next"]),
        ({"kind": "office", "number": "many", "colour": "blue"}, ["start", "next", "end"]),
        ({"kind": "other"}, ["start", "end"]),
        ({"colour": "blue"}, ["start"]),
    ],
)
def test_an_option_leads_to_another_answer_and_that_one_further(choices, ids):
    assert [way.answer.id for way in follow_through(CORPUS, START, choices)] == ids


def test_an_option_may_name_an_answer_by_its_former_id_and_one_that_is_gone_ends_there():
    gone = replace(COLOUR, options=(FollowUpOption("red", "Red", answer="gone"),))
    renamed = replace(END, former_ids=("end",), id="last")
    corpus = replace(CORPUS, answers=(START, replace(NEXT, follow_up=gone), renamed))
    (_, last) = follow_through(corpus, START, {"kind": "other"})
    assert last.answer is renamed
    ways = follow_through(corpus, corpus.answers[1], {"colour": "red"})
    assert [way.answer.id for way in ways] == ["next"]


@thorough(80)
@given(corpora(), randoms())
def test_loops_end(corpus, random):
    """Lint refuses them; a journey must survive them."""
    ids = [answer.id for answer in corpus.answers]

    def looping(asked):
        return asked and replace(
            asked,
            options=tuple(
                replace(o, answer=random.choice(ids), follow_up=looping(o.follow_up))
                for o in asked.options
            ),
        )

    looped = tuple(replace(a, follow_up=looping(a.follow_up)) for a in corpus.answers)
    corpus = replace(corpus, answers=looped)
    choices = {asked: random.choice(options) for asked, options in options_of(corpus).items()}
    for answer in corpus.answers:
        ways = [way.answer.id for way in follow_through(corpus, answer, choices)]
        event(f"{len(ways)} answers on the way")
        assert ways[0] == answer.id
        assert len(set(ways)) == len(ways)


@pytest.mark.parametrize(
    ("choices", "ids"),
    [
        ({}, ["start", "next", "end", "plain"]),
        ({"kind": "office"}, ["start", "end"]),
        ({"kind": "company"}, ["start"]),
        ({"colour": "red"}, ["next"]),
        ({"kind": "office", "number": "many", "colour": "red"}, ["start"]),
        ({"kind": "office", "number": "one", "colour": "red"}, []),
        ({"number": "one"}, []),
        ({"nobody-asks": "x"}, []),
    ],
)
def test_carriers_ask_every_choice_on_the_way(choices, ids):
    assert [answer.id for answer in carriers(CORPUS, CORPUS.answers, choices)] == ids
    assert carriers(CORPUS, (), choices) == []


@pytest.mark.parametrize(
    ("choices", "ways"),
    [
        ({"number": "one"}, [("kind=office",)]),
        ({"kind": "office"}, [()]),
        ({"kind": "office", "number": "one"}, [()]),
        ({"kind": "company", "number": "one"}, []),
        ({"number": "unheard-of"}, []),
        ({"colour": "red"}, []),
        ({}, []),
    ],
)
def test_what_has_yet_to_be_said_for_choices_to_count(choices, ways):
    assert list(ways_to(KIND, choices)) == ways
    assert list(ways_to(None, choices)) == []


# --- on the command line -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "choice"),
    [
        ("kind=company", ("kind", "company")),
        ("KIND=SEL", ("kind", "company")),
        ("Kind=sel", ("kind", "company")),
        ("kind=societe d'exercice", ("kind", "company")),
        (" kind = Société d'Exercice ", ("kind", "company")),
        ("kind=magasin", ("kind", "shop")),
        ("kind=ECHOPPE", ("kind", "shop")),
        ("kind=bureau", ("kind", "office")),
        ("number=group", ("number", "many")),
    ],
)
def test_an_option_is_known_by_any_of_its_spellings(word, choice):
    assert split_pairs(CORPUS, ["place=north", word]) == (["place=north"], dict([choice]))


@pytest.mark.parametrize("word", ["kind", "place=company", "=company", "", "shop"])
def test_other_words_are_left_to_the_cascade(word):
    assert split_pairs(CORPUS, [word, "colour=red"]) == ([word], {"colour": "red"})


def test_a_name_that_is_a_level_s_goes_to_the_level():
    levels = (level("kind", "company", "office"), replace(level("where", "a"), name="Colour"))
    corpus = replace(CORPUS, levels=levels)
    words = ["kind=company", "COLOUR=red", "number=one"]
    assert split_pairs(corpus, words) == (words[:2], {"number": "one"})


def test_an_id_weighs_more_than_another_option_s_alias():
    twin = FollowUp("kind", "?", (FollowUpOption("a", "A", aliases=("shop",)), KIND.options[0]))
    corpus = ending_with({"one": twin, "other": LATER})
    assert split_pairs(corpus, ["kind=shop"])[1] == {"kind": "shop"}


@pytest.mark.parametrize(
    ("value", "meant"),
    [("compny", "company"), ("ofice", "office"), ("cabinet liberl", "office"), ("echopp", "shop")],
)
def test_an_unknown_option_gets_the_nearest_and_all_of_them(value, meant):
    with pytest.raises(SegurFaqError) as raised:
        split_pairs(CORPUS, [f"kind={value}"])
    assert value in raised.value.message
    close, _, every = raised.value.hint.partition("?")
    assert f"« {meant} »" in close.replace("\u00a0", " ")
    for option in ("company", "office", "other", "shop"):
        assert option in every


@pytest.mark.parametrize("value", ["", "zzz", "-", "place"])
def test_what_resembles_nothing_gets_the_options_alone(value):
    with pytest.raises(SegurFaqError) as raised:
        split_pairs(CORPUS, [f"colour={value}"])
    assert "red" in raised.value.hint
    assert "?" not in raised.value.hint


@pytest.mark.parametrize(
    ("name", "meant"), [("knd", "kind"), ("colou", "colour"), ("numbr", "number")]
)
def test_a_name_that_is_misspelt_gets_the_nearest(name, meant):
    with pytest.raises(SegurFaqError) as raised:
        split_pairs(CORPUS, [f"{name}=red"])
    assert meant in raised.value.hint
    # What looks like a level, or like nothing, is for the cascade to tell.
    for other in ("plce=north", "zzz=red", "red"):
        assert split_pairs(CORPUS, [other]) == ([other], {})


def test_a_question_is_answered_once():
    assert split_pairs(CORPUS, ["kind=SEL", "kind=company"])[1] == {"kind": "company"}
    with pytest.raises(SegurFaqError):
        split_pairs(CORPUS, ["kind=company", "kind=office"])


@thorough(60)
@given(corpora(), st.data())
def test_every_case_is_read_back(corpus, data):
    cases = {asked: option for asked, option, *_ in cases_of(corpus)}
    words = [f"{asked}={option}" for asked, option in cases.items()]
    words = data.draw(st.permutations(words))
    assert split_pairs(corpus, words) == ([], cases)
