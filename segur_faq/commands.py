"""The command line as both lanes see it: the commands by name, and the words that bash sends."""

import os

COMMANDS = {
    "ask": "ask",
    "search": "search",
    "show": "show",
    "list": "list_answers",
    "tree": "tree",
    "define": "define",
    "coverage": "coverage",
    "new": "new",
    "lint": "lint",
    "feedback": "feedback",
    "schema": "schema",
    "diff": "diff",
}
"""Command (and module of `segur_faq.cli`) -> its function there, in the order of the help."""


def words_of_bash() -> tuple[list[str], int]:
    """Give the words of a command line that bash completes, and the number of the one begun.

    Bash gives `couloir`, `=`, `im` as three words, and replaces the last one only: the first two
    become one word here, after which only the options of the level are offered.
    """
    text = os.environ.get("COMP_WORDS", "")
    words = text.split("\n") if "\n" in text else text.split()
    current = int(os.environ.get("COMP_CWORD") or 0)
    joined: list[str] = []
    for number, word in enumerate(words[: current + 1]):
        if word == "=" and joined:
            joined[-1] += "="
        elif joined and joined[-1].endswith("=") and number < current:
            joined[-1] += word
        else:
            joined.append(word)
    ends_at_equals = words[current : current + 1] == ["="]
    return joined, len(joined) if ends_at_equals else len(joined) - 1
