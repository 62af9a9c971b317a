"""`show`: the fast lane and the ordinary one write the same bytes, or the fast one nothing."""

import pytest
from compiled.folders import compile_now, old_corpus
from scripted.lanes import NOTHING, agree, fast, ordinary

from segur_faq.corpus.keys import FIELDS

FORMATS = ("text", "markdown", "json")


# --- every answer ------------------------------------------------------------------------------


@pytest.mark.parametrize("chosen", FORMATS)
def test_every_answer_in_every_format(chosen, real):
    for answer in real.answers:
        written = agree("show", answer.id, "--format", chosen)
        assert (written.code, written.err) == (0, b"")
        assert answer.id.encode() in written.out


def test_every_answer_when_no_format_is_named(real):
    for answer in real.answers[::20]:
        assert agree("show", answer.id) == ordinary("show", answer.id, "-f", "text")


@pytest.mark.parametrize("chosen", FORMATS)
def test_all_answers_at_once(chosen, real):
    ids = [answer.id for answer in real.answers]
    assert agree("show", *ids, "-f", chosen).out.count(b"\n") > len(ids)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_all_answers(field, real):
    ids = [answer.id for answer in real.answers]
    assert agree("show", *ids, "--field", field).code == 0


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_one_answer(field, small):
    """Whether or not the answer has something there."""
    outs = [agree("show", answer_id, "--field", field).out for answer_id in IDS]
    assert len(set(outs)) > 1


IDS = (
    "dmp-alimentation", "dmp-imagerie", "dmp-hopital", "mssante-bal", "mssante-biologie",
    "mssante-hopital", "cartes-couloirs", "cartes-commande", "label-candidature",
)  # fmt: skip


@pytest.mark.parametrize("ids", [IDS[:2], IDS[2:5], IDS, IDS[::-1], (IDS[0], IDS[0])], ids=len)
@pytest.mark.parametrize("options", [(), *(("-f", f) for f in FORMATS), ("--field", "short")])
def test_several_answers(ids, options, small):
    agree("show", *ids, *options)


# --- command lines -----------------------------------------------------------------------------

ID = "dmp-alimentation"

TAKEN = [
    ["show", ID, "--format=json"],
    ["show", "--format=json", ID],
    ["show", "-f", "json", ID],
    ["show", ID, "-f", "json", "dmp-imagerie"],
    ["show", ID, "--field=body"],
    ["show", ID, "--field", "links", "--format", "text"],
]
LEFT = [
    ["show"],
    ["show", "-f", "json"],
    ["show", "dmp-etablissement"],  # a former id
    ["show", ID, "dmp-etablissement"],
    ["show", "nope"],
    ["show", ID, "nope"],
    ["show", "nope", "nope", "-f", "json"],
    ["show", ""],
    ["show", "", ID],
    ["show", " "],
    ["show", ID + " "],
    ["show", ID.upper()],
    ["show", "\udce9"],
    ["show", ID, "-fjson"],
    ["show", ID, "-f=json"],
    ["show", ID, "--form", "json"],
    ["show", ID, "--format"],
    ["show", ID, "--format="],
    ["show", ID, "--format", ""],
    ["show", ID, "--format", "JSON"],
    ["show", ID, "--format", "pdf"],
    ["show", ID, "--format", "rich"],
    ["show", ID, "--format", "-f"],
    ["show", ID, "--format", "--", "json"],
    ["show", ID, "-f", "json", "-f", "text"],
    ["show", ID, "-f", "json", "--format", "json"],
    ["show", ID, "--field", "nope"],
    ["show", ID, "--field", ""],
    ["show", ID, "--field", "body", "--field", "short"],
    ["show", ID, "--field", "body", "-f", "json"],
    ["show", ID, "--field", "body", "-f", "markdown"],
    ["show", ID, "--color", "never"],
    ["show", ID, "--color=always", "-f", "text"],
    ["show", ID, "--help"],
    ["show", "-h"],
    ["show", ID, "--nope"],
    ["show", ID, "-"],
    ["show", "--", ID],
    ["show", ID, "--"],
    ["show", ID, "--trees"],
    ["show", ID, "--trees="],
    ["show", ID, "--trees", ""],
    ["show", ID, "--trees", "/nulle/part"],
    ["show", ID, "--trees", "-x"],
    ["show", ID, "--trees", "x" * 5000],
]


@pytest.mark.parametrize("words", TAKEN, ids=" ".join)
def test_what_the_fast_lane_takes(words, small):
    assert agree(*words).code == 0


@pytest.mark.parametrize("words", LEFT, ids=lambda words: " ".join(words)[:60])
def test_what_the_fast_lane_leaves(words, small):
    assert fast(*words) == NOTHING


def test_commands_that_are_not_its_own_are_left(small):
    for words in (
        [], [""], ["list"], ["ask", "dmp"], ["tree"], ["lint"], ["Show", ID], ["sho", ID], [ID],
        ["--version"], ["--help"], ["-v", "show", ID],
    ):  # fmt: skip
        assert fast(*words) == NOTHING


def test_more_answers_than_a_statement_takes(small):
    agree("show", *[ID] * 1500, "--field", "id")


# --- the folder named --------------------------------------------------------------------------


@pytest.mark.parametrize("chosen", FORMATS)
@pytest.mark.parametrize("name", ["simple", "a_b-c.d", "x+y@z%20=1,2:3", "1", "_", "sous/dossier"])
def test_a_folder_named_is_said_in_the_commands(name, chosen, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    compile_now(old_corpus(tmp_path / name))
    for typed in (name, f"./{name}", f"{name}/", str(tmp_path / name)):
        for words in (["--trees", typed], [f"--trees={typed}"]):
            written = agree("show", *IDS, "-f", chosen, *words)
            assert (f"--trees {typed}".encode() in written.out) == (chosen != "json")
    agree("show", ID, "--trees", name, "--field", "body")


@pytest.mark.parametrize("name", ["deux mots", "l'été", "$HOME", "~", "a*b", "a;b", ":deux-points"])
def test_a_folder_whose_name_takes_quoting_is_left(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    compile_now(old_corpus(tmp_path / name))
    assert agree("show", ID, "--trees", name, taken=False).code == 0
    # In the variable it is printed nowhere.
    monkeypatch.setenv("SEGUR_FAQ_TREES", name)
    for chosen in FORMATS:
        assert b"trees" not in agree("show", ID, "-f", chosen).out


def test_the_folder_worked_on_is_found(tmp_path, monkeypatch):
    compile_now(old_corpus(tmp_path / "trees"))
    monkeypatch.chdir(tmp_path)
    agree("show", ID)
    monkeypatch.setenv("SEGUR_FAQ_TREES", "")
    agree("show", ID)


def test_the_option_weighs_more_than_the_variable(small, tmp_path, monkeypatch):
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(tmp_path))  # not a corpus
    agree("show", ID, "--trees", str(small))
    assert fast("show", ID) == NOTHING


# --- streams -----------------------------------------------------------------------------------


def test_on_a_terminal_a_format_must_be_named(small):
    for words in (["-f", "text"], ["-f", "json"], ["-f", "markdown"], ["--field", "short"]):
        agree("show", ID, *words, terminal=True)
    agree("show", ID, terminal=True, taken=False)


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "utf_8", "U8"])
def test_spellings_of_the_encoding(encoding, small):
    agree("show", ID, encoding=encoding, taken=encoding != "U8")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "utf-16", "utf-8-sig"])
def test_other_encodings_are_left(encoding, small):
    for words in (["show", ID], ["define", "BAL"], ["search", "dmp"]):
        assert agree(*words, encoding=encoding, taken=False).code == 0
