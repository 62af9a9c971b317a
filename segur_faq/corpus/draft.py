"""Adding an entry to a corpus file as a person would: by text, so that every comment stays.

The file is read again with the addition before anything is written, and written in one move.
"""

import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from segur_faq.corpus.files import ANSWERS, SourceFile
from segur_faq.corpus.ids import ID_FORM
from segur_faq.corpus.nodes import Mapping as MappingNode
from segur_faq.corpus.nodes import Node, Sequence, parse
from segur_faq.corpus.problem import Problems
from segur_faq.errors import SegurFaqError
from segur_faq.text import fold

_PLAIN = re.compile(r"[^\W_][^:#\[\]{},&*!|>'\"%@`\\\n]*")
_SMALL_WORDS = frozenset(
    [
        "a",
        "à",
        "au",
        "aux",
        "avec",
        "ce",
        "ces",
        "comment",
        "dans",
        "de",
        "des",
        "du",
        "elle",
        "en",
        "est",
        "et",
        "faut",
        "il",
        "ils",
        "la",
        "le",
        "les",
        "leur",
        "leurs",
        "lequel",
        "laquelle",
        "mon",
        "notre",
        "nos",
        "nous",
        "on",
        "ou",
        "où",
        "par",
        "peut",
        "pour",
        "quand",
        "que",
        "quel",
        "quelle",
        "quelles",
        "quels",
        "qui",
        "quoi",
        "sa",
        "se",
        "ses",
        "si",
        "son",
        "sont",
        "sur",
        "un",
        "une",
        "vers",
        "y",
        "doit",
        "quelqu",
        "d",
        "l",
        "n",
        "s",
        "qu",
        "c",
    ]
)


@dataclass(frozen=True, slots=True)
class DraftAnswer:
    """What is known of an answer that remains to be written.

    `applies` gives by level the option ids, or the word `all`.
    """

    id: str
    question: str
    applies: Mapping[str, str | tuple[str, ...]]
    source: str
    read_on: str

    @property
    def lines(self) -> list[str]:
        """The YAML of the answer, not indented, its texts to be written."""
        return [
            f"id: {self.id}",
            f"question: {scalar(self.question)}",
            "applies:",
            *(f"  {level}: {_options(options)}" for level, options in self.applies.items()),
            'short: "À écrire : la réponse en une ou deux phrases, qui se suffisent."',
            "body: |",
            "  À écrire : les conditions, les étapes, les exceptions.",
            "sources:",
            f"  - {{ref: {self.source}, read_on: {self.read_on}}}",
            'found_by: ["À écrire : huit façons de chercher la réponse"]',
        ]


@dataclass(frozen=True, slots=True)
class DraftSource:
    """A page to add to the sources."""

    id: str
    title: str
    publisher: str
    kind: str
    url: str
    read_on: str

    @property
    def lines(self) -> list[str]:
        """The YAML of the source, not indented."""
        return [
            f"id: {self.id}",
            f"title: {scalar(self.title)}",
            f"publisher: {scalar(self.publisher)}",
            f"kind: {self.kind}",
            f"url: {scalar(self.url)}",
            f"read_on: {self.read_on}",
        ]


def scalar(text: str) -> str:
    """Write a text as YAML, quoted where it would mean something else."""
    if _PLAIN.fullmatch(text) and not text.endswith(" ") and not _looks_typed(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _looks_typed(text: str) -> bool:
    """Tell what another YAML reader could take for a number, a date or a boolean."""
    return text[0].isdigit() or text.lower() in {"true", "false", "yes", "no", "on", "off", "null"}


def _options(options: str | tuple[str, ...]) -> str:
    if isinstance(options, str):
        return options
    return f"[{', '.join(scalar(option) for option in options)}]"


def propose_id(question: str, taken: frozenset[str] | set[str]) -> str:
    """Make an id of the telling words of a question, one that nobody has."""
    words = re.findall(r"[a-z0-9]+", fold(question))
    telling = [word for word in words if word not in _SMALL_WORDS] or words or ["reponse"]
    proposed = base = "-".join(telling[:4])
    number = 2
    while proposed in taken:
        proposed = f"{base}-{number}"
        number += 1
    return proposed


def answers_file(directory: Path, name: str) -> Path:
    """Give the file of answers that a name means: `dmp`, `dmp.yaml` or `answers/dmp.yaml`.

    Raises:
        SegurFaqError: the name is not that of a file of answers.
    """
    stem = name.removeprefix(f"{ANSWERS}/").removesuffix(".yaml")
    if not ID_FORM.fullmatch(stem):
        raise SegurFaqError(
            f"« {name} » n'est pas un nom de fichier de {ANSWERS}/.",
            "Donnez un nom simple, en minuscules : dmp, ins-insi…",
        )
    return directory / ANSWERS / f"{stem}.yaml"


def add_item(path: Path, key: str, lines: list[str]) -> int:
    """Add an entry at the end of a list of a file, made if need be; give the entry's line.

    Raises:
        SegurFaqError: the file cannot be read as it is, or its list is not one entry a dash.
    """
    try:
        before = path.read_bytes().decode("utf-8") if path.exists() else f"format: 1\n{key}:\n"
    except OSError as error:
        raise SegurFaqError(f"{path} n'a pas pu être lu ({error.strerror}).") from error
    end_of_line = "\r\n" if "\r\n" in before else "\n"
    text = before.replace("\r\n", "\n")
    after, line = _with_item(path, text, key, lines)
    if len(_items(path, after, key)) != len(_items(path, text, key)) + 1:
        raise _by_hand(path)
    _write(path, after.replace("\n", end_of_line))
    return line


def _with_item(path: Path, text: str, key: str, lines: list[str]) -> tuple[str, int]:
    """Give the text with the entry, indented as its neighbours, and the line where it begins."""
    source = SourceFile(str(path), ANSWERS, text)
    items = _items(path, text, key)
    indent = "  "
    if items:
        first = source.lines[items[0].place.line - 1]
        indent = first[: len(first) - len(first.lstrip())]
        if not first.lstrip().startswith("- "):
            raise _by_hand(path)
    head = source.lines[: _end_of_list(path, source, key)]
    tail = source.lines[len(head) :]
    while head and not head[-1].strip():
        head.pop()
    block = [f"{indent}- {lines[0]}", *(f"{indent}  {line}" for line in lines[1:])]
    gap = [""] if items else []
    result = [*head, *gap, *block, *([""] if any(li.strip() for li in tail) else []), *tail]
    return "\n".join(result).rstrip("\n") + "\n", len(head) + len(gap) + 1


def _root(path: Path, text: str) -> MappingNode:
    problems = Problems()
    root = parse(SourceFile(str(path), ANSWERS, text), problems)
    if not isinstance(root, MappingNode) or list(problems):
        raise SegurFaqError(
            f"{path} contient des erreurs : rien n'y a été ajouté.",
            "Corrigez-le d'abord : segur-faq lint dit où.",
        )
    return root


def _items(path: Path, text: str, key: str) -> list[Node]:
    node = _root(path, text).get(key)
    return node.items if isinstance(node, Sequence) else []


def _end_of_list(path: Path, source: SourceFile, key: str) -> int:
    """Give the number of lines up to the end of the list: the next key of the file, or its end."""
    root = _root(path, source.text)
    start = root.pairs[key][0].place.line if key in root else 0
    later = [k.place.line for k, _ in root.pairs.values() if k.place.line > start]
    return min(later) - 1 if later and key in root else len(source.lines)


def _by_hand(path: Path) -> SegurFaqError:
    return SegurFaqError(
        f"{path} n'est pas écrit avec un tiret par entrée : rien n'y a été ajouté.",
        "Ajoutez l'entrée à la main, ou choisissez un autre fichier.",
    )


def _write(path: Path, text: str) -> None:
    """Write a file in one move: a reader sees it before or after, never half-way."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            mode = path.stat().st_mode if path.exists() else 0o644
            os.chmod(temporary, mode & 0o777)
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise SegurFaqError(f"{path} n'a pas pu être écrit ({error.strerror}).") from error
