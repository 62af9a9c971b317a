"""What the fast lane takes from the shell and gives back: plain command lines, plain streams."""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Mapping

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@%+=:,./-_")
"""Characters that no shell minds, as `shlex.quote` has them."""


def read_words(
    words: list[str], known: "Mapping[str, str]", flags: "Container[str]" = ()
) -> tuple[list[str], dict[str, str]] | None:
    """Part a command line into arguments and options, each option with its value.

    Args:
        words: what follows the command.
        known: option as typed -> its name, of those that the lane takes.
        flags: options without a value, which may be given twice; their name is what is typed.

    Returns:
        None for anything else: another option, one given twice, one without a value.
    """
    arguments: list[str] = []
    options: dict[str, str] = {}
    waiting = iter(words)
    for word in waiting:
        if not word.startswith("-"):
            arguments.append(word)
            continue
        if word in flags:
            options[word] = ""
            continue
        typed, separator, value = word.partition("=")
        name = known.get(typed)
        # Typer takes `-f=json` for the value `=json`.
        if name is None or name in options or (separator and not typed.startswith("--")):
            return None
        if not separator:
            value = next(waiting, "-")
        if value.startswith("-") or not value:
            return None
        options[name] = value
    return arguments, options


def elsewhere(trees: str | None) -> str | None:
    """Give what a printed command says of `--trees`; None if it would take quoting."""
    if trees is None:
        return ""
    # `typeset` sees punctuation in a colon that begins a word.
    return f" --trees {trees}" if _PLAIN.issuperset(trees) and trees[0] != ":" else None


def is_plain() -> bool:
    """Tell whether standard output takes UTF-8 as it is; what it does not is for `cli.console`."""
    stream = sys.stdout
    return stream is not None and (stream.encoding or "").lower().replace("_", "-") in (
        "utf-8",
        "utf8",
    )


def is_terminal() -> bool:
    """Tell whether standard output is a terminal, where answers are drawn rather than written."""
    try:
        return sys.stdout.isatty()
    except ValueError:  # closed
        return True


class OutputLostError(Exception):
    """Standard output cannot be written any more; its argument is the `OSError` that said so."""


def write(text: str) -> int:
    """Write a text; give the exit code.

    Raises:
        OutputLostError: what the user is told of it is for the ordinary lane.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _give_up()
        raise OutputLostError(error) from error
    return 0


def _give_up() -> None:
    """Send what is left of standard output nowhere: whoever flushes next would fail once more."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # a stream without a file
        return
