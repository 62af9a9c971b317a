"""Renvoi à une réponse qui n'existe pas

Ce que la règle vérifie
    « see_also », « answer » dans une question de suite et « contact » dans cascade.yaml ne citent
    que des réponses du corpus, par leur identifiant d'aujourd'hui.
Pourquoi
    Le lecteur serait envoyé vers une page introuvable. Si la réponse a changé d'identifiant, le
    message donne le nouveau.
Exemple
    see_also: [certificat-selon-structures]
À écrire plutôt
    see_also: [certificat-selon-structure]
"""

from collections.abc import Iterator

from segur_faq.corpus.files import ANSWERS
from segur_faq.corpus.nodes import Mapping, Scalar
from segur_faq.corpus.problem import Place
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import all_follow_ups
from segur_faq.lint.known import are_all_known, written
from segur_faq.lint.suggest import speller


def check(reading: Reading) -> Iterator[Finding]:
    if not are_all_known(reading, ANSWERS, reading.answers):
        return
    known, former = reading.corpus.answers_by_id, reading.corpus.current_ids
    advise = speller(known, _otherwise(reading))
    for ref, place in _references(reading):
        if ref in known:
            continue
        if ref in former:
            yield Finding(
                place,
                f"« {ref} » est l'ancien identifiant d'une réponse",
                f"Écrivez « {former[ref]} ».",
            )
        else:
            yield Finding(place, f"« {ref} » n'est l'identifiant d'aucune réponse", advise(ref))


def _otherwise(reading: Reading) -> str:
    """Tell what can be done of a reference that is close to nothing."""
    stray = [p.place.file for p in reading.problems if p.code == "stray-file"]
    hint = "Retirez ce renvoi, ou cherchez le bon identifiant avec « segur-faq list »."
    return f"Est-elle dans {stray[0]}, qui n'est pas lu ? {hint}" if stray else hint


def _references(reading: Reading) -> Iterator[tuple[str, Place]]:
    for root in reading.roots.values():
        contact = root.get("contact") if isinstance(root, Mapping) else None
        if isinstance(contact, Scalar) and contact.text == reading.corpus.contact:
            yield contact.text, contact.place
    for entry in reading.answers:
        for ref, node in written(entry, "see_also"):
            yield ref, node.place
    for asked in all_follow_ups(reading):
        for number, option in enumerate(asked.follow_up.options):
            if option.answer:
                yield option.answer, asked.at("options", number, "answer")
