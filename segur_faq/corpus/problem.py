"""A mistake in a corpus: where it is, what it is, and what would be right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from segur_faq.text import harmless, typeset


class Severity(StrEnum):
    """Errors block, warnings inform."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def word(self) -> str:
        """The severity as a reader calls it."""
        return "erreur" if self is Severity.ERROR else "avertissement"


class Place(NamedTuple):
    """A stretch of a file. Lines and columns count from 1, in characters; the end is exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to the text of a file: what is at a place becomes another text.

    The place counts in the file as it is written, and may be empty (an insertion).
    """

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair that can be made without thinking: it changes no meaning.

    Attributes:
        label: what it does, in French, as an order to an editor (« Mettre une espace insécable »).
        edits: the changes, all made or none, none over another.
    """

    label: str
    edits: tuple[Edit, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", typeset(_on_one_line(self.label)))


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake. `message` and `hint` are French sentences; `code` is a rule's name."""

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    fix: Fix | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        # Messages quote the corpus, which may hold anything, ends of lines included.
        object.__setattr__(self, "message", typeset(_on_one_line(self.message)))
        object.__setattr__(self, "hint", typeset(_on_one_line(self.hint)))


class Problems:
    """Where the stages of reading put what they find: nothing stops at the first mistake."""

    def __init__(self, found: Iterable[Problem] = ()) -> None:
        self._found = list(found)

    def add(
        self,
        code: str,
        place: Place,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
        fix: Fix | None = None,
    ) -> None:
        """Record one mistake."""
        self._found.append(Problem(place, code, message, hint, severity, fix))

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _on_one_line(text: str) -> str:
    return harmless(text).replace("\n", " ").replace("\t", " ")
