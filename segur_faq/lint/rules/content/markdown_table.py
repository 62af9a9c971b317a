"""Tableau dans le corps d'une réponse

Ce que la règle vérifie
    « body » ne contient pas de tableau : ni lignes de cellules séparées par des barres verticales,
    ni ligne de tirets qui les souligne.
Pourquoi
    Ni le terminal ni le texte seul ne savent l'afficher : le lecteur verrait les barres, toutes
    les lignes à la suite. Une liste dit la même chose partout.
Exemple
    body: |
      | Carte | Pour qui |
      |-------|----------|
      | Bleue | Adulte   |
À écrire plutôt
    body: |
      - **Bleue** : pour un adulte.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.markdown import Body, doubtful_bodies

_RULE = re.compile(r" *\|? *:?-+:? *(?:\| *:?-+:? *)+\|? *|(?: *\| *:?-+:? *\|) *")
_ROW = re.compile(r" *\|(?:[^|\n]*\|){2,} *")


def check(reading: Reading) -> Iterator[Finding]:
    for body in doubtful_bodies(reading):
        if "|" in body.text:
            yield from _tables(body)


def _tables(body: Body) -> Iterator[Finding]:
    """Report the first line of each table; the parser has it all in one paragraph."""
    for paragraph in body.paragraphs:
        lines = paragraph.plain().split("\n")
        rows = [_ROW.fullmatch(line) is not None for line in lines]
        first = next((n for n, line in enumerate(lines) if _RULE.fullmatch(line)), None)
        if first is not None and first and "|" in lines[first - 1]:
            first -= 1
        elif first is None or not any(rows[first:]):
            # Without its rule, a table is at least two rows that follow one another.
            first = next((n for n, pair in enumerate(pairwise(rows)) if all(pair)), None)
        if first is not None:
            start = sum(len(line) + 1 for line in lines[:first])
            text = paragraph.text[start : start + len(lines[first])]
            start += len(text) - len(text.lstrip())
            end = start + len(text.strip())
            yield Finding(
                body.place(paragraph.offset(start), paragraph.offset(end - 1) + 1),
                "« body » n'a pas de tableaux",
                "Écrivez une liste, un élément par ligne du tableau.",
            )
