"""Libellé trop long pour un menu

Ce que la règle vérifie
    Le libellé d'une option (« label ») ne dépasse pas 72 caractères.
Pourquoi
    Les options s'affichent en menu : un long libellé y prend plusieurs lignes, et les choix se
    comparent mal. Le libellé court (« short_label ») sert au rappel des choix, pas au menu : il
    ne remplace pas un libellé lisible. Mettez le détail dans « help ».
Exemple
    - id: dmn
      label: Certification des dispositifs médicaux numériques et des systèmes de téléconsultation
À écrire plutôt
    - id: dmn
      label: Dispositifs médicaux numériques et téléconsultation
      help: Certification d'un dispositif pris en charge, ou d'un système de téléconsultation.
"""

from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding

SEVERITY = Severity.WARNING
LIMIT = 72


def check(reading: Reading) -> Iterator[Finding]:
    for _, option in reading.options:
        length = len(option.value.label)
        if length > LIMIT:
            yield Finding(
                option.at("label"),
                f"ce libellé a {length} caractères, pour {LIMIT} au plus dans un menu",
                "Raccourcissez-le et mettez le détail dans « help » ; "
                "« short_label » ne le remplace pas dans le menu.",
            )
