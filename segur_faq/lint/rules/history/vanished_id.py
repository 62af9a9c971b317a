"""Identifiant qui ne répond plus

Ce que la règle vérifie
    Avec « lint --baseline », chaque identifiant de réponse de l'état de départ, ancien ou
    actuel, est encore celui d'une réponse ou l'un de ses « former_ids ».
Pourquoi
    Un identifiant est cité dans des scripts, des courriels et des contrats : « segur-faq show »
    doit y répondre pour toujours, fût-ce par la réponse qui l'a remplacée.
Exemple
    # L'identifiant était dmp-creation-arretee.
    - id: dmp-creation
      question: Peut-on encore créer un DMP ?
À écrire plutôt
    - id: dmp-creation
      question: Peut-on encore créer un DMP ?
      former_ids: [dmp-creation-arretee]
"""
