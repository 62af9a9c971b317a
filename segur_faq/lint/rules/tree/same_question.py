"""Même question pour deux réponses que l'on voit ensemble

Ce que la règle vérifie
    Deux réponses qui peuvent rester ensemble au bout d'un chemin n'ont pas la même question.
    Majuscules, accents et ponctuation ne comptent pas ; les niveaux qui ne sont pas demandés
    (« asked: false ») non plus, puisque le lecteur n'y choisit rien.
Pourquoi
    Au bout du chemin, le lecteur choisit d'après la question : devant deux fois la même, il
    ouvre l'une au hasard.
Exemple
    - id: certificats-duree
      question: Combien de temps un certificat est-il valable ?
    - id: certificats-renouvellement
      question: Combien de temps un certificat est-il valable ?
À écrire plutôt
    - id: certificats-duree
      question: Combien de temps un certificat est-il valable ?
    - id: certificats-renouvellement
      question: Quand renouveler un certificat ?
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.index import boxes_of
from segur_faq.corpus.model import Answer, Condition
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.reach import Reach, judged
from segur_faq.text import fold

_WORD = re.compile(r"\w+")
_FEW = 40
"""How many answers of one question are held against one another: beyond, all are suspect."""


def check(reading: Reading) -> Iterator[Finding]:
    asked = {level.id for level in reading.corpus.levels if level.asked}
    by_question: dict[str, list[tuple[Entry[Answer], Reach]]] = {}
    for entry, reach in judged(reading):
        question = " ".join(_WORD.findall(fold(entry.value.question)))
        by_question.setdefault(question, []).append((entry, reach))
    for several in by_question.values():
        kept: list[tuple[Entry[Answer], list[Condition]]] = []
        for entry, reach in several if len(several) > 1 else ():
            boxes = [_seen(box, asked) for box in boxes_of(entry.value)]
            first = next((e for e, others in kept if _meet(boxes, others, reach)), None)
            if first is None and len(kept) < _FEW:
                kept.append((entry, boxes))
            elif first is not None:
                yield Finding(
                    entry.at("question"),
                    f"« {first.value.id} » pose la même question, à {first.at('question')}, "
                    "et un même chemin mène aux deux",
                    "Dites dans chaque question ce qui la distingue, ou fondez les deux réponses.",
                )


def _seen(box: Condition, asked: set[str]) -> Condition:
    """Give a box without the levels at which readers choose nothing."""
    return {level: options for level, options in box.items() if level in asked}


def _meet(boxes: list[Condition], others: list[Condition], reach: Reach) -> bool:
    return any(reach.where(_both(box, other)) for box in boxes for other in others)


def _both(box: Condition, other: Condition) -> Condition:
    return {
        level: tuple(o for o in box.get(level, other.get(level, ())) if o in other.get(level, (o,)))
        for level in {**box, **other}
    }
