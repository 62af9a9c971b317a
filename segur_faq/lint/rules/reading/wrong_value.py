"""Valeur qui n'est pas de celles que la clé accepte

Ce que la règle vérifie
    Une date est un jour du calendrier, écrit année-mois-jour ; « format » vaut 1, « asked » vaut
    true ou false, « kind » vaut official ou secondary, et « all » s'emploie seul.
Pourquoi
    Une date écrite 02/03/2026 se lit de deux façons, et « all » au milieu d'une liste rend les
    autres valeurs inutiles.
Exemple
    applies: {offre: [segur], couloir: [imagerie, all]}
    sources: [{ref: faq-industriels, read_on: 22/11/2026}]
À écrire plutôt
    applies: {offre: [segur], couloir: all}
    sources: [{ref: faq-industriels, read_on: 2026-11-22}]
"""
