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
from segur_faq.corpus.nodes import Mapping, Node, Sequence
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.known import are_all_known, texts
from segur_faq.lint.suggest import speller


def check(reading: Reading) -> Iterator[Finding]:
    if not are_all_known(reading, SOURCES, reading.sources):
        return
    known = {entry.value.id for entry in reading.sources}
    cited = {citation.ref for entry in reading.answers for citation in entry.value.sources}
    idle = known - cited
    renamed = f" Rien ne cite « {min(idle)} » : est-ce elle ?" if len(idle) == 1 else ""
    advise = speller(
        known, "Ajoutez cette source à sources.yaml, ou citez-en une qui s'y trouve déjà."
    )
    for ref, node in _cited(reading):
        if not any(file.kind == SOURCES for file in reading.files.values()):
            yield Finding(
                node.place,
                f"« {ref} » n'est pas une source connue : ce corpus n'a pas de sources.yaml",
                "Remettez sources.yaml à côté de cascade.yaml : les autres sources citées y "
                "manquent aussi.",
            )
            return
        if ref not in known:
            yield Finding(
                node.place, f"« {ref} » n'est pas une source connue", advise(ref) + renamed
            )


def _cited(reading: Reading) -> Iterator[tuple[str, Node]]:
    for entry in reading.answers:
        cited = entry.node.get("sources") if isinstance(entry.node, Mapping) else None
        for item in cited.items if isinstance(cited, Sequence) else ():
            yield from texts(item.get("ref") if isinstance(item, Mapping) else None)
