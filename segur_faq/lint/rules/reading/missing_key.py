"""Clé obligatoire absente

Ce que la règle vérifie
    Les clés indispensables sont là. Une réponse a toujours « id », « question », « applies »,
    « short » et « sources » ; un niveau « id », « question » et « options » ; une option « id »
    et « label » ; un fichier commence par « format: 1 ».
Pourquoi
    Sans elles, le programme ne saurait ni quand montrer la réponse, ni d'où elle vient.
Exemple
    - id: certificats-formulaire-413
      question: Faut-il un formulaire 413 par certificat ?
À écrire plutôt
    - id: certificats-formulaire-413
      question: Faut-il un formulaire 413 par certificat ?
      applies: {offre: [services], produit: [certificats], thematique: [certificats-commande]}
      short: Non, un seul formulaire suffit.
      sources: [{ref: faq-industriels, read_on: 2026-11-22}]
"""
