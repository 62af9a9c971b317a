"""Many programs at once on a cold cache, and programs killed while they compile."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from compiled.folders import file_of, is_compiled
from scripted.lanes import program

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")

SCRIPT = Path(__file__).with_name("crowd.py")
KILLS = int(os.environ.get("SEGUR_FAQ_KILLS", "5"))
"""How many times a program is killed; a hundred take two minutes."""

LINES = (
    "show dmp-imagerie -f json",
    "search dmp imagerie",
    "define DMP",
    "list",
    "show mssante-bal",
)


def crowd(*arguments):
    path = os.pathsep.join(filter(None, (str(SCRIPT.parents[1]), os.environ.get("PYTHONPATH"))))
    done = subprocess.run(
        [sys.executable, SCRIPT, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=50 + 3 * KILLS,
    )  # fmt: skip
    assert done.stderr.decode() == ""
    return json.loads(done.stdout)


def test_fifty_at_once_on_a_cold_cache(trees, cache, tmp_path, monkeypatch):
    outputs = tmp_path / "outputs"
    outputs.mkdir()
    codes = crowd("crowd", outputs, 50, *LINES)
    assert codes == [0] * 50
    monkeypatch.setenv("SEGUR_FAQ_CACHE", "0")
    expected = [program(*line.split()) for line in LINES]
    monkeypatch.setenv("SEGUR_FAQ_CACHE", str(cache))
    for copy in range(50):
        wanted = expected[copy % len(LINES)]
        assert (outputs / f"{copy}.1").read_bytes() == wanted.out
        assert (outputs / f"{copy}.2").read_bytes() == wanted.err
    assert is_compiled(trees)
    file = file_of(trees)
    assert sorted(cache.iterdir()) == [file, file.with_name(f"{file.name}.lock")]


@pytest.mark.timeout(60 + 3 * KILLS)
def test_killed_while_compiling(trees, cache, tmp_path):
    outputs = tmp_path / "outputs"
    outputs.mkdir()
    expected = program("show", "dmp-imagerie").out.decode()
    came = crowd("deaths", outputs, KILLS)
    assert len(came) >= KILLS
    for death in came:
        # What is there under its final name is whole.
        assert death["sound"] == ("sqlite" in death["left"])
        assert (death["code"], death["written"]) == (0, expected)
        assert (death["then"], death["then_sound"]) == (["sqlite", "sqlite.lock"], True)
    # Some died with half a file written, some before, some after.
    killed = [death["left"] for death in came if death["killed"]]
    assert any("sqlite.part" in left for left in killed)
    assert any("sqlite" in left for left in killed)
    assert any(not {"sqlite", "sqlite.part"} & set(left) for left in killed)
