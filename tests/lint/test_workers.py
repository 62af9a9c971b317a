"""Rules shared out over processes: the same findings, and no error that goes unseen.

In processes of their own: what splits itself in two should have one thread, and these have more.
"""

import subprocess
import sys
import threading

import pytest
from cli.small_corpus import HEALTHY, write_healthy_corpus

from segur_faq.lint import workers

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are split on Linux")

COMMON = """
import os
from segur_faq.lint import workers
workers.processors = lambda: 3
home = os.getpid()

def in_others(number):
    if os.getpid() == home:
        return [number]
    raise ValueError(number)
"""


def told(program: str) -> str:
    """Give what a program says; it must succeed, and leave no process behind."""
    last = "\ntry:\n    os.waitpid(-1, 0)\nexcept ChildProcessError:\n    print('seul')\n"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", COMMON + program + last],
        capture_output=True,
        text=True,
        check=True,
        timeout=50,
    )
    assert done.stderr == ""
    *said, alone = done.stdout.splitlines()
    assert alone == "seul"
    return "\n".join(said)


def test_every_task_is_done_once():
    program = "print(sorted(workers.run_all([lambda n=n: [n] for n in range(200)])))"
    assert told(program) == str([*range(200)])


def test_the_others_do_their_share():
    program = """
import time
def task():
    time.sleep(0.02)
    return [os.getpid()]
print(len(set(workers.run_all([task] * 30))))
"""
    assert told(program) == "3"


def test_much_may_be_found():
    program = "print(len(workers.run_all([lambda: ['x' * 100] * 10_000] * 6)))"
    assert told(program) == "60000"


def test_what_fails_in_another_process_is_done_here():
    program = "print(sorted(workers.run_all([lambda n=n: in_others(n) for n in range(9)])))"
    assert told(program) == str([*range(9)])


def test_an_error_is_seen():
    program = """
def broken():
    raise ValueError("ici")
try:
    workers.run_all([list] * 5 + [broken] + [list] * 50)
except ValueError as error:
    print(error)
"""
    assert told(program) == "ici"


def test_the_rules_find_the_same(corpus_with_mistakes):
    program = f"""
from pathlib import Path
from segur_faq.corpus.reader import read_corpus
from segur_faq.lint import runner
shared = []
run_all = runner.run_all
runner.run_all = lambda tasks: shared.append(1) or run_all(tasks)
found = []
for sizes in (range(0), range(1000)):
    runner._WORTH_SHARING = sizes
    found.append(runner.run(read_corpus(Path({str(corpus_with_mistakes)!r}))).problems)
print(len(shared), found[0] == found[1], [p.fix for p in found[0]] == [p.fix for p in found[1]])
print(len(found[0]))
"""
    same, count = told(program).splitlines()
    assert same == "1 True True"
    assert int(count) > 2


@pytest.fixture
def corpus_with_mistakes(tmp_path):
    answers = HEALTHY["answers"].replace("couloir: [biologie]", "couloir: [bio]")
    return write_healthy_corpus(tmp_path, answers=answers.replace("\u00a0?", "?"))


def test_a_process_with_threads_is_not_split():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert workers.processors() == 1
    finally:
        stop.set()
        thread.join()
