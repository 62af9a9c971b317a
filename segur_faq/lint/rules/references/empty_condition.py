"""Condition qui ne dit rien

Ce que la règle vérifie
    Le « under » d'un niveau ou d'une option, le « where » d'une case vide voulue et les options
    d'un groupe citent au moins un niveau.
Pourquoi
    Une condition vide est toujours vraie : « where: {} » déclarerait vide à dessein chaque case
    de la grille, et plus aucun trou ne se verrait. Souvent, son contenu a été perdu.
Exemple
    gaps:
      - where: {}
        reason: Aucun texte propre à ce couloir n'est connu à ce jour.
À écrire plutôt
    gaps:
      - where: {couloir: [sas], thematique: [reglementation]}
        reason: Aucun texte propre à ce couloir n'est connu à ce jour.
"""

from collections.abc import Iterator

from segur_faq.corpus.nodes import Mapping
from segur_faq.corpus.reading import Reading
from segur_faq.lint.conditions import of_the_cascade
from segur_faq.lint.finding import Finding


def check(reading: Reading) -> Iterator[Finding]:
    for condition in of_the_cascade(reading):
        if isinstance(condition, Mapping) and not condition.pairs:
            yield Finding(
                condition.place,
                "cette condition est vide : elle ne cite aucun niveau",
                "Citez au moins un niveau avec ses options, ou supprimez-la.",
            )
