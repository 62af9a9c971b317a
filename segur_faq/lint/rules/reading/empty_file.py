"""Fichier vide

Ce que la règle vérifie
    Un fichier du corpus contient autre chose que des commentaires ou des lignes blanches.
Pourquoi
    Un fichier vide est souvent un enregistrement manqué ou un contenu perdu.
Exemple
    # Réponses à venir
À écrire plutôt
    # trees/answers/contacts.yaml
    format: 1
    answers:
      - id: contact-ans
        question: Comment joindre l'ANS ?
        applies: {offre: [services], produit: [ans], thematique: [contact]}
        short: Par le formulaire du portail des industriels.
        sources: [{ref: faq-industriels, read_on: 2026-11-22}]
"""
