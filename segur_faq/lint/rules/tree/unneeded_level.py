"""Niveau qui n'existe pas là où la réponse s'applique

Ce que la règle vérifie
    « applies » ne parle que de niveaux que la cascade peut atteindre avec les autres valeurs de
    la réponse.
Pourquoi
    Une valeur sans effet trompe qui la relit : on croit la réponse limitée à ce couloir, alors
    que la question du couloir ne se pose pas. Souvent, c'est l'autre niveau qui est incomplet.
Exemple
    # La question du couloir n'est posée que pour l'offre segur
    applies:
      offre: [dmn]
      couloir: [imagerie]
À écrire plutôt
    applies:
      offre: [dmn]
"""

from collections.abc import Iterator

from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.reach import judged
from segur_faq.lint.suggest import described


def check(reading: Reading) -> Iterator[Finding]:
    for entry, reach in judged(reading):
        met = reach.of(entry.value)
        for level in entry.value.applies:
            if met and level not in met and level in reach.offered:
                under = reading.corpus.levels_by_id[level].under
                yield Finding(
                    entry.key("applies", level),
                    f"le niveau « {level} » n'existe pas là où cette réponse s'applique",
                    "Retirez-le, ou complétez les autres niveaux"
                    + (f" : il n'existe que sous « {described(under)} »." if under else "."),
                )
