"""Question sans point d'interrogation

Ce que la règle vérifie
    La question d'une réponse, celle d'un niveau et une question de suite finissent par « ? », que
    peuvent suivre un guillemet ou une parenthèse qui se ferme. Celle d'une réponse a des mots.
Pourquoi
    Le lecteur choisit sa question dans une liste : il doit y reconnaître la sienne, telle qu'il la
    poserait. Un titre comme « Délais de dépôt » ne dit pas ce que la réponse tranche.
Exemple
    question: Combien de temps faut-il attendre.
À écrire plutôt
    question: Combien de temps faut-il attendre ?
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.nodes import Mapping, Node, Scalar
from segur_faq.corpus.problem import Edit, Fix, Place
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import questions_in
from segur_faq.lint.spots import is_plain, place_within
from segur_faq.text import NBSP, REPLACEMENT, fold

_END = re.compile(r"\?[\s»”\"')]*\Z")
_ASKS = re.compile(
    r"(?:(?:a|au|aux|de|du|d'|dans|en|pour|par|sur|sous|avec|depuis|jusqu'a|vers|chez)\s*)?"
    r"(?:qui|que|quoi|quel|quelle|quels|quelles|quand|ou|comment|combien|pourquoi|qu'|lequel"
    r"|laquelle|lesquels|lesquelles|est-ce)(?:\b|(?<='))"
    r"|.*-(?:t-)?(?:il|ils|elle|elles|on|je|tu|nous|vous|ce)\b",
    re.DOTALL,
)


def check(reading: Reading) -> Iterator[Finding]:
    entries: list[Node] = [level.node for level in reading.levels]
    for answer in reading.answers:
        entries += (answer.node, *questions_in(answer.node))
    asked = {id(answer.node) for answer in reading.answers}
    for node in entries:
        question = node.get("question") if isinstance(node, Mapping) else None
        if not isinstance(question, Scalar):
            continue
        text = question.text.strip()
        if text and id(node) in asked and not any(map(str.isalnum, text)):
            yield Finding(question.place, "cette question n'a pas de mots", "Écrivez-la en entier.")
            continue
        if text and text[-1] != "?" and text[-1] != REPLACEMENT and not _END.search(text):
            yield _finding(reading, question, text)


def _finding(reading: Reading, question: Scalar, text: str) -> Finding:
    last = question.text.rindex(text) + len(text)
    place = place_within(reading, question, last - 1, last)
    if "?" in text:
        hint = "Le point d'interrogation vient en dernier : une question, et rien après elle."
    elif _ASKS.match(fold(text)):
        hint = "Ajoutez « ? », précédé d'une espace insécable."
        if text[-1].isalnum() or text[-1] in "»)":
            return Finding(place, _MESSAGE, hint, _mark_added(reading, question, place))
    else:
        hint = "Tournez ce titre en question, telle que le lecteur la poserait."
    return Finding(place, _MESSAGE, hint)


_MESSAGE = "cette question ne finit pas par un point d'interrogation"


def _mark_added(reading: Reading, question: Scalar, place: Place) -> Fix | None:
    """Give the repair, unless the text stands without quotes between braces.

    There, a parser written in Python stops at a question mark.
    """
    line = reading.files[place.file].lines[place.end_line - 1]
    if is_plain(reading, question) and line[place.end_column - 1 :].lstrip()[:1] in tuple(",}]"):
        return None
    end = Place(place.file, place.end_line, place.end_column, place.end_line, place.end_column)
    return Fix("Ajouter le point d'interrogation", (Edit(end, f"{NBSP}?"),))
