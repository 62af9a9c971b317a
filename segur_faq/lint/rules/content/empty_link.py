"""Lien sans texte

Ce que la règle vérifie
    Dans « body », un lien a un texte entre ses crochets. Dans « links », « title » n'est pas une
    adresse.
Pourquoi
    Le lecteur ne voit pas où le lien le mène ; certains affichages ne montrent rien du tout.
Exemple
    body: La demande se fait sur [](https://exemple.fr/demande).
À écrire plutôt
    body: La demande se fait sur [le site des demandes](https://exemple.fr/demande).
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.markdown import Paragraph, doubtful_bodies

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def check(reading: Reading) -> Iterator[Finding]:
    for entry in reading.answers:
        for number, link in enumerate(entry.value.links):
            if _ADDRESS.fullmatch(link.title.strip()):
                yield Finding(
                    entry.at("links", number, "title"),
                    "le titre de ce lien n'est qu'une adresse",
                    "Dites ce que le lecteur y trouve : « Le guide des certificats (PDF) ».",
                )
    for body in doubtful_bodies(reading):
        for paragraph in body.paragraphs:
            for start, end in _empty(paragraph):
                yield Finding(
                    body.place(paragraph.offset(start), paragraph.offset(end - 1) + 1),
                    "ce lien n'a pas de texte",
                    "Dites entre les crochets où il mène : [le site des demandes](https://…).",
                )


def _empty(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Yield where the links begin and end between which nothing is to be read."""
    opened: int | None = None
    for token, start, end in paragraph.pieces:
        if token.type == "link_open":
            opened = start
        elif token.type == "link_close" and opened is not None:
            yield opened, end
        elif token.type == "image" or token.content.strip():
            opened = None
