"""Source lue avant sa version actuelle

Ce que la règle vérifie
    La date à laquelle une réponse dit avoir lu une source (« read_on ») n'est pas antérieure à la
    date de cette source dans sources.yaml (« dated »). La date du jour ne compte pas : une page
    qui n'a pas changé n'est pas périmée.
Pourquoi
    La page a changé depuis : rien ne dit que la réponse tient encore.
Exemple
    # sources.yaml : dated: 2026-02-16
    sources: [{ref: reglement, read_on: 2026-01-15}]
À écrire plutôt
    # après relecture de la nouvelle version
    sources: [{ref: reglement, read_on: 2026-03-02}]
"""

from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.text import french_date

SEVERITY = Severity.WARNING


def check(reading: Reading) -> Iterator[Finding]:
    dates = {
        entry.value.id: (entry.value.dated, entry)
        for entry in reading.sources
        if entry.value.dated <= entry.value.read_on  # `future-date` reports the others
    }
    for entry in reading.answers:
        for number, citation in enumerate(entry.value.sources):
            dated, source = dates.get(citation.ref, ("", None))
            if source and citation.read_on and citation.read_on < dated:
                yield Finding(
                    entry.at("sources", number, "read_on"),
                    f"« {citation.ref} » a changé le {french_date(dated)} "
                    f"({source.at('dated')}), après cette lecture",
                    "Relisez la source, corrigez la réponse s'il le faut, puis changez la date.",
                )
