"""Marque invisible au début du fichier (BOM)

Ce que la règle vérifie
    Le fichier ne commence pas par la marque invisible que certains éditeurs ajoutent à l'UTF-8.
Pourquoi
    La marque ne sert à rien en UTF-8 et gêne d'autres outils. Le fichier est lu quand même : ce
    n'est qu'un avertissement.
Exemple
    # Enregistré en « UTF-8 avec BOM »
    format: 1
À écrire plutôt
    # Enregistré en « UTF-8 », ou « UTF-8 sans BOM »
    format: 1
"""

from segur_faq.corpus.problem import Severity

SEVERITY = Severity.WARNING
