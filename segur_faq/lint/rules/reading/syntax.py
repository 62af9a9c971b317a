"""Texte que YAML ne comprend pas

Ce que la règle vérifie
    Le fichier suit les règles d'écriture de YAML : guillemets et crochets fermés, lignes
    alignées, une espace après chaque deux-points.
Pourquoi
    À partir d'une faute d'écriture, la suite du fichier ne peut plus être lue. La place
    signalée est celle de la faute ou juste après : regardez aussi la ligne d'avant. Une fois la
    faute corrigée, relancez la vérification.
Exemple
    question: Certificats : lequel choisir ?
    short: "Cela dépend de la structure.
À écrire plutôt
    question: "Certificats : lequel choisir ?"
    short: Cela dépend de la structure.
"""
