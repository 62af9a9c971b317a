"""What the Tab key gives, in bash and in zsh; and that it never says a word."""

import pytest
from cli.program import run
from cli.small_corpus import ANSWERS, write_corpus

from segur_faq.lint.registry import all_rules


@pytest.fixture
def bash(call, monkeypatch):
    """Complete the last word, as bash cuts them: the equals sign is one."""

    def complete(*words, trees=None):
        given = ["segur-faq", *words]
        monkeypatch.setenv("_SEGUR_FAQ_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", "\n".join(given))
        monkeypatch.setenv("COMP_CWORD", str(len(given) - 1))
        if trees is not None:
            monkeypatch.setenv("SEGUR_FAQ_TREES", str(trees))
        return call()

    return complete


@pytest.fixture
def zsh(call, monkeypatch):
    def complete(line):
        monkeypatch.setenv("_SEGUR_FAQ_COMPLETE", "complete_zsh")
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", f"segur-faq {line}")
        return call()

    return complete


def completed(ran):
    assert ran.err == ""
    return ran.out.split()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["sh"], ["show"]),
        (["l"], ["list", "lint"]),
        (["show", "dmp-"], ["dmp-alimentation", "dmp-imagerie", "dmp-hopital"]),
        (["show", "dmp-imagerie", "dmp-"], ["dmp-alimentation", "dmp-hopital"]),
        (["show", "zzz"], []),
        (["show", "--fie"], ["--field"]),
        (["ask", "pro"], ["produit=dmp", "produit=mssante", "produit=psc", "produit=cartes"]),
        (["ask", "couloir", "=", ""], ["biologie", "hopital", "ecole", "coeur", "imagerie"]),
        (["ask", "couloir", "=", "im"], ["imagerie"]),
        (["ask", "couloir", "="], ["biologie", "hopital", "ecole", "coeur", "imagerie"]),
        (["ask", "couloir", "=", "imagerie", "off"], ["offre=segur", "offre=labels"]),
        (["ask", "couloir", "=", "imagerie", "produit", "=", "d"], ["dmp"]),
        (["ask", "nope", "=", ""], []),
        (["list", "couloir", "=", "h"], ["hopital"]),
        (["list", "--format", "c"], ["csv"]),
        (["tree", "couloir", "=", "h"], ["hopital"]),
        (["ask", "--color", "a"], ["auto", "always"]),
        (["define", "e-"], ["e-CPS"]),
    ],
)
def test_bash(bash, words, expected):
    assert completed(bash(*words)) == expected


def test_levels_come_first_and_those_given_are_not_offered_again(bash):
    assert completed(bash("ask", "")) == ["offre=", "couloir=", "produit=", "vague="]
    assert completed(bash("ask", "couloir", "=", "imagerie", "")) == [
        "offre=",
        "produit=",
        "vague=",
    ]


def test_codes_of_rules(bash):
    code = all_rules()[0].code
    assert code in completed(bash("lint", "--explain", code[:-1]))
    assert set(completed(bash("lint", "--explain", ""))) == {rule.code for rule in all_rules()}


def test_zsh_gives_the_questions_beside(zsh):
    ran = zsh("show dmp-im")
    assert ran.err == ""
    assert "dmp-imagerie" in ran.out
    assert "Le RIS doit-il" in ran.out
    assert "dmp-hopital" not in ran.out
    assert "couloir=hopital" in zsh("ask couloir=h").out


def test_the_corpus_of_the_command_line_is_the_one_completed(bash, tmp_path):
    write_corpus(tmp_path, answers=ANSWERS.replace("dmp-hopital", "dmp-ailleurs"))
    trees = ["--trees", str(tmp_path)]
    assert completed(bash("show", *trees, "dmp-a")) == ["dmp-alimentation", "dmp-ailleurs"]
    cascade = (tmp_path / "cascade.yaml").read_text().replace("id: hopital", "id: hospice")
    (tmp_path / "cascade.yaml").write_text(cascade)
    for command in ("ask", "list", "tree"):
        assert completed(bash(command, *trees, "couloir", "=", "ho")) == ["hospice"], command


@pytest.mark.parametrize("words", [["show", "x"], ["ask", ""], ["ask", "couloir", "=", ""],
                                   ["define", ""], ["coverage", "--rows", ""]])  # fmt: skip
def test_it_is_silent_on_a_broken_or_missing_corpus(words, bash, tmp_path):
    assert completed(bash(*words, trees=tmp_path / "nulle-part")) == []
    assert completed(bash(*words, trees=tmp_path)) == []
    for broken in ("]", "format: 1\nlevels: 3\n", "format: 1\nlevels: [{}]\n", "\x00", "- - -"):
        write_corpus(tmp_path, cascade=broken, answers=broken, glossary=broken)
        assert bash(*words, trees=tmp_path).err == ""


@pytest.mark.parametrize(
    "variables",
    [
        {"COMP_WORDS": "", "COMP_CWORD": ""},
        {"COMP_WORDS": "segur-faq", "COMP_CWORD": "0"},
        {"COMP_WORDS": "segur-faq show", "COMP_CWORD": "9"},
        {"COMP_WORDS": "segur-faq nope x", "COMP_CWORD": "2"},
        {"COMP_WORDS": "segur-faq\nshow\n'guillemet", "COMP_CWORD": "2"},
        {"COMP_WORDS": "segur-faq\n=\n=", "COMP_CWORD": "2"},
    ],
)
def test_strange_lines_are_survived(variables, call, monkeypatch):
    monkeypatch.setenv("_SEGUR_FAQ_COMPLETE", "complete_bash")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert "Traceback" not in call().err


def test_a_process_completes_as_the_shells_call_it():
    ran = run(
        env={
            "_SEGUR_FAQ_COMPLETE": "complete_bash",
            "COMP_WORDS": "segur-faq show dmp-im",
            "COMP_CWORD": "2",
        }
    )
    assert (ran.code, ran.out.split(), ran.err) == (0, ["dmp-imagerie"], "")


def test_what_a_shell_would_run_is_not_run(zsh, tmp_path, monkeypatch):
    # zsh evaluates what it is given: a question of the corpus must stay a text.
    hostile = "Le RIS `touch x` $(touch y) ' \" doit-il"
    question = "question: Le RIS doit-il alimenter le DMP par Pro Santé Connect ?"
    quoted = hostile.replace("'", "''")
    write_corpus(tmp_path, answers=ANSWERS.replace(question, f"question: '{quoted}'"))
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(tmp_path))
    ran = zsh("show dmp-im")
    assert "dmp-imagerie" in ran.out
    assert "`touch" not in ran.out.replace("\\`", "")
    assert "$(touch" not in ran.out.replace("\\$", "")
