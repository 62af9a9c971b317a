"""`list`: what remains under some choices, in four formats."""

import csv
import io
import json

import pytest
from cli.small_corpus import ANSWERS, write_corpus


def test_a_table_for_a_pipe_is_one_answer_a_line(call):
    lines = call("list").out.splitlines()
    assert len(lines) == 9
    assert all(len(line.split("\t")) == 2 for line in lines)


def test_a_question_of_several_lines_is_on_one(call, tmp_path):
    question = "question: Comment alimenter le DMP ?"
    answers = ANSWERS.replace(question, 'question: "Un\\tdeux\\n\\ntrois ?"')
    lines = call("list", "--trees", str(write_corpus(tmp_path, answers=answers))).out.splitlines()
    assert len(lines) == 9
    assert "dmp-alimentation\tUn deux trois ?" in lines


def test_a_table_for_a_terminal_has_headings_and_every_id(call, monkeypatch):
    from segur_faq.cli import console

    monkeypatch.setattr(console, "is_terminal", lambda stream: True)
    monkeypatch.setenv("COLUMNS", "60")
    out = call("list", "couloir=hopital", "--color", "never").out
    for text in ("Hôpital (2)", "dmp-hopital", "cartes-commande"):
        assert text in out
    assert max(map(len, out.splitlines())) <= 60
    assert "\x1b" not in out
    assert "\x1b" in call("list", "couloir=hopital").out


def test_ids_are_one_a_line(call):
    out = call("list", "-f", "ids", "couloir=hopital").out
    assert out.splitlines() == [
        line.split("\t")[0] for line in call("list", "couloir=hopital").out.splitlines()
    ]


def test_json_has_the_path_and_what_remains(call):
    value = json.loads(call("list", "-f", "json", "couloir=Radiologie", "produit=psc").out)
    assert value["format"] == 1
    assert value["path"] == {"couloir": "imagerie", "produit": "psc"}
    (answer,) = value["answers"]
    assert answer["id"] == "dmp-imagerie"
    assert answer["applies"]["couloir"] == ["imagerie"]
    assert answer["applies"]["vague"] == "all"


def test_csv_has_a_column_per_level(call):
    rows = list(csv.reader(io.StringIO(call("list", "-f", "csv").out)))
    assert rows[0] == ["id", "question", "short", "offre", "couloir", "produit", "vague"]
    assert len(rows) == 10
    assert all(len(row) == 7 for row in rows)


@pytest.mark.parametrize("chosen", ["table", "ids", "json", "csv"])
def test_nothing_is_an_empty_list_and_a_negative_answer(chosen, call):
    ran = call("list", "-f", chosen, "couloir=hopital", "produit=psc")
    assert ran.code == 1
    assert "produit=psc" in ran.err
    if chosen == "json":
        assert json.loads(ran.out)["answers"] == []
    else:
        assert len(ran.out.splitlines()) == (chosen == "csv")


def test_every_id_listed_can_be_shown(call):
    ids = call("list", "-f", "ids").out.split()
    assert call("show", *ids, "--field", "id").out.split() == ids
