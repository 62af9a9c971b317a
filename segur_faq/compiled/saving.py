"""Compiling a corpus into the cache, or into memory.

Nothing here may fail where it is seen: without a cache the program is slower, not broken.
"""

import os
import sqlite3
import time
from collections.abc import Mapping
from dataclasses import dataclass

from segur_faq.compiled.place import compiled_file
from segur_faq.compiled.putting import put_in_place
from segur_faq.compiled.stamps import (
    SETTLED,
    folders_and_files,
    newest_change,
    program_files,
    stamp_of,
)
from segur_faq.corpus.files import ANSWERS
from segur_faq.corpus.reading import Reading
from segur_faq.text import REPLACEMENT


@dataclass(frozen=True, slots=True)
class Stamps:
    """The state of a corpus folder, taken before it is read.

    Attributes:
        watched: path -> stamp, of folders, of the program, and of all files but those of answers.
        files: path -> stamp, of the files of answers.
        settled: nothing changed so lately that another change could go unseen.
    """

    watched: Mapping[str, str]
    files: Mapping[str, str]
    settled: bool


def take_stamps(directory: str) -> Stamps:
    """Look at the files of a corpus, before they are read."""
    folders, files = folders_and_files(directory)
    inside = ANSWERS + os.sep
    answers = [path for path in files if path.startswith(inside)]
    watched = [*folders, *(path for path in files if not path.startswith(inside))]
    program = list(program_files())
    return Stamps(
        {path: stamp_of(os.path.join(directory, path)) for path in (*watched, *program)},
        {path: stamp_of(os.path.join(directory, path)) for path in answers},
        newest_change(directory, [*watched, *answers]) < time.time() - SETTLED,
    )


def save_compiled(directory: str, reading: Reading, stamps: Stamps) -> bool:
    """Compile a corpus into the cache; tell whether it is there now.

    Args:
        directory: the folder that was read.
        reading: what was read, without errors. Of a large corpus its nodes take most of the
            memory: they are let go, and nothing but its `corpus` is left of it.
        stamps: taken before it was.
    """
    path = compiled_file(directory)
    if path is None or not stamps.settled:
        return False
    try:
        return put_in_place(path, lambda part: _write(part, reading, stamps))
    except (sqlite3.Error, MemoryError, UnicodeEncodeError):
        return False  # the last: a file's name is not UTF-8, and no column takes it


def compile_in_memory(reading: Reading) -> sqlite3.Connection:
    """Compile a corpus for this process alone, when it cannot be kept; who asks closes it.

    Of the reading, nothing but its `corpus` is left, as by `save_compiled`.
    """
    connection = sqlite3.connect(":memory:")
    try:
        _fill(connection, reading, Stamps({}, {}, settled=False))
    except BaseException:
        connection.close()
        raise
    return connection


def _write(path: str, reading: Reading, stamps: Stamps) -> None:
    connection = sqlite3.connect(path)
    try:
        # The file is nobody's until it is renamed: half of one is thrown away, never mended.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        _fill(connection, reading, stamps)
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, reading: Reading, stamps: Stamps) -> None:
    # Late: rendering is needed only here, and by few runs of the program.
    from segur_faq.compiled.tables import write_tables

    # Reading shows U+FFFD for odd characters: two names may look the same, and are left out.
    named = [path for path in stamps.files if REPLACEMENT not in path]
    by_name = {str(reading.directory / path): path for path in named}
    file_of = {entry.value.id: by_name.get(entry.node.file, "") for entry in reading.answers}
    for nodes in (reading.files, reading.roots, reading.answers, reading.waivers):
        nodes.clear()
    write_tables(connection, reading.corpus, stamps.watched, stamps.files, file_of)
