"""What `lint` and the validators say of the same mistakes, drawn as the tests draw them.

Mistakes are put one at a time into a copy of the real corpus. A mistake counts as reported by a
program when it says something of the files that were changed that it did not say of them before:
where, is asked of `lint` and of yamllint, which give lines.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import peers
from benchmarks.rivals import SCHEMA
from benchmarks.tables import NONE, heading, table
from segur_faq.corpus.reader import read_corpus
from segur_faq.lint.registry import all_rules
from segur_faq.lint.runner import run

sys.path.insert(0, str(peers.ROOT / "tests"))

from lint import mutations_of_form, mutations_of_meaning  # noqa: F401  (they register kinds)
from lint.mutable import Tree
from lint.mutations import HARMFUL, Mutation, draw

_FAMILIES = {
    "bracket or brace lost": "écriture de YAML",
    "invisible character": "caractères et fichiers",
    "address broken": "adresses, Markdown et textes",
    "reference to a source misspelt": "références et identifiants",
    "required key dropped": "clés et valeurs",
    "parent that contradicts its child": "conditions et arbre",
}
"""The first kind of each family, in the order in which the kinds are registered."""

_SLOW = {"unfindable"}
"""Rules that take a second each time, and see only how searches are ranked."""

_YAMLLINT = "{extends: default, rules: {line-length: disable}}"
"""Less the rule that would count a line for too long because of what was added to it."""

_PLACE = re.compile(r"\S+\.ya?ml:\d+(:\d+)?")
_LINE = re.compile(r":(\d+):\d+: (.*)")

Files = Mapping[str, str | bytes | None]
Told = Counter[tuple[str, str]]
"""What a program says: file and message, wherever in the file."""


@dataclass
class _Row:
    """How many mistakes were drawn, and how many of them each program reported."""

    drawn: int = 0
    reported: Counter[str] = field(default_factory=Counter)


class _Bench:
    """A copy of the corpus that is changed and put back, and what was said of it before."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory / "trees"
        source = peers.ROOT / "trees"
        shutil.copytree(source, self.directory, ignore=shutil.ignore_patterns(".*", "*.md"))
        self.tree = Tree(self.directory)
        self._aside = directory / "aside"
        self._rules = [rule for rule in all_rules() if rule.code not in _SLOW]
        self._ours = Counter(told for told, _ in self._lint())
        self._yamllint = Counter(told for told, _ in self._run_yamllint(self.tree.names))
        self._write(self._aside / "before", self.tree.texts_by_name)

    def judge(self, number: int, mutation: Mutation) -> set[str] | None:
        """Tell who reports a mistake among those that give lines; None when it changes nothing."""
        self._write(self.directory, mutation.files)
        self._write(self._aside / str(number), mutation.files)
        try:
            ours = self._new(self._lint(), self._ours)
            if not ours and read_corpus(self.directory).corpus == self.tree.reading.corpus:
                return None
            changed = [name for name, content in mutation.files.items() if content is not None]
            yamllint = self._new(self._run_yamllint(changed), self._yamllint)
        finally:
            self._write(self.directory, self._before(mutation.files))
        by = {"lint": ours, "yamllint": yamllint}
        at_the_line = {
            f"{program}, ligne"
            for program, lines in by.items()
            if any(mutation.is_reported_at(*line) for line in lines)
        }
        return {program for program, lines in by.items() if lines} | at_the_line

    def validated(self, schema: Path) -> set[int]:
        """Give the numbers of the mistakes that check-jsonschema reports with a schema."""
        said: dict[str, Told] = {}
        for folder, told in self._run_validator(schema):
            said.setdefault(folder, Counter())[told] += 1
        before = said.pop("before", Counter())
        return {int(folder) for folder, told in said.items() if told - before}

    def _lint(self) -> Iterable[tuple[tuple[str, str], tuple[str, int]]]:
        for problem in run(read_corpus(self.directory), self._rules).problems:
            name = Path(problem.place.file).relative_to(self.directory).as_posix()
            yield (problem.code, _PLACE.sub("", problem.message)), (name, problem.place.line)

    def _run_yamllint(
        self, names: Iterable[str]
    ) -> Iterable[tuple[tuple[str, str], tuple[str, int]]]:
        files = [name for name in names if (self.directory / name).suffix in (".yaml", ".yml")]
        if not files:
            return
        words = [_program("yamllint"), "-f", "parsable", "-d", _YAMLLINT, *files]
        done = subprocess.run(
            words, cwd=self.directory, check=False, capture_output=True, text=True
        )
        for line in done.stdout.splitlines():
            found = _LINE.search(line)
            if found:
                name = line[: found.start()]
                yield (name, found[2]), (name, int(found[1]))
        if done.returncode not in (0, 1) or "Traceback" in done.stderr:
            yield (files[0], "stopped"), (files[0], 1)

    def _run_validator(self, schema: Path) -> Iterable[tuple[str, tuple[str, str]]]:
        files = sorted(
            path.relative_to(self._aside).as_posix()
            for path in self._aside.rglob("*.y*ml")
            if schema != SCHEMA or path.parent.name == "answers"
        )
        words = [_program("check-jsonschema"), "-o", "json", "--schemafile", str(schema), *files]
        done = subprocess.run(words, cwd=self._aside, check=False, capture_output=True, text=True)
        said = json.loads(done.stdout)
        for error in (*said["errors"], *said["parse_errors"]):
            folder, _, name = error["filename"].partition("/")
            where = re.sub(r"\[\d+\]", "[]", error.get("path", ""))
            yield folder, (f"{name} {where}", error["message"])

    def _new(
        self, said: Iterable[tuple[tuple[str, str], tuple[str, int]]], before: Told
    ) -> list[tuple[str, int]]:
        left = Counter(before)
        lines = []
        for told, line in said:
            if left[told]:
                left[told] -= 1
            else:
                lines.append(line)
        return lines

    def _before(self, files: Files) -> Files:
        return {name: self.tree.texts_by_name.get(name) for name in files}

    def _write(self, directory: Path, files: Files) -> None:
        for name, content in files.items():
            path = directory / name
            if content is None:
                path.unlink(missing_ok=True)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            text = isinstance(content, str)
            path.write_bytes(content.encode("utf-8", "surrogatepass") if text else content)


def compare(number_drawn: int, seed: int) -> dict[str, _Row]:
    """Draw mistakes, and count by family who reports them."""
    rows = {name: _Row() for name in _FAMILIES.values()}
    with tempfile.TemporaryDirectory() as folder:
        bench = _Bench(Path(folder))
        family_of = _families()
        drawn: dict[int, str] = {}
        for turn, mutation in enumerate(draw(HARMFUL, seed, number_drawn, bench.tree)):
            reported = bench.judge(turn, mutation)
            if reported is not None:
                drawn[turn] = family_of[mutation.kind]
                rows[drawn[turn]].drawn += 1
                rows[drawn[turn]].reported.update(reported)
        own = Path(folder, "schema.json")
        words = [sys.executable, "-m", "segur_faq", "schema", "--trees", str(bench.directory)]
        own.write_bytes(subprocess.run(words, check=True, capture_output=True).stdout)
        for name, schema in (("schéma du corpus", own), ("schéma général", SCHEMA)):
            for turn in bench.validated(schema) & drawn.keys():
                rows[drawn[turn]].reported[name] += 1
    return rows


_COLUMNS = {
    "lint": "segur-faq lint",
    "lint, ligne": "… à la bonne ligne",
    "yamllint": "yamllint",
    "yamllint, ligne": "… à la bonne ligne",
    "schéma du corpus": "check-jsonschema, schéma de segur-faq",
    "schéma général": "check-jsonschema, schéma général",
}


def drawing(rows: Mapping[str, _Row]) -> str:
    """Draw the counts: a row for each family of mistakes, a column for each program."""
    whole = _Row(sum(row.drawn for row in rows.values()))
    for row in rows.values():
        whole.reported.update(row.reported)
    lines = [
        [name, str(row.drawn), *(_share(row.reported[key], row.drawn) for key in _COLUMNS)]
        for name, row in (*rows.items(), ("ensemble", whole))
    ]
    return table(["", "fautes", *_COLUMNS.values()], lines)


def _share(count: int, drawn: int) -> str:
    return f"{round(100 * count / drawn)} %" if drawn else NONE


def _families() -> dict[str, str]:
    """Give the family of each kind."""
    family, found = "", {}
    for kind in HARMFUL:
        family = found[kind] = _FAMILIES.get(kind, family)
    return found


def _program(name: str) -> str:
    path = peers.find(name)
    if path is None:
        raise SystemExit(f"{name} manque : il n'y a rien à comparer.")
    return path


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutations", description=__doc__)
    parser.add_argument("--number", type=int, default=int(os.environ.get("MUTATIONS", "300")))
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    title = f"Fautes signalées, de {options.number} mises au hasard dans le corpus"
    print(heading(title).rstrip() + "\n")
    print(drawing(compare(options.number, options.seed)), end="")


if __name__ == "__main__":
    main()
