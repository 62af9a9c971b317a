"""Réponse courte reprise d'une autre réponse

Ce que la règle vérifie
    Deux réponses n'ont pas mot pour mot le même « short », s'il a au moins dix mots.
Pourquoi
    Le texte d'une réponse copiée pour en écrire une autre est souvent oublié là : le lecteur
    reçoit la réponse à une autre question. S'il convient aux deux, une seule réponse suffit.
Exemple
    - id: cartes-perte
      short: La carte se commande en ligne, et arrive en dix jours.
    - id: cartes-commande
      short: La carte se commande en ligne, et arrive en dix jours.
À écrire plutôt
    - id: cartes-perte
      short: Déclarez la perte, puis commandez une autre carte en ligne.
    - id: cartes-commande
      short: La carte se commande en ligne, et arrive en dix jours.
"""

from collections.abc import Iterator

from segur_faq.corpus.model import Answer
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.finding import Finding

SEVERITY = Severity.WARNING
_LEAST = 10


def check(reading: Reading) -> Iterator[Finding]:
    first: dict[str, Entry[Answer]] = {}
    for entry in reading.answers:
        words = entry.value.short.split()
        if len(words) < _LEAST:
            continue
        other = first.setdefault(" ".join(words), entry)
        if other is not entry:
            yield Finding(
                entry.at("short"),
                f"« {other.value.id} » a le même « short », à {other.at('short')}",
                "Écrivez celui de cette question, ou fondez les deux réponses.",
            )
