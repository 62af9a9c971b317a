"""`show`: answers by their id."""

import json
import shutil
import subprocess

import pytest
from cli.program import PROGRAM

from segur_faq.corpus.keys import FIELDS

FORMATS = ("text", "rich", "markdown", "json")
KEYS = [
    "format", "id", "question", "applies", "except", "short", "body", "follow_up", "links",
    "caveat", "sources", "found_by", "see_also", "former_ids", "terms", "version",
]  # fmt: skip


@pytest.mark.parametrize("chosen", FORMATS)
def test_every_format_shows_the_answer(chosen, call):
    ran = call("show", "dmp-imagerie", "-f", chosen)
    assert ran.code == 0
    assert "obligation" in ran.out
    assert "https://exemple.fr/page" in ran.out


@pytest.mark.parametrize("chosen", FORMATS)
def test_several_answers_one_of_which_is_unknown(chosen, call):
    ran = call("show", "dmp-imagerie", "dmp-hopitall", "mssante-bal", "-f", chosen)
    assert ran.code == 1
    assert "obligation" in ran.out
    assert "organisationnelle" in ran.out
    assert "dmp-hopital" in ran.err
    if chosen == "json":
        value = json.loads(ran.out)
        assert [answer["id"] for answer in value["answers"]] == ["dmp-imagerie", "mssante-bal"]


def test_json_has_every_key_and_a_format(call):
    value = json.loads(call("show", "mssante-bal", "-f", "json").out)
    assert list(value) == KEYS
    assert value["format"] == 1
    several = json.loads(call("show", "mssante-bal", "dmp-imagerie", "-f", "json").out)
    assert list(several) == ["format", "answers"]
    assert [list(answer) for answer in several["answers"]] == [KEYS[1:]] * 2


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_jq_finds_the_short_answer():
    show = subprocess.run(
        [*PROGRAM, "show", "dmp-imagerie", "-f", "json"], check=True, capture_output=True
    )
    jq = subprocess.run(["jq", "-r", ".short"], input=show.stdout, check=True, capture_output=True)
    assert jq.stdout.decode() == "Oui, c'est une obligation.\n"


def test_a_former_id_still_works_with_a_notice(call):
    ran = call("show", "dmp-etablissement", "--field", "id")
    assert (ran.code, ran.out) == (0, "dmp-hopital\n")
    assert "dmp-etablissement" in ran.err
    assert "dmp-hopital" in ran.err


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_its_value_and_nothing_else(field, call):
    ran = call("show", "mssante-bal", "--field", field)
    assert ran.code == 0
    assert ran.err == ""
    expected = {
        "id": "mssante-bal\n",
        "except": "",
        "caveat": "",
        "body": "Une BAL est une boîte aux lettres.\n",
        "applies": "offre=segur,labels\ncouloir=all\nproduit=mssante\nvague=all\n",
    }
    assert ran.out == expected.get(field, ran.out)
    as_json = call("show", "mssante-bal", "--field", field, "-f", "json")
    whole = json.loads(call("show", "mssante-bal", "-f", "json").out)
    value = json.loads(as_json.out)
    assert value == {"format": 1, "id": "mssante-bal", field: whole[field]}


def test_a_field_of_several_answers(call):
    ran = call("show", "dmp-imagerie", "dmp-hopital", "--field", "short")
    assert ran.out.splitlines() == [
        "Oui, c'est une obligation.",
        "Le DPI, ou la plateforme d'intermédiation.",
    ]
    ran = call("show", "dmp-imagerie", "nope", "--field", "short")
    assert (ran.code, ran.out) == (1, "Oui, c'est une obligation.\n")


def test_an_unknown_field_gets_the_list_of_them(call):
    ran = call("show", "dmp-imagerie", "--field", "titre")
    assert (ran.code, ran.out) == (2, "")
    for field in FIELDS:
        assert field in ran.err


def test_an_answer_that_rests_on_hearsay_says_so(call):
    assert "source secondaire" in call("show", "dmp-hopital").out
    assert "source secondaire" not in call("show", "mssante-bal").out


def test_related_answers_can_be_shown_by_the_command_that_is_given(call):
    out = call("show", "dmp-alimentation").out
    assert "dmp-imagerie" in out
    assert "segur-faq show dmp-alimentation" in out
