"""What a reader can decide at a screen of the journey. A journey is the list of its decisions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choose:
    """Take an option; `UNKNOWN` as the option is « Je ne sais pas »."""

    level: str
    option: str


@dataclass(frozen=True, slots=True)
class ShowAll:
    """End the questions, and see every answer that remains."""


@dataclass(frozen=True, slots=True)
class ShowOwn:
    """End the questions, and see only the answers that name the last choice."""

    level: str
    option: str


@dataclass(frozen=True, slots=True)
class Search:
    """Look for words among the answers; without words, they are still to be asked for."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class Narrow:
    """Let the next question of the cascade part what words have found."""


@dataclass(frozen=True, slots=True)
class Opine:
    """Say what one thinks of an answer; the screens of `opinion` give it its words."""

    said: str


@dataclass(frozen=True, slots=True)
class Cite:
    """See the answer as a citation."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Put the citation on the clipboard."""


@dataclass(frozen=True, slots=True)
class Explain:
    """See why the answer is behind the choices made."""


@dataclass(frozen=True, slots=True)
class Open:
    """Open a page in the browser; without an address, it is still to be chosen."""

    url: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """Open an answer."""

    answer: str


@dataclass(frozen=True, slots=True)
class Follow:
    """Answer the question that an answer ends with.

    Attributes:
        question: the id of the follow-up.
        option: what is chosen; `UNKNOWN` passes the question.
        answer: the answer that the option leads to, if any.
    """

    question: str
    option: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class AskAgain:
    """Forget what was said to these follow-ups, so that they are asked again."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recap:
    """See the choices made, to correct one."""


@dataclass(frozen=True, slots=True)
class Correct:
    """Answer one level again."""

    level: str


@dataclass(frozen=True, slots=True)
class Back:
    """Return to the screen before."""


@dataclass(frozen=True, slots=True)
class Restart:
    """Begin a new question."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave."""


Beside = Opine | Cite | Copy | Explain | Open
"""What is done beside the journey, which stays where it is."""

Decision = (
    Choose
    | ShowAll
    | ShowOwn
    | Search
    | Narrow
    | Beside
    | Read
    | Follow
    | AskAgain
    | Recap
    | Correct
    | Back
    | Restart
    | Quit
)
