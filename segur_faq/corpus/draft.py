"""What `new` knows of an entry that remains to be written, as lines of YAML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from segur_faq.corpus.files import ANSWERS
from segur_faq.corpus.ids import ID_FORM
from segur_faq.errors import SegurFaqError
from segur_faq.text import fold

_PLAIN = re.compile(r"[^\W_][^:#\[\]{},&*!|>'\"%@`\\\n]*")
_SMALL_WORDS = """
    a au aux avec ce ces comment dans de des du elle en est et faut il ils la le les leur leurs
    lequel laquelle mon notre nos nous on ou par peut pour quand que quel quelle quelles quels
    qui quoi sa se ses si son sont sur un une vers y doit quelqu d l n s qu c
"""


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
    small = _SMALL_WORDS.split()
    telling = [word for word in words if word not in small] or words or ["reponse"]
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
