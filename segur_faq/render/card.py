"""What is shown of an answer, gathered from the corpus: the same for every format."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from segur_faq.corpus.glossary import terms_in, text_of
from segur_faq.corpus.model import Answer, Corpus, FollowUp, Source, Term
from segur_faq.text import french_date, typeset


@dataclass(frozen=True, slots=True)
class Reference:
    """A source with the ISO date on which it was read for this answer."""

    source: Source
    read_on: str

    @property
    def line(self) -> str:
        """Who says it, where, and when it was read."""
        source = self.source
        dated = f", page du {french_date(source.dated)}" if source.dated else ""
        read_on = french_date(self.read_on)
        return f"{source.publisher}, {source.title}{dated} (page lue le {read_on})"


@dataclass(frozen=True, slots=True)
class Card:
    """An answer with what it refers to.

    Attributes:
        answer: the answer itself.
        references: its sources, resolved.
        terms: the glossary's rows for the acronyms that it uses, in the order of the alphabet.
        related: the answers to read next.
        command: what shows this answer again.
        replay: what leads here again; empty when no path did.
        follow_up: the question that it ends with; None when the reader is about to be asked it.
        choices: what was said to it, as `follow-up id -> option id`.
    """

    answer: Answer
    references: tuple[Reference, ...]
    terms: tuple[Term, ...]
    related: tuple[Answer, ...]
    command: str
    replay: str = ""
    follow_up: FollowUp | None = None
    choices: Mapping[str, str] = field(default_factory=dict)

    @property
    def rests_on_hearsay(self) -> bool:
        """Tell whether no official source supports the answer."""
        return bool(self.references) and not any(r.source.is_official for r in self.references)


HEARSAY = typeset(
    "Cette réponse repose sur une source secondaire : vérifiez-la auprès de l'organisme concerné."
)


def card_of(
    corpus: Corpus,
    answer: Answer,
    path_words: Sequence[str] = (),
    trees: str | None = None,
    choices: Mapping[str, str] | None = None,
    asks: bool = False,
) -> Card:
    """Gather what is shown of an answer.

    Args:
        corpus: where it is from.
        answer: the answer.
        path_words: the `level=option` that led to it.
        trees: the folder named by `--trees`, without which its commands would find nothing.
        choices: what was said to its follow-up.
        asks: the reader is about to be asked it, and need not read it here.
    """
    elsewhere = ["--trees", trees] if trees else []
    references = [
        Reference(corpus.sources_by_id[citation.ref], citation.read_on)
        for citation in answer.sources
        if citation.ref in corpus.sources_by_id
    ]
    related = [corpus.find(answer_id) for answer_id in answer.see_also]
    return Card(
        answer=answer,
        references=tuple(references),
        terms=terms_in(corpus.terms, text_of(answer)),
        related=tuple(filter(None, related)),
        command=shlex.join(["segur-faq", "show", answer.id, *elsewhere]),
        replay=replay_line(path_words, trees),
        follow_up=None if asks else answer.follow_up,
        choices=choices or {},
    )


def replay_line(path_words: Sequence[str], trees: str | None) -> str:
    """Give the command that leads to the same place again; empty when there are no choices."""
    elsewhere = ["--trees", trees] if trees else []
    return shlex.join(["segur-faq", "ask", *path_words, *elsewhere]) if path_words else ""
