"""Clé sans valeur

Ce que la règle vérifie
    Une clé écrite a une valeur, et une liste obligatoire a au moins un élément.
Pourquoi
    Une valeur absente est presque toujours un oubli. Pour dire qu'une réponse vaut partout, il
    y a un mot : « all ».
Exemple
    applies:
      offre: [segur]
      couloir:
    caveat:
À écrire plutôt
    applies:
      offre: [segur]
      couloir: all
"""
