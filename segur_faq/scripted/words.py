"""Reading the plain command lines that the fast lane takes."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@%+=:,./-_")
"""Characters that no shell minds, as `shlex.quote` has them."""


def read_words(
    words: list[str], known: Mapping[str, str]
) -> tuple[list[str], dict[str, str]] | None:
    """Part a command line into arguments and options, each option with its value.

    Args:
        words: what follows the command.
        known: option as typed -> its name, of those that the lane takes.

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
    return f" --trees {trees}" if _PLAIN.issuperset(trees) else None
