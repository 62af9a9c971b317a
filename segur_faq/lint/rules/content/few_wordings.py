"""Trop peu de façons de chercher une réponse

Ce que la règle vérifie
    Une réponse a au moins trois « found_by ». La règle ne s'applique que si la moitié des réponses
    du corpus en ont autant : un corpus qui n'en écrit pas n'est pas repris réponse par réponse.
Pourquoi
    Personne ne cherche avec les mots de la source. Chaque façon de demander, notée par un autre que
    l'auteur, fait trouver la réponse à ceux qui la demandent ainsi.
Exemple
    found_by: [durée du prêt]
À écrire plutôt
    found_by: [durée du prêt, combien de jours puis-je garder un livre, rendre plus tard]
"""

from collections.abc import Iterator

from segur_faq.corpus.nodes import Mapping
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.text import count

SEVERITY = Severity.WARNING
LEAST = 3


def check(reading: Reading) -> Iterator[Finding]:
    lacking = [e for e in reading.sound_answers if len(e.value.found_by) < LEAST]
    if 2 * len(lacking) > len(reading.sound_answers):
        return
    for entry in lacking:
        has_some = isinstance(entry.node, Mapping) and "found_by" in entry.node
        number = count(len(entry.value.found_by), "recherche")
        yield Finding(
            entry.key("found_by") if has_some else entry.head(),
            f"{number} pour trouver cette réponse, il en faut {LEAST} au moins"
            if has_some
            else f"cette réponse n'a pas de « found_by », il en faut {LEAST} au moins",
            "Écrivez comment des gens différents la chercheraient, avec d'autres mots que les "
            "vôtres.",
        )
