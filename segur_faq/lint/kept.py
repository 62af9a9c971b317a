"""A report kept from one run to the next: what the same program found in exactly the same bytes.

A large corpus takes seconds to check, and most of the times that it is checked nothing in it has
changed. What a rule looks at is in the key, or the rule would go on saying what is true no more.
"""

import importlib.util
import json
import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import segur_faq
from segur_faq.corpus.files import SCHEMA_FOLDER, SourceFile
from segur_faq.corpus.problem import Edit, Fix, Place, Problem, Severity

_LIBRARIES = ("yaml", "markdown_it", "Stemmer")
"""What reads the texts: another version of them may see something else."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a report does not need the corpus to be understood again; see `runner.Report`."""

    answers: Mapping[str, int]
    problems: tuple[Problem, ...]
    is_complete: bool
    unrun: tuple[str, ...]


def key_of(directory: Path, files: Iterable[SourceFile], problems: Iterable[Problem]) -> str:
    """Give what tells one state of a corpus, and of the program, from every other.

    Args:
        directory: the corpus, spelled as the report does.
        files: its files.
        problems: what was reported while they were found.
    """
    key = blake2b(digest_size=32)
    for part in (str(directory), platform.python_version(), *map(repr, problems), *_program()):
        key.update(f"{part}\n".encode("utf-8", "surrogatepass"))
    for name, content in (*((file.name, file.content) for file in files), *_schemas(directory)):
        key.update(f"{name}\n{len(content)}\n".encode("utf-8", "surrogatepass"))
        key.update(content)
    return key.hexdigest()


def _program() -> Iterator[str]:
    """Yield what changes when the program does, or what it reads texts with."""
    for folder, below, names in os.walk(os.path.dirname(os.path.realpath(segur_faq.__file__))):
        below.sort()
        yield from (_stamp(os.path.join(folder, n)) for n in sorted(names) if n.endswith(".py"))
    for library in _LIBRARIES:
        found = importlib.util.find_spec(library)
        yield _stamp(found.origin) if found and found.origin else library


def _stamp(path: str) -> str:
    status = os.stat(path)
    return f"{path}\n{status.st_mtime_ns}\n{status.st_size}"


def _schemas(directory: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the schemas that editors are told of: a rule compares them with the corpus."""
    for path in sorted((directory / SCHEMA_FOLDER).glob("*")):
        try:
            yield path.name, path.read_bytes()
        except OSError:
            yield path.name, b""


def recall(path: str, key: str) -> Kept | None:
    """Give the report that a file holds, if it is there, whole, and of the same state."""
    try:
        first, second, content = Path(path).read_bytes().split(b"\n", 2)
        if first.decode() != key or second.decode() != _sum(content):
            return None
        value = json.loads(content)
        problems = tuple(map(_problem_of, value["problems"]))
        return Kept(value["answers"], problems, value["complete"], tuple(value["unrun"]))
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None


def record(kept: Kept, key: str) -> bytes:
    """Give the content of the file that `recall` reads."""
    value = {
        "answers": dict(kept.answers),
        "problems": list(map(_value_of, kept.problems)),
        "complete": kept.is_complete,
        "unrun": kept.unrun,
    }
    content = json.dumps(value, separators=(",", ":")).encode("ascii")
    return f"{key}\n{_sum(content)}\n".encode("ascii") + content


def _sum(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def _value_of(problem: Problem) -> list[Any]:
    fix = problem.fix and [problem.fix.label, [[*e.place, e.text] for e in problem.fix.edits]]
    return [*problem.place, problem.code, problem.message, problem.hint, problem.severity, fix]


def _problem_of(value: list[Any]) -> Problem:
    *place, code, message, hint, severity, fix = value
    edits = tuple(Edit(Place(*where), text) for *where, text in fix[1]) if fix else ()
    repair = Fix(fix[0], edits) if fix else None
    return Problem(Place(*place), code, message, hint, Severity(severity), repair)
