"""Clé avalée par le texte qui la précède

Ce que la règle vérifie
    Aucune ligne d'un texte ne commence par une clé de réponse (« links: », « sources: » …) ou
    par ce qui s'écrit sous elles (« - {title: »). Aucune phrase n'en contient (« {ref: »,
    « read_on: »), ni de niveau avec une de ses options, comme dans « applies ».
Pourquoi
    Une clé trop décalée vers la droite, ou dont la ligne a été effacée, laisse ses liens ou ses
    sources dans le texte écrit au-dessus : ils s'affichent au milieu de la réponse.
Exemple
    body: |
      Le guide donne la marche à suivre.
      links:
        - {title: Le guide, url: https://exemple.fr}
À écrire plutôt
    body: |
      Le guide donne la marche à suivre.
    links:
      - {title: Le guide, url: https://exemple.fr}
"""

import re
from collections.abc import Iterator
from itertools import chain

from segur_faq.corpus.keys import ANSWER_KEYS
from segur_faq.corpus.nodes import Scalar
from segur_faq.corpus.reading import Reading
from segur_faq.lint.conditions import below
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import texts_in
from segur_faq.lint.passages import passages
from segur_faq.lint.spots import place_within

_INSIDE = (
    "title", "url", "ref", "read_on", "ignore", "reason", "options", "label", "aliases", "text",
    "answer",
)  # fmt: skip
_KEYS = "|".join((*ANSWER_KEYS, "lint", *_INSIDE))
_KEY = re.compile(rf"^[ ]*(?:- )?\{{?((?:{_KEYS}):)(?=\s|$)", re.MULTILINE)
_INLINE = re.compile(
    r"\{(?:ref|title|id|label|url): "
    r"|(?<![\w-])(?:read_on|see_also|found_by|former_ids|follow_up): ?"
)
_TEXTS = ("question", "short", "body", "caveat")


def check(reading: Reading) -> Iterator[Finding]:
    for entry in reading.answers:
        own = ((key, below(entry.node, key)) for key in _TEXTS)
        for key, node in chain(own, texts_in(entry.node)):
            if not isinstance(node, Scalar) or ":" not in node.text:
                continue
            for found in _KEY.finditer(node.text):
                yield Finding(
                    place_within(reading, node, found.start(1), found.end(1)),
                    f"« {found[1]} » fait partie du texte de « {key} »",
                    f"Alignez cette clé sur « {key}: », ou remettez celle qui la porte.",
                )
    yield from _in_sentences(reading)


def _in_sentences(reading: Reading) -> Iterator[Finding]:
    """Report keys in the middle of a line, and the conditions of `applies`."""
    options = {level.value.id: {"all"} for level in reading.levels}
    for level, entry in reading.options:
        options.setdefault(level.id, {"all"}).add(entry.value.id)
    conditions = re.compile(
        "|".join(
            rf"(?<![\w-]){re.escape(level)}(?:: |=)\[?(?:{'|'.join(map(re.escape, ids))})(?![\w-])"
            for level, ids in options.items()
        )
        or r"(?!)"
    )
    traces = (*(f"{level}{sign}" for level in options for sign in (": ", "=")), "_on:", "{")
    for passage in passages(reading, traces=traces):
        for pattern in (_INLINE, conditions):
            for found in pattern.finditer(passage.bare):
                if not _KEY.match(passage.text, passage.text.rfind("\n", 0, found.start()) + 1):
                    yield Finding(
                        passage.place(*found.span()),
                        f"« {found[0].strip()} » est pour le programme, et non pour le lecteur",
                        "Retirez-le, ou dites-le en mots.",
                    )
