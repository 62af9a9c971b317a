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

pytestmark = pytest.mark.timeout(180)

ROOT = Path(__file__).parent.parent
SHIPPED = ("segur_faq", "trees", "tests", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE",
           "Makefile")  # fmt: skip
DEPENDENCIES = {"typer", "rich", "questionary", "pyyaml", "markdown-it-py", "pystemmer"}


@pytest.fixture
def checkout(tmp_path):
    """A copy of what is under version control, with the litter that a checkout also has."""
    copy = tmp_path / "checkout"
    copy.mkdir()
    for name in SHIPPED:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", ".*")
            shutil.copytree(ROOT / name, copy / name, ignore=ignored, symlinks=True)
        elif (ROOT / name).exists():
            shutil.copy(ROOT / name, copy / name)
    for litter in (".venv/lib/litter.py", ".hypothesis/litter", "notes/litter.yaml", "litter.txt"):
        (copy / litter).parent.mkdir(parents=True, exist_ok=True)
        (copy / litter).write_text("")
    return copy


def build(source: Path, target: Path, kind: str) -> Path:
    """Build without network; give the file made."""
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", f"--{kind}", "--outdir", target, source],
        check=True,
        capture_output=True,
    )
    (made,) = target.iterdir()
    return made


def files_of(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


def expected_of(checkout: Path) -> set[str]:
    """Give what a wheel holds, its metadata apart: the package, and the corpus inside it."""
    package = {p.relative_to(checkout) for p in (checkout / "segur_faq").rglob("*") if p.is_file()}
    corpus = {p.relative_to(checkout) for p in (checkout / "trees").rglob("*") if p.is_file()}
    return {str(path) for path in package | {Path("segur_faq", path) for path in corpus}}


def install(wheel: Path, home: Path) -> tuple[Path, Path]:
    """Install into an environment that borrows the dependencies of this one.

    Give the console script and the folder of the package.
    """
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", f"--python={python}", "install", "--no-deps", "--no-index",
         "--no-compile", "--quiet", wheel],
        check=True, capture_output=True,
    )  # fmt: skip
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(home)}))
    # A folder named in a .pth is searched last, and its own .pth (this checkout's) is not read.
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return home / "bin" / "segur-faq", packages / "segur_faq"


def test_the_wheel_holds_what_it_needs_and_works_far_from_the_checkout(checkout, tmp_path):
    wheel = build(checkout, tmp_path / "wheel", "wheel")
    files = files_of(wheel)
    metadata = {name for name in files if ".dist-info/" in name}
    assert files - metadata == expected_of(checkout)
    assert {"segur_faq/trees/cascade.yaml", "segur_faq/py.typed"} <= files
    assert any(name.startswith("segur_faq/trees/answers/") for name in files)

    (name,) = (name for name in metadata if name.endswith("/METADATA"))
    lines = zipfile.ZipFile(wheel).read(name).decode().splitlines()
    assert "Requires-Python: >=3.11" in lines
    needed = [line.split()[1] for line in lines if line.startswith("Requires-Dist:")
              and "extra ==" not in line]  # fmt: skip
    assert {line.split("<")[0].split(">")[0] for line in needed} == DEPENDENCIES

    program, installed = install(wheel, tmp_path / "environment")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    neutral = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}

    def run(*arguments):
        done = subprocess.run(
            [program, *arguments], cwd=elsewhere, env=neutral, capture_output=True, check=False
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    code, out, err = run("show", "mssante-types-bal")
    assert (code, err) == (0, "")
    assert "mssante-types-bal" in out
    code, out, err = run("list", "--format", "ids")
    assert (code, err) == (0, "")
    assert "mssante-types-bal" in out.split()
    code, out, _ = run("ask", "couloir=imagerie", "produit=psc", "--no-input")
    assert code == 0
    assert out
    code, out, err = run("--version")
    assert (code, err) == (0, "")
    assert out.startswith("segur-faq ")
    assert run("show", "nope")[0] == 1

    # The corpus read is the wheel's: a file put beside it is seen.
    (installed / "trees" / "stray.yaml").write_text("a: b\n")
    code, out, err = run("lint", "-f", "json")
    assert (code, err) == (0, "")
    report = json.loads(out)
    assert report["errors"] == 0
    assert str(installed / "trees" / "stray.yaml") in [p["file"] for p in report["problems"]]


def test_the_sdist_holds_what_makes_the_same_wheel(checkout, tmp_path):
    sdist = build(checkout, tmp_path / "sdist", "sdist")
    with tarfile.open(sdist) as files:
        files.extractall(tmp_path / "unpacked", filter="data")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    for name in ("trees/cascade.yaml", "tests/test_wheel.py", "README.md", "LICENSE"):
        assert (unpacked / name).is_file()
    assert not list(unpacked.rglob("*litter*"))
    wheel = build(unpacked, tmp_path / "wheel", "wheel")
    assert {n for n in files_of(wheel) if ".dist-info/" not in n} == expected_of(checkout)
