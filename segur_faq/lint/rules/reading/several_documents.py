"""Second document dans le même fichier

Ce que la règle vérifie
    Un fichier contient un seul document YAML : aucune ligne « --- » ne le coupe en deux.
Pourquoi
    Ce qui suit la coupure ne serait pas lu. Il arrive aussi qu'une ligne de tirets ait été mise
    là comme simple décoration.
Exemple
    format: 1
    answers: []
    ---
    format: 1
    answers: []
À écrire plutôt
    # Un seul document ; pour séparer deux parties, un commentaire comme celui-ci
    format: 1
    answers: []
"""
