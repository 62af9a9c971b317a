"""A reduced copy of the corpus that is shipped, linted again and again with a few files changed."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from lint.mutable import Tree

from segur_faq.corpus import reader
from segur_faq.corpus.files import SourceFile
from segur_faq.corpus.locate import locate
from segur_faq.corpus.nodes import Node, parse
from segur_faq.corpus.problem import Problem, Problems
from segur_faq.corpus.reading import Reading
from segur_faq.lint import runner
from segur_faq.lint.registry import all_rules

SLOW = {"unfindable"}
"""Rules that look at the model alone, and take seconds."""

ASKED = """\
follow_up:
  id: essai-{number}
  question: Est-ce votre cas\u00a0?
  options:
    - {{id: oui, label: C'est mon cas, aliases: [le mien], text: Suivez la marche donnée.}}
    - {{id: non, label: Ce ne l'est pas, answer: {answer}}}
    - id: peut-etre
      label: Il se peut
      text: Voyez d'abord ceci.
      follow_up:
        id: essai-{number}-bis
        question: En est-on sûr\u00a0?
        options:
          - {{id: certain, label: C'est certain, text: Suivez la marche donnée.}}
          - {{id: douteux, label: C'est douteux, text: Attendez., answer: {answer}}}
"""
"""A follow-up, whatever the corpus that is shipped has of them."""

_PLACE = re.compile(r"\S+\.ya?ml:\d+(:\d+)?")


def reduce_corpus(directory: Path, one_in: int) -> Tree:
    """Copy one file of answers in so many, with the sources and terms that they use."""
    shutil.copytree(locate(), directory, ignore=shutil.ignore_patterns("README.md", ".*"))
    for number, path in enumerate(sorted(directory.glob("answers/*.yaml"))):
        if number % one_in:
            path.unlink()
    tree = Tree(directory)
    kept = tree.ids("answers")
    for name in tree.names:
        text = tree.texts_by_name[name]
        text = re.sub(r"^ +see_also: \[(.*)\]\n", lambda m: _fewer(m, kept), text, flags=re.M)
        (directory / name).write_text(text, encoding="utf-8")
    _drop_unused(directory)
    for number in (0, 1):
        _ask(Tree(directory), number)
    return Tree(directory)


def _ask(tree: Tree, number: int) -> None:
    """Let an answer end with a question that leads to the last answer of all."""
    *others, last = tree.targets("answers")
    target = [other for other in others if "follow_up" not in other.node][-1 - number]
    lines = ASKED.format(number=number, answer=last.id).splitlines()
    indent = " " * (target.node.place.column - 1)
    edit = tree.add(target, f"\n{indent}".join(lines))
    (tree.directory / edit.file).write_text(edit.text, encoding="utf-8")


def _fewer(see_also: re.Match[str], kept: set[str]) -> str:
    ids = [i for i in see_also[1].split(", ") if i in kept]
    return see_also[0].replace(see_also[1], ", ".join(ids)) if ids else ""


def _drop_unused(directory: Path) -> None:
    tree = Tree(directory)
    codes = {"unused-source": "sources", "unused-term": "terms"}
    heads = {(p.place.file, p.place.line) for p in run(tree.reading) if p.code in codes}
    for kind in codes.values():
        lines = {}
        for target in reversed(tree.targets(kind)):
            lines = lines or dict.fromkeys([target.file], tree.lines(target.file))
            if any((str(directory / target.file), n) in heads for n in _lines(target)):
                del lines[target.file][target.first - 1 : target.last]
        for name, kept in lines.items():
            (directory / name).write_text("\n".join(kept), encoding="utf-8")


def _lines(target: object) -> range:
    return range(target.first, target.last + 1)  # type: ignore[attr-defined]


def run(reading: Reading) -> tuple[Problem, ...]:
    """Check a corpus with all rules but the slow ones."""
    quick = [rule for rule in all_rules() if rule.code not in SLOW]
    return runner.run(reading, quick).problems


class Bench:
    """The reduced corpus, and what is new in what lint says when some of its files change."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._parsed: dict[tuple[str, str], Node | None] = {}
        self.before = Counter(_told(problem) for problem in self.problems({}))

    def problems(self, files: Mapping[str, str | bytes | None]) -> tuple[Problem, ...]:
        """Give all that lint says."""
        with self.changed(files) as reading:
            return run(reading)

    def new(self, files: Mapping[str, str | bytes | None]) -> list[tuple[str, int, str]]:
        """Give the file, line and code of what lint did not say before."""
        left = Counter(self.before)
        found = []
        for problem in self.problems(files):
            if left[_told(problem)]:
                left[_told(problem)] -= 1
            else:
                name = Path(problem.place.file).relative_to(self.tree.directory).as_posix()
                found.append((name, problem.place.line, problem.code))
        return found

    @contextmanager
    def changed(self, files: Mapping[str, str | bytes | None]) -> Iterator[Reading]:
        """Read the corpus with some files changed, added or removed; put them back after."""
        for name, content in files.items():
            path = self.tree.directory / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                path.unlink()
            else:
                raw = (
                    content.encode("utf-8", "surrogatepass")
                    if isinstance(content, str)
                    else content
                )
                path.write_bytes(raw)
        try:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(reader, "parse", self._parse)
                yield reader.read_corpus(self.tree.directory)
        finally:
            for name in files:
                path = self.tree.directory / name
                if name in self.tree.texts_by_name:
                    path.write_text(self.tree.texts_by_name[name], encoding="utf-8", newline="")
                else:
                    path.unlink()

    def _parse(self, file: SourceFile, problems: Problems) -> Node | None:
        """Parse a file once, as long as it is not changed: nodes never are."""
        key = file.name, file.text
        if key not in self._parsed:
            before = len([*problems])
            node = parse(file, problems)
            if len([*problems]) > before:
                return node
            self._parsed[key] = node
        return self._parsed[key]


def _told(problem: Problem) -> tuple[str, str]:
    """Give what a problem says, wherever it is: lines move, and files are renamed."""
    return problem.code, _PLACE.sub("", problem.message)
