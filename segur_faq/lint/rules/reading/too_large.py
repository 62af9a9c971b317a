"""Fichier trop gros

Ce que la règle vérifie
    Un fichier ne dépasse pas 4 Mio, soit plusieurs milliers de réponses.
Pourquoi
    Un fichier de cette taille est presque toujours une erreur, comme un export copié au mauvais
    endroit. Et personne ne relit un fichier de cent mille lignes.
Exemple
    # trees/answers/tout.yaml, 5 000 000 octets
    format: 1
    answers: []
À écrire plutôt
    # trees/answers/certificats.yaml, puis un fichier pour chaque autre sujet
    format: 1
    answers: []
"""
