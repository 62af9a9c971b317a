"""From YAML files to a corpus: what is read, and where it was written."""

from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from journey.corpora import random_follow_up, randoms

from segur_faq.corpus import nodes
from segur_faq.corpus.files import ANSWERS, SourceFile
from segur_faq.corpus.locate import locate
from segur_faq.corpus.model import (
    Citation,
    Corpus,
    FollowUp,
    FollowUpOption,
    Link,
    Source,
    Term,
)
from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence, parse
from segur_faq.corpus.problem import Place, Problems, Severity
from segur_faq.corpus.reader import read_corpus
from segur_faq.corpus.reading import Reading

LOADERS = {"pure": yaml.SafeLoader, "c": getattr(yaml, "CSafeLoader", yaml.SafeLoader)}

CASCADE = """\
format: 1
title: A corpus
levels:
  - id: kind
    question: What kind?
    options:
      - {id: tool, label: Tool, short_label: T, aliases: [gadget, thing], family: Made, help: Look.}
      - {id: label, label: Label}
  - id: place
    name: Place
    question: Where?
    help: Look at a map.
    general: Everywhere
    under: {kind: [tool]}
    options:
      - {id: north, label: North}
      - {id: south, label: South, under: {kind: tool}}
      - {id: east, label: East}
  - id: wave
    question: When?
    asked: false
    options:
      - {id: "1", label: First}
      - {id: 2, label: Second}
groups:
  cold: {place: [north, east]}
"""

ANSWER = """\
format: 1
answers:
  - id: first
    question: Why?
    applies:
      kind: tool
      place: [north, south]
      wave: all
    short: Because.
    body: |
      One.

      - two
    links:
      - {title: A page, url: https://a.example}
      - title: Another
        url: https://b.example
    sources: [{ref: page, read_on: 2026-11-22}]
    caveat: Perhaps.
    found_by: [why so, "how: come"]
    see_also: [second]
    former_ids: [old, older]
"""

SOURCES = """\
format: 1
sources:
  - id: page
    title: The page
    publisher: ANS
    kind: official
    url: https://a.example
    read_on: 2026-11-22
    dated: 2025-01-02
"""

GLOSSARY = """\
format: 1
terms:
  - {term: ABC, expansion: A big cat, definition: An animal., synonyms: [lion, tiger]}
  - {term: "NO", expansion: Nope}
"""


def lay(folder: Path, **files: str) -> Path:
    """Write a corpus; `answers` is one file, and a text that is empty is no file."""
    contents = {"cascade": CASCADE, "answers": ANSWER, **files}
    for name, text in contents.items():
        path = folder / ("answers/all.yaml" if name == "answers" else f"{name}.yaml")
        path.parent.mkdir(exist_ok=True)
        if text:
            path.write_bytes(text.encode())
    return folder


def read(folder: Path, **files: str) -> Reading:
    return read_corpus(lay(folder, **files))


def sound(reading: Reading) -> Corpus:
    assert reading.problems == []
    return reading.corpus


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def answer(text: str, name: str = "r") -> str:
    """Give a file with one answer that has these keys beside the ones that must be there."""
    head = f"format: 1\nanswers:\n  - id: {name}\n    question: Q?\n    short: S.\n"
    sources = "    sources: [{ref: page, read_on: 2026-11-22}]\n"
    return head + sources + "".join(f"    {line}\n" for line in dedent(text).strip().split("\n"))


ALL = "applies: {kind: all, place: all, wave: all}\n"


# --- follow-ups ------------------------------------------------------------------------------

ASKED = """\
follow_up:
  id: kind
  question: Which kind?
  help: Look at the door.
  options:
    - {id: company, label: A company, aliases: [firm, "1"], text: It orders.}
    - id: office
      label: An office
      follow_up:
        id: size
        question: How many?
        options:
          - {id: 1, label: One, text: "You: order."}
          - {id: many, label: Several, text: They order., answer: r}
"""


def test_a_follow_up_is_read_with_all_that_it_leads_to(tmp_path):
    (read_answer,) = sound(read(tmp_path, answers=answer(ALL + ASKED))).answers
    size = FollowUp(
        "size",
        "How many?",
        (
            FollowUpOption("1", "One", text="You: order."),
            FollowUpOption("many", "Several", text="They order.", answer="r"),
        ),
    )
    assert read_answer.follow_up == FollowUp(
        "kind",
        "Which kind?",
        (
            FollowUpOption("company", "A company", ("firm", "1"), "It orders."),
            FollowUpOption("office", "An office", follow_up=size),
        ),
        help="Look at the door.",
    )
    assert read_answer.follow_ups == (read_answer.follow_up, size)


def test_an_answer_ends_without_one_unless_it_is_written(tmp_path):
    (read_answer,) = sound(read(tmp_path, answers=answer(ALL))).answers
    assert (read_answer.follow_up, read_answer.follow_ups, read_answer.follow_up_texts) == (
        None, (), (),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  id: kind\n", "", "missing-key"),
        ("  question: Which kind?\n", "", "missing-key"),
        ("label: A company, ", "", "missing-key"),
        ("help: Look", "hint: Look", "unknown-key"),
        ("text: It orders.", "short: It orders.", "unknown-key"),
        ("text: It orders.", "text: [It orders.]", "wrong-type"),
        ('aliases: [firm, "1"]', "aliases: {firm: one}", "wrong-type"),
        ("help: Look at the door.", 'help: ""', "empty-value"),
        ("id: office", "id: company", "duplicate-id"),
        ("id: many", "id: '1'", "duplicate-id"),
    ],
)
def test_a_mistake_in_a_follow_up_is_told_and_the_rest_is_read(old, new, code, tmp_path):
    assert old in ASKED
    reading = read(tmp_path, answers=answer(ALL + ASKED.replace(old, new)))
    assert codes(reading) == [code]
    (read_answer,) = reading.corpus.answers
    assert len(read_answer.follow_ups) == 2


def written(asked: FollowUp) -> dict[str, Any]:
    """Give a follow-up as YAML has it, without what is empty."""
    options = [
        {
            "id": o.id, "label": o.label, "aliases": list(o.aliases), "text": o.text,
            "follow_up": written(o.follow_up) if o.follow_up else None, "answer": o.answer,
        }
        for o in asked.options
    ]  # fmt: skip
    options = [{key: value for key, value in option.items() if value} for option in options]
    whole = {"id": asked.id, "question": asked.question, "help": asked.help, "options": options}
    return {key: value for key, value in whole.items() if value}


@settings(max_examples=30, deadline=None)
@given(randoms(), st.integers(1, 3), st.booleans())
def test_any_follow_up_is_read_back(tmp_path_factory, random, depth, flow):
    asked = random_follow_up(random, ["r", "elsewhere"], depth)
    value = yaml.safe_dump(written(asked), default_flow_style=flow, width=1000)
    text = f"follow_up: {value}" if flow else "follow_up:\n" + indent(value, "  ")
    folder = tmp_path_factory.mktemp("any")
    (read_answer,) = sound(read(folder, answers=answer(ALL + text))).answers
    assert read_answer.follow_up == asked


# --- values ----------------------------------------------------------------------------------


def test_a_whole_corpus_is_read(tmp_path):
    corpus = sound(read(tmp_path, sources=SOURCES, glossary=GLOSSARY))
    assert corpus.title == "A corpus"
    kind, place, wave = corpus.levels
    tool, label = kind.options
    assert (tool.id, tool.label, tool.brief, tool.family, tool.help) == (
        "tool",
        "Tool",
        "T",
        "Made",
        "Look.",
    )
    assert tool.aliases == ("gadget", "thing")
    assert label.brief == "Label"
    assert (kind.title, kind.asked, kind.under) == ("kind", True, {})
    assert (place.title, place.help, place.general) == ("Place", "Look at a map.", "Everywhere")
    assert place.under == {"kind": ("tool",)}
    assert [option.under for option in place.options] == [{}, {"kind": ("tool",)}, {}]
    assert not wave.asked
    assert [option.id for option in wave.options] == ["1", "2"]
    (first,) = corpus.answers
    assert first.applies == {"kind": ("tool",), "place": ("north", "south"), "wave": ("1", "2")}
    assert first.everywhere == {"wave"}
    assert first.exceptions == ()
    assert first.body == "One.\n\n- two"
    assert first.links == (
        Link("A page", "https://a.example"),
        Link("Another", "https://b.example"),
    )
    assert first.sources == (Citation("page", "2026-11-22"),)
    assert first.found_by == ("why so", "how: come")
    assert first.caveat == "Perhaps."
    assert first.see_also == ("second",)
    assert corpus.sources == (
        Source(
            "page", "The page", "ANS", "official", "https://a.example", "2026-11-22", "2025-01-02"
        ),
    )
    assert corpus.terms == (
        Term("ABC", "A big cat", "An animal.", ("lion", "tiger")),
        Term("NO", "Nope"),
    )


@pytest.mark.parametrize(
    "trap",
    [
        "1.10", "0x1F", "017", "1_000", "1e3", ".inf", "-0",
        "NO", "no", "Yes", "on", "off", "true", "False", "y",
        "12:30", "1:20:30", "190:20",
        "2026-11-22", "2026-11-22 10:00:00", "2026-11-22T10:00:00Z",
        "~", "null", "Null", "=", "+1", "1,000",
    ],
)  # fmt: skip
def test_what_yaml_would_convert_stays_text(tmp_path, trap):
    cascade = f"""\
format: 1
title: {trap}
levels:
  - id: {trap}
    question: {trap}
    options:
      - id: {trap}
        label: {trap}
        aliases: [{trap if "," not in trap else "a"}]
"""
    text = f"""\
format: 1
answers:
  - id: {trap}
    question: {trap}
    short: {trap}
    applies:
      {trap}: {trap}
    sources: [{{ref: page, read_on: 2026-11-22}}]
    found_by:
      - {trap}
      - '{trap}'
"""
    corpus = sound(read(tmp_path, cascade=cascade, answers=text))
    (level,) = corpus.levels
    assert (corpus.title, level.id, level.question, level.options[0].id) == (trap,) * 4
    (found,) = corpus.answers
    assert (found.id, found.question, found.short, *found.found_by) == (trap,) * 5
    assert found.applies == {trap: (trap,)}
    assert found.everywhere == frozenset()


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("body: un deux", "un deux"),
        ("body:   un deux   # comment", "un deux"),
        ("body: un\n  deux\n\n  trois", "un deux\ntrois"),
        ("body: 'l''un # deux: trois'", "l'un # deux: trois"),
        ('body: "un\\ndeux \\"é\\" \\u00e9 \\\\"', 'un\ndeux "é" é \\'),
        ('body: "un\n  deux"', "un deux"),
        ("body: >\n  un\n  deux\n\n  trois\n", "un deux\ntrois"),
        ("body: >-\n  un\n    deux\n  trois", "un\n  deux\ntrois"),
        ("body: |\n  un\n    deux\n\n\n", "un\n  deux"),
        ("body: |-\n  un\n  # deux", "un\n# deux"),
        ("body: |2\n    un\n  deux", "un\ndeux"),
        ("body: «un» — 50 % à 12:30, l'INS", "«un» — 50 % à 12:30, l'INS"),
        ("body: https://a.example/?b=c#d", "https://a.example/?b=c#d"),
    ],
)
def test_scalars_of_every_style(tmp_path, written, text):
    lines = "".join(f"    {line}\n" for line in written.split("\n"))
    source = (
        "format: 1\nanswers:\n  - id: r\n    question: Q?\n    short: S.\n"
        "    applies: {kind: all}\n"
        f"    sources: [{{ref: page, read_on: 2026-11-22}}]\n{lines}"
    )
    assert sound(read(tmp_path, answers=source)).answers[0].body == text


def test_all_but_a_body_is_on_one_line(tmp_path):
    cascade = CASCADE.replace("label: Tool,", 'label: "a\\n  b  c\\n\\nd",')
    reading = read(tmp_path, cascade=cascade, answers=ANSWER)
    assert reading.corpus.levels[0].options[0].label == "a b  c d"


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_line_ends_of_other_systems_change_neither_values_nor_places(tmp_path, line_break):
    plain = read(tmp_path, sources=SOURCES, glossary=GLOSSARY)
    files = {"cascade": CASCADE, "answers": ANSWER, "sources": SOURCES, "glossary": GLOSSARY}
    other = read(tmp_path, **{k: v.replace("\n", line_break) for k, v in files.items()})
    assert sound(other) == sound(plain)
    for entry, twin in zip(other.answers, plain.answers, strict=True):
        assert shape(entry.node) == shape(twin.node)


def test_former_ids_still_find_their_answer(tmp_path):
    corpus = sound(read(tmp_path))
    (first,) = corpus.answers
    assert first.former_ids == ("old", "older")
    assert corpus.find("first") is corpus.find("old") is corpus.find("older") is first
    assert corpus.find("gone") is None
    assert corpus.current_ids == {"old": "first", "older": "first"}


def test_answers_come_file_by_file_in_the_order_of_names(tmp_path):
    lay(tmp_path, answers="")
    folder = tmp_path / "answers"
    (folder / "below").mkdir(parents=True)
    for name in ("b", "a", "below/c", "d.yml"):
        text = answer(ALL, name.partition(".")[0].rpartition("/")[2])
        (folder / (name if "." in name else f"{name}.yaml")).write_text(text)
    corpus = sound(read_corpus(tmp_path))
    assert [found.id for found in corpus.answers] == ["a", "b", "d", "c"]


# --- conditions ------------------------------------------------------------------------------


def applies_of(reading: Reading):
    (found,) = sound(reading).answers
    return dict(found.applies), found.everywhere


def test_all_is_spelled_out_and_remembered(tmp_path):
    applies, everywhere = applies_of(read(tmp_path, answers=answer(ALL)))
    assert applies == {
        "kind": ("tool", "label"),
        "place": ("north", "south", "east"),
        "wave": ("1", "2"),
    }
    assert everywhere == {"kind", "place", "wave"}


def test_naming_every_option_is_not_the_word_all(tmp_path):
    text = "applies: {kind: [tool, label], place: all, wave: [all]}"
    applies, everywhere = applies_of(read(tmp_path, answers=answer(text)))
    assert applies["kind"] == ("tool", "label")
    assert everywhere == {"place", "wave"}


def test_all_stands_alone(tmp_path):
    reading = read(tmp_path, answers=answer("applies: {kind: [all, tool]}"))
    assert codes(reading) == ["wrong-value"]


def test_an_option_named_all_is_an_option(tmp_path):
    cascade = CASCADE.replace("id: label,", "id: all,")
    text = "applies: {kind: all, place: all, wave: all}"
    applies, everywhere = applies_of(read(tmp_path, cascade=cascade, answers=answer(text)))
    assert applies["kind"] == ("all",)
    assert everywhere == {"place", "wave"}
    text = "applies: {kind: [all, tool], place: all, wave: all}"
    applies, _ = applies_of(read(tmp_path, cascade=cascade, answers=answer(text)))
    assert applies["kind"] == ("all", "tool")


def test_a_group_stands_for_its_options(tmp_path):
    text = "applies: {kind: all, place: [cold, south], wave: all}\nexcept: {place: cold}"
    (found,) = sound(read(tmp_path, answers=answer(text))).answers
    assert found.applies["place"] == ("north", "east", "south")
    assert found.exceptions == ({"place": ("north", "east")},)
    assert found.everywhere == {"kind", "wave"}


def test_a_group_does_not_repeat_an_option(tmp_path):
    text = "applies: {kind: all, place: [north, cold], wave: all}"
    applies, _ = applies_of(read(tmp_path, answers=answer(text)))
    assert applies["place"] == ("north", "east")


def test_a_group_may_hold_an_earlier_group(tmp_path):
    cascade = CASCADE + "  dry: {place: [cold, south]}\n"
    text = "applies: {kind: all, place: dry, wave: all}"
    applies, _ = applies_of(read(tmp_path, cascade=cascade, answers=answer(text)))
    assert applies["place"] == ("north", "east", "south")


def test_a_group_is_known_only_at_its_level(tmp_path):
    assert codes(read(tmp_path, answers=answer("applies: {kind: cold}"))) == ["unknown-option"]


def test_an_option_is_read_before_a_group_of_the_same_name(tmp_path):
    cascade = CASCADE.replace("cold:", "south:")
    text = "applies: {kind: all, place: south, wave: all}"
    applies, _ = applies_of(read(tmp_path, cascade=cascade, answers=answer(text)))
    assert applies["place"] == ("south",)


@pytest.mark.parametrize(
    ("written", "exceptions"),
    [
        ("except: {place: north}", ({"place": ("north",)},)),
        ("except: {place: [north, east]}", ({"place": ("north", "east")},)),
        ("except:\n  place: cold\n  wave: 1", ({"place": ("north", "east"), "wave": ("1",)},)),
        ("except:\n  - place: north\n  - {wave: 2}", ({"place": ("north",)}, {"wave": ("2",)})),
        ("except: []", ()),
    ],
)
def test_except_is_one_condition_or_a_list_of_them(tmp_path, written, exceptions):
    (found,) = sound(read(tmp_path, answers=answer(ALL + written))).answers
    assert found.exceptions == exceptions
    assert found.everywhere == {"kind", "place", "wave"}


def test_all_is_no_word_of_except_nor_of_under(tmp_path):
    assert codes(read(tmp_path, answers=answer(ALL + "except: {place: all}"))) == ["unknown-option"]
    cascade = CASCADE.replace("under: {kind: [tool]}", "under: {kind: all}")
    assert codes(read(tmp_path, cascade=cascade)) == ["unknown-option"]


def test_what_a_condition_does_not_know_is_told_and_closes_nothing(tmp_path):
    cascade = CASCADE.replace("under: {kind: [tool]}", "under: {kind: [tol], wave: 1}")
    reading = read(tmp_path, cascade=cascade)
    assert codes(reading) == ["unknown-option"]
    assert reading.corpus.levels[1].under == {"wave": ("1",)}


@pytest.mark.parametrize(
    ("written", "code", "place"),
    [
        ("applies: {kinds: all}", "unknown-level", (7, 15)),
        ("applies: {kind: [tool, tol]}", "unknown-option", (7, 28)),
        ("applies: {kind: north}", "unknown-option", (7, 21)),
        ("applies: [kind]", "wrong-type", (7, 14)),
        ("applies: {kind: []}", "empty-value", (7, 21)),
        ("applies: {kind: [{a: b}]}", "wrong-type", (7, 22)),
        (ALL + "except: north", "wrong-type", (8, 13)),
        (ALL + "excpt: {place: north}", "unknown-key", (8, 5)),
        (ALL + "links: [{title: a}]", "missing-key", (8, 14)),
        (ALL + "found_by: a", "wrong-type", (8, 15)),
        (ALL + "found_by: [a, '']", "empty-value", (8, 19)),
        (ALL + "body: {a: b}", "wrong-type", (8, 11)),
        (ALL + "body:", "empty-value", (8, 10)),
    ],
)
def test_a_mistake_is_told_where_it_is(tmp_path, written, code, place):
    reading = read(tmp_path, answers=answer(written))
    (problem,) = reading.problems
    assert problem.code == code
    assert problem.place.file == str(tmp_path / "answers" / "all.yaml")
    assert (problem.place.line, problem.place.column) == place
    assert problem.severity is Severity.ERROR
    assert problem.message
    assert problem.hint
    assert list(reading.errors) == [problem]
    assert reading.is_whole
    assert reading.sound_answers == []


def test_one_mistake_does_not_hide_another(tmp_path):
    text = answer("applies: {kinds: all}\nbody:\nnothing: 1") + answer(ALL, "s").split("\n", 2)[2]
    reading = read(tmp_path, answers=text)
    assert sorted(codes(reading)) == ["empty-value", "unknown-key", "unknown-level"]
    assert [entry.value.id for entry in reading.answers] == ["r", "s"]
    assert [entry.value.id for entry in reading.sound_answers] == ["s"]


def test_a_bad_file_leaves_the_others(tmp_path):
    reading = read(tmp_path, sources="sources: [\n", glossary=GLOSSARY)
    assert codes(reading) == ["syntax"]
    assert not reading.is_whole
    assert [found.id for found in reading.corpus.answers] == ["first"]
    assert len(reading.corpus.terms) == 2


# --- places ----------------------------------------------------------------------------------


def spot(place: Place) -> tuple[int, int]:
    return place.line, place.column


def stretch(place: Place) -> tuple[int, int, int, int]:
    return place.line, place.column, place.end_line, place.end_column


def test_a_value_is_found_where_it_is_written(tmp_path):
    (entry,) = read(tmp_path).answers
    assert entry.at("id").file == str(tmp_path / "answers" / "all.yaml")
    assert stretch(entry.at("id")) == (3, 9, 3, 14)
    assert stretch(entry.at("applies", "place")) == (7, 14, 7, 28)
    assert stretch(entry.at("applies", "place", 1)) == (7, 22, 7, 27)
    assert stretch(entry.at("links", 0, "url")) == (15, 30, 15, 47)
    assert stretch(entry.at("links", 1, "url")) == (17, 14, 17, 31)
    assert stretch(entry.at("found_by", 1)) == (20, 24, 20, 35)
    assert stretch(entry.at("body")) == (10, 11, 14, 1)
    assert stretch(entry.at()) == stretch(entry.node.place)


def test_a_step_that_does_not_exist_stops_at_what_contains_it(tmp_path):
    (entry,) = read(tmp_path).answers
    whole, links = stretch(entry.at()), stretch(entry.at("links"))
    assert stretch(entry.at("nothing")) == whole
    assert stretch(entry.at("nothing", "id")) == whole
    assert stretch(entry.at("links", 2)) == stretch(entry.at("links", 2, "url")) == links
    assert stretch(entry.at("links", "url")) == links
    assert stretch(entry.at("id", 0)) == stretch(entry.at("id", "x")) == stretch(entry.at("id"))


def test_a_key_is_found_where_it_is_written(tmp_path):
    (entry,) = read(tmp_path).answers
    assert stretch(entry.key("id")) == (3, 5, 3, 7)
    assert stretch(entry.key("applies", "place")) == (7, 7, 7, 12)
    assert stretch(entry.key("links", 0, "url")) == (15, 25, 15, 28)
    assert stretch(entry.key("links", 1, "title")) == (16, 9, 16, 14)
    assert stretch(entry.key("nothing")) == stretch(entry.at())
    assert stretch(entry.key("links", 0)) == stretch(entry.at("links"))
    assert stretch(entry.key("applies", "nothing")) == stretch(entry.at("applies"))


def test_a_key_on_a_way_that_does_not_exist_stops_at_what_contains_it(tmp_path):
    (entry,) = read(tmp_path).answers
    assert stretch(entry.key("except", "id")) == stretch(entry.at())


def test_the_head_of_an_entry_is_its_id_or_its_first_key(tmp_path):
    text = ANSWER + "  - question: Why?\n  - {}\n  - only text\n"
    reading = read(tmp_path, answers=text)
    heads = [spot(entry.head()) for entry in reading.answers]
    assert heads == [(3, 9), (23, 5), (24, 5), (25, 5)]
    assert stretch(reading.answers[0].head()) == stretch(reading.answers[0].at("id"))


def test_every_kind_of_value_has_its_entry(tmp_path):
    reading = read(tmp_path, sources=SOURCES, glossary=GLOSSARY)
    assert [spot(entry.head()) for entry in reading.levels] == [(4, 9), (9, 9), (19, 9)]
    options = [(level.id, entry.value.id, spot(entry.head())) for level, entry in reading.options]
    assert options[:3] == [
        ("kind", "tool", (7, 14)),
        ("kind", "label", (8, 14)),
        ("place", "north", (16, 14)),
    ]
    assert [spot(entry.head()) for entry in reading.sources] == [(3, 9)]
    assert [spot(entry.at("term")) for entry in reading.terms] == [(3, 12), (4, 12)]
    assert [entry.value for entry in reading.levels] == list(reading.corpus.levels)


def test_columns_count_characters_not_bytes(tmp_path):
    text = ANSWER.replace("[why so,", "[été 😀, cœur,")
    (entry,) = read(tmp_path, answers=text).answers
    assert stretch(entry.at("found_by", 1)) == (20, 23, 20, 27)


# --- the two loaders -------------------------------------------------------------------------


def shape(node: Node | None):
    """Everything that a node holds, and where."""
    if node is None:
        return None
    where = stretch(node.place)
    if isinstance(node, Scalar):
        return where, node.text, node.quoted
    if isinstance(node, Sequence):
        return where, [shape(item) for item in node.items]
    assert isinstance(node, Mapping)
    return where, [(name, shape(key), shape(value)) for name, (key, value) in node.pairs.items()]


def parsed_by(monkeypatch: pytest.MonkeyPatch, loader: str, text: str):
    problems = Problems()
    with monkeypatch.context() as patch:
        patch.setattr(nodes, "_LOADER", LOADERS[loader])
        root = parse(SourceFile("f.yaml", ANSWERS, text), problems)
    return shape(root), [(str(p.place), p.code) for p in problems]


def test_the_fast_loader_is_used_when_it_is_there():
    assert LOADERS["c"] is nodes._LOADER


@pytest.mark.parametrize(
    "text",
    [
        CASCADE,
        ANSWER,
        SOURCES,
        GLOSSARY,
        ANSWER.replace("\n", "\r\n"),
        "é: œuf 😀 x\nb: [😀, y, «z»]\n",
        "a: >-\n  un\n  deux\n\n  trois\nb: c\n",
        "a: |\n  un\n\n\n# comment\nb: 1\n",
        "a: un\n  deux\n  trois\nb: 'un\n  deux'\nc: \"d\\\n  e\"\n",
        "a:\nb:\n  -\n  - c\n",
        "? a\n: b\n",
        "a: &x 1\nb: *x\nc: !!str 1\n<<: d\n",
        "a: 1\na: 2\n",
        "[]\n",
        "---\na: b\n---\nc: d\n",
        "a: b: c\n",
        "a: 'x\n",
        "a: [b\n",
        "\ta: b\n",
        " a: 1\nb: 2\n",
        "a: @x\n",
        "{a: b\n",
    ],
)
def test_both_loaders_give_the_same_values_and_places(monkeypatch, text):
    assert parsed_by(monkeypatch, "c", text) == parsed_by(monkeypatch, "pure", text)


def test_both_loaders_read_the_shipped_corpus_alike(monkeypatch):
    directory = locate()
    for path in sorted(directory.rglob("*.yaml"), key=lambda p: p.stat().st_size)[:6]:
        text = path.read_text(encoding="utf-8")
        assert parsed_by(monkeypatch, "c", text) == parsed_by(monkeypatch, "pure", text)


WORDS = st.text("abé😀 :-#'\"[]{},&*!|>%@~01\n", min_size=1, max_size=12)
VALUES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(VALUES, st.booleans())
def test_both_loaders_agree_on_whatever_yaml_can_write(value, flow):
    text = yaml.safe_dump({"a": value}, default_flow_style=flow, allow_unicode=True)
    with pytest.MonkeyPatch.context() as patch:
        assert parsed_by(patch, "c", text) == parsed_by(patch, "pure", text)
