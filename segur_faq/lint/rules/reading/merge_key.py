"""Clé de fusion (« << »)

Ce que la règle vérifie
    Aucun bloc n'en reprend un autre par la clé « << » de YAML.
Pourquoi
    Une réponse se lit seule : ce à quoi elle s'applique est écrit chez elle, en toutes lettres.
Exemple
    applies:
      <<: {offre: [segur], couloir: all}
      produit: [dmp]
À écrire plutôt
    applies:
      offre: [segur]
      couloir: all
      produit: [dmp]
"""
