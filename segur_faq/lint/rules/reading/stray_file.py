"""Fichier rangé là où il n'est pas lu

Ce que la règle vérifie
    Chaque fichier YAML est à une place où le programme le lit : cascade.yaml, sources.yaml et
    glossary.yaml à la racine du corpus, tout le reste dans le dossier answers, sous un nom qui
    finit par .yaml ou .yml, en minuscules. Un lien vers un autre dossier n'est pas suivi.
Pourquoi
    Un fichier mal rangé ou mal nommé est passé sous silence : ses réponses manquent, et rien
    d'autre ne le dit.
Exemple
    # trees/certificats.yaml, à côté de cascade.yaml
    format: 1
    answers: []
À écrire plutôt
    # trees/answers/certificats.yaml
    format: 1
    answers: []
"""

from segur_faq.corpus.problem import Severity

SEVERITY = Severity.WARNING
