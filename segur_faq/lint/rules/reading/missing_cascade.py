"""Dossier sans fichier cascade.yaml

Ce que la règle vérifie
    Le dossier contient un fichier cascade.yaml : les questions posées, dans leur ordre, et les
    choix proposés à chacune.
Pourquoi
    Sans lui, le programme n'a aucune question à poser. Le plus souvent, c'est qu'on lui a
    indiqué le mauvais dossier : celui des réponses au lieu de celui qui le contient.
Exemple
    segur-faq lint trees/answers
À écrire plutôt
    # segur-faq lint trees, où trees/cascade.yaml commence ainsi
    format: 1
    title: FAQ Ségur du numérique en santé
    levels:
      - id: offre
        question: Votre question concerne quel type d'offre ?
        options:
          - {id: segur, label: Ségur du numérique en santé}
          - {id: labels, label: Labels e-santé}
"""
