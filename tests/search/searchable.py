"""Small corpora made by hand, ready to be searched in memory."""

import sqlite3
from collections.abc import Mapping, Sequence

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer, Corpus, Level, Link, Option, Term
from segur_faq.search.indexing import write_search_tables
from segur_faq.search.query import Query, read_query
from segur_faq.search.ranking import Hit, rank


def answer(
    name: str,
    question: str,
    *found_by: str,
    short: str = "…",
    body: str = "",
    caveat: str = "",
    links: Sequence[str] = (),
    applies: Mapping[str, str] | None = None,
) -> Answer:
    """Make an answer; `applies` gives the only option of a level, and the others are `all`."""
    conditions = {level: (option,) for level, option in (applies or {}).items()}
    return Answer(
        name,
        question,
        short,
        conditions,
        body=body,
        caveat=caveat,
        links=tuple(Link(title, "https://exemple.fr") for title in links),
        found_by=found_by,
    )


class Searchable:
    """A corpus that can be searched.

    Args:
        answers: in the order of the corpus.
        levels: level -> its options, each with its label and aliases.
        terms: the glossary.
    """

    def __init__(
        self,
        *answers: Answer,
        levels: Mapping[str, Sequence[Option]] | None = None,
        terms: Sequence[Term] = (),
    ) -> None:
        made = tuple(
            Level(name, f"{name} ?", tuple(options)) for name, options in (levels or {}).items()
        )
        everywhere = {level.id: tuple(o.id for o in level.options) for level in made}
        spelled = tuple(
            Answer(
                **{
                    **{field: getattr(given, field) for field in Answer.__slots__},
                    "applies": {**everywhere, **given.applies},
                    "everywhere": frozenset(everywhere) - set(given.applies),
                }
            )
            for given in answers
        )
        self.corpus = Corpus("", made, spelled, terms=tuple(terms))
        self.index = AnswerIndex(self.corpus)
        self.connection = sqlite3.connect(":memory:")
        write_search_tables(self.connection, self.index, lambda given: given.body)

    def __del__(self) -> None:
        self.connection.close()

    def read(self, text: str) -> Query:
        """Understand a text."""
        return read_query(self.connection, text)

    def hits(self, text: str, keep=None) -> list[Hit]:
        """Rank the answers for a text."""
        return rank(self.connection, self.read(text), keep)

    def ids(self, text: str, keep=None) -> list[str]:
        """Give the ids of what a text finds, best first."""
        return [self.corpus.answers[hit.number].id for hit in self.hits(text, keep)]


WORDS = [
    "carte",
    "poste",
    "lettre",
    "colis",
    "timbre",
    "guichet",
    "facteur",
    "retard",
    "réclamation",
    "adresse",
]


def post_office() -> Searchable:
    """Answers that share their words in many combinations."""
    made = []
    for number in range(30):
        words = [WORDS[number * step % (step + 3) % 10] for step in (1, 3, 7, 2, 5, 4)]
        question, wording = " ".join(words[: 2 + number % 5]), " ".join(words[3:])
        made.append(answer(f"a{number}", question, wording, short=f"{words[1]} {words[0]}."))
    return Searchable(*made)
