"""`search`: what it prints, says and returns. How results are found is tested in `tests/search`."""

import io
import json
import os
import shlex
import sys

import pytest
from cli.program import plain, run
from cli.small_corpus import ANSWERS, write_corpus

from segur_faq.cli.main import main
from segur_faq.search.limits import LIMIT, MOST

FORMATS = ["text", "json", "ids"]


def ids(ran):
    return ran.out.split()


class Screen(io.StringIO):
    """Standard output on a terminal."""

    encoding = "utf-8"

    def isatty(self):
        return True

    def fileno(self):
        return 1


@pytest.fixture
def drawn(capsys):
    """Run the program as on a terminal of so many lines."""

    def run_here(*arguments, lines=24):
        screen = Screen()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdout", screen)
            patch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((80, lines)))
            code = main(["search", *arguments])
        return code, screen.getvalue(), plain(capsys.readouterr().err)

    return run_here


@pytest.fixture
def many(tmp_path):
    """A corpus of more answers about one thing than a search ever gives."""
    one = ANSWERS.partition("  - id: dmp-imagerie")[0].replace("[dmp-imagerie, mssante-bal]", "[]")
    head, _, body = one.partition("  - id: dmp-alimentation")
    copies = (f"  - id: dmp-{number}{body}" for number in range(MOST + 10))
    return str(write_corpus(tmp_path, answers=head + "".join(copies)))


# --- formats -----------------------------------------------------------------------------------


def test_text_has_each_result_with_the_passage_that_was_found(call):
    ran = call("search", "carte", "CPS")
    assert ran.code == 0
    first = plain(ran.out).partition("\n\n")[0].splitlines()
    assert first[0] == "1. Comment commander une carte CPS ?"
    assert [line.strip() for line in first[1:]] == [
        "Un seul : Une carte suffit.",
        "cartes-commande",
    ]


def test_ids_are_one_a_line_the_best_first(call):
    ran = call("search", "BAL de service", "-f", "ids")
    assert (ran.code, ids(ran)) == (0, ["mssante-hopital", "mssante-bal"])


def test_json_has_the_keys_that_are_promised(call):
    ran = call("search", "bal de sevice", "couloir=hopital", "-f", "json")
    value = json.loads(ran.out)
    assert list(value) == [
        "format", "query", "path", "corrections", "unknown", "options", "total", "results",
    ]  # fmt: skip
    assert value["format"] == 1
    assert value["query"] == "bal de sevice"
    assert value["path"] == {"couloir": "hopital"}
    assert value["corrections"] == [{"typed": "sevice", "meant": "service"}]
    assert value["total"] == len(value["results"]) == 2
    for result in value["results"]:
        assert list(result) == ["id", "question", "short", "passage", "score"]
    assert value["results"][0]["id"] == "mssante-hopital"


def test_explain_says_the_parts_of_each_score(call):
    text = call("search", "alimenter le dmp", "--explain").out
    assert text.count("Pourquoi") == len(text.split("\n\n"))
    assert "produit=dmp" in text
    assert "Comment alimenter le DMP" in text.partition("Pourquoi")[2].splitlines()[0]
    value = json.loads(call("search", "alimenter le dmp", "--explain", "-f", "json").out)
    for result in value["results"]:
        parts = result["explanation"]
        assert {"text", "wordings", "coverage"} <= set(parts)
        assert parts["names"] == ["produit=dmp"]
    plain_ids = call("search", "alimenter le dmp", "-f", "ids")
    assert call("search", "alimenter le dmp", "-f", "ids", "--explain").out == plain_ids.out


def test_words_may_be_one_argument_or_several_with_pairs_anywhere(call):
    together = call("search", "alimenter le DMP", "couloir=hopital")
    assert call("search", "alimenter", "couloir=hopital", "le", "DMP").out == together.out
    assert call("search", "couloir=hopital", "alimenter", "le", "DMP").out == together.out


@pytest.mark.parametrize("chosen", FORMATS)
def test_a_pipe_is_given_plain_text_whatever_the_colour(chosen, call):
    ran = call("search", "dmp", "-f", chosen, "--color", "always")
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert all(line == line.rstrip() for line in ran.out.splitlines())
    assert ran.out == call("search", "dmp", "-f", chosen).out


def test_a_process_of_its_own_says_the_same(call):
    for chosen in FORMATS:
        ran = run("search", "bal de sevice", "-f", chosen)
        again = call("search", "bal de sevice", "-f", chosen)
        assert (ran.code, ran.out, ran.err) == (0, again.out, again.err)


# --- limits ------------------------------------------------------------------------------------


def test_the_limit_is_kept_and_the_total_told(many, call):
    def search(*options):
        return call("search", "alimenter le DMP", "--trees", many, *options)

    assert len(ids(search("-f", "ids"))) == LIMIT
    assert ids(search("-f", "ids", "-n", "3")) == ids(search("-f", "ids"))[:3]
    value = json.loads(search("-f", "json", "--limit", "1").out)
    assert len(value["results"]) == 1
    assert value["total"] > LIMIT
    assert len(ids(search("-f", "ids", "-n", str(MOST)))) == value["total"]


@pytest.mark.parametrize("limit", ["0", "-1", str(MOST + 1), "dix", "1.5", ""])
def test_a_limit_out_of_bounds_is_refused(limit, call):
    ran = call("search", "dmp", "--limit", limit)
    assert (ran.code, ran.out) == (2, "")
    assert "--limit" in ran.err


@pytest.mark.parametrize("limit", ["1", str(MOST)])
def test_the_bounds_themselves_are_accepted(limit, call):
    assert call("search", "dmp", "--limit", limit).code == 0


def test_an_unknown_format_is_refused(call):
    assert call("search", "dmp", "--format", "xml").code == 2


# --- what is said ------------------------------------------------------------------------------


def test_a_correction_is_said_on_standard_error(call):
    ran = call("search", "alimantation")
    assert ran.code == 0
    assert "Vouliez-vous dire" in ran.err
    assert "alimantation" in ran.err
    assert "Vouliez-vous dire" not in ran.out


def test_an_unknown_word_beside_others_is_said(call):
    ran = call("search", "carte zzzz")
    assert ran.code == 0
    assert "zzzz" in ran.err
    assert ran.out == call("search", "carte").out


def test_an_option_that_is_recognised_is_said_with_the_pair_that_narrows(call):
    ran = call("search", "DMP radiologie")
    assert "couloir=imagerie" in ran.err
    narrowed = call("search", "DMP radiologie", "couloir=imagerie")
    assert "couloir=imagerie" not in narrowed.err
    assert "produit=dmp" in narrowed.err


def test_what_an_option_does_not_hold_for_is_not_hidden(call):
    assert "dmp-hopital" in ids(call("search", "alimenter DMP imagerie", "-f", "ids"))
    assert "dmp-hopital" not in ids(
        call("search", "alimenter DMP imagerie", "couloir=imagerie", "-f", "ids")
    )


# --- pairs -------------------------------------------------------------------------------------


def test_pairs_narrow_together(call):
    every = ids(call("search", "dmp bal carte", "-f", "ids"))
    assert len(every) > 4
    for pairs in (["couloir=hopital"], ["couloir=Hôpital", "vague=1"], ["offre=labels"]):
        held = {line.split("\t")[0] for line in call("list", *pairs).out.splitlines()}
        found = ids(call("search", "dmp bal carte", *pairs, "-f", "ids"))
        assert set(found) <= held
        assert set(every) & held <= set(found)


def test_a_level_left_open_narrows_nothing(call):
    assert call("search", "carte", "couloir=-").out == call("search", "carte").out


@pytest.mark.parametrize(
    ("pair", "near"), [("couloir=imagrie", "imagerie"), ("coulor=imagerie", "couloir")]
)
def test_an_unknown_pair_is_refused_as_elsewhere(pair, near, call):
    ran = call("search", "dmp", pair)
    assert (ran.code, ran.out) == (2, "")
    assert near in ran.err
    assert ran.err == call("list", pair).err


# --- nothing -----------------------------------------------------------------------------------


@pytest.mark.parametrize("chosen", FORMATS)
def test_nothing_found_is_said_with_the_ways_out(chosen, call):
    ran = call("search", "zzzz", "-f", chosen)
    assert ran.code == 1
    assert "zzzz" in ran.err
    for way in ("segur-faq ask", "segur-faq tree"):
        assert way in ran.err
    if chosen == "json":
        value = json.loads(ran.out)
        assert (value["total"], value["results"], value["unknown"]) == (0, [], ["zzzz"])
    else:
        assert ran.out == ""


def test_nothing_found_offers_the_subjects_whose_names_are_near(call):
    assert "couloir=imagerie" in call("search", "imageriste").err
    assert "couloir=" not in call("search", "zzzz").err


def test_polite_words_alone_find_nothing_and_are_not_taken_for_others(call):
    ran = call("search", "Bonjour, je voudrais savoir si vous pouvez")
    assert (ran.code, ran.out) == (1, "")
    assert "Vouliez-vous dire" not in ran.err
    assert "« vous »" not in plain(ran.err)


def test_what_is_found_only_without_the_choices_is_said(call):
    ran = call("search", "laboratoire", "prescripteur", "couloir=hopital")
    assert (ran.code, ran.out) == (1, "")
    line = next(line for line in plain(ran.err).splitlines() if "segur-faq search" in line)
    command = shlex.split(line.partition("segur-faq ")[2])
    assert ids(call(*command, "-f", "ids")) == ["mssante-biologie"]
    assert "segur-faq search" not in call("search", "zzzz", "couloir=hopital").err


@pytest.mark.parametrize("words", [[""], ["   "], ["", ""], ["couloir=imagerie"], []])
def test_without_words_there_is_nothing_to_search(words, call):
    ran = call("search", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err


@pytest.mark.parametrize("words", ["zz\x1b[31mzz", "zz\u202ezz", "zz\x07zz", "zz\x9b31mzz"])
def test_what_was_typed_comes_back_harmless(words, call):
    for ran in (call("search", words), call("search", words, "-f", "json")):
        assert ran.code == 1
        assert not set("\x1b\u202e\x07\x9b") & set(ran.out + ran.err)


@pytest.mark.parametrize("words", ["a" * 50_000, "carte " * 20_000, "! " * 20_000 + "carte"])
def test_a_text_of_any_length_is_searched(words, call):
    ran = call("search", words, "-f", "ids")
    assert ran.code == (0 if "carte" in words else 1)


# --- on a terminal -----------------------------------------------------------------------------


def test_on_a_terminal_the_words_are_set_off(drawn):
    code, shown, _ = drawn("messagerie", "compte rendu")
    assert code == 0
    assert "\x1b[" in shown
    _, bare, _ = drawn("messagerie", "compte rendu", "--color", "never")
    assert "\x1b" not in bare
    assert "mssante-biologie" in bare


def test_on_a_terminal_as_many_are_shown_as_fit_and_the_rest_is_told(many, drawn):
    few, plenty = (
        drawn("alimenter", "--trees", many, "--color", "never", lines=lines) for lines in (24, 200)
    )
    assert few[1].count("Comment alimenter") < plenty[1].count("Comment alimenter") == LIMIT
    assert "--limit" in few[2]
    assert "segur-faq show dmp-0" in few[2]
    _, shown, said = drawn("commander", "carte", "--color", "never")
    assert shown.count("CPS ?") == 1
    assert "--limit" not in said


def test_on_a_terminal_a_number_that_is_asked_for_is_given(many, drawn):
    _, shown, _ = drawn("alimenter", "--trees", many, "-n", "8", "--color", "never", lines=10)
    assert shown.count("Comment alimenter") == 8


def test_on_a_terminal_a_script_still_gets_its_format(drawn):
    _, shown, _ = drawn("carte", "-f", "ids")
    assert shown.split() == ["cartes-commande", "cartes-couloirs"]
    _, shown, _ = drawn("carte", "-f", "json")
    assert json.loads(shown)["total"] == 2


def test_nothing_found_on_a_terminal_is_1_too(drawn):
    code, shown, said = drawn("zzzz")
    assert (code, shown) == (1, "")
    assert "segur-faq show" not in said
