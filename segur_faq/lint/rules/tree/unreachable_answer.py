"""Réponse à laquelle aucune suite de choix ne mène

Ce que la règle vérifie
    Les options citées par « applies » peuvent être choisies ensemble dans la cascade, et
    « except » ne retire pas tout.
Pourquoi
    Une réponse que personne ne peut atteindre est perdue. Le plus souvent, une option citée
    n'existe que sous une autre, qui n'est pas citée.
Exemple
    # Le dispositif img-ris n'existe que sous le couloir imagerie
    applies:
      offre: [segur]
      couloir: [officine]
      dispositif: [img-ris]
À écrire plutôt
    applies:
      offre: [segur]
      couloir: [imagerie]
      dispositif: [img-ris]
"""

from collections.abc import Iterator

from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.reach import judged
from segur_faq.lint.suggest import listed
from segur_faq.text import enumeration


def check(reading: Reading) -> Iterator[Finding]:
    for entry, reach in judged(reading):
        applies = entry.value.applies
        if reach.of(entry.value):
            continue
        if reach.where(applies):
            yield Finding(
                entry.key("except"),
                "les exceptions retirent tout ce à quoi cette réponse s'applique",
                "Retirez une exception, ou les valeurs d'« applies » qu'elle contredit.",
            )
        elif not reach.is_blocked(applies):
            changes = [
                f"de « {level} » (possibles : {listed(options)})"
                for level, options in reach.remedies(applies).items()
            ]
            yield Finding(
                entry.key("applies"),
                "aucune suite de choix ne mène à cette réponse : ses valeurs ne vont pas ensemble",
                f"Changez les valeurs {enumeration(changes)}."
                if changes
                else "Comparez-les avec les « under » de la cascade : plusieurs sont à changer.",
            )
