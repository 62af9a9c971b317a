"""Liste, texte ou paires à la place d'autre chose

Ce que la règle vérifie
    Chaque clé reçoit la forme de valeur qu'elle attend : un texte, une liste (un tiret par
    élément, ou des crochets) ou des paires « clé: valeur ».
Pourquoi
    La forme change le sens : « found_by: formulaire 413, DMP » est un seul texte, non deux
    recherches.
Exemple
    found_by: formulaire 413, certificat DMP
    question: [Faut-il un formulaire, par certificat]
À écrire plutôt
    found_by: [formulaire 413, certificat DMP]
    question: Faut-il un formulaire par certificat ?
"""
