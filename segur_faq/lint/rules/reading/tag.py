"""Étiquette de type de YAML (« ! »)

Ce que la règle vérifie
    Aucune valeur ne commence par une étiquette comme « !!str », « !!int » ou « !fichier ».
Pourquoi
    Dans un corpus, toute valeur est un texte : une étiquette n'y sert à rien. Si le point
    d'exclamation fait partie de votre texte, mettez le texte entre guillemets.
Exemple
    id: !!str 413
    short: !important Un seul formulaire suffit.
À écrire plutôt
    id: "413"
    short: "! Important : un seul formulaire suffit."
"""
