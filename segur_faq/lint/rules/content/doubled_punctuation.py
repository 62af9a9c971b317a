"""Signe de ponctuation répété

Ce que la règle vérifie
    Deux virgules, deux points-virgules ou deux points ne se suivent pas, une virgule ne touche
    pas un point, « etc. » n'est pas suivi de points de suspension, et une somme n'a qu'un « € ».
Pourquoi
    C'est une faute de frappe, ou la trace d'un mot effacé entre les deux signes.
Exemple
    short: Joignez le formulaire,, la facture, etc...
À écrire plutôt
    short: Joignez le formulaire, la facture, etc.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.passages import Passage, passages
from segur_faq.lint.spaces import INLINE

SEVERITY = Severity.WARNING
FIXABLE = True

_REPEATED = re.compile(
    rf"""
    (?P<etc>\betc)(?:\.?[{INLINE}]?…|\.{{2}})[.…]*
  | (?P<same>(?P<sign>[,;])(?:[{INLINE}]?(?P=sign))+)(?=\s|$)
  | (?P<dots>(?<=[\w»)])\.\.(?=[\s)»]|$))
  | (?P<mixed>(?<=\w)(?:,\.|,;|;,|;\.)(?=\s|$)|(?<=[\w{INLINE}])(?::[,;.]|[,;]:)(?=\s|$)
      |(?<=[{INLINE}]):[{INLINE}]?:(?=\s|$)|(?<=\w)\.[{INLINE}]\.(?=\s|$))
  | (?P<money>€[{INLINE}]?€|%[{INLINE}]?%|euros?[{INLINE}]€|€[{INLINE}]euros?\b)
    """,
    re.VERBOSE,
)
# Each begins with its sign, which the engine looks for much faster than for one of several.
_QUICK = (
    re.compile(r"\.\."),
    re.compile(rf"etc\.?[{INLINE}]?…"),
    *(re.compile(rf"{sign}[{INLINE}]?[,;:.](?=\s|$)") for sign in ",;:"),
    re.compile(rf"\.[{INLINE}]\.(?=\s|$)"),
    *(re.compile(rf"{sign}[{INLINE}]?{sign}") for sign in "€%"),
    re.compile(rf"€[{INLINE}]euro"),
    re.compile(rf"euros?[{INLINE}]€"),
)


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, _is_suspect):
        for match in _REPEATED.finditer(passage.bare):
            yield _finding(passage, match)


def _is_suspect(text: str) -> bool:
    return any(quick.search(text) for quick in _QUICK)


def _finding(passage: Passage, match: re.Match[str]) -> Finding:
    right = "etc." if match["etc"] else match["sign"] or ""
    if match["etc"]:
        message, hint = "« etc. » ne prend pas de points de suspension", "Écrivez « etc. »."
    elif match["money"]:
        message, hint = "l'unité est écrite deux fois", "Gardez-en une seule."
    elif match["dots"]:
        message, hint = "deux points se suivent", "Écrivez un seul point, ou « … »."
    else:
        message = f"« {match[0]} » : un signe est de trop"
        hint = "Gardez-en un, ou remettez le mot qui manque."
    return Finding(
        passage.place(*match.span()),
        message,
        hint,
        passage.fix(f"Écrire « {right} »", (*match.span(), right)) if right else None,
    )
