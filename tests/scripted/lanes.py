"""Runs one command line through either lane, in this process, and compares what they write."""

import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
from compiled.folders import read

from segur_faq import start
from segur_faq.cli import load
from segur_faq.cli.main import main
from segur_faq.compiled import opening
from segur_faq.compiled.saving import compile_in_memory
from segur_faq.scripted.lane import answer


@dataclass(frozen=True)
class Written:
    """What came of a command: bytes, for that is what a script reads."""

    code: int | None
    out: bytes
    err: bytes


NOTHING = Written(None, b"", b"")
"""What the fast lane gives when it leaves a command to the ordinary one."""


class _Stream(io.TextIOWrapper):
    """A stream in memory, which may pass for a terminal."""

    def __init__(self, terminal: bool, encoding: str) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="\n")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def bytes(self) -> bytes:
        self.flush()
        return self.buffer.getvalue()


def captured(
    run: Callable[[], int | None], terminal: bool = False, encoding: str = "utf-8"
) -> Written:
    """Run something with streams of its own."""
    with pytest.MonkeyPatch.context() as patch:
        out, err = _Stream(terminal, encoding), _Stream(False, "utf-8")
        err.reconfigure(errors="backslashreplace")
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        try:
            code = run()
        except SystemExit as left:
            code = left.code
    return Written(code if code is None else int(code), out.bytes(), err.bytes())


def fast(*words: str, **how) -> Written:
    """Run the fast lane."""
    opened = []
    with pytest.MonkeyPatch.context() as patch:
        connect = opening.connect
        patch.setattr(opening, "connect", lambda path: opened.append(connect(path)) or opened[-1])
        patch.setattr(opening, "_opened", [])
        try:
            return captured(lambda: answer(list(words)), **how)
        finally:
            for connection in opened:
                connection.close()


def ordinary(*words: str, **how) -> Written:
    """Run the ordinary lane, on the corpus as the YAML says it."""
    with reading_yaml(), pytest.MonkeyPatch.context() as patch:
        for name in ("COMP_WORDS", "COMP_CWORD"):  # which it rewrites
            patch.setenv(name, os.environ.get(name, ""))
        return captured(lambda: main(list(words)), **how)


def program(*words: str, **how) -> Written:
    """Run the whole program as its console script does: either lane, as it may be."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["segur-faq", *words])
        return captured(start.main, **how)


def agree(*words: str, taken: bool = True, **how) -> Written:
    """Run both lanes: they must write the same; give what they wrote.

    The fast lane must have taken the command, or have left it without a word if not `taken`.
    """
    expected, given = ordinary(*words, **how), fast(*words, **how)
    assert given == (expected if taken else NOTHING), words
    return expected


def completions(
    shell: str, line: str | Sequence[str], cword: int | None = None, action: str = "get-args"
) -> dict[str, str]:
    """Give the variables by which a shell asks what may follow.

    Args:
        shell: which one.
        line: after the program's name; a list for bash, which cuts words at the equals sign.
        cword: the position of the word to complete, for bash; the last if not given.
        action: of fish.
    """
    variables = {"_SEGUR_FAQ_COMPLETE": f"complete_{shell}"}
    if shell == "bash":
        words = ["segur-faq", *line]
        number = len(words) - 1 if cword is None else cword
        return {**variables, "COMP_WORDS": "\n".join(words), "COMP_CWORD": str(number)}
    if shell == "fish":
        variables["_TYPER_COMPLETE_FISH_ACTION"] = action
    return {**variables, "_TYPER_COMPLETE_ARGS": f"segur-faq {line}"}


def agree_on_completion(variables: dict[str, str], taken: bool = True) -> Written:
    """Press Tab in both lanes."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in variables.items():
            patch.setenv(name, value)
        return agree(taken=taken)


@contextmanager
def reading_yaml():
    """Let the ordinary lane read the YAML and search in memory; once a corpus, as that is slow."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "_thawed", lambda folder: _as_read(_key(folder))[0])
        patch.setattr(load, "open_compiled", lambda folder: _as_read(_key(folder))[1])
        yield


def _key(folder: str | Path) -> Path:
    return Path(os.path.realpath(folder))


@cache
def _as_read(folder: Path):
    reading = read(folder)
    connection = compile_in_memory(reading)
    return reading.corpus, SimpleNamespace(execute=connection.execute, close=lambda: None)
