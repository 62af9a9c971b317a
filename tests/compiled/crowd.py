"""Run as a script: many copies of the program at one moment, or copies killed while they compile.

They are forked from one process which has imported everything, so that they meet where it matters.
Forking is done here, far from the threads of the test runner. What came of it is written as JSON.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path
from random import Random

from compiled.folders import file_of, is_compiled

from segur_faq import start

CACHE = Path(os.environ["SEGUR_FAQ_CACHE"])
TREES = Path(os.environ["SEGUR_FAQ_TREES"])


def fork(words, before=lambda: None, outputs=None) -> int:
    """Start a copy of the program; give its number."""
    number = os.fork()
    if number:
        return number
    try:
        for stream in (1, 2):
            path = os.devnull if outputs is None else f"{outputs}.{stream}"
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), stream)
        before()
        sys.argv = ["segur-faq", *words]
        start.run()
    finally:
        os._exit(99)  # it did not end as it should


def result_of(number: int) -> int:
    """Wait for a copy; give its exit code, or minus the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def there() -> list[str]:
    """Give the kinds of the files in the cache."""
    return sorted(path.name.partition(".")[2] for path in CACHE.glob("*"))


def crowd(outputs: str, copies: str, *lines: str) -> list[int]:
    """Start copies that set off together; each writes to files of its own."""
    reading, writing = os.pipe()

    def wait():
        os.close(writing)
        os.read(reading, 1)

    numbers = [
        fork(lines[copy % len(lines)].split(), wait, f"{outputs}/{copy}")
        for copy in range(int(copies))
    ]
    os.close(writing)
    return [result_of(number) for number in numbers]


def deaths(outputs: str, times: str) -> list[dict]:
    """Kill copies while they compile, at a step or at a moment; run one to its end each time."""
    file_of(TREES).unlink(missing_ok=True)
    started = time.monotonic()
    steps = Path(outputs, "steps")
    result_of(fork(["list"], lambda: count_steps(lambda step: steps.write_text(str(step)))))
    whole, total = time.monotonic() - started, int(steps.read_text())
    chance = Random(int(times))
    ends = range(total - 5, total + 1)
    fatal_steps = [1, *chance.sample(range(1, total), int(times) // 2), *ends]
    moments = [chance.random() * whole / 2 for _ in range(int(times) // 2)]
    return [die_and_recover(outputs, moment) for moment in (*fatal_steps, *moments)]


def count_steps(then) -> None:
    """Call something at each step of compiling: a function called by its modules."""
    step = 0

    def count(frame, event, argument):
        nonlocal step
        name = frame.f_globals.get("__name__", "")
        if event in ("call", "c_call") and name in COMPILING:
            step += 1
            sys.setprofile(None)
            then(step)
            sys.setprofile(count)

    sys.setprofile(count)


COMPILING = (
    "segur_faq.compiled.saving", "segur_faq.compiled.alone", "segur_faq.compiled.sweeping",
    "segur_faq.compiled.tables", "segur_faq.search.indexing", "segur_faq.search.postings",
)  # fmt: skip


def die_and_recover(outputs: str, moment: float) -> dict:
    """Kill a copy at a step (a whole number), or after so many seconds."""
    file_of(TREES).unlink(missing_ok=True)

    def die(step):
        if step == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    if isinstance(moment, int):
        number = fork(["list"], lambda: count_steps(die))
    else:
        number = fork(["list"])
        time.sleep(moment)
        os.kill(number, signal.SIGKILL)
    code, left = result_of(number), there()
    sound = is_compiled(TREES)
    after = result_of(fork(["show", "dmp-imagerie"], outputs=f"{outputs}/after"))
    written = Path(f"{outputs}/after.1").read_text("utf-8") + Path(f"{outputs}/after.2").read_text()
    for stream in (1, 2):
        Path(f"{outputs}/after.{stream}").unlink()
    return {
        "killed": code == -signal.SIGKILL, "left": left, "sound": sound, "code": after,
        "written": written, "then": there(), "then_sound": is_compiled(TREES),
    }  # fmt: skip


if __name__ == "__main__":
    # Import what a command will, without a cache.
    os.environ["SEGUR_FAQ_CACHE"] = "0"
    for words in (["list"], ["search", "dmp"]):
        result_of(fork(words))
    import segur_faq.cli.app
    import segur_faq.cli.define
    import segur_faq.cli.list
    import segur_faq.cli.search
    import segur_faq.cli.show
    import segur_faq.compiled.tables  # noqa: F401

    os.environ["SEGUR_FAQ_CACHE"] = str(CACHE)
    print(json.dumps({"crowd": crowd, "deaths": deaths}[sys.argv[1]](*sys.argv[2:])))
