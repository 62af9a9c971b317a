"""Opening the compiled file of a corpus, if it is there, sound, ours, and still true.

What it gives is a bare SQLite connection: `tables` says what is in it. Imports nothing heavy: the
fast lane runs it.
"""

import os
import zlib

# The public module imports datetime and collections for its type adapters: 10 % of a `show`.
try:
    import _sqlite3 as sqlite
except ImportError:  # an interpreter other than CPython
    import sqlite3 as sqlite  # type: ignore[no-redef]

from segur_faq.compiled.place import compiled_file
from segur_faq.compiled.stamps import are_current

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sqlite3 import Connection

Error = sqlite.Error
"""What SQLite raises on a damaged file, at whichever moment that shows."""

SURELY_DAMAGED = (
    Error, zlib.error, UnicodeDecodeError, TypeError, KeyError, IndexError, AttributeError,
    ArithmeticError, RecursionError,
)  # fmt: skip
"""What using a damaged file may come to, its content being anything at all."""

DAMAGED = (*SURELY_DAMAGED, ValueError)
"""The same, with what odd command lines come to as well, on a sound file."""


def open_compiled(directory: str, answer_ids: list[str] | None = None) -> "Connection | None":
    """Open the compiled file of a corpus folder for reading.

    Args:
        directory: the corpus.
        answer_ids: current ids of the answers that will be read, if nothing else will: in a corpus
            of very many files, only those that these answers rest on are looked at.

    Returns:
        A connection that who asks closes, be it by `close_compiled`.
        None if there is no such file, or if it is stale or damaged (as far as can be seen so far).
    """
    path = compiled_file(directory)
    if path is None or not is_ours(path):
        return None
    connection = None
    try:
        connection = connect(path)
        watched = connection.execute("SELECT path, stamp FROM watched").fetchall()
        if watched and are_current(directory, watched):
            files = _files(connection, answer_ids)
            if are_current(directory, files):
                _opened[:] = [(path, connection)]
                return connection
    except DAMAGED:
        pass
    if connection is not None:
        connection.close()
    return None


_opened: "list[tuple[str, Connection]]" = []
"""The last that was opened, with its path."""


def close_compiled() -> None:
    """Close the compiled file that was opened last; closing it twice does no harm."""
    for _, connection in _opened:
        connection.close()


def discard_compiled() -> None:
    """Remove the compiled file that was opened last, which has proved to be damaged."""
    for path, _ in _opened:
        try:
            os.remove(path)
        except OSError:
            continue


def connect(path: str) -> "Connection":
    """Open a compiled file, which nobody changes: it is only ever replaced. Who asks closes it."""
    quoted = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    if os.sep == "\\":
        quoted = "/" + quoted.replace("\\", "/")
    return sqlite.connect(f"file:{quoted}?mode=ro&immutable=1", uri=True)


def is_ours(path: str) -> bool:
    """Tell whether the file is there, and was written by the user who reads it."""
    try:
        owner = os.stat(path).st_uid
    except (OSError, ValueError):
        return False
    return not hasattr(os, "geteuid") or owner == os.geteuid()


def _files(connection: "Connection", answer_ids: list[str] | None) -> list[tuple[str, str]]:
    """Give the files to look at, with their stamps."""
    (few,) = connection.execute("SELECT count(*) <= ? FROM files", (FEW_FILES,)).fetchone()
    if answer_ids is None or few:
        return connection.execute("SELECT path, stamp FROM files").fetchall()
    marks = ",".join("?" * len(answer_ids))
    numbers = {
        int(number)
        for (rests_on,) in connection.execute(
            f"SELECT rests_on FROM answers WHERE id IN ({marks})",  # noqa: S608
            answer_ids,
        )
        for number in rests_on.split()
    }
    marks = ",".join("?" * len(numbers))
    return connection.execute(
        f"SELECT path, stamp FROM files WHERE number IN ({marks})",  # noqa: S608
        list(numbers),
    ).fetchall()


FEW_FILES = 256
"""Up to so many files, looking at all of them costs less than half a millisecond."""
