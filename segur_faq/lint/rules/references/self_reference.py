"""Renvoi d'une réponse à elle-même, ou deux fois à la même

Ce que la règle vérifie
    « see_also » ne cite ni la réponse elle-même, ni deux fois la même autre.
Pourquoi
    « Voir aussi » doit mener ailleurs. Un renvoi à soi-même vient souvent d'une réponse copiée
    pour en écrire une autre.
Exemple
    id: certificat-selon-structure
    see_also: [certificat-selon-structure, certificats-siret, certificats-siret]
À écrire plutôt
    id: certificat-selon-structure
    see_also: [certificats-siret]
"""

from collections import Counter
from collections.abc import Iterator

from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.known import written


def check(reading: Reading) -> Iterator[Finding]:
    times = Counter(entry.value.id for entry in reading.answers)
    for entry in reading.answers:
        if times[entry.value.id] > 1:
            continue  # of two answers of one id, which is meant? Reading has said so
        seen = set()
        for ref, node in written(entry, "see_also"):
            if ref == entry.value.id:
                yield Finding(
                    node.place,
                    f"« {ref} » est cette réponse elle-même",
                    "Retirez ce renvoi, ou mettez l'identifiant d'une autre réponse.",
                )
            elif ref in seen:
                yield Finding(
                    node.place, f"« {ref} » est déjà dans cette liste", "Gardez-le une seule fois."
                )
            seen.add(ref)
