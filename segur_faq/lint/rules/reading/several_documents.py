"""Fichier coupé en deux par « --- »

Ce que la règle vérifie
    Aucune ligne « --- » ne coupe un fichier en deux : pour YAML, un autre document commencerait
    là.
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
    # Pour séparer deux parties, un commentaire comme celui-ci
    format: 1
    answers: []
"""
