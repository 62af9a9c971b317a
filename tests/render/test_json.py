"""JSON has the YAML's own keys and values; scripts rely on every one of them."""

import csv
import io
import json

import pytest
import yaml
from cli.small_corpus import ANSWERS, CASCADE
from render.cards import card

from segur_faq.corpus.keys import FIELDS
from segur_faq.journey.path import Path
from segur_faq.render import json as json_renderer
from segur_faq.render import listing
from segur_faq.render.card import card_of
from segur_faq.render.fields import field_text

WRITTEN = {answer["id"]: answer for answer in yaml.load(ANSWERS, Loader=yaml.BaseLoader)["answers"]}
KEYS = {
    "format", "id", "question", "applies", "except", "short", "body", "follow_up", "links",
    "caveat", "sources", "found_by", "see_also", "former_ids", "terms", "version",
}  # fmt: skip


def value_of(index, answer_id):
    answer = index.corpus.answers_by_id[answer_id]
    return json.loads(json_renderer.render([card_of(index.corpus, answer)], many=False))


def whole(asked):
    """Give a follow-up with the keys that were not written, for they are always in the JSON."""
    if asked is None:
        return None
    empty = {"aliases": [], "text": "", "answer": ""}
    options = [
        {**empty, **option, "follow_up": whole(option.get("follow_up"))}
        for option in asked["options"]
    ]
    return {"help": "", **asked, "options": options}


@pytest.mark.parametrize("answer_id", WRITTEN)
def test_an_answer_comes_back_as_it_was_written(answer_id, small_index):
    value, written = value_of(small_index, answer_id), WRITTEN[answer_id]
    assert value["format"] == 1
    assert value.keys() == KEYS
    for key in ("id", "question", "short", "applies", "links", "caveat", "found_by", "see_also",
                "former_ids"):  # fmt: skip
        assert value[key] == written.get(key, type(value[key])())
    assert value["body"] == written.get("body", "").strip()
    assert value["follow_up"] == whole(written.get("follow_up"))
    excepted = written.get("except", [])
    assert value["except"] == ([excepted] if isinstance(excepted, dict) else excepted)
    cited = [{"ref": s["ref"], "read_on": s["read_on"]} for s in value["sources"]]
    assert cited == written["sources"]


def test_a_source_is_given_whole(small_index):
    (source,) = value_of(small_index, "dmp-imagerie")["sources"]
    assert source == {
        "ref": "page-officielle",
        "title": "Une page officielle",
        "publisher": "ANS",
        "kind": "official",
        "url": "https://exemple.fr/page?f[0]=theme:591&f[1]=theme:2619",
        "read_on": "2026-11-22",
        "dated": "2026-02-16",
    }


def test_several_answers_are_under_one_key_even_if_one_was_found():
    assert (
        json.loads(json_renderer.render([card()], many=True))["answers"][0]["id"] == "une-reponse"
    )
    assert "answers" not in json.loads(json_renderer.render([card()], many=False))


def test_text_is_readable_as_it_stands():
    text = json_renderer.render([card(short="Où ça ? « Là-bas » œuvre")], many=False)
    assert "Où ça ? « Là-bas » œuvre" in text
    assert text.endswith("}\n")


def test_what_would_end_a_string_does_not():
    short = 'a "b" \\ \n \t </script> \x00'
    assert json.loads(json_renderer.render([card(short=short)], many=False))["short"] == short


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_text_without_a_final_line_feed(name, small_index):
    corpus = small_index.corpus
    for answer in corpus.answers:
        text = field_text(card_of(corpus, answer), name)
        assert isinstance(text, str)
        assert not text.endswith("\n")


def test_the_fields_are_the_keys_of_the_json():
    assert {"format", *FIELDS} == KEYS


@pytest.mark.parametrize(
    ("answer_id", "name", "text"),
    [
        ("dmp-imagerie", "id", "dmp-imagerie"),
        ("dmp-imagerie", "applies", "offre=segur\ncouloir=imagerie\nproduit=dmp,psc\nvague=all"),
        ("cartes-couloirs", "except", "couloir=imagerie produit=psc"),
        ("dmp-imagerie", "except", ""),
        ("dmp-alimentation", "links", "Le guide\thttps://exemple.fr/guide"),
        ("mssante-bal", "terms", "BAL\tBoîte aux lettres"),
        ("dmp-hopital", "former_ids", "dmp-etablissement"),
        ("dmp-alimentation", "see_also", "dmp-imagerie\nmssante-bal"),
        ("dmp-hopital", "follow_up", ""),
        (
            "cartes-commande",
            "follow_up",
            "structure=societe\tLa société commande pour ses salariés.\n"
            "structure=cabinet\tLe praticien commande lui-même.\n"
            "praticiens=un\tUne carte suffit.\n"
            "praticiens=plusieurs\tcartes-couloirs\n"
            "structure=autre\tÉcrivez d'abord.",
        ),
        ("dmp-hopital", "sources", "oui-dire\thttps://ailleurs.example/article\t2026-11-20"),
    ],
)
def test_a_field_has_one_value_a_line(answer_id, name, text, small_index):
    corpus = small_index.corpus
    assert field_text(card_of(corpus, corpus.answers_by_id[answer_id]), name) == text


def test_csv_is_read_back_whole(small_index):
    corpus = small_index.corpus
    rows = list(csv.DictReader(io.StringIO(listing.as_csv(corpus.levels, corpus.answers))))
    levels = [level["id"] for level in yaml.load(CASCADE, Loader=yaml.BaseLoader)["levels"]]
    assert list(rows[0]) == ["id", "question", "short", *levels]
    assert [row["id"] for row in rows] == list(WRITTEN)
    for row in rows:
        applies = WRITTEN[row["id"]]["applies"]
        for level in levels:
            said = applies.get(level, [])
            assert row[level] == (said if said == "all" else " ".join(said))


def test_a_list_is_json_with_its_path(small_index):
    answers = small_index.corpus.answers[:2]
    value = json.loads(listing.as_json(Path((("offre", "segur"),)), answers))
    assert value["format"] == 1
    assert value["path"] == {"offre": "segur"}
    assert [a["id"] for a in value["answers"]] == [a.id for a in answers]
    assert value["answers"][0].keys() == {"id", "question", "short", "applies"}
