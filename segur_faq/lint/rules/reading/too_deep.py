"""Trop de listes ou de clés emboîtées

Ce que la règle vérifie
    Listes et clés ne sont pas emboîtées sur plus de 64 étages ; un corpus n'en demande guère plus
    de 10.
Pourquoi
    Un tel emboîtement vient de crochets de trop ou d'une indentation qui glisse vers la droite
    à chaque ligne.
Exemple
    applies: {offre: [[[[[[[[[[[[[[[[segur]]]]]]]]]]]]]]]]}
À écrire plutôt
    applies: {offre: [segur]}
"""
