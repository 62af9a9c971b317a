r"""Caractère invisible ou de contrôle

Ce que la règle vérifie
    Le fichier ne contient aucun caractère que l'on ne voit pas : espace de largeur nulle,
    marque de sens d'écriture, code de contrôle. Les écrire par un code entre guillemets est
    refusé aussi. Les espaces insécables sont permises.
Pourquoi
    Un caractère invisible, souvent venu d'un copier-coller, fait échouer les recherches :
    « DMP » suivi d'un invisible n'est pas « DMP ». D'autres peuvent masquer du texte ou
    dérégler l'affichage.
Exemple
    question: "Comment alimenter le DMP\u200b ?"
À écrire plutôt
    question: Comment alimenter le DMP ?
"""
