"""The door of the console script: which lane answers, and what becomes of lost output."""

import io
import os
import subprocess
import sys

import pytest
from scripted.lanes import NOTHING, captured, fast, ordinary, program

from segur_faq import start
from segur_faq.scripted import lane, show
from segur_faq.scripted.shell import OutputLostError

ID = "dmp-alimentation"


def test_the_fast_lane_answers_what_it_takes_and_the_ordinary_one_the_rest(small, monkeypatch):
    asked = []
    monkeypatch.setattr("segur_faq.cli.main.main", lambda: asked.append(sys.argv[1:]) or 7)
    assert program("show", ID).code == 0
    assert asked == []
    for words in (["show", "nope"], ["list"], []):
        assert program(*words).code == 7
        assert asked.pop() == words


def test_both_lanes_give_the_same_at_the_door(small):
    for words in (["show", ID], ["show", "dmp-etablissement"], ["define", "nope"], ["search", "x"]):
        assert program(*words) == ordinary(*words)


def test_an_interruption(small, monkeypatch):
    def interrupted(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(show, "open_compiled", interrupted)
    assert program("show", ID).code == 130


def test_a_reader_that_has_gone(small):
    for run in (lambda: lane.answer(["show", ID]), start.main):
        reading, writing = os.pipe()
        os.close(reading)
        with pytest.MonkeyPatch.context() as patch, open(writing, "w", encoding="utf-8") as gone:
            told = io.StringIO()
            patch.setattr(sys, "argv", ["segur-faq", "show", ID])
            patch.setattr(sys, "stdout", gone)
            patch.setattr(sys, "stderr", told)
            if run is start.main:
                assert run() == 0
            else:
                with pytest.raises(OutputLostError):
                    run()
            gone.flush()  # which nobody has to care for any more
            assert told.getvalue() == ""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
def test_a_disk_that_is_full_is_told_as_the_ordinary_lane_tells_it(small):
    told = [_on_a_full_disk(words) for words in (["-f", "text"], ["--color", "never"])]
    assert told[0] == told[1]
    assert told[0][0] == 2
    assert "disque" in told[0][1]


def _on_a_full_disk(options):
    # Unbuffered, nothing would be left to be written again.
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "segur_faq", "show", ID, *options],
            env=buffered, stdout=full, stderr=subprocess.PIPE, check=False, timeout=30,
        )  # fmt: skip
    return done.returncode, done.stderr.decode()


def test_no_output_at_all(small, monkeypatch):
    """As when the shell has closed it."""
    assert captured(lambda: _without_output(["show", ID])) == NOTHING
    assert captured(lambda: _without_output(["search", "dmp"])) == NOTHING


def _without_output(words):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        return lane.answer(words)


def test_notices_that_cannot_be_told_are_left_to_the_ordinary_lane(small):
    assert fast("search", "dmp").err
    for errors in (None, io.TextIOWrapper(io.BytesIO(), encoding="cp1252")):
        written = captured(lambda errors=errors: _telling(errors, ["search", "dmp"]))
        assert written == NOTHING
        assert errors is None or errors.buffer.getvalue() == b""
        assert captured(lambda errors=errors: _telling(errors, ["show", ID])).code == 0


def _telling(errors, words):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stderr", errors)
        return lane.answer(words)


def test_the_console_script_leaves_when_everything_is_written(small):
    """It ends without taking the interpreter apart."""
    ids = [ID] * 500
    code, out = _script("show", *ids)
    assert (code, out) == (0, program("show", *ids).out)
    assert len(out) > 300_000
    assert _script("show", "nope") == (1, b"")


def _script(*words):
    done = subprocess.run(
        [sys.executable, "-c", "from segur_faq.start import run; run()", *words],
        capture_output=True, check=False, timeout=30,
    )  # fmt: skip
    return done.returncode, done.stdout
