"""The promise of every command: which code, and what is said on which stream."""

import shlex

import pytest
from cli.program import run
from cli.small_corpus import ANSWERS, write_corpus, write_healthy_corpus

DONE, NEGATIVE, UNABLE = 0, 1, 2


@pytest.mark.parametrize(
    "command",
    [
        "--version",
        "--help",
        "",
        "show dmp-imagerie",
        "show dmp-imagerie mssante-bal",
        "show dmp-imagerie --field short",
        "list",
        "list couloir=imagerie",
        "tree",
        "tree couloir=imagerie --depth 1",
        "ask couloir=imagerie produit=psc --no-input",
        "ask couloir=imagerie produit=psc",
        "ask couloir=imagerie --no-input -f json",
        "lint --list-rules",
    ],
)
def test_done_writes_to_standard_output_alone(command, call):
    ran = call(*command.split())
    assert ran.code == DONE
    assert ran.out
    assert ran.err == ""


def test_several_answers_are_listed_and_the_advice_is_apart(call):
    ran = call("ask", "couloir=imagerie", "--no-input")
    assert ran.code == DONE
    assert all("\t" in line for line in ran.out.splitlines())
    assert "show" in ran.err


def test_a_healthy_corpus_is_said_to_be_on_standard_error(call, tmp_path):
    ran = call("lint", str(write_healthy_corpus(tmp_path)))
    assert (ran.code, ran.out) == (DONE, "")
    assert ran.err


@pytest.mark.parametrize(
    "command",
    [
        "show inconnu",
        "show dmp-imageri",
        "list offre=labels couloir=imagerie",
        "tree offre=labels couloir=imagerie",
        "ask offre=labels couloir=imagerie",
        "ask offre=labels couloir=imagerie --no-input",
        "ask vague=1 couloir=hopital produit=psc --no-input",
        "list -f ids vague=1 couloir=hopital produit=psc",
        "lint --explain inconnue",
    ],
)
def test_a_negative_answer_is_told_on_standard_error(command, call):
    ran = call(*command.split())
    assert ran.code == NEGATIVE
    assert ran.out == ""
    assert ran.err


@pytest.mark.parametrize(
    "command",
    [
        "show",
        "nope",
        "--nope",
        "ask",
        "ask couloir=imagerie",
        "ask couloir imagerie",
        "ask nope=imagerie",
        "ask couloir=nope",
        "ask couloir=imagerie couloir=hopital",
        "list couloir=nope",
        "list --format nope",
        "tree --depth 0",
        "tree --depth x",
        "show dmp-imagerie --field nope",
        "show dmp-imagerie --trees /nulle/part",
        "list --trees /etc/hostname",
        "lint /nulle/part",
        "lint a b",
    ],
)
def test_what_cannot_be_run_is_explained_with_a_way_out(command, call):
    ran = call(*command.split())
    assert ran.code == UNABLE
    assert ran.out == ""
    message, *hints = ran.err.splitlines()
    assert message.startswith("Erreur")
    assert hints
    assert "Traceback" not in ran.err


def test_the_choice_that_left_nothing_is_named(call):
    ran = call("list", "offre=labels", "couloir=imagerie")
    assert "couloir=imagerie" in ran.err
    ran = call("list", "couloir=hopital", "produit=psc")
    assert "produit=psc" in ran.err


@pytest.mark.parametrize(
    ("command", "suggestion"),
    [
        ("shwo x", "show"),
        ("show --feild id x", "--field"),
        ("ask --no-inputt", "--no-input"),
        ("list --fromat ids", "--format"),
        ("show dmp-imagrie", "dmp-imagerie"),
        ("show dmp-etablisement", "dmp-etablissement"),
        ("show dmp-imagerie --field sort", "short"),
        ("list coulor=imagerie", "couloir"),
        ("list couloir=imagrie", "imagerie"),
        ("list couloir=radiolgie", "imagerie"),
    ],
)
def test_the_nearest_spelling_is_suggested(command, suggestion, call):
    ran = call(*command.split())
    assert ran.code in (NEGATIVE, UNABLE)
    assert suggestion in ran.err


def test_an_unknown_option_of_a_level_gets_the_accepted_ones(call):
    ran = call("list", "couloir=zzz")
    for option in ("biologie", "hopital", "ecole", "coeur", "imagerie"):
        assert option in ran.err


@pytest.mark.parametrize("pair", ["couloir=Radiologie", "Couloir=IMAGERIE", "couloir=imagerie",
                                  "COULOIR=rad", "couloir= imagerie "])  # fmt: skip
def test_pairs_are_read_as_people_write_them(pair, call):
    assert call("list", "-f", "ids", pair).out == call("list", "-f", "ids", "couloir=imagerie").out


def test_the_order_of_the_pairs_does_not_matter(call):
    pairs = ["couloir=imagerie", "produit=psc", "offre=segur"]
    answers = {call("list", "-f", "ids", *order).out for order in (pairs, reversed(pairs))}
    assert answers == {"dmp-imagerie\n"}


def test_a_level_given_twice_is_refused_unless_it_says_the_same(call):
    ran = call("list", "couloir=imagerie", "couloir=hopital")
    assert ran.code == UNABLE
    for word in ("couloir", "imagerie", "hopital"):
        assert word in ran.err
    assert call("list", "couloir=imagerie", "couloir=radiologie").code == DONE


@pytest.mark.parametrize(
    "words",
    [
        ["show", "\x1b[31mx"],
        ["show", "--\x1b[31m"],
        ["show", "x", "--trees", "\x1b[31m"],
        ["show", "dmp-imagerie", "--field", "\x9b31m"],
        ["list", "\x1b]0;titre\x07=x"],
        ["list", "couloir=\u202ex"],
        ["list", "-f", "\x1b[31m"],
        ["lint", "\x1b"],
        ["lint", "a", "\x1b[31m"],
        ["lint", "--explain", "\x1b[31m"],
        ["\x1b[2J"],
    ],
)
def test_words_of_the_command_line_do_not_reach_the_terminal_raw(words, call):
    ran = call(*words)
    assert ran.code != DONE
    assert not set(ran.out + ran.err) & set("\x1b\x07\x9b\u202e")


def test_bytes_that_are_no_text_are_an_unknown_id():
    ran = run("show", b"\xff\xfe")
    assert ran.code == NEGATIVE
    assert "Traceback" not in ran.err


BROKEN = ANSWERS.replace("question: Comment alimenter le DMP ?", "question: [une, liste]")


@pytest.mark.parametrize("command", ["show dmp-imagerie", "list", "tree", "ask --no-input", "ask"])
def test_a_broken_corpus_answers_nothing_and_says_where_it_is_broken(command, call, tmp_path):
    write_corpus(tmp_path, answers=BROKEN)
    ran = call(*command.split(), "--trees", str(tmp_path))
    assert (ran.code, ran.out) == (UNABLE, "")
    assert f"{tmp_path}/answers/tout.yaml:4:15" in ran.err
    assert "segur-faq lint" in ran.err


def test_the_command_that_shows_all_errors_works(call, tmp_path):
    broken = write_corpus(tmp_path / "mon corpus", answers=BROKEN)
    ran = call("show", "x", "--trees", str(broken))
    words = shlex.split(ran.err.partition("segur-faq lint ")[2])
    assert words == [str(broken)]
    assert call("lint", *words).code == NEGATIVE


def test_a_broken_corpus_is_linted(call, tmp_path):
    write_corpus(tmp_path, answers=BROKEN)
    ran = call("lint", str(tmp_path))
    assert ran.code == NEGATIVE
    assert f"{tmp_path}/answers/tout.yaml:4:15" in ran.out


def test_a_folder_that_is_no_corpus(call, tmp_path):
    ran = call("show", "x", "--trees", str(tmp_path))
    assert ran.code == UNABLE
    assert "cascade.yaml" in ran.err


def test_in_a_folder_that_is_gone(tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    ran = run("show", "dmp-imagerie", "--field", "id", cwd=gone, preexec_fn=gone.rmdir)
    assert (ran.code, ran.out) == (DONE, "dmp-imagerie\n")
