"""Identifiant donné deux fois

Ce que la règle vérifie
    Deux réponses n'ont pas le même identifiant, même dans deux fichiers ; de même pour les
    sources, les niveaux, les options d'un même niveau et les termes du glossaire.
Pourquoi
    « segur-faq show certificats-formulaire-413 » ne peut donner qu'une réponse : l'autre serait
    introuvable.
Exemple
    - {id: dmp, label: DMP}
    - {id: dmp, label: Dossier médical partagé}
À écrire plutôt
    - {id: dmp, label: DMP, aliases: [dossier médical partagé]}
"""
