"""Source citée qui n'est pas dans sources.yaml

Ce que la règle vérifie
    Le « ref » de chaque source citée par une réponse est l'identifiant d'une source de
    sources.yaml.
Pourquoi
    Une réponse dit d'où elle vient. Sans la fiche de la source, le lecteur n'aurait ni le titre
    de la page ni son adresse.
Exemple
    sources: [{ref: faq-industriel, read_on: 2026-11-22}]
À écrire plutôt
    sources: [{ref: faq-industriels, read_on: 2026-11-22}]
"""

from collections.abc import Iterator

from segur_faq.corpus.files import SOURCES
from segur_faq.corpus.nodes import Mapping, Sequence
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.known import are_all_known, texts
from segur_faq.lint.suggest import speller


def check(reading: Reading) -> Iterator[Finding]:
    if not are_all_known(reading, SOURCES, reading.sources):
        return
    known = {entry.value.id for entry in reading.sources}
    advise = speller(
        known, "Ajoutez cette source à sources.yaml, ou citez-en une qui s'y trouve déjà."
    )
    for entry in reading.answers:
        cited = entry.node.get("sources") if isinstance(entry.node, Mapping) else None
        for item in cited.items if isinstance(cited, Sequence) else ():
            for ref, node in texts(item.get("ref") if isinstance(item, Mapping) else None):
                if ref not in known:
                    yield Finding(node.place, f"« {ref} » n'est pas une source connue", advise(ref))
