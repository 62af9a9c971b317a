"""Clé qui n'existe pas à cet endroit

Ce que la règle vérifie
    Chaque clé est une de celles qui sont prévues à sa place. Le message donne la liste et, s'il
    y en a une, la clé d'orthographe voisine, ou le bloc auquel la clé appartient.
Pourquoi
    Une clé mal orthographiée serait ignorée, et sa valeur perdue. Il suffit d'une majuscule, d'une
    espace insécable avant le deux-points, ou d'une ligne alignée sur un autre bloc.
Exemple
    id: certificats-formulaire-413
    qestion: Faut-il un formulaire 413 par certificat ?
À écrire plutôt
    id: certificats-formulaire-413
    question: Faut-il un formulaire 413 par certificat ?
"""
