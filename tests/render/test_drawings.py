"""Trees in every format, with labels that would break out of them."""

import json
import re

import pytest

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer, Corpus, Level, Option
from segur_faq.journey.path import Path
from segur_faq.journey.tree import TooLargeError, grow
from segur_faq.render import drawings

HOSTILE = ['"', 'a"]; n0 --> n9["b', "#quot;", "a#b", "<script>", "a\\", 'a\\"', "|", "`a`", "[/]",
           "end", "subgraph", "--> x", "é « » ç"]  # fmt: skip


def hostile_tree(label):
    options = (Option("a", label), Option("b", "B"))
    level = Level("l", "?", options, name=label)
    answers = tuple(Answer(o.id, "?", "…", {"l": (o.id,)}) for o in options)
    return grow(AnswerIndex(Corpus("", (level,), answers)), Path(), 5, 100)


@pytest.fixture
def small_tree(small_index):
    return grow(small_index, Path((("offre", "segur"),)), 5, 1000)


@pytest.mark.parametrize("label", HOSTILE)
def test_mermaid_stays_well_formed(label):
    text = drawings.as_mermaid(hostile_tree(label))
    node = r'n\d+\["[^"<>]*"\]'
    edge = r'n\d+ -->\|"[^"<>]*"\| n\d+'
    first, *lines = text.splitlines()
    assert first == "flowchart LR"
    assert len(lines) == 5
    for line in lines:
        assert re.fullmatch(f"  ({node}|{edge})", line)
        # « # » begins an entity, and nothing else.
        assert re.fullmatch(r"[^#]*(#\w+;[^#]*)*", line)


@pytest.mark.parametrize("label", HOSTILE)
def test_dot_stays_well_formed(label):
    text = drawings.as_dot(hostile_tree(label))
    string = r'"(?:[^"\\]|\\.)*"'
    statement = rf"(n\d+( -> n\d+)? \[label={string}\]|rankdir=LR|node \[shape=box\]);\s*"
    assert re.fullmatch(rf"digraph cascade \{{\s*({statement})+\}}\n", text)


@pytest.mark.parametrize("label", HOSTILE)
def test_json_gives_labels_as_they_are(label):
    value = json.loads(drawings.as_json(hostile_tree(label)))
    assert value["options"][0]["label"] == label


def test_json_nests_the_levels(small_tree):
    value = json.loads(drawings.as_json(small_tree))
    assert value["format"] == 1
    assert (value["total"], value["level"]) == (8, "couloir")
    hospital = next(o for o in value["options"] if o["option"] == "hopital")
    assert (hospital["total"], hospital["level"]) == (5, "produit")
    dmp = next(o for o in hospital["options"] if o["option"] == "dmp")
    assert dmp == {
        "option": "dmp",
        "label": "DMP",
        "total": 2,
        "answers": ["dmp-hopital", "dmp-alimentation"],
        "follow_ups": {},
    }


def test_text_says_counts_and_ids_and_can_be_cut(small_tree):
    text = drawings.as_text(small_tree)
    assert "Hôpital (5)" in text
    assert "dmp-hopital" in text
    assert not [line for line in text.splitlines() if line != line.rstrip()]
    assert max(map(len, drawings.as_text(small_tree, width=30).splitlines())) <= 30


def test_drawings_have_one_box_per_node_and_an_edge_to_each(small_tree):
    def nodes(branch):
        asked = branch.answers[0].follow_ups if len(branch.answers) == 1 else ()
        return 1 + sum(map(nodes, branch.branches)) + sum(len(a.options) for a in asked)

    drawn = nodes(small_tree)
    for text, arrow in (
        (drawings.as_mermaid(small_tree), "-->"),
        (drawings.as_dot(small_tree), "->"),
    ):
        edges = [line for line in text.splitlines() if f" {arrow}" in line]
        boxes = set(re.findall(r"^  (n\d+)[ \[]", text, re.M))
        assert len(edges) == drawn - 1
        assert boxes == {f"n{number}" for number in range(drawn)}


@pytest.fixture
def cards_tree(small_index):
    """Make the tree of one answer, which ends with a question."""
    path = Path((("offre", "segur"), ("couloir", "hopital"), ("produit", "cartes")))
    return grow(small_index, path, 5, 100)


def test_drawings_show_what_an_answer_asks_in_turn(cards_tree):
    for text in (drawings.as_mermaid(cards_tree), drawings.as_dot(cards_tree)):
        for said in (
            "Quelle est votre structure", "Société d'exercice", "structure=societe",
            "praticiens=plusieurs → cartes-couloirs", "structure=autre → mssante-bal",
        ):  # fmt: skip
            assert text.count(said) == 1
    mermaid = drawings.as_mermaid(cards_tree)
    (office,) = re.findall(r'(n\d+)\["structure=cabinet', mermaid)
    assert f'{office} -->|"Un seul"|' in mermaid


def test_what_an_answer_asks_counts_in_the_size_of_a_tree(small_index):
    path = Path((("offre", "segur"), ("couloir", "hopital"), ("produit", "cartes")))
    with pytest.raises(TooLargeError):
        grow(small_index, path, 5, 5)
    assert grow(small_index, path, 5, 6).total == 1
