"""Tabulation à la place d'espaces

Ce que la règle vérifie
    Le début des lignes, et ce qui suit le tiret d'un élément, est fait d'espaces, jamais de
    tabulations.
Pourquoi
    YAML comprend ce qui va ensemble par l'alignement, et une tabulation n'a pas la même largeur
    partout : il la refuse. Réglez votre éditeur pour que la touche de tabulation insère des
    espaces.
Exemple
    # ⇥ figure une tabulation
    answers:
    ⇥- id: certificats-formulaire-413
À écrire plutôt
    answers:
      - id: certificats-formulaire-413
"""
