"""What a screen carries beside its rows."""

from dataclasses import replace

from journey.corpora import corpus_of, level
from journey.searching import searcher

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Corpus, Option
from segur_faq.journey.decisions import (
    Choose,
    Correct,
    Narrow,
    Read,
    Recap,
    Search,
    ShowAll,
    ShowOwn,
)
from segur_faq.journey.dialogue import State, advance
from segur_faq.journey.path import UNKNOWN, Path
from segur_faq.journey.rows import Row
from segur_faq.journey.screen import Screen
from segur_faq.journey.screens import screen_of

PLACE = replace(
    level(
        "place",
        Option("north", "Nord", aliases=("boréal",), family="Poles", help="Where it is cold."),
        Option("south", "Sud", short_label="S", family="Poles"),
        Option("here", "Ici", family="Home"),
    ),
    help="Look at a map.",
    name="Lieu",
)
TOPIC = level("topic", "cost", "dates")
START = Path()


def screen(corpus: Corpus, *decisions, path: Path = START) -> Screen:
    index = AnswerIndex(corpus)
    state = State(path)
    for decision in decisions:
        state = advance(index, state, decision, searcher(index))
    return screen_of(index, state)


def options(found: Screen) -> list[Row]:
    return [row for row in found.rows if not row.is_action]


def offers(found: Screen) -> list[Row]:
    return [row for row in options(found) if isinstance(row.decision, Choose)]


ANSWERS = {
    "n": {"place": "north", "topic": "cost"},
    "s": {"place": "south", "topic": "cost dates"},
    "h": {"place": "here", "topic": "dates"},
}
CORPUS = corpus_of((PLACE, TOPIC), ANSWERS)


def test_a_family_is_a_heading_over_its_first_option():
    rows = offers(screen(CORPUS))
    assert [(row.label, row.headings) for row in rows] == [
        ("Nord", ("Poles",)),
        ("Sud", ()),
        ("Ici", ("Home",)),
    ]


def test_an_option_is_found_by_all_its_spellings_and_tells_how_to_know_it():
    north, south, _ = offers(screen(CORPUS))
    assert {"north", "Nord", "boréal"} <= set(north.keywords)
    assert {"south", "Sud", "S"} <= set(south.keywords)
    assert north.help == "Where it is cold."


def test_the_question_carries_its_help():
    found = screen(CORPUS)
    assert found.title == PLACE.question
    assert found.help == PLACE.help


def test_counts_tell_own_answers_only_when_there_are_others():
    assert [row.detail for row in offers(screen(CORPUS))] == ["1", "1", "1"]
    for row in offers(screen(corpus_of((PLACE, TOPIC), {**ANSWERS, "general": {}}))):
        assert row.detail.startswith("2")
        assert "1" in row.detail


def test_a_skipped_level_is_announced_once_after_the_choice_that_skipped_it():
    corpus = corpus_of(
        (PLACE, TOPIC, level("last", "1", "2")),
        {
            "a": {"place": "north", "topic": "cost", "last": "1"},
            "b": {"place": "north", "topic": "cost", "last": "2"},
            "c": {"place": "south"},
        },
    )
    after_choice = screen(corpus, Choose("place", "north"))
    assert after_choice.title == "last ?"
    assert len(after_choice.notices) == 1
    assert not screen(corpus, Choose("place", "north"), Choose("last", "1")).notices


def test_the_recap_line_follows_the_choices():
    corpus = corpus_of((PLACE, TOPIC), {**ANSWERS, "general": {}})
    assert screen(corpus).recap == ""
    assert "S" in screen(corpus, Choose("place", "south")).recap
    assert screen(corpus, Choose("place", UNKNOWN)).recap


def test_every_screen_knows_the_path_that_led_to_it():
    corpus = corpus_of((PLACE, TOPIC), {**ANSWERS, "general": {}})
    path = Path((("place", "south"),))
    for further in (
        [],
        [ShowAll()],
        [ShowAll(), Read("s")],
        [Recap()],
        [Recap(), Correct("place")],
    ):
        assert screen(corpus, *further, path=path).path == path


def test_an_answer_shows_what_to_read_next():
    named = {a.id: a for a in CORPUS.answers}
    answers = (
        replace(named["n"], see_also=("h", "gone", "former")),
        replace(named["s"], former_ids=("former",)),
        named["h"],
    )
    corpus = replace(CORPUS, answers=answers)
    found = screen(corpus, Choose("place", "north"))
    assert found.answer.id == "n"
    rows = [row for row in found.rows if isinstance(row.decision, Read)]
    assert [row.decision.answer for row in rows] == ["h", "s"]
    assert [bool(row.headings) for row in rows] == [True, False]


def test_nothing_to_show_still_lets_the_reader_move():
    found = screen(CORPUS, path=Path((("place", "north"), ("topic", "dates"))))
    assert found.answer is None
    assert found.title
    assert options(found) == []
    assert found.rows


def test_rows_of_a_list_have_the_heading_of_their_group():
    corpus = corpus_of((PLACE, TOPIC), {**ANSWERS, "general": {}})
    rows = options(screen(corpus, Choose("place", "south"), ShowAll()))
    assert [(row.decision.answer, bool(row.headings)) for row in rows] == [
        ("s", True),
        ("general", True),
    ]


def test_few_answers_are_shown_beside_the_question_and_many_are_found_by_typing():
    few = screen(CORPUS)
    assert [row.decision for row in options(few) if isinstance(row.decision, Read)] == [
        Read(answer_id) for answer_id in ANSWERS
    ]
    assert few.findable == ()
    many = {f"a{n}": {"place": place} for n, place in enumerate(["north", "south", "here"] * 3)}
    found = screen(corpus_of((PLACE, TOPIC), many))
    assert not any(isinstance(row.decision, Read) for row in found.rows)
    assert {row.decision for row in found.findable} == {Read(answer_id) for answer_id in many}


def test_what_words_found_is_one_list_with_the_passage_of_each():
    found = screen(CORPUS, Search("s h n"))
    rows = options(found)
    assert [row.decision for row in rows] == [Read("s"), Read("h"), Read("n")]
    assert [bool(row.headings) for row in rows] == [True, False, False]
    assert [row.help for row in rows] == ["Passage of s.", "Passage of h.", "Passage of n."]
    narrowing = next(row for row in found.rows if row.decision == Narrow())
    assert PLACE.name in narrowing.label


def test_a_question_inside_a_search_counts_what_was_found():
    corpus = corpus_of((PLACE, TOPIC), {**ANSWERS, "general": {}})
    found = screen(corpus, Search("s general h"), Narrow())
    assert found.title == PLACE.question
    details = {row.label: row.detail for row in offers(found)}
    assert details["Sud"].startswith("2")
    assert details["Nord"].startswith("1")
    assert not any(isinstance(row.decision, ShowOwn) for row in found.rows)


def test_only_the_question_of_a_search_that_still_parts_what_was_found_is_offered():
    assert Narrow() not in [row.decision for row in screen(CORPUS, Search("s")).rows]
    narrowed = screen(CORPUS, Search("s h n"), Narrow(), Choose("place", "south"))
    assert [row.decision for row in options(narrowed)] == [Read("s")]
    assert Narrow() not in [row.decision for row in narrowed.rows]
