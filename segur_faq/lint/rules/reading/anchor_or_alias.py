"""Renvoi d'une valeur à une autre (« & » et « * »)

Ce que la règle vérifie
    Aucune valeur ne commence par « & » (une ancre de YAML) ou par « * » (un renvoi à une
    ancre).
Pourquoi
    Avec des renvois, une réponse ne se lit plus seule, et corriger l'une change l'autre. Si
    l'étoile fait partie de votre texte, mettez le texte entre guillemets.
Exemple
    - applies: &tous {offre: [segur], couloir: all}
    - applies: *tous
À écrire plutôt
    - applies: {offre: [segur], couloir: all}
    - applies: {offre: [segur], couloir: all}
"""
