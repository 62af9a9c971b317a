"""Option citée qui ne va avec aucune autre valeur de la réponse

Ce que la règle vérifie
    Chaque option citée par « applies » peut être choisie avec au moins une des valeurs citées
    aux autres niveaux.
Pourquoi
    La réponse paraît bien, mais jamais sous cette option : elle n'y sert à rien, ou il manque
    l'option dont elle dépend. Écrivez « all » pour dire « tous les dispositifs possibles ici ».
Exemple
    # mdv-lgc n'existe que sous le couloir mdv
    applies:
      offre: [segur]
      couloir: [imagerie]
      dispositif: [img-ris, mdv-lgc]
À écrire plutôt
    applies:
      offre: [segur]
      couloir: [imagerie, mdv]
      dispositif: [img-ris, mdv-lgc]
"""

from collections.abc import Iterator

from segur_faq.corpus.model import Answer, Corpus
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.conditions import below, words
from segur_faq.lint.finding import Finding
from segur_faq.lint.reach import Reach, judged
from segur_faq.lint.suggest import listed
from segur_faq.text import enumeration, quoted


def check(reading: Reading) -> Iterator[Finding]:
    for entry, reach in judged(reading):
        answer = entry.value
        met = reach.where(answer.applies)
        for level, options in answer.applies.items():
            # A level that is not met at all is reported as such.
            is_named = level in met and level not in answer.everywhere
            if is_named and not met[level].issuperset(options) and not _is_let_down(answer, reach):
                yield from _check(entry, level, reading.corpus, reach)


def _is_let_down(answer: Answer, reach: Reach) -> bool:
    """Tell whether the answer names an option that the cascade never offers: that is the cause."""
    return any(
        not reach.offered.get(level, frozenset()).issuperset(answer.named_at(level))
        for level in answer.applies
    )


def _check(entry: Entry[Answer], level: str, corpus: Corpus, reach: Reach) -> Iterator[Finding]:
    applies = entry.value.applies
    for word, written, named in words(below(entry.node, "applies"), level, corpus):
        box = {**applies, level: named}
        if reach.where(box) or reach.is_blocked({level: named}):
            continue
        others = {k: v for k, v in reach.remedies(box).items() if k != level}
        additions = [f"à « {k} » ({listed(v)})" for k, v in others.items()]
        yield Finding(
            written.place,
            f"« {word} » ne va avec aucune valeur citée pour {quoted(others)}"
            if others
            else f"« {word} » ne va avec aucune des autres valeurs de cette réponse",
            f"Retirez « {word} »"
            + (f", ou ajoutez une valeur {enumeration(additions)}." if additions else "."),
        )
