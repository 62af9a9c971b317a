"""The program in a real terminal: keys in, a screen out. Nothing else knows pexpect and pyte.

Nothing here waits for a time to pass, only for something to stand on the screen, or for the end.
"""

import contextlib
import os
import sys
import termios
import time
import warnings
from pathlib import Path

import pexpect
import pyte

UP, DOWN, LEFT, ENTER, ESCAPE = "\x1b[A", "\x1b[B", "\x1b[D", "\r", "\x1b"
CTRL_C, CTRL_D = "\x03", "\x04"
PATIENCE = 20.0
"""Seconds before a wait is a failure."""


class Terminal:
    """A terminal in which one command runs.

    Args:
        arguments: of the program.
        columns: the width.
        rows: the height.
        stdout: a file to which standard output is redirected, as the shell's `>` does.
        variables: of the environment.
    """

    def __init__(
        self,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        stdout: Path | None = None,
        **variables: str,
    ) -> None:
        command = [sys.executable, "-m", "segur_faq", *arguments]
        if stdout is not None:
            command = ["/bin/sh", "-c", 'exec "$@" > "$0"', str(stdout), *command]
        self._screen = pyte.HistoryScreen(columns, rows, history=1000, ratio=0.5)
        self._stream = pyte.ByteStream(self._screen)
        with warnings.catch_warnings():
            # From Python 3.12, for the threads of xdist: the child execs at once, and has none.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._child = pexpect.spawn(
                command[0],
                command[1:],
                dimensions=(rows, columns),
                env={
                    **os.environ,
                    "TERM": "xterm-256color",
                    "PROMPT_TOOLKIT_NO_CPR": "1",
                    **variables,
                },
                timeout=PATIENCE,
            )
        self._child.delaybeforesend = None
        self.raw = b""
        self.settings = self.settings_now()

    def close(self) -> None:
        """End the program, if it still runs."""
        self._child.close(force=True)

    def settings_now(self) -> list:
        """Give the settings of the terminal: echo, line by line, what Ctrl-C does …"""
        return termios.tcgetattr(self._child.child_fd)

    def press(self, *keys: str) -> None:
        """Send keys, each as one write, as a keyboard does."""
        for key in keys:
            self._child.send(key)

    @property
    def lines(self) -> list[str]:
        """The lines that are on the screen."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """What is on the screen, with ordinary spaces."""
        return "\n".join(self.lines).replace("\u00a0", " ")

    @property
    def all_text(self) -> str:
        """What is on the screen, and what has scrolled off it."""
        gone = [
            "".join(line[column].data for column in range(self._screen.columns)).rstrip()
            for line in self._screen.history.top
        ]
        return "\n".join(gone).replace("\u00a0", " ") + "\n" + self.text

    @property
    def pointed(self) -> str:
        """The line under the pointer; empty when there is none."""
        return next((line[3:] for line in self.text.split("\n") if line.startswith(" » ")), "")

    def see(self, *texts: str) -> None:
        """Wait until texts stand on the screen."""
        self._wait(lambda: all(text in self.text for text in texts), f"see {texts}")

    def has_said(self, *texts: str) -> None:
        """Wait until texts were written, on the screen or since scrolled off it."""
        self._wait(lambda: all(text in self.all_text for text in texts), f"be told {texts}")

    def wait_at(self, prompt: str) -> None:
        """Wait until a prompt is the last thing there is: typed sooner, keys show elsewhere."""
        self._wait(lambda: self.text.rstrip().endswith(prompt), f"be asked {prompt!r}")

    def point_at(self, text: str) -> None:
        """Wait until the pointer is on a row that begins so."""
        self._wait(lambda: self.pointed.startswith(text), f"point at {text!r}")

    def leave(self) -> int:
        """Wait for the end; give the exit code."""
        end = time.monotonic() + PATIENCE
        with contextlib.suppress(pexpect.EOF):
            while True:
                assert time.monotonic() < end, f"still running, and showing:\n{self.text}"
                self._read()
        self._child.wait()
        self.settings_at_end = self.settings_now()
        self._child.close()
        assert self._child.signalstatus is None, f"killed by {self._child.signalstatus}"
        return self._child.exitstatus

    def _wait(self, is_there, what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not is_there():
            assert time.monotonic() < end, f"waited in vain to {what} on:\n{self.text}"
            try:
                self._read()
            except pexpect.EOF:
                assert is_there(), f"ended before one could {what}:\n{self.all_text}"
                return

    def _read(self) -> None:
        with contextlib.suppress(pexpect.TIMEOUT):
            read = self._child.read_nonblocking(65536, timeout=0.2)
            self.raw += read
            self._stream.feed(read)
