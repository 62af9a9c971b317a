"""The programs that are compared, each from its registry, in an environment of their own.

Standard library alone: this runs before there is anything else. The environment is kept between
runs; the project itself is built and installed anew each time.
"""

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = Path(__file__).resolve().parent / ".peers"
PYTHON = HOME / "bin" / "python"
_NODE = HOME / "node" / "node_modules" / ".bin"

_PACKAGES = {
    "tldr": "tldr", "yq": "yq", "yamllint": "yamllint", "check-jsonschema": "check-jsonschema",
    "rg": "ripgrep", "bm25": "bm25s", "tantivy": "tantivy",
}  # fmt: skip
"""Command (or module) -> its package on PyPI."""

MISSING_FILE = HOME / "missing.txt"
"""What could not be had, one line each: a later run says it again."""


def install() -> None:
    """Make the environment, or complete it, and put the project as it is now into it."""
    if not PYTHON.exists():
        _say("environnement des concurrents : création")
        venv.create(HOME, with_pip=True, symlinks=True)
        # Up to 25.0, pip writes console scripts that import `re`.
        _pip("install", "--upgrade", "pip>=25.1", required=True)
        # Newer Pythons do without it, and its .pth slows every start in the environment.
        _pip("uninstall", "--yes", "setuptools")
    _say("segur-faq : construction et installation")
    _pip("install", str(ROOT), required=True)
    missing = [*_install_from_pypi(), *_install_from_npm()]
    if not shutil.which("jq"):
        missing.append("jq (et yq, qui l'appelle) : absent du système, à installer par lui")
    MISSING_FILE.write_text("".join(f"{line}\n" for line in missing), encoding="utf-8")


def find(name: str) -> str | None:
    """Give the path of a program: from the environment, from npm, or from the system."""
    path = os.pathsep.join(map(str, (HOME / "bin", _NODE, os.environ.get("PATH", ""))))
    if name == "yq":  # the one of the environment only: others have that name, and other options
        path = str(HOME / "bin") if shutil.which("jq") else ""
    return shutil.which(name, path=path)


def missing() -> list[str]:
    """Tell what could not be had, and why."""
    return MISSING_FILE.read_text(encoding="utf-8").splitlines()


def versions() -> list[str]:
    """Give the name and version of each program that there is."""
    code = (
        "import sys; from importlib.metadata import version, PackageNotFoundError\n"
        "for name in sys.argv[1:]:\n"
        "    try: print(name, version(name))\n"
        "    except PackageNotFoundError: pass"
    )
    names = sorted({"segur-faq", "PyStemmer", *_PACKAGES.values()} - {"ripgrep"})
    found = _output([str(PYTHON), "-c", code, *names]).splitlines()
    for name in ("rg", "jq"):
        program = find(name)
        if program:
            found.append(_output([program, "--version"]).splitlines()[0].replace("-", " "))
    if find("ajv"):
        listed = _output(["npm", "ls", "--prefix", str(HOME / "node"), "ajv-cli"])
        found += [word.replace("@", " ") for word in listed.split() if word.startswith("ajv-cli@")]
    return found


def _install_from_pypi() -> list[str]:
    missing = []
    for name, package in _PACKAGES.items():
        if list(HOME.glob(f"lib/*/site-packages/{package.replace('-', '_')}-*.dist-info")):
            continue
        _say(f"{package} : installation")
        # Compiled ones alone: a toolchain is not to be had in passing.
        if not _pip("install", "--only-binary", ":all:", package) and not find(name):
            missing.append(f"{package} : PyPI n'en donne pas pour cette machine")
    return missing


def _install_from_npm() -> list[str]:
    if find("ajv"):
        return []
    if not shutil.which("npm"):
        return ["ajv-cli : il faut npm"]
    _say("ajv-cli : installation")
    words = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", HOME / "node"]
    done = subprocess.run([*words, "ajv-cli"], check=False, capture_output=True)
    return [] if done.returncode == 0 else ["ajv-cli : npm n'a pas pu l'installer"]


def _pip(*words: str, required: bool = False) -> bool:
    done = subprocess.run(
        [PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check", *words],
        check=False,
        capture_output=True,
        text=True,
    )
    if required and done.returncode != 0:
        raise SystemExit(f"pip {' '.join(words)} :\n{done.stderr}")
    return done.returncode == 0


def _output(words: Sequence[str]) -> str:
    return subprocess.run(words, check=False, capture_output=True, text=True).stdout


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
