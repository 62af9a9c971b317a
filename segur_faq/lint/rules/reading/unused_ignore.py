"""Exception à lint qui n'ignore rien

Ce que la règle vérifie
    Chaque code de « lint: ignore » d'une réponse y fait taire au moins un signalement. Ce que
    la lecture signale (syntaxe, clés, références inconnues) ne peut pas être ignoré.
Pourquoi
    Une exception devenue inutile cacherait la prochaine faute du même genre. Un code mal
    orthographié ne protège de rien.
Exemple
    lint: {ignore: [doubled-word], reason: "« nous nous » est voulu ici"}
    short: Oui, un seul formulaire suffit.
À écrire plutôt
    short: Oui, un seul formulaire suffit.
"""

from segur_faq.corpus.problem import Severity

SEVERITY = Severity.WARNING
