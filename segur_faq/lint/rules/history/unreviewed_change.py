"""Réponse changée sans relire ses sources

Ce que la règle vérifie
    Avec « lint --baseline », une réponse dont la question, « short », « body » ou « caveat »
    dit autre chose qu'à l'état de départ cite une source lue depuis (« read_on » plus récent)
    ou une source nouvelle. Espaces, ponctuation, accents et mise en forme ne comptent pas.
Pourquoi
    Un texte réglementaire ne change que parce que sa source a changé, ou parce qu'il la disait
    mal : dans les deux cas, elle se relit. Une date restée en place laisse croire que le
    nouveau texte y a été vérifié.
Exemple
    # Le texte disait : Trois formulaires.
    short: Un seul formulaire suffit.
    sources: [{ref: faq-industriels, read_on: 2026-02-16}]
À écrire plutôt
    short: Un seul formulaire suffit.
    sources: [{ref: faq-industriels, read_on: 2026-11-22}]
"""

from segur_faq.corpus.problem import Severity

SEVERITY = Severity.WARNING
