"""The Tab key: the fast lane and the ordinary one say the same, or the fast one nothing."""

import pytest
from cli.small_corpus import ANSWERS
from compiled.folders import compile_now, old_corpus
from scripted.lanes import NOTHING, agree_on_completion, completions, fast

from segur_faq.commands import COMMANDS

TAKE_PAIRS = ("ask", "list", "search", "tree")
MARKUP = "[:"
"""What Typer might read as markup beside a value: such tips may be left to it."""


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "2000")


def bash(*words: str, cword: int | None = None, taken: bool = True) -> list[str]:
    """Complete in bash; give what is offered."""
    written = agree_on_completion(completions("bash", words, cword), taken)
    assert (written.code, written.err) == (0, b"")
    return written.out.decode().split("\n")[:-1]


def beside(shell: str, line: str, taken: bool = True) -> str:
    """Complete in a shell that shows a text beside each value; give all that is offered."""
    written = agree_on_completion(completions(shell, line), taken)
    assert (written.code, written.err) == (0, b"")
    return written.out.decode()


def is_plain(tips) -> bool:
    return not any(mark in tip for tip in tips for mark in MARKUP)


def beginnings(names) -> list[str]:
    """Give what one would type before Tab: nothing, letters, whole words, a whole name."""
    begun = {
        part for name in names for part in (name, name[:1], name[:4], name.split("-")[0] + "-")
    }
    return ["", "zzz", *sorted(begun)[::9]]


# --- ids and terms -----------------------------------------------------------------------------


def test_ids_in_bash(real):
    ids = [answer.id for answer in real.answers]
    for begun in beginnings(ids):
        offered = bash("show", begun)
        assert [name for name in offered if name] == [n for n in ids if n.startswith(begun)]


def test_ids_after_others_in_bash(real):
    first, second, *_ = [answer.id for answer in real.answers]
    assert first not in bash("show", first, first[:3])
    assert first not in bash("show", second, first, "")
    assert bash("show", second, first, "", cword=3) == [first]
    assert first in bash("show", first[:3], "whatever", cword=2)


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_ids_with_their_questions(shell, real):
    taken = 0
    for begun in beginnings([answer.id for answer in real.answers])[::3]:
        tips = [answer.question for answer in real.answers if answer.id.startswith(begun)]
        if is_plain(tips):
            shown = beside(shell, f"show {begun}")
            assert (tips == []) == (shown in ("_files\n", "\n"))
            taken += bool(tips)
    assert taken > 10
    first = real.answers[0].id
    beside(shell, f"show {first} {first}", taken=is_plain([real.answers[0].question]))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_terms(shell, real):
    terms = [term.term for term in real.terms]
    for begun in ["", "zzz", *terms[::9], *(term[:2] for term in terms[::9])]:
        if shell == "bash":
            bash("define", begun, taken=" " not in begun)  # bash would have escaped it
            continue
        if " " not in begun and is_plain(t.expansion for t in real.terms):
            beside(shell, f"define {begun}")


# --- pairs -------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", TAKE_PAIRS)
def test_pairs_as_bash_cuts_them(command, small):
    assert bash(command, "") == ["offre=", "couloir=", "produit=", "vague="]
    assert bash(command, "o") == ["offre=segur", "offre=labels"]
    assert bash(command, "zz") == [""]
    for level in ("offre", "couloir", "produit", "vague"):
        assert all(pair.startswith(f"{level}=") for pair in bash(command, level))
        assert bash(command, level, "=") == bash(command, level, "=", "")
        assert "=" not in "".join(bash(command, level, "=", ""))
    assert bash(command, "couloir", "=", "im") == ["imagerie"]
    assert bash(command, "couloir", "=", "imagerie", "offre", "=", "s") == ["segur"]
    assert bash(command, "couloir", "=", "imagerie", "off") == ["offre=segur", "offre=labels"]
    assert bash(command, "couloir", "=", "imagerie", "cou") == bash(
        command, "couloir", "=", "x", "c"
    )
    assert bash(command, "nope", "=", "") == [""]
    bash(command, "couloir=im")
    bash(command, "couloir=", "im")
    bash(command, "couloir", "=", "imagerie", "offre", cword=3)
    bash(command, "couloir", "=", "imagerie", "offre", cword=2)
    bash(command, "dmp", "bal", "cou")


@pytest.mark.parametrize("command", TAKE_PAIRS)
@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_pairs_with_what_they_mean(shell, command, small):
    for line in ("", "o", "zz", "couloir", "couloir=", "couloir=im", "couloir=imagerie ",
                 "couloir=imagerie off", "couloir=imagerie cou", "dmp co", "couloir= i",
                 "couloir= ", "x=", "couloir=imagerie  offre=segur   p"):  # fmt: skip
        beside(shell, f"{command} {line}")
    assert "Imagerie" in beside(shell, f"{command} couloir=im")


def test_pairs_of_the_real_corpus(real):
    for level in real.levels:
        options = [option.id for option in level.options]
        assert bash("ask", level.id, "=", "") == options
        assert bash("list", f"{level.id}=") == [f"{level.id}={option}" for option in options]
        if is_plain(option.label for option in level.options):
            beside("zsh", f"tree {level.id}=")


def test_fish_first_asks_whether_there_is_anything(small):
    for line in ("show d", "show ", "define D", "ask cou", "ask couloir=im", "tree o"):
        written = agree_on_completion(completions("fish", line, action="is-args"))
        assert (written.code, written.out, written.err) == (0, b"", b""), line
    for line in ("show zzz", "define zzz", "ask zzz", "ask couloir=zzz"):
        assert agree_on_completion(completions("fish", line, action="is-args")).code == 1, line
    agree_on_completion(completions("fish", "", action="is-args"), taken=False)


# --- commands, and what is left ----------------------------------------------------------------


def test_commands_in_bash(small):
    assert bash("") == list(COMMANDS)
    for begun in ("s", "l", "show", "zz", "Show"):
        assert [n for n in bash(begun) if n] == [n for n in COMMANDS if n.startswith(begun)]
    assert bash("show", "x", cword=1) == ["show"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
@pytest.mark.parametrize("line", ["", "s", "show"])
def test_commands_with_their_help_are_left(shell, line, small):
    assert "show" in beside(shell, line, taken=False)


@pytest.mark.parametrize(
    "words",
    [
        ["show", "-"],
        ["show", "--fie"],
        ["show", "--trees", "/nulle/part", "d"],
        ["show", "-f", "json", "d"],
        ["show", "--", "d"],
        ["show", "it's"],
        ["show", '"d'],
        ["show", "d\\"],
        ["ask", "=", "="],
        ["search", "«\u00a0dmp\u00a0»", "cou"],
        ["search", "dmp\u2003bal", "cou"],
        ["lint", "--explain", ""],
        ["lint", ""],
        ["coverage", ""],
        ["new", ""],
        ["nope", ""],
    ],
    ids=" ".join,
)
def test_lines_that_are_left(words, small, monkeypatch):
    for shell in ("bash", "zsh", "fish"):
        line = words if shell == "bash" else " ".join(words)
        with monkeypatch.context() as patch:
            for name, value in completions(shell, line).items():
                patch.setenv(name, value)
            assert fast() == NOTHING


@pytest.mark.parametrize(
    "variables",
    [
        {"_SEGUR_FAQ_COMPLETE": ""},
        {"_SEGUR_FAQ_COMPLETE": "source_bash"},
        {"_SEGUR_FAQ_COMPLETE": "complete_powershell", "_TYPER_COMPLETE_ARGS": "segur-faq show d"},
        {"_SEGUR_FAQ_COMPLETE": "complete_bash"},
        {"_SEGUR_FAQ_COMPLETE": "complete_bash", "COMP_WORDS": "", "COMP_CWORD": "0"},
        completions("bash", ["ask", "", "", "cou"]),
        completions("zsh", "ask ="),
        completions("fish", "ask couloir=imagerie ="),
        {"_SEGUR_FAQ_COMPLETE": "complete_bash", "COMP_WORDS": "segur-faq show", "COMP_CWORD": ""},
        {"_SEGUR_FAQ_COMPLETE": "complete_bash", "COMP_WORDS": "segur-faq show", "COMP_CWORD": "x"},
        {"_SEGUR_FAQ_COMPLETE": "complete_bash", "COMP_WORDS": "segur-faq", "COMP_CWORD": "-1"},
        completions("fish", "show dmp", action=""),
    ],
    ids=lambda variables: " ".join(variables.values()),
)
def test_other_questions_of_the_shells_are_left(variables, small, monkeypatch):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert fast() == NOTHING


@pytest.mark.parametrize(
    ("words", "number"),
    [("segur-faq", "0"), ("segur-faq show", "9"), ("segur-faq show dmp-", "2"),
     ("segur-faq\tshow dmp-", "2"),
     ("segur-faq show", "2"), ("segur-faq\nshow\n\ndmp", "2"), ("segur-faq  show   dmp-", "2")],
)  # fmt: skip
def test_odd_lines_of_bash(words, number, small):
    agree_on_completion(
        {"_SEGUR_FAQ_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": number}
    )


def test_it_needs_a_compiled_corpus(small, tmp_path, monkeypatch):
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(old_corpus(tmp_path)))
    for words in (["show", "d"], ["define", "D"], ["ask", ""]):
        bash(*words, taken=False)
    assert bash("sh") == ["show"]


# --- what is shown beside ----------------------------------------------------------------------

HOSTILE = {
    "quotes": "Le \"RIS\", l'API et ''rien'' ?",
    "shell": "Le RIS `touch x` $(touch y) ${HOME} $HOME \\ \\$ ?",
    "spaces": "Le  RIS\u00a0: doit-il ?",
    "accents": "Où « l’œuvre » ? 🙂 日本語",
}


def with_question(question, folder, monkeypatch):
    before = "question: Le RIS doit-il alimenter le DMP par Pro Santé Connect ?"
    quoted = question.replace("'", "''")
    compile_now(old_corpus(folder, answers=ANSWERS.replace(before, f"question: '{quoted}'")))
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(folder))


@pytest.mark.parametrize("shell", ["zsh", "fish"])
@pytest.mark.parametrize("question", HOSTILE.values(), ids=HOSTILE)
def test_questions_that_a_shell_could_take_for_code(question, shell, tmp_path, monkeypatch):
    with_question(question, tmp_path, monkeypatch)
    shown = beside(shell, "show dmp-im", taken=is_plain([question]))
    assert "`touch" not in shown.replace("\\`", "") or shell == "fish"


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_a_long_question_stays_on_its_line(shell, tmp_path, monkeypatch):
    """However narrow the terminal: in fish, what is on the next line would be another value."""
    monkeypatch.setenv("COLUMNS", "40")
    with_question("Le RIS doit-il " + "vraiment " * 20 + "alimenter ?", tmp_path, monkeypatch)
    assert beside(shell, "show dmp-im").count("\n") == 1


@pytest.mark.parametrize("shell", ["zsh", "fish"])
@pytest.mark.parametrize("question", ["Le [RIS] doit-il ?", "Le [/] RIS ?", "Le RIS :smile: ?"])
def test_markup_is_only_text(shell, question, tmp_path, monkeypatch):
    with_question(question, tmp_path, monkeypatch)
    variables = completions(shell, "show dmp-im")
    taken = _takes(variables)
    written = agree_on_completion(variables, taken)
    assert question.replace(":", r"\\:" if shell == "zsh" else ":") in written.out.decode()


def _takes(variables):
    with pytest.MonkeyPatch.context() as patch:
        for name, value in variables.items():
            patch.setenv(name, value)
        return fast() != NOTHING
