"""What the Tab key completes ids, terms, pairs and commands by, from the compiled file.

The ordinary lane (`cli.completion`, through Typer) says the same, ten times slower: a test holds
the two together. Options, and lines that hold quotes, are left to it.
"""

import os

from segur_faq.commands import COMMANDS, words_of_bash
from segur_faq.compiled.opening import open_compiled
from segur_faq.corpus.folder import find_folder
from segur_faq.scripted.shell import is_plain, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from sqlite3 import Connection

_QUOTING = frozenset("'\"\\")
_SPACES = frozenset(" \t\r\n")
"""Between words, as Typer parts them; other spaces, such as no-break ones, are inside a word."""
_TAKES_PAIRS = ("ask", "list", "search", "tree")


def complete(instruction: str) -> int | None:
    """Write what may follow on a command line; None if the ordinary lane has to.

    Args:
        instruction: what the shell's own function asks for: `complete_bash` and such.
    """
    line = _line(instruction)
    if line is None or not is_plain():
        return None
    given, begun = line
    if begun.startswith(("-", "=")) or any(word.startswith("-") for word in given):
        return None
    found: Iterable[tuple[str, str]] | None
    if not given:
        # The other shells show the first line of each command's help, which only Typer knows.
        found = [(name, "") for name in COMMANDS] if instruction == "complete_bash" else None
    else:
        directory = find_folder()
        connection = open_compiled(directory) if directory else None
        found = _following(connection, given, begun) if connection else None
    if found is None:
        return None
    return _write(instruction, [(value, tip) for value, tip in found if value.startswith(begun)])


def _line(instruction: str) -> tuple[list[str], str] | None:
    """Give the words before the cursor, less the program's name, and the one that is begun."""
    if instruction == "complete_bash":
        text = os.environ.get("COMP_WORDS", "")
        if not text or _is_odd(text) or not os.environ.get("COMP_CWORD", "").isdecimal():
            return None
        if "\n" in text and any(space in text for space in " \t\r"):
            return None  # inside a word, where Typer cuts it
        words, current = words_of_bash()
        given, begun = words[1:current], words[current] if current < len(words) else ""
        # Typer drops a word that is empty: those after it would not be where they are thought.
        return (given, begun) if all(given) else None
    text = os.environ.get("_TYPER_COMPLETE_ARGS", "")
    if _is_odd(text) or not (
        instruction == "complete_zsh"
        or (instruction == "complete_fish" and _action_of_fish() in ("get-args", "is-args"))
    ):
        return None
    words = text.split()[1:]
    return (words[:-1], words[-1]) if words and not text.endswith(" ") else (words, "")


def _action_of_fish() -> str:
    """Give what fish wants: first whether there is anything to offer, then what."""
    return os.environ.get("_TYPER_COMPLETE_FISH_ACTION", "")


def _is_odd(line: str) -> bool:
    """Tell whether parting a line into words takes more than its spaces."""
    return any(char in _QUOTING or (char.isspace() and char not in _SPACES) for char in line)


def _following(
    connection: "Connection", given: list[str], begun: str
) -> "Iterable[tuple[str, str]] | None":
    command, *arguments = given
    if command == "show":
        rows = connection.execute(
            "SELECT id, question FROM answers WHERE id >= ? AND id < ? ORDER BY number",
            (begun, begun + "\U0010ffff"),
        )
        return [(answer_id, tip) for answer_id, tip in rows if answer_id not in arguments]
    if command == "define":
        return connection.execute("SELECT term, expansion FROM terms ORDER BY number")
    if command in _TAKES_PAIRS:
        found = _pairs(connection, arguments, begun)
        # Only once something of it is typed: there are many, and each is of few answers.
        return found or _cases(connection, arguments, begun) if command == "ask" else found
    return None


def _cases(connection: "Connection", arguments: list[str], begun: str) -> list[tuple[str, str]]:
    """Give the cases of the questions that answers end with."""
    if arguments and arguments[-1].endswith("="):
        return list(_options_asked(connection, arguments[-1][:-1]))
    given = {pair.partition("=")[0] for pair in arguments}
    name, ended, _ = begun.partition("=")
    rows = connection.execute("SELECT question, asked FROM follow_ups ORDER BY number DESC")
    asked = {q: tip for q, tip in rows if name and q.startswith(name) and (q == name or not ended)}
    names = [question for question in reversed(asked) if question not in given]
    if len(names) != 1:
        return [(f"{question}=", asked[question]) for question in names]
    cases = _options_asked(connection, names[0])
    return [(f"{names[0]}={option}", tip) for option, tip in cases]


def _options_asked(connection: "Connection", question: str) -> "Iterable[tuple[str, str]]":
    return connection.execute(
        "SELECT option, label FROM follow_ups WHERE question = ? ORDER BY number", (question,)
    )


def _pairs(connection: "Connection", arguments: list[str], begun: str) -> list[tuple[str, str]]:
    if arguments and arguments[-1].endswith("="):
        return list(_options(connection, arguments[-1][:-1]))
    given = {pair.partition("=")[0] for pair in arguments}
    name = begun.partition("=")[0]
    rows = connection.execute("SELECT level, question FROM levels ORDER BY number")
    levels = [(lv, tip) for lv, tip in rows if lv not in given and lv.startswith(name)]
    if len(levels) != 1:
        return [(f"{level}=", tip) for level, tip in levels]
    # Whole pairs, lest the shell put a space after a lone « level= ».
    return [(f"{levels[0][0]}={option}", tip) for option, tip in _options(connection, levels[0][0])]


def _options(connection: "Connection", level: str) -> "Iterable[tuple[str, str]]":
    return connection.execute(
        "SELECT option, label FROM level_options WHERE level = ? ORDER BY number", (level,)
    )


def _write(instruction: str, found: list[tuple[str, str]]) -> int | None:
    if instruction == "complete_bash":
        return write("\n".join(value for value, _ in found) + "\n")
    if instruction == "complete_fish" and _action_of_fish() == "is-args":
        return 0 if found else 1
    # Typer reads rich's markup in what it shows beside a value; what might be some is left to it.
    if any("[" in tip or ":" in tip for _, tip in found):
        return None
    if instruction == "complete_fish":
        lines = [f"{value}\t{_on_one_line(tip)}" if tip else value for value, tip in found]
        return write("\n".join(lines) + "\n")
    quoted = [
        f'"{_for_zsh(value)}":"{_for_zsh(tip)}"' if tip else f'"{_for_zsh(value)}"'
        for value, tip in found
    ]
    return write("_arguments '*: :((" + "\n".join(quoted) + "))'\n" if quoted else "_files\n")


def _on_one_line(text: str) -> str:
    return "".join(" " if char.isspace() else char for char in text)


def _for_zsh(text: str) -> str:
    for char, escaped in (('"', '""'), ("'", "''"), ("$", "\\$"), ("`", "\\`"), (":", r"\\:")):
        text = text.replace(char, escaped)
    return text
