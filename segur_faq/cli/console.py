"""The two streams: answers on standard output, everything said to the user on standard error.

The only place that writes to either, so that closed pipes, odd encodings, colour and widths are
settled once.
"""

import codecs
import os
import sys
import unicodedata
from enum import StrEnum
from typing import NoReturn, TextIO

from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.text import harmless, typeset

MAX_WIDTH = 100
"""Lines longer than this are tiring to read, however wide the terminal."""

MIN_WIDTH = 20
"""Narrower than this, frames and margins would leave no room for words."""


class Color(StrEnum):
    """When to colour: `auto` is on a terminal, unless NO_COLOR or TERM=dumb say otherwise."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def prepare_streams() -> None:
    """Let no character of a text stop the program, whatever the stream's encoding."""
    codecs.register_error("segur-faq", _nearest_character)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="segur-faq")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")


def _nearest_character(error: UnicodeError) -> tuple[str, int]:
    """Replace what an encoding cannot hold by the nearest that it can: `’` by `'`, `é` by `e`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    replaced = []
    for char in error.object[error.start : error.end]:
        plain = _PLAIN.get(char) or unicodedata.normalize("NFKD", char)
        replaced.append(plain.encode("ascii", "ignore").decode() or "?")
    return "".join(replaced), error.end


_PLAIN = {
    "\u202f": " ", "«": "<<", "»": ">>", "’": "'", "—": "-", "–": "-", "›": ">", "→": "->",
    "←": "<-", "…": "...", "·": "-", "•": "-", "œ": "oe", "Œ": "OE", "═": "=", "─": "-", "│": "|",
    "└": "+", "├": "+", "╭": "+", "╮": "+", "╰": "+", "╯": "+",
}  # fmt: skip
"""No character becomes a double quote, which would end a string of JSON, CSV or Graphviz."""


def out(text: str) -> None:
    """Write to standard output, all of it or as much as its reader wants.

    Raises:
        SegurFaqError: the output cannot be written (a full disk).
        SystemExit: the reader has gone (`| head -1`): that is no error, and nothing more to do.
    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        lose_output(error)


def out_bytes(content: bytes) -> None:
    """Write bytes to standard output as they are: a file that is passed on keeps its ends of line.

    Raises:
        SegurFaqError, SystemExit: as `out`.
    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        lose_output(error)


def lose_output(error: OSError) -> NoReturn:
    """Do what is due when standard output cannot be written any more.

    Raises:
        SegurFaqError, SystemExit: as `out`.
    """
    _give_up(sys.stdout)
    if isinstance(error, BrokenPipeError):
        sys.exit(ExitCode.DONE)
    raise SegurFaqError(
        "La sortie ne peut pas être écrite : le disque est sans doute plein."
    ) from error


def say(message: str) -> None:
    """Tell the user something, on standard error."""
    err(typeset(message) + "\n")


def tell(message: str) -> None:
    """Tell something in the course of a journey: as `say`, broken to the width of the terminal."""
    if not is_terminal(sys.stderr):
        say(message)
        return
    from segur_faq.prompts.lines import wrap  # heavy for other commands

    err("".join(f"{line}\n" for line in wrap(typeset(message), width(sys.stderr))))


def err(text: str) -> None:
    """Write to standard error what is ready to be read."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _give_up(sys.stderr)  # nobody listens


def _give_up(stream: TextIO) -> None:
    """Send what is left of a stream nowhere: Python flushes once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(message: str, hint: str = "") -> None:
    """Tell the user what went wrong, and the way out."""
    say(harmless(f"Erreur : {message}"))
    if hint:
        say(harmless(hint))


def uses_color(stream: TextIO, choice: Color) -> bool:
    """Decide whether to colour what goes to a stream."""
    if choice is not Color.AUTO:
        return choice is Color.ALWAYS
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return is_terminal(stream)


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a stream is a terminal; a closed one is not."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def width(stream: TextIO | None) -> int:
    """Give the number of columns to write in: the terminal's, within reason, else 80."""
    try:
        columns = os.get_terminal_size(stream.fileno()).columns if stream else 0
    except (OSError, ValueError):
        columns = 0
    named = os.environ.get("COLUMNS", "")[:6]
    if not columns and named.isdecimal():
        columns = int(named)
    return max(MIN_WIDTH, min(columns or 80, MAX_WIDTH))
