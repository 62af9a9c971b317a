"""Lien qui mène hors du corpus

Ce que la règle vérifie
    Un fichier du corpus est un vrai fichier, ou un lien vers un autre fichier du même corpus.
Pourquoi
    Le corpus se copie et se publie d'un bloc. Un lien qui en sort ne mène plus nulle part chez
    les autres, ou fait lire un fichier qui n'a pas été relu.
Exemple
    # trees/answers/certificats.yaml est un lien vers
    /home/camille/Documents/certificats.yaml
À écrire plutôt
    # trees/answers/certificats.yaml est le fichier lui-même
    format: 1
    answers: []
"""
