"""Fichier qui n'est pas enregistré en UTF-8

Ce que la règle vérifie
    Le fichier est enregistré en UTF-8, comme le font aujourd'hui presque tous les éditeurs de
    texte.
Pourquoi
    Dans un autre codage, les lettres accentuées deviennent illisibles. L'endroit signalé est la
    première lettre en cause, souvent un « é ».
Exemple
    # Enregistré en Windows-1252, ce texte se lit ainsi :
    question: Comment d�poser un dossier ?
À écrire plutôt
    # Enregistré en UTF-8 (« Enregistrer sous », puis « Codage : UTF-8 ») :
    question: Comment déposer un dossier ?
"""
