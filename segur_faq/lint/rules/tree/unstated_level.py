"""Niveau dont la réponse ne dit rien

Ce que la règle vérifie
    « applies » parle de chaque niveau qui existe là où la réponse s'applique, même d'un niveau
    qui sert de filtre et n'est pas demandé (« asked: false »).
Pourquoi
    Ne rien dire d'un niveau ne veut pas dire « partout » : ce peut être un oubli. Écrivez
    « all » si la réponse vaut pour toutes les options, y compris celles qui viendront plus
    tard.
Exemple
    # L'offre segur amène la question du couloir
    applies:
      offre: [segur]
      produit: [dmp]
À écrire plutôt
    applies:
      offre: [segur]
      couloir: all
      produit: [dmp]
"""

from collections.abc import Iterator

from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.reach import judged
from segur_faq.text import quoted


def check(reading: Reading) -> Iterator[Finding]:
    for entry, reach in judged(reading):
        applies = entry.value.applies
        met = reach.of(entry.value)
        missing = [level for level in met if level not in applies]
        if missing:
            lines = quoted([f"{level}: all" for level in missing], "et")
            are, exist = ("n'est pas précisé", "ce niveau existe")
            if len(missing) > 1:
                are, exist = ("ne sont pas précisés", "ces niveaux existent")
            yield Finding(
                entry.key("applies"),
                f"{quoted(missing, 'et')} {are}, alors que {exist} là où la réponse s'applique",
                f"Si elle y vaut partout, ajoutez {lines} sous « applies » ; "
                "sinon, citez les options.",
            )
