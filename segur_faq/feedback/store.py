"""The database of opinions: what is confirmed is on the disk, whatever happens next."""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Any

from segur_faq.feedback.model import Unanswered, Vote

_SCHEMA = """
CREATE TABLE IF NOT EXISTS votes (answer TEXT NOT NULL, version TEXT NOT NULL,
    useful INT NOT NULL, path TEXT NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL,
    date TEXT NOT NULL, id TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS unanswered (kind TEXT NOT NULL, text TEXT NOT NULL,
    date TEXT NOT NULL, id TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
_PATIENCE = 10.0
"""Seconds to wait for another terminal that is writing."""


class StoreError(Exception):
    """Opinions cannot be read or written; the message is SQLite's or the system's."""


class Store:
    """The opinions kept in one file, which is made when the first is added.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, *opinions: Vote | Unanswered) -> int:
        """Keep opinions; give how many were not there already. They are on the disk afterwards.

        Raises:
            StoreError: nothing was kept.
        """
        with self._writing() as connection:
            return sum(_insert(connection, opinion) for opinion in opinions)

    def votes(self) -> list[Vote]:
        """Give every vote, the oldest first.

        Raises:
            StoreError: the file cannot be read.
        """
        rows = self._rows(
            "SELECT useful, answer, version, path, reason, note, date, id FROM votes"
            " ORDER BY date, rowid"
        )
        return [
            Vote(answer, version, bool(useful), *_texts(rest))
            for useful, *row in rows
            for answer, version, *rest in [_texts(row)]
        ]

    def unanswered(self) -> list[Unanswered]:
        """Give every question that found nothing, the oldest first.

        Raises:
            StoreError: the file cannot be read.
        """
        rows = self._rows("SELECT kind, text, date, id FROM unanswered ORDER BY date, rowid")
        return [Unanswered(*_texts(row)) for row in rows]

    def clear(self) -> None:
        """Forget every opinion; what the reader asked for (`never_ask`) stays.

        Raises:
            StoreError: nothing was forgotten.
        """
        if self._is_there():
            with self._writing() as connection:
                connection.execute("DELETE FROM votes")
                connection.execute("DELETE FROM unanswered")

    @property
    def never_ask(self) -> bool:
        """Tell whether the reader asked not to be asked again; not if that cannot be read."""
        try:
            return bool(self._rows("SELECT 1 FROM settings WHERE name = 'never-ask'"))
        except StoreError:
            return False

    def set_never_ask(self, value: bool) -> None:
        """Remember whether the reader wants to be asked.

        Raises:
            StoreError: it could not be remembered.
        """
        with self._writing() as connection:
            connection.execute("DELETE FROM settings WHERE name = 'never-ask'")
            if value:
                connection.execute("INSERT INTO settings VALUES ('never-ask', '1')")

    def _is_there(self) -> bool:
        try:
            return self._path.exists()
        except OSError as error:  # a folder that may not be entered, a name that is too long
            raise StoreError(str(error)) from error

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        if not self._is_there():
            return []
        with self._connection() as connection:
            return connection.execute(query).fetchall()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Hold one transaction, committed at the end or not at all."""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(str(error)) from error
        with self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                if connection.in_transaction:  # SQLite has ended it already on a full disk
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextlib.contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
            try:
                os.chmod(self._path, 0o600)
                # FULL: a commit has reached the disk before it returns.
                connection.execute("PRAGMA synchronous = FULL")
                connection.executescript(_SCHEMA)
                yield connection
            finally:
                connection.close()
        except (sqlite3.Error, OSError, UnicodeError) as error:
            raise StoreError(str(error)) from error


def _texts(values: Iterable[Any]) -> list[str]:
    """Give the texts of a row; a damaged file may hold numbers, bytes or nothing in their place."""
    texts = list(values)
    if not all(isinstance(text, str) for text in texts):
        raise StoreError("a row is damaged")
    return texts


def _insert(connection: sqlite3.Connection, opinion: Vote | Unanswered) -> int:
    values = astuple(opinion)
    table = "votes" if isinstance(opinion, Vote) else "unanswered"
    marks = ", ".join("?" * len(values))
    done = connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", values)  # noqa: S608
    return done.rowcount
