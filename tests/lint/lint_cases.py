"""Corpora of a library, laid out in a temporary folder, and what lint says of them."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

from segur_faq.corpus.problem import Problem
from segur_faq.corpus.reader import read_corpus
from segur_faq.lint.registry import Rule, all_rules
from segur_faq.lint.runner import Report, run

CORPORA = Path(__file__).parent.parent / "corpora"
BASE = CORPORA / "base"
LOADERS = {"c": getattr(yaml, "CSafeLoader", yaml.SafeLoader), "pure": yaml.SafeLoader}

SLOW = "unfindable"
"""It indexes the whole corpus, which takes half of the time: only its own cases need it."""

QUICK = [rule for rule in all_rules() if rule.code != SLOW]


def cases(kind: str) -> list[Path]:
    """Give the folders `tests/corpora/<kind>/<code>/<case>`."""
    return sorted(path for path in (CORPORA / kind).glob("*/*") if path.is_dir())


def case_name(case: Path) -> str:
    """Name a case in a test's id."""
    return f"{case.parent.name}/{case.name}"


def lay_base(tmp_path: Path) -> Path:
    """Copy the healthy corpus."""
    return shutil.copytree(BASE, tmp_path / "corpus")


def lay(case: Path, tmp_path: Path) -> Path:
    """Copy the healthy corpus, less the files of DELETE, and lay the case's files over it."""
    directory = lay_base(tmp_path)
    deletions = case / "DELETE"
    for name in deletions.read_text("utf-8").split() if deletions.exists() else ():
        (directory / name).unlink()
    notes = shutil.ignore_patterns("DELETE", "expected.txt")
    shutil.copytree(case, directory, dirs_exist_ok=True, ignore=notes)
    return directory


def expected(case: Path) -> list[str]:
    """Give the lines of expected.txt: the complete list of what lint must say."""
    return sorted((case / "expected.txt").read_text("utf-8").splitlines())


def lint(directory: Path, rules: Sequence[Rule] | None = None) -> Report:
    """Read and check a folder; with all rules, unless told."""
    return run(read_corpus(directory), rules)


def place_of(problem: Problem, directory: Path) -> str:
    """Write a place as expected.txt does, from the corpus's folder."""
    file = Path(problem.place.file).relative_to(directory)
    return f"{file.as_posix()}:{problem.place.line}:{problem.place.column}"


def found(directory: Path, rules: Sequence[Rule] | None = None) -> list[str]:
    """Give what lint says of a folder, in the words of expected.txt."""
    return told(lint(directory, rules).problems, directory)


def told(problems: Iterable[Problem], directory: Path) -> list[str]:
    """Give problems in the words of expected.txt."""
    return sorted(f"{place_of(problem, directory)} {problem.code}" for problem in problems)


def without_columns(lines: list[str]) -> list[str]:
    """Keep the file, the line and the code."""
    return sorted(f"{line.split()[0].rpartition(':')[0]} {line.split()[1]}" for line in lines)
