"""Parenthèse, guillemet ou crochet sans son pendant

Ce que la règle vérifie
    Dans un texte, les parenthèses et les guillemets « » vont par deux, et hors de « body » les
    crochets aussi. Une énumération (« a) », « 2) »), un intervalle ([0 ; 1[), une adresse, un signe
    cité (« ] ») et ce qui est entre accents graves ne comptent pas.
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
_ACROSS = re.compile(
    r"\((?=[a-zà-öø-ÿœ])[^()]*?(?:\n\s*\n|\n *- |[a-zà-öø-ÿœ]{4}[.] [A-ZÀ-Ý][a-zà-öø-ÿœ]+ )[^()]*\)"
)
"""A remark that would begin in the middle of a sentence and end in another: two have lost one mark
each."""
_APART = re.compile(
    r"```.*?```|(?<=«[ \u00a0\u202f])[()\[\]]{1,3}(?=[ \u00a0\u202f]»)"
    r"|\]\s?\([^\s)]*\)*|`[^`\n]+`|\\[()\[\]]"
    r"|(?<![^\s(,;/.])(?:\d{1,2}|[^\W\d_]|[ivx]{1,4})(?:\)|°\))"
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
        if opening == "(" and opening in node.text:
            yield from _across(reading, node)
        if _is_odd(node.text, opening, closing):
            for at in _alone(node.text, opening, closing):
                opens = node.text[at] == opening
                yield Finding(
                    place_within(reading, node, at, at + 1),
                    (_NEVER_CLOSED if opens else _NEVER_OPENED)[opening],
                    "Ajoutez l'autre là où il manque, ou retirez celui-ci.",
                )


def _is_odd(text: str, opening: str, closing: str) -> bool:
    """Tell whether some marks may have no counterpart."""
    return text.count(opening) != text.count(closing) or (
        closing in text
        and not text.find(opening) < text.find(closing) <= text.rfind(closing) > text.rfind(opening)
    )


def _across(reading: Reading, node: Scalar) -> Iterator[Finding]:
    for found in _ACROSS.finditer(node.text):
        start = found.start()
        yield Finding(
            place_within(reading, node, start, start + 1),
            _NEVER_CLOSED["("],
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
