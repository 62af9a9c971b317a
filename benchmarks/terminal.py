"""`ask` in a pseudo-terminal, timed until its first question can be answered."""

import os
import pty
import select
import signal
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.pairs import Sample, megabytes, neutral

_PATIENCE = 30.0
_WHERE_IS_THE_CURSOR, _HERE = b"\x1b[6n", b"\x1b[1;1R"


@dataclass(frozen=True)
class OnScreen:
    """A command in a terminal of 80 by 24.

    Attributes:
        name: how it stands in a table.
        words: the command line.
        until: the text whose arrival stops the clock; empty for the end of the process.
        variables: of the environment, beside the neutral ones.
    """

    name: str
    words: tuple[str, ...]
    until: str = ""
    variables: Mapping[str, str] = field(default_factory=dict)

    def run(self) -> Sample:
        """Run until the text is there, then end the process."""
        master, slave = pty.openpty()
        environment = {**neutral(), **self.variables, "TERM": "xterm-256color"}
        environment |= {"COLUMNS": "80", "LINES": "24"}
        start = time.perf_counter()
        process = os.posix_spawn(
            self.words[0],
            self.words,
            environment,
            setsid=True,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, os.ttyname(slave), os.O_RDWR, 0),
                (os.POSIX_SPAWN_DUP2, 0, 1),
                (os.POSIX_SPAWN_DUP2, 0, 2),
            ],
        )
        os.close(slave)
        try:
            seconds = self._wait(master, start)
        finally:
            if self.until:
                os.kill(process, signal.SIGKILL)
            _, _, usage = os.wait4(process, 0)
            os.close(master)
        return Sample(seconds, megabytes(usage.ru_maxrss))

    def peak(self) -> float:
        """Give the peak of one run; the driver's own is below what it is used for."""
        return self.run().megabytes

    def _wait(self, master: int, start: float) -> float:
        written = b""
        while time.perf_counter() - start < _PATIENCE:
            if not select.select([master], [], [], _PATIENCE)[0]:
                break
            try:
                written += os.read(master, 65536)
            except OSError:  # Linux says so when the last of the other side is gone
                if not self.until:
                    return time.perf_counter() - start
                break
            if self.until and self.until.encode() in written:
                return time.perf_counter() - start
            if written.endswith(_WHERE_IS_THE_CURSOR):
                os.write(master, _HERE)
        raise SystemExit(f"{self.name} : « {self.until} » n'est pas venu :\n{written!r}")
