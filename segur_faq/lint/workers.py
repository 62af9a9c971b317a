"""Sharing out the rules over the processors: each process takes the next one that nobody has.

Only where a process can be split in two safely and at once (Linux, one thread): the two halves
then have the corpus without reading or copying it.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

_MOST = 4
"""Processes: what each of them touches of a corpus, it has to itself in the end."""

Task = Callable[[], Iterable[T]]


def run_all(tasks: Sequence[Task[T]]) -> list[T]:
    """Give what all of some tasks give, in no order.

    Args:
        tasks: up to 255; what they give has to be picklable. One that fails in another process is
            done again in this one, where its error can be seen.
    """
    queue, to_queue = os.pipe()
    os.write(to_queue, bytes(range(len(tasks))))
    os.close(to_queue)
    given: list[list[T] | None] = []
    others = [_start(tasks, queue) for _ in range(processors() - 1)]
    try:
        found = _take(tasks, queue)
    except BaseException:
        for process, _ in others:
            os.kill(process, signal.SIGKILL)
        raise
    finally:
        os.close(queue)
        given = [_end(*other) for other in others]
    for part in given:
        if part is None:
            return [item for task in tasks for item in task()]
        found += part
    return found


def processors() -> int:
    """Count the processors that `run_all` uses; 1 where a process cannot be split safely."""
    if sys.platform != "linux":
        return 1
    try:
        threads = len(os.listdir("/proc/self/task"))
    except OSError:
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST) if threads == 1 else 1


def _take(tasks: Sequence[Task[T]], queue: int) -> list[T]:
    found: list[T] = []
    while number := os.read(queue, 1):
        found += tasks[number[0]]()
    return found


def _start(tasks: Sequence[Task[T]], queue: int) -> tuple[int, int]:
    """Start a process that takes tasks; give its number, and where what it found can be read."""
    result, to_result = os.pipe()
    process = os.fork()
    if process:
        os.close(to_result)
        return process, result
    status = 1
    try:
        with os.fdopen(to_result, "wb") as file:
            pickle.dump(_take(tasks, queue), file)
        status = 0
    finally:
        # Nothing of what the other process will do when it ends is to be done twice.
        os._exit(status)


def _end(process: int, result: int) -> list[T] | None:
    """Wait for a process, and give what it found; None if it failed."""
    with os.fdopen(result, "rb") as file:
        content = file.read()
    _, status = os.waitpid(process, 0)
    return pickle.loads(content) if status == 0 else None  # noqa: S301  # our own process wrote it
