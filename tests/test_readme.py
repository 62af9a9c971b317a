"""The README is true: its commands are run, its screens are drawn, its YAML is read.

`UPDATE_README=1 pytest tests/test_readme.py -n0` writes what the program says today into it.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pyte
import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
SCREEN = re.compile(r"<!-- écran : (.*?) -->\n```text\n(.*?)```", re.DOTALL)
COLUMNS, LINES = 80, 24


@pytest.fixture
def here(tmp_path):
    """A folder like a checkout, where a recipe may write."""
    shutil.copytree(ROOT / "trees", tmp_path / "trees")
    return tmp_path


def environment():
    return {
        **{k: v for k, v in os.environ.items() if k not in ("SEGUR_FAQ_TREES", "COLUMNS")},
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
    }


def run(command, folder):
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment(), capture_output=True, text=True
    )
    return done.stdout + done.stderr


def played(block, folder):
    """The same commands, with what they say today."""
    lines = []
    for command in (line[2:] for line in block.splitlines() if line.startswith("$ ")):
        lines.append(f"$ {command}\n")
        lines.append(run(command, folder))
    return "".join(lines)


def drawn(arguments):
    """The first screen of `segur-faq …` in a terminal."""
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.Stream(screen)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "segur_faq", *shlex.split(arguments)],
        env={**environment(), "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"},
        dimensions=(LINES, COLUMNS),
        encoding="utf-8",
        cwd=ROOT,
        timeout=20,
    )
    while "Entrée" not in "\n".join(screen.display):
        stream.feed(child.read_nonblocking(4096, timeout=20))
    child.sendcontrol("c")
    child.expect(pexpect.EOF)
    child.close()
    return "\n".join(line.rstrip() for line in screen.display).rstrip() + "\n"


def test_recipes_say_what_the_program_says(here):
    text = README.read_text("utf-8")
    truth = CONSOLE.sub(lambda m: f"```console\n{played(m[1], here)}```", text)
    truth = SCREEN.sub(lambda m: f"<!-- écran : {m[1]} -->\n```text\n{drawn(m[1])}```", truth)
    if os.environ.get("UPDATE_README"):
        README.write_text(truth, "utf-8")
    assert text == truth


def test_there_are_five_recipes_and_a_screen():
    text = README.read_text("utf-8")
    recipes = text.partition("## Recettes")[2].partition("\n## ")[0]
    assert len(CONSOLE.findall(recipes)) >= 5
    assert SCREEN.search(text)


def test_makefile_and_readme_have_the_same_commands():
    commands = re.findall(r"^python3 -m venv .*$", README.read_text("utf-8"), re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert len(commands) == 2
    assert all(f"\t{command}\n" in makefile for command in commands)


def test_the_model_answer_is_read(here):
    example = re.search(r"```yaml\n(.*?)```", README.read_text("utf-8"), re.DOTALL)[1]
    assert yaml.safe_load(example)["answers"]
    (here / "trees/answers/essai.yaml").write_text(example, "utf-8")
    assert run("segur-faq show ancien-identifiant --trees trees --field short", here)
    assert "essai.yaml" not in run("segur-faq lint trees", here)


def test_the_abstract_is_english_and_three_lines_long():
    lines = README.read_text("utf-8").splitlines()
    abstract = [line for line in lines if line.startswith("> ")]
    assert len(abstract) == 3
    assert lines.index(abstract[0]) < 5
