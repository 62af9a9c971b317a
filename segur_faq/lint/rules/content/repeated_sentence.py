"""Phrase écrite deux fois dans un même texte

Ce que la règle vérifie
    Aucune phrase, aucun élément de liste d'une réponse de plus de vingt-quatre caractères n'est
    écrit deux fois dans le même texte.
Pourquoi
    C'est un passage collé deux fois, ou collé à la place d'un autre : le lecteur cherche la
    différence, et il manque peut-être une étape.
Exemple
    body: |
      - la convention signée par l'établissement ;
      - la convention signée par l'établissement.
À écrire plutôt
    body: |
      - la convention signée par l'établissement ;
      - le bon de commande signé par l'établissement.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.passages import Passage, passages

SEVERITY = Severity.WARNING

_LONG = 25
_SENTENCE = re.compile(r"(?:[^.;!?\n]|[.;!?](?!\s|$))+")
_MARKS = " \t-*_\u00a0\u202f"


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, _is_suspect):
        yield from _check(passage)


def _is_suspect(text: str) -> bool:
    pieces = [piece for piece in text.replace(". ", "\n").split("\n") if len(piece) >= _LONG]
    return len({piece.strip(_MARKS + ".;") for piece in pieces}) != len(pieces)


def _check(passage: Passage) -> Iterator[Finding]:
    seen: set[str] = set()
    for sentence in _SENTENCE.finditer(passage.bare):
        start = sentence.end() - len(sentence[0].lstrip(_MARKS))
        text = passage.text[start : sentence.end()].rstrip(_MARKS)
        if len(text) < _LONG or "\x00" in passage.bare[start : sentence.end()]:
            continue
        if text in seen:
            yield Finding(
                passage.place(start, start + len(text)),
                "cette phrase est déjà dans ce texte",
                "Retirez-la, ou écrivez ce qui devait être à sa place.",
            )
        seen.add(text)
