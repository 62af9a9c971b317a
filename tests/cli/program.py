"""Runs the program as a user does: another process, chosen streams and environment."""

import os
import subprocess
import sys
from dataclasses import dataclass

PROGRAM = (sys.executable, "-m", "segur_faq")


@dataclass(frozen=True)
class Ran:
    """What came of a command. `code` is what the process, or `main`, returned."""

    code: int
    out: str
    err: str


def run(*arguments: str, env=None, stdin: str | bytes | None = None, **popen) -> Ran:
    """Run the program; without `stdin` there is nothing to read."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    if given is not None:
        popen["input"] = given
    else:
        popen.setdefault("stdin", subprocess.DEVNULL)
    done = subprocess.run(
        [*PROGRAM, *arguments],
        env={**os.environ, **(env or {})},
        stdout=popen.pop("stdout", subprocess.PIPE),
        stderr=popen.pop("stderr", subprocess.PIPE),
        timeout=30,
        check=False,
        **popen,
    )
    return Ran(done.returncode, _text(done.stdout), _text(done.stderr))


def _text(written: bytes | None) -> str:
    return (written or b"").decode("utf-8", "replace")


def plain(text: str) -> str:
    """Give a text with ordinary spaces, for tests that look for a sentence of the program."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
