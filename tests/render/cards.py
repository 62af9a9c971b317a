"""Answers made by hand, for the renderers."""

from segur_faq.corpus.model import Answer, Citation, Corpus, Level, Link, Option, Source, Term
from segur_faq.render.card import Card, card_of

OFFICIAL = Source("officielle", "Une page", "ANS", "official", "https://exemple.fr/p", "2026-11-22")
HEARSAY = Source("autre", "Un blog", "Quelqu'un", "secondary", "https://exemple.fr/b", "2026-11-22")


def answer(**changed) -> Answer:
    """Give an answer with nothing but what it must have, and what is said."""
    fields = {
        "id": "une-reponse",
        "question": "Une question ?",
        "short": "Une réponse.",
        "applies": {"couloir": ("a",)},
        "sources": (Citation("officielle", "2026-11-22"),),
    }
    return Answer(**{**fields, **changed})


def card(*others: Answer, terms: tuple[Term, ...] = (), path=(), **changed) -> Card:
    """Gather the card of `answer(**changed)` in a corpus that holds the others too."""
    shown = answer(**changed)
    level = Level("couloir", "Lequel ?", (Option("a", "A"),))
    corpus = Corpus("", (level,), (shown, *others), (OFFICIAL, HEARSAY), terms)
    return card_of(corpus, shown, path)


def link(title: str, url: str = "https://exemple.fr/") -> Link:
    """Give a link."""
    return Link(title, url)
