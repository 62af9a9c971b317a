"""Abréviation de « numéro »

Ce que la règle vérifie
    « Numéro » s'abrège « n° » (« N° » en tête de phrase), sans espace avant le signe °, avec
    une espace insécable avant le nombre.
Pourquoi
    « no 12 », qui vient souvent d'un exposant perdu en recopiant, se lit comme un mot anglais.
    Une espace ordinaire peut laisser le nombre seul au début de la ligne suivante.
Exemple
    short: Joignez le Cerfa no 413 et l'annexe N ° 2.
À écrire plutôt
    # ⍽ figure une espace insécable
    short: Joignez le Cerfa n°⍽413 et l'annexe N°⍽2.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.literals import is_english
from segur_faq.lint.passages import Passage, passages
from segur_faq.lint.spaces import GAP, NO_BREAK, ODD
from segur_faq.text import NBSP

SEVERITY = Severity.WARNING
FIXABLE = True

_SIGN = re.compile(rf"(?<!\w)(?P<n>[nN])(?P<gap>[{GAP}]*)(?P<sign>[°º](?:s(?!\w))?)[{GAP}]*")
_WORD = re.compile(rf"(?<![\w'’.@-])(?P<n>[nN])o\.?[{GAP}]+(?=\d)")
_TRACES = ("°", "º", "no ", "No ", "no.", "No.", "no\n", "No\n", f"no{NBSP}", f"No{NBSP}")


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, traces=_TRACES):
        for match in _SIGN.finditer(passage.bare):
            yield from _check_sign(passage, match)
        for match in _WORD.finditer(passage.bare):
            if not is_english(passage.text) and match[0].count("\n") < 2:
                yield _finding(
                    passage,
                    match,
                    f"« {match[0].split()[0]} » n'est pas l'abréviation de numéro",
                    f"{match['n']}°{NBSP}",
                )


def _check_sign(passage: Passage, match: re.Match[str]) -> Iterator[Finding]:
    after = passage.bare[match.end() : match.end() + 1]
    number = match["n"] + match["sign"]
    space = match[0][len(match["n"] + match["gap"] + match["sign"]) :]
    is_bound = len(space) == 1 and space in NO_BREAK + ODD
    if match[0].count("\n") > 1:
        return
    if match["gap"]:
        kept = NBSP if after.isdigit() or (not space and after.isalnum()) else space
        yield _finding(passage, match, f"une espace coupe « {number} »", number + kept)
    elif not space and after.isalnum():
        yield _finding(passage, match, f"aucune espace ne suit « {number} »", number + NBSP)
    elif after.isdigit() and not is_bound:
        yield _finding(passage, match, f"une espace ordinaire suit « {number} »", number + NBSP)


def _finding(passage: Passage, match: re.Match[str], message: str, right: str) -> Finding:
    return Finding(
        passage.place(match.start(), match.start() + len(match[0].rstrip(GAP))),
        message,
        f"Écrivez « {right.strip()} », avec une espace insécable (U+00A0) avant ce qui suit.",
        passage.fix(f"Écrire « {right.strip()} »", (match.start(), match.end(), right)),
    )
