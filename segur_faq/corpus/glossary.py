"""Looking things up in the glossary: the terms that a text uses, and the term that a word means."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from segur_faq.corpus.model import Answer, Corpus, Term
from segur_faq.text import fold


def terms_in(terms: Sequence[Term], text: str) -> tuple[Term, ...]:
    """Give the terms that a text uses, written as the glossary writes them (case counts)."""
    by_name = {term.term: term for term in terms if term.term}
    if not by_name:
        return ()
    found = set(_pattern(tuple(by_name)).findall(text))
    return tuple(by_name[name] for name in sorted(found, key=str.casefold))


@lru_cache(maxsize=4)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    # The longest first: « e-CPS » is not « CPS ».
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def text_of(answer: Answer) -> str:
    """Give all that an answer says, for what has to look for words in it."""
    texts = (answer.question, answer.short, answer.body, answer.caveat, *answer.follow_up_texts)
    return "\n".join(texts)


def find_terms(corpus: Corpus, word: str) -> tuple[Term, ...]:
    """Give the terms that a word means, whatever its case and accents.

    The term itself first; else those that have it as a synonym or as their expansion.
    """
    wanted = fold(word.strip())
    exact = tuple(term for term in corpus.terms if fold(term.term) == wanted)
    if exact:
        return exact
    return tuple(
        term for term in corpus.terms if wanted in (fold(term.expansion), *map(fold, term.synonyms))
    )


def answers_using(corpus: Corpus, term: Term) -> tuple[Answer, ...]:
    """Give the answers that use a term, those that have it in their question first."""
    using = [  # the plain search first: the pattern of all the terms is slow
        a
        for a in corpus.answers
        if term.term in text_of(a) and term in terms_in(corpus.terms, text_of(a))
    ]
    return tuple(sorted(using, key=lambda a: term not in terms_in(corpus.terms, a.question)))


def answers_by_term(corpus: Corpus) -> Mapping[str, tuple[Answer, ...]]:
    """Give what `answers_using` gives, for every term at once and in one pass over the answers."""
    asked: dict[str, list[Answer]] = {term.term: [] for term in corpus.terms}
    told: dict[str, list[Answer]] = {term.term: [] for term in corpus.terms}
    for answer in corpus.answers:
        in_question = {term.term for term in terms_in(corpus.terms, answer.question)}
        for term in terms_in(corpus.terms, text_of(answer)):
            (asked if term.term in in_question else told)[term.term].append(answer)
    return {name: (*asked[name], *told[name]) for name in asked}
