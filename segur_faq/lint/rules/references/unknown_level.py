"""Niveau qui n'existe pas dans la cascade

Ce que la règle vérifie
    « applies », « except », « under » et les groupes ne citent que des niveaux écrits dans
    cascade.yaml. Le message en donne la liste.
Pourquoi
    Un niveau inconnu est une faute de frappe, ou un niveau renommé : la réponse ne paraîtrait
    pas là où on l'attend.
Exemple
    applies: {offre: [segur], coulior: [imagerie]}
À écrire plutôt
    applies: {offre: [segur], couloir: [imagerie]}
"""
