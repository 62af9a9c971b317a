"""Whole processes, timed in alternation: A B A B …, so that what slows the machine slows both.

A ratio is taken inside each round, then the median of the rounds. What is a process and what it
shows is for the callers to say.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

MOST_ROUNDS = 40
FEWEST_ROUNDS = 3
PATIENCE = 5.0
"""Seconds after which the fewest rounds are enough."""

SLOW = 12.0
"""Seconds. Where a round takes so long, there is only one, and it is not a rehearsal."""

_LAUNCHER = str(Path(__file__).with_name("peak.py"))


@dataclass(frozen=True)
class Sample:
    """One run: seconds, and the peak of resident memory in megabytes."""

    seconds: float
    megabytes: float


class Subject(Protocol):
    """What can be run and timed."""

    @property
    def name(self) -> str:
        """How it stands in a table."""

    def run(self) -> Sample:
        """Run once."""

    def peak(self) -> float:
        """Give the peak of memory of one run, in megabytes."""


@dataclass(frozen=True)
class Command:
    """A command line, its output going to a file as in a script.

    Attributes:
        name: how it stands in a table.
        words: the command line.
        shows: what its output, or its errors, must hold. A command that fails early is fast.
        variables: of the environment, beside the neutral ones.
        codes: accepted exit codes.
        before: what is done before each run, untimed.
    """

    name: str
    words: tuple[str, ...]
    shows: str = ""
    variables: Mapping[str, str] = field(default_factory=dict)
    codes: tuple[int, ...] = (0,)
    before: Callable[[], None] | None = None

    def run(self) -> Sample:
        """Run once; time from before the start to after the end."""
        if self.before is not None:
            self.before()
        output = os.fspath(Path(os.environ["TMPDIR"], "output"))
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        actions = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)]
        for descriptor, path in enumerate(_files(output), start=1):
            actions.append((os.POSIX_SPAWN_OPEN, descriptor, path, flags, 0o600))
        environment = {**neutral(), **self.variables}
        start = time.perf_counter()
        process = os.posix_spawn(self.words[0], self.words, environment, file_actions=actions)
        _, status, usage = os.wait4(process, 0)
        seconds = time.perf_counter() - start
        self._check(os.waitstatus_to_exitcode(status), output)
        return Sample(seconds, megabytes(usage.ru_maxrss))

    def peak(self) -> float:
        """Run once, started by a process of almost nothing; give the peak in megabytes.

        A process is counted the memory of the one that started it, so the peak cannot be read below
        that of the launcher.
        """
        if self.before is not None:
            self.before()
        note = Path(os.environ["TMPDIR"], "peak")
        words = (sys.executable, "-I", "-S", _LAUNCHER, str(note), *self.words)
        Command(self.name, words, self.shows, self.variables, self.codes).run()
        return megabytes(int(note.read_text(encoding="ascii")))

    def _check(self, code: int, output: str) -> None:
        both = [Path(path).read_bytes().decode("utf-8", "replace") for path in _files(output)]
        if code in self.codes and any(self.shows in text.replace("\u00a0", " ") for text in both):
            return
        raise SystemExit(
            f"{self.name} : code {code}, « {self.shows} » attendu dans :\n"
            + "\n".join(text[:500] + " … " + text[-1500:] for text in both)
        )


def _files(output: str) -> tuple[str, str]:
    """Name the files of standard output and of standard error."""
    return output, f"{output}.err"


@dataclass(frozen=True)
class Comparison:
    """What came of the rounds between a subject and its references.

    Attributes:
        seconds: median of the subject.
        ratios: median ratio to each reference.
        spread: first and last quartile of the ratio to the first reference.
        rounds: how many there were.
        megabytes: greatest peak seen, that of the driver included.
    """

    seconds: float
    ratios: tuple[float, ...]
    spread: tuple[float, float]
    rounds: int
    megabytes: float


def compare(subject: Subject, *references: Subject) -> Comparison:
    """Run a subject and its references in turn, round after round."""
    runners = [*references, subject]
    rounds: list[list[Sample]] = []
    start = time.perf_counter()
    rounds.append([runner.run() for runner in runners])
    if time.perf_counter() - start < SLOW:
        rounds.clear()  # a rehearsal, which warms what can be warmed
        start = time.perf_counter()
        while len(rounds) < MOST_ROUNDS:
            if len(rounds) >= FEWEST_ROUNDS and time.perf_counter() - start > PATIENCE:
                break
            rounds.append([runner.run() for runner in runners])
    seconds = [[sample.seconds for sample in samples] for samples in rounds]
    by_reference = [
        [times[-1] / times[number] for times in seconds] for number in range(len(references))
    ]
    return Comparison(
        statistics.median(times[-1] for times in seconds),
        tuple(map(statistics.median, by_reference)),
        _quartiles(by_reference[0]) if by_reference else (0.0, 0.0),
        len(rounds),
        max(samples[-1].megabytes for samples in rounds),
    )


def _quartiles(values: Sequence[float]) -> tuple[float, float]:
    if len(values) < 2:
        return values[0], values[0]
    first, _, last = statistics.quantiles(values, n=4)
    return first, last


def neutral() -> dict[str, str]:
    """Give the environment of what is measured: nothing that colours, translates or tunes."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    return {**kept, "HOME": os.environ["TMPDIR"], "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


def megabytes(peak: int) -> float:
    """Give in megabytes what the system says of a peak: kilobytes, or bytes on macOS."""
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
