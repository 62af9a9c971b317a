"""The wheel that users install: complete, self-sufficient, and the same through the sdist."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.timeout(180), pytest.mark.xdist_group("wheel")]

ROOT = Path(__file__).parent.parent
SHIPPED = ("segur_faq", "trees", "tests", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE",
           "Makefile")  # fmt: skip


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A copy of what is under version control, with the litter that a checkout also has."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in SHIPPED:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", ".*_cache")
            shutil.copytree(ROOT / name, copy / name, ignore=ignored)
        elif (ROOT / name).exists():
            shutil.copy(ROOT / name, copy / name)
    (copy / ".venv").mkdir()
    (copy / ".venv" / "litter.py").write_text("")
    return copy


def build(source: Path, target: Path, *options: str) -> Path:
    """Build without network; give the file made."""
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", *options, "--outdir", target, source],
        check=True,
        capture_output=True,
    )
    (made,) = target.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(checkout, tmp_path_factory):
    return build(checkout, tmp_path_factory.mktemp("wheel"), "--wheel")


@pytest.fixture(scope="module")
def program(wheel, tmp_path_factory):
    """The console script of the wheel, in an environment of its own that borrows dependencies."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", f"--python={python}", "install", "--no-deps", "--no-index",
         "--quiet", wheel],
        check=True, capture_output=True,
    )  # fmt: skip
    paths = sysconfig.get_paths(vars={"base": str(home), "platbase": str(home)})
    # A folder named in a .pth is searched last, and its own .pth (this checkout's) is not read.
    borrowed = Path(paths["purelib"]) / "borrowed.pth"
    borrowed.write_text(sysconfig.get_paths()["purelib"] + "\n")
    return home / "bin" / "segur-faq"


@pytest.fixture
def run(program, tmp_path):
    def in_another_folder(*arguments):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        done = subprocess.run(
            [program, *arguments], cwd=tmp_path, env=environment, capture_output=True, check=False
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    return in_another_folder


def test_the_wheel_holds_the_program_and_its_corpus_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for name in ("cascade.yaml", "sources.yaml", "glossary.yaml"):
        assert f"segur_faq/trees/{name}" in names
    shipped = {f"segur_faq/{path.relative_to(ROOT)}" for path in (ROOT / "trees").rglob("*.yaml")}
    assert shipped <= set(names)
    assert "segur_faq/py.typed" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"segur_faq"}
    assert not [name for name in names if "test" in name or "venv" in name or "cache" in name]
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "segur_faq").rglob("*.py")}
    assert modules <= set(names)


def test_the_wheel_says_what_it_is_and_needs(wheel):
    files = zipfile.ZipFile(wheel)
    (metadata,) = [n for n in files.namelist() if n.endswith(".dist-info/METADATA")]
    text = files.read(metadata).decode()
    assert "Name: segur-faq" in text
    assert "Requires-Python: >=3.11" in text
    needed = {line.split()[1].split("<")[0].split(">")[0].split(",")[0]
              for line in text.splitlines()
              if line.startswith("Requires-Dist:") and "extra ==" not in line}  # fmt: skip
    assert needed == {"typer", "rich", "questionary", "pyyaml", "markdown-it-py"}


def test_the_corpus_read_is_that_of_the_wheel(program, run, tmp_path):
    (installed,) = (program.parent.parent / "lib").glob("python*/site-packages/segur_faq")
    code, out, _ = run("lint", "-f", "json")
    assert code == 0
    assert json.loads(out)["errors"] == 0
    stray = installed / "trees" / "stray.yaml"
    stray.write_text("a: b\n")
    try:
        code, out, _ = run("lint", "-f", "json")
        assert str(stray) in [problem["file"] for problem in json.loads(out)["problems"]]
    finally:
        stray.unlink()


def test_the_commands_work_far_from_the_checkout(run):
    code, out, err = run("show", "mssante-types-bal")
    assert (code, err) == (0, "")
    assert "mssante-types-bal" in out
    code, out, err = run("list", "--format", "ids")
    assert (code, err) == (0, "")
    assert "mssante-types-bal" in out.split()
    code, out, err = run("ask", "couloir=imagerie", "produit=psc", "--no-input")
    assert code == 0
    assert out
    code, _, err = run("lint")
    assert code == 0
    assert "Traceback" not in err
    code, out, _ = run("--version")
    assert (code, out) == (0, "segur-faq 0.1.0\n") or out.startswith("segur-faq ")
    assert run("show", "nope")[0] == 1
    assert run("nope")[0] == 2


def test_the_wheel_made_from_the_sdist_is_the_same(checkout, wheel, tmp_path):
    sdist = build(checkout, tmp_path / "sdist", "--sdist")
    with tarfile.open(sdist) as files:
        files.extractall(tmp_path / "unpacked", filter="data")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    for name in ("trees/cascade.yaml", "tests/test_wheel.py", "README.md", "LICENSE"):
        assert (unpacked / name).is_file()
    assert not list(unpacked.rglob("*litter*"))
    again = build(unpacked, tmp_path / "again", "--wheel")
    assert zipfile.ZipFile(again).namelist() == zipfile.ZipFile(wheel).namelist()
