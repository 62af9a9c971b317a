"""Libellé trop long pour un menu

Ce que la règle vérifie
    Le libellé d'une option (« label »), de la cascade ou d'une question de suite, ne dépasse pas
    72 caractères.
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

from segur_faq.corpus.problem import Place, Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import all_follow_ups

SEVERITY = Severity.WARNING
LIMIT = 72


def check(reading: Reading) -> Iterator[Finding]:
    for _, option in reading.options:
        if len(option.value.label) > LIMIT:
            yield _finding(
                option.at("label"),
                option.value.label,
                "Raccourcissez-le et mettez le détail dans « help » ; "
                "« short_label » ne le remplace pas dans le menu.",
            )
    for asked in all_follow_ups(reading):
        for number, choice in enumerate(asked.follow_up.options):
            if len(choice.label) > LIMIT:
                yield _finding(
                    asked.at("options", number, "label"),
                    choice.label,
                    "Raccourcissez-le et mettez le détail dans « text », ou dans le « help » de la "
                    "question.",
                )


def _finding(place: Place, label: str, hint: str) -> Finding:
    return Finding(
        place, f"ce libellé a {len(label)} caractères, pour {LIMIT} au plus dans un menu", hint
    )
