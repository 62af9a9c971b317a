"""`ask` without menus: by pairs, by lines, or with nobody to answer."""

import io
import json
import sys

import pytest
from cli.program import plain, run
from cli.small_corpus import ANSWERS, write_corpus

from segur_faq.cli.main import main


@pytest.fixture
def terminal(monkeypatch):
    """Make the program believe that there is a keyboard and a screen."""
    from segur_faq.cli import console

    monkeypatch.setattr(console, "is_terminal", lambda stream: stream is not sys.stdout)


# --- with --no-input ---------------------------------------------------------------------------


def test_one_answer_is_shown_with_its_replay_line(call):
    ran = call("ask", "produit=psc", "couloir=imagerie", "--no-input")
    assert (ran.code, ran.err) == (0, "")
    assert "Oui, c'est une obligation." in ran.out
    assert "segur-faq ask couloir=imagerie produit=psc" in ran.out
    assert "segur-faq show dmp-imagerie" in ran.out


def test_several_answers_are_one_a_line_the_specific_ones_first(call):
    ran = call("ask", "couloir=hopital", "--no-input")
    ids = [line.split("\t")[0] for line in ran.out.splitlines()]
    assert set(ids[:2]) == {"dmp-hopital", "mssante-hopital"}
    assert len(ids) == 5
    assert ran.out == call("list", "couloir=hopital").out


def test_no_answer_says_why(call):
    ran = call("ask", "couloir=hopital", "produit=psc", "--no-input")
    assert (ran.code, ran.out) == (1, "")
    assert "produit=psc" in ran.err


@pytest.mark.parametrize(
    ("pairs", "ids", "code"),
    [
        ([], 9, 0),
        (["couloir=hopital"], 5, 0),
        (["couloir=imagerie", "produit=psc"], 1, 0),
        (["couloir=hopital", "produit=psc"], 0, 1),
    ],
)
def test_json_holds_what_remains_even_nothing(pairs, ids, code, call):
    ran = call("ask", *pairs, "--no-input", "-f", "json")
    value = json.loads(ran.out)
    assert ran.code == code
    assert list(value) == ["format", "path", "follow_ups", "answers"]
    assert value["follow_ups"] == {}
    assert value["path"] == dict(pair.split("=") for pair in pairs)
    assert len(value["answers"]) == ids
    assert all("short" in answer and "body" in answer for answer in value["answers"])


def test_a_level_may_be_left_open(call):
    whole = call("ask", "--no-input").out
    assert call("ask", "couloir=-", "--no-input").out == whole
    assert call("ask", "couloir=?", "--no-input").out == whole


def test_a_filter_that_is_never_asked_filters(call):
    assert "dmp-hopital" in call("ask", "couloir=hopital", "vague=2", "--no-input").out
    assert "dmp-hopital" not in call("ask", "couloir=hopital", "vague=1", "--no-input").out


@pytest.mark.parametrize("chosen", ["text", "rich", "markdown"])
def test_the_format_is_that_of_the_answer(chosen, call):
    pairs = ["couloir=imagerie", "produit=psc"]
    asked = call("ask", *pairs, "--no-input", "-f", chosen).out
    shown = call("show", "dmp-imagerie", "-f", chosen).out
    without_replay = "".join(
        line for line in asked.splitlines(keepends=True) if "segur-faq ask" not in line
    )
    assert without_replay.split()[:20] == shown.split()[:20]


def test_an_id_among_the_words_leads_to_its_answer(call):
    ran = call("ask", "dmp-hopital", "--no-input")
    assert (ran.code, ran.err) == (0, "")
    assert "Le DPI" in ran.out
    assert call("ask", "couloir=hopital", "dmp-hopital").out.startswith(ran.out.splitlines()[0])


def test_a_former_id_among_the_words_says_the_new_one(call):
    ran = call("ask", "dmp-etablissement", "--no-input")
    assert ran.code == 0
    assert plain(ran.err) == "« dmp-etablissement » s'appelle désormais « dmp-hopital ».\n"
    assert "Le DPI" in ran.out


def test_an_id_that_the_choices_leave_out_is_refused_with_a_way_to_know_why(call):
    ran = call("ask", "couloir=imagerie", "dmp-hopital", "--no-input")
    assert (ran.code, ran.out) == (1, "")
    command = plain(ran.err).partition("segur-faq ")[2].split()
    assert call(*command).code in (0, 1)
    assert {"dmp-hopital", "couloir=imagerie"} <= set(command)


# --- with nobody to answer ---------------------------------------------------------------------


def test_without_a_terminal_it_names_what_is_missing_and_a_command_that_works(call):
    ran = call("ask", "couloir=imagerie")
    assert (ran.code, ran.out) == (2, "")
    assert "produit" in ran.err
    for option in ("dmp", "mssante", "psc", "cartes"):
        assert option in ran.err
    command = plain(ran.err).partition("segur-faq ask ")[2].split()
    again = call("ask", *command)
    assert again.code == 0
    assert len(again.out.splitlines()) == 5


def test_without_a_terminal_an_answer_that_needs_no_question_is_given(call):
    ran = call("ask", "couloir=imagerie", "produit=psc")
    assert (ran.code, ran.err) == (0, "")
    assert "obligation" in ran.out


@pytest.mark.parametrize("variables", [{}, {"ACCESSIBLE": "1"}, {"TERM": "dumb"}])
def test_lines_from_a_pipe_answer_nothing_unless_asked_to(variables):
    # questionary would take them for keys: « printf '\\r' | … » answers the first question.
    ran = run("ask", stdin="1\n1\n1\n\r\r\r", env=variables)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("arguments", [["ask"], ["ask", "--simple"]])
def test_a_closed_standard_input(arguments):
    import os

    ran = run(*arguments, stdin=None, preexec_fn=lambda: os.close(0))
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


def test_an_empty_standard_input():
    ran = run("ask", "--simple")
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


# --- line by line ------------------------------------------------------------------------------


def test_a_program_can_drive_it_through_pipes():
    ran = run("ask", "--simple", stdin="segur\nhop\n?\nzzz\n1\n1\nq\n")
    assert ran.code == 0
    assert ran.out.startswith(run("show", "dmp-hopital").out)
    assert "segur-faq ask offre=segur couloir=hopital produit=dmp" in ran.out
    assert "1. " in ran.err
    assert "Le DPI" not in ran.err


@pytest.fixture
def typed(call, monkeypatch):
    """Drive `ask --simple` by lines, in this process."""

    def ask(lines, *arguments):
        monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
        return call("ask", "--simple", *arguments)

    return ask


def test_the_answer_of_a_driven_journey_has_the_format_asked_for(typed):
    ran = typed("segur\nimagerie\npsc\nq\n", "-f", "json")
    assert ran.code == 0
    assert json.loads(ran.out)["id"] == "dmp-imagerie"


def test_an_id_opens_its_answer_and_back_gives_the_questions(typed):
    ran = typed("r\nq\n", "dmp-hopital")
    assert ran.code == 0
    assert "Le DPI" in ran.out
    assert "quel type d'offre" in ran.err


def test_a_pipe_that_runs_dry_is_an_error_and_what_was_read_stays(typed):
    ran = typed("segur\nimagerie\npsc\n")
    assert ran.code == 2
    assert "obligation" in ran.out
    assert typed("segur\n").code == 2


@pytest.mark.parametrize("line", [b"\xff\xfe\n", b"\xc3\n", b"a\x00b\n", b"\x1b[A\n"])
def test_bytes_that_are_no_text_are_not_understood(line):
    ran = run("ask", "--simple", stdin=line + b"q\n", env={"PYTHONIOENCODING": "utf-8:strict"})
    assert ran.code == 0
    assert not set(ran.err) & set("\x00\x1b")


def test_lines_of_windows_are_lines(typed):
    assert typed("segur\r\nimagerie\r\npsc\r\nq\r\n").code == 0


def test_an_answer_read_twice_in_a_row_is_printed_each_time_it_is_opened(typed):
    ran = typed("1\nr\n1\nq\n", "couloir=hopital", "produit=dmp")
    assert ran.code == 0
    assert ran.out.count("segur-faq show dmp-hopital") == 2


def test_an_answer_that_stays_open_is_printed_once(typed, tmp_path):
    only = ANSWERS.partition("  - id: dmp-imagerie")[0]
    only = only.replace("    see_also: [dmp-imagerie, mssante-bal]\n", "")
    ran = typed("r\nr\nq\n", "--trees", str(write_corpus(tmp_path, answers=only)))
    assert ran.code == 0
    assert ran.out.count("Par une API") == 1


# --- by words ----------------------------------------------------------------------------------


def test_words_without_asking_give_what_they_find_the_closest_first(call):
    ran = call("ask", "BAL de service", "--no-input")
    assert ran.code == 0
    assert [line.split("\t")[0] for line in ran.out.splitlines()] == [
        "mssante-hopital",
        "mssante-bal",
    ]
    assert call("ask", "BAL", "de", "service", "--no-input").out == ran.out


def test_words_and_pairs_narrow_together(call):
    ran = call("ask", "alimenter le DMP", "couloir=imagerie", "--no-input", "-f", "json")
    value = json.loads(ran.out)
    assert [answer["id"] for answer in value["answers"]] == ["dmp-alimentation", "dmp-imagerie"]
    assert value["path"] == {"couloir": "imagerie"}


def test_words_that_find_one_answer_show_it(call):
    ran = call("ask", "prescripteur", "--no-input")
    assert (ran.code, ran.err) == (0, "")
    assert "au prescripteur et au patient" in ran.out
    assert call("ask", "prescripteur").out == ran.out  # nor is there anything to ask


def test_a_correction_is_said(call):
    ran = call("ask", "prescriptuer", "--no-input")
    assert ran.out == call("ask", "prescripteur", "--no-input").out
    assert "Vouliez-vous dire" in ran.err


@pytest.mark.parametrize("words", ["zzzz", "le la les"])
@pytest.mark.parametrize("options", [(), ("--no-input",)])
def test_words_that_find_nothing_say_so(words, options, call):
    ran = call("ask", words, *options)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err
    assert json.loads(call("ask", words, "--no-input", "-f", "json").out)["answers"] == []


def test_words_without_a_terminal_name_a_command_that_works(call):
    ran = call("ask", "carte CPS", "couloir=imagerie")
    assert (ran.code, ran.out) == (2, "")
    command = plain(ran.err).partition("segur-faq ask ")[2].split()
    again = call("ask", *command)
    assert again.code == 0
    assert len(again.out.splitlines()) == 2


def test_a_driven_journey_searches_where_it_is(typed):
    ran = typed("segur\nhop\n/ BAL de service\n1\nq\n")
    assert ran.code == 0
    assert "Oui, organisationnelle." in ran.out
    assert "segur-faq ask offre=segur couloir=hopital" in ran.out
    assert "« BAL de service »" in plain(ran.err)


def test_a_driven_journey_is_asked_for_the_words(typed):
    by_row = typed("rechercher\nBAL de service\n1\nq\n")
    by_slash = typed("/\nBAL de service\n1\nq\n")
    at_once = typed("/BAL de service\n1\nq\n")
    assert by_row.out == by_slash.out == at_once.out
    assert "organisationnelle" in at_once.out


def test_a_driven_journey_goes_on_without_words(typed):
    ran = typed("/\n\nsegur\nimagerie\npsc\nq\n")
    assert ran.code == 0
    assert "obligation" in ran.out


def test_a_driven_journey_that_words_begin_is_narrowed_and_undone(typed):
    ran = typed("préciser\nimagerie\n1\nq\n", "alimenter le DMP", "offre=segur")
    assert ran.code == 0
    assert "segur-faq ask offre=segur couloir=imagerie" in ran.out
    back = typed("r\nsegur\nimagerie\npsc\nq\n", "prescripteur")
    assert "obligation" in back.out


def test_a_driven_journey_says_when_words_find_nothing_or_only_elsewhere(typed):
    ran = typed("segur\nhop\n/zzzz\nmss\n/prescripteur\n1\nq\n")
    assert ran.code == 0
    said = plain(ran.err)
    assert said.index("Rien ne correspond à « zzzz »") < said.index("Rien pour « prescripteur »")
    assert "au prescripteur et au patient" in ran.out


def test_typing_in_a_driven_journey_finds_answers_by_their_words(typed):
    # In this form, they stand nowhere: letters alone would not find the answer.
    ran = typed("cartes commandées\nq\n")
    assert "Comment commander une carte CPS" in ran.err


def test_the_answer_that_stays_open_while_words_find_nothing_is_printed_once(typed):
    ran = typed("/zzzz\nq\n", "couloir=imagerie", "produit=psc")
    assert ran.code == 0
    assert ran.out.count("obligation") == 1
    assert "zzzz" in ran.err


# --- choosing the skin -------------------------------------------------------------------------


@pytest.mark.parametrize("variables", [{"ACCESSIBLE": "1"}, {"TERM": "dumb"}, {"TERM": ""}])
def test_terminals_that_cannot_repaint_get_numbered_lines(variables, terminal, monkeypatch, capsys):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdin", io.StringIO("segur\nimagerie\npsc\nq\n"))
    assert main(["ask"]) == 0
    streams = capsys.readouterr()
    assert "obligation" in streams.out
    assert "1. " in streams.err


def test_a_console_that_menus_cannot_drive_gets_numbered_lines(terminal, monkeypatch, capsys):
    # Such as mintty without winpty: prompt_toolkit raises when it looks for the console.
    from segur_faq.prompts import menu

    def no_console(stdout=None):
        raise RuntimeError("No Windows console found")

    monkeypatch.setattr(menu, "create_output", no_console)
    monkeypatch.setattr(sys, "stdin", io.StringIO("segur\nimagerie\npsc\nq\n"))
    assert main(["ask"]) == 0
    assert "obligation" in capsys.readouterr().out


def test_the_end_of_a_keyboard_is_a_farewell(terminal, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO("segur\n"))
    assert main(["ask", "--simple"]) == 0
    assert capsys.readouterr().out == ""


def test_ctrl_c_is_130_and_says_no_more_than_a_line_feed(terminal, monkeypatch, capsys):
    class Interrupted(io.StringIO):
        def readline(self, *_):
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Interrupted())
    assert main(["ask", "--simple"]) == 130
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "Abort" not in streams.err


def test_nothing_of_the_menus_is_imported_by_commands_that_do_not_ask():
    import subprocess

    program = """
import sys
from segur_faq.cli.main import main
for words in ("show dmp-imagerie", "list", "tree", "lint --list-rules", "ask --no-input"):
    main(words.split())
    found = [m for m in ("questionary", "prompt_toolkit", "rich") if m in sys.modules]
    assert not found, (words, found)
"""
    subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
