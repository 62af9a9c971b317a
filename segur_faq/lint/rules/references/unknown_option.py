"""Option qui n'existe pas à ce niveau

Ce que la règle vérifie
    Les valeurs citées sous un niveau sont des options de ce niveau, ou des groupes qui en
    réunissent. On écrit l'identifiant de l'option, non son libellé. Le message donne les
    valeurs acceptées ; si la même est citée en bien des endroits, voyez d'abord si cascade.yaml l'a
    perdue.
Pourquoi
    Une option inconnue est une faute de frappe, un libellé mis pour un identifiant, ou une
    option d'un autre niveau : la réponse manquerait là où on la cherche.
Exemple
    applies: {offre: [segur], couloir: [radiologie]}
À écrire plutôt
    applies: {offre: [segur], couloir: [imagerie]}
"""

FIXABLE = True
"""Another name of an option is replaced by its id."""
