"""Fichier impossible à ouvrir

Ce que la règle vérifie
    Chaque fichier du corpus est un fichier ordinaire, qui existe et que vous avez le droit de
    lire ; chaque dossier peut être ouvert.
Pourquoi
    Ce qui ne s'ouvre pas n'est pas vérifié et ses réponses manquent. La cause est un droit
    d'accès, un lien vers un fichier disparu, ou un disque absent.
Exemple
    # trees/answers/certificats.yaml est un lien vers un fichier qui n'existe plus
    certificats-2025.yaml
À écrire plutôt
    # trees/answers/certificats.yaml est le fichier lui-même
    format: 1
    answers: []
"""
