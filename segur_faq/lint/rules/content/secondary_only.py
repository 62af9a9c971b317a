"""Réponse sans source officielle ni réserve

Ce que la règle vérifie
    Une réponse dont toutes les sources sont secondaires (« kind: secondary ») a un « caveat ».
Pourquoi
    Le programme prévient le lecteur qu'aucun organisme public n'appuie la réponse, mais il ne peut
    pas dire ce qui est incertain : qui le dit, ce qui n'a pas été relu dans un texte officiel.
Exemple
    sources: [{ref: journal, read_on: 2026-01-16}]
À écrire plutôt
    caveat: Lu dans le journal du quartier, et non dans le règlement.
    sources: [{ref: journal, read_on: 2026-01-16}]
"""

from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding

SEVERITY = Severity.WARNING


def check(reading: Reading) -> Iterator[Finding]:
    certain = {e.value.id for e in reading.sources if e.value.kind and not e.value.is_official}
    certain -= {e.value.id for e in reading.sources if e.value.is_official or not e.value.kind}
    for entry in reading.sound_answers:
        answer = entry.value
        if answer.caveat or not answer.sources:
            continue
        # A source that is unknown, or whose kind could not be read, may be official.
        if all(citation.ref in certain for citation in answer.sources):
            yield Finding(
                entry.key("sources"),
                "cette réponse n'a que des sources secondaires, et pas de réserve",
                "Citez une source officielle, ou dites dans « caveat » d'où vient l'information.",
            )
