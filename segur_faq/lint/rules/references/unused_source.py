"""Source qu'aucune réponse ne cite

Ce que la règle vérifie
    Chaque source de sources.yaml est citée par au moins une réponse, sous « sources ». Ce n'est
    qu'un avertissement, et il n'est donné que si toutes les réponses ont pu être lues.
Pourquoi
    Une source que rien ne cite se relit pour rien, ou trahit une réponse qui a oublié de dire
    d'où elle vient.
Exemple
    # sources.yaml, alors qu'aucune réponse n'a « ref: arrete-2021 »
    - {id: faq-industriels, title: FAQ des industriels, …}
    - {id: arrete-2021, title: Arrêté de 2021, …}
À écrire plutôt
    # Sans elle, ou après l'avoir citée dans la réponse qui repose dessus
    - {id: faq-industriels, title: FAQ des industriels, …}
"""

from collections.abc import Iterator

from segur_faq.corpus.files import SOURCES
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.known import are_all_known, is_fully_read

SEVERITY = Severity.WARNING


def check(reading: Reading) -> Iterator[Finding]:
    if not is_fully_read(reading) or not are_all_known(reading, SOURCES, reading.sources):
        return  # an answer that was not read may cite it
    cited = {citation.ref for entry in reading.answers for citation in entry.value.sources}
    if cited - {entry.value.id for entry in reading.sources}:
        return  # one is cited under a wrong name, and reported there
    for entry in reading.sources:
        if entry.value.id and entry.value.id not in cited:
            yield Finding(
                entry.head(),
                f"aucune réponse ne cite la source « {entry.value.id} »",
                "Citez-la dans la réponse qui repose dessus, ou retirez-la.",
            )
