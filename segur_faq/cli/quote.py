"""An answer quoted with its version (`ID@VERSION`): whether its content is still what it was."""

from dataclasses import dataclass

from segur_faq.cli import console
from segur_faq.corpus.model import Answer
from segur_faq.corpus.version import version_of


@dataclass(frozen=True, slots=True)
class Quote:
    """An id as it was quoted; `version` is empty when none was."""

    answer_id: str
    version: str = ""


def parse_quote(word: str) -> Quote:
    """Read `ID` or `ID@VERSION`."""
    answer_id, _, version = word.partition("@")
    return Quote(answer_id, version)


def is_as_quoted(answer: Answer, quote: Quote) -> bool:
    """Tell whether an answer still says what it said when quoted, and say which it is."""
    if not quote.version:
        return True
    current = version_of(answer)
    same = current == quote.version
    console.say(
        f"« {answer.id} » n'a pas changé depuis la version {current}."
        if same
        else f"« {answer.id} » a changé : la version {quote.version} a été citée, "
        f"la version actuelle est {current}."
    )
    return same
