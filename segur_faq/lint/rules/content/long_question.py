"""Question trop longue pour une liste

Ce que la règle vérifie
    La question d'une réponse, d'un niveau ou de suite ne dépasse pas 140 caractères.
Pourquoi
    Les questions se lisent en liste, souvent à cent sur un écran. Au-delà de deux lignes, le
    regard ne les compare plus ; c'est souvent qu'il y a deux questions, donc deux réponses.
Exemple
    question: >-
      Dans le cas d'une structure qui a plusieurs sites et dont chacun tient son propre catalogue,
      faut-il, pour chacun de ces sites, une inscription, et qui doit la demander ?
À écrire plutôt
    question: Faut-il une inscription pour chaque site, et qui la demande ?
"""

from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import all_follow_ups

SEVERITY = Severity.WARNING
LIMIT = 140


def check(reading: Reading) -> Iterator[Finding]:
    questions = [(e.value.question, e.at) for e in reading.levels]
    questions += [(e.value.question, e.at) for e in reading.answers]
    questions += [(asked.follow_up.question, asked.at) for asked in all_follow_ups(reading)]
    for question, at in questions:
        length = len(question)
        if length > LIMIT:
            yield Finding(
                at("question"),
                f"cette question a {length} caractères, pour {LIMIT} au plus",
                "Gardez ce qui la distingue des autres ; deux questions font deux réponses.",
            )
