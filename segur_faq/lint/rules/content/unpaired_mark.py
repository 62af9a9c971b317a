"""Parenthèse, guillemet ou crochet sans son pendant

Ce que la règle vérifie
    Dans un texte, les parenthèses et les guillemets « » vont par deux, et hors de « body » les
    crochets aussi. Une énumération (« a) », « 2) »), un intervalle ([0 ; 1[), une adresse et ce
    qui est entre accents graves ne comptent pas.
Pourquoi
    Celui qui reste seul a perdu l'autre avec un bout de phrase, peut-être une condition. Le
    lecteur ne sait pas où s'arrête la remarque.
Exemple
    short: Oui, avec la carte (bleue ou verte pour un adulte.
À écrire plutôt
    short: Oui, avec la carte (bleue ou verte) pour un adulte.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.nodes import Mapping, Scalar
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.plaintext import plain_texts
from segur_faq.lint.spots import place_within
from segur_faq.lint.urls import without_addresses
from segur_faq.text import REPLACEMENT

SEVERITY = Severity.WARNING

_PAIRS = {"(": ")", "«": "»", "[": "]"}
_NEVER_CLOSED = {
    "(": "cette parenthèse n'est jamais refermée",
    "«": "ce guillemet n'est jamais refermé",
    "[": "ce crochet n'est jamais refermé",
}
_NEVER_OPENED = {
    "(": "cette parenthèse n'a pas été ouverte",
    "«": "ce guillemet n'a pas été ouvert",
    "[": "ce crochet n'a pas été ouvert",
}
# The parentheses of a link are the business of `broken-markdown`.
_APART = re.compile(
    r"```.*?```|\]\s?\([^\s)]*\)*|`[^`\n]+`|\\[()\[\]]|(?<![^\s(,;/])(?:\d{1,2}|[^\W\d_]|[ivx]{1,4})(?:\)|°\))"
    r"|[:;]-?[()]|[\[\]]\s?[-−]?\d+(?:[.,]\d+)?\s?[;,]\s?[-−+]?(?:\d+(?:[.,]\d+)?|∞)\s?[\[\]]",
    re.DOTALL,
)


def check(reading: Reading) -> Iterator[Finding]:
    for entry in reading.answers:
        body = entry.node.get("body") if isinstance(entry.node, Mapping) else None
        if isinstance(body, Scalar):
            yield from _of(reading, body, "(«")
    for _, node in plain_texts(reading):
        yield from _of(reading, node, "(«[")


def _of(reading: Reading, node: Scalar, marks: str) -> Iterator[Finding]:
    if REPLACEMENT in node.text:  # reading has reported it
        return
    for opening in marks:
        closing = _PAIRS[opening]
        if node.text.count(opening) != node.text.count(closing):
            for at in _alone(node.text, opening, closing):
                opens = node.text[at] == opening
                yield Finding(
                    place_within(reading, node, at, at + 1),
                    (_NEVER_CLOSED if opens else _NEVER_OPENED)[opening],
                    "Ajoutez l'autre là où il manque, ou retirez celui-ci.",
                )


def _alone(text: str, opening: str, closing: str) -> list[int]:
    """Give the places of the marks that have no counterpart."""
    opened: list[int] = []
    alone: list[int] = []
    apart = {at for found in _APART.finditer(text) for at in range(*found.span())}
    for at, char in enumerate(without_addresses(text)):
        if char == opening and at not in apart:
            opened.append(at)
        elif char == closing and opened:
            opened.pop()
        elif char == closing and at not in apart:
            alone.append(at)
    return alone + opened
