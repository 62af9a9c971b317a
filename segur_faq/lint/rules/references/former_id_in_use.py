"""Ancien identifiant qui désigne autre chose

Ce que la règle vérifie
    Un ancien identifiant (« former_ids ») n'est pas celui d'une réponse d'aujourd'hui, n'est
    réclamé que par une réponse et n'y est écrit qu'une fois.
Pourquoi
    « segur-faq show ancien-identifiant » doit mener à une seule réponse. Si l'ancien
    identifiant sert de nouveau, des scripts et des liens montreraient la mauvaise sans
    prévenir.
Exemple
    - id: certificat-selon-structure
      former_ids: [certificats-commande]
    - id: certificats-commande
À écrire plutôt
    - id: certificat-selon-structure
      former_ids: [certificats-commande]
    - id: certificats-commande-en-ligne
"""

from collections.abc import Iterator

from segur_faq.corpus.model import Answer
from segur_faq.corpus.nodes import Node
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.known import written


def check(reading: Reading) -> Iterator[Finding]:
    current = {entry.value.id: entry for entry in reading.answers}
    claims: dict[str, tuple[Entry[Answer], Node]] = {}
    for entry in reading.answers:
        own = entry.value.id
        for former, node in written(entry, "former_ids"):
            claimant, first = claims.setdefault(former, (entry, node))
            name = claimant.value.id
            if former == own:
                message = f"« {former} » est l'identifiant actuel de cette même réponse"
                hint = "Retirez-le de « former_ids »."
            elif former in current:
                message = (
                    f"« {former} » est l'identifiant d'une réponse, à {current[former].head()}"
                )
                hint = (
                    "Retirez-le d'ici, ou donnez à l'autre réponse un identifiant jamais employé."
                )
            elif claimant is entry and first is not node:
                message = f"« {former} » est déjà dans cette liste"
                hint = "Gardez-le une seule fois."
            elif name != own:  # two answers of the same id: reading has reported it
                message = (
                    f"« {former} » est déjà un ancien identifiant de « {name} », à {first.place}"
                )
                hint = "Gardez-le dans celle des deux réponses qui le portait."
            else:
                continue
            yield Finding(node.place, message, hint)
