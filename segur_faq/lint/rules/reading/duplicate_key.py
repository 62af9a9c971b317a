"""Clé écrite deux fois dans le même bloc

Ce que la règle vérifie
    Dans un même bloc, chaque clé n'est écrite qu'une fois.
Pourquoi
    YAML garderait une des deux valeurs et perdrait l'autre sans rien dire. Quand c'est la première
    clé d'un élément qui revient, il a sans doute perdu son tiret : les clés qui la suivent ne sont
    alors pas signalées à leur tour.
Exemple
    id: certificats-formulaire-413
    short: Un seul formulaire suffit.
    short: Non, un seul formulaire 413 suffit.
À écrire plutôt
    id: certificats-formulaire-413
    short: Non, un seul formulaire 413 suffit.
"""
