"""Numéro de téléphone incomplet

Ce que la règle vérifie
    Un numéro de téléphone écrit par groupes de deux chiffres, et qui commence par 01 à 09, a dix
    chiffres ; après « +33 », il en a neuf.
Pourquoi
    Un chiffre perdu en recopiant ne se voit pas, et le lecteur appelle quelqu'un d'autre.
Exemple
    short: Appelez le 01 40 15 70 0.
À écrire plutôt
    short: Appelez le 01 40 15 70 00.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.passages import passages
from segur_faq.lint.spaces import NO_BREAK

SEVERITY = Severity.WARNING

_SPACE = f"[ {NO_BREAK}]"
_NUMBER = re.compile(
    rf"(?<![\w.,/-])(?<!\d{_SPACE})"
    rf"(?:\+33{_SPACE}?(?:\(0\){_SPACE}?)?[1-9](?:{_SPACE}\d\d){{2,}}|0[1-9](?:{_SPACE}\d\d){{3,}})"
    rf"(?:{_SPACE}?\d)?(?![\w/-]|[.,]\d|{_SPACE}\d)"
)
_QUICK = (
    re.compile(r" 0[1-9] \d\d \d\d(?!(?: \d\d){2}(?! ?\d))"),
    re.compile(r"\+33 ?(?:\(0\) ?)?[1-9](?!(?: \d\d){4}(?! ?\d))"),
)
_LENGTH = 10
_CALLED = re.compile(r"(?i)\b(?:au|tél\w*\.?|num[ée]ro|standard|appel\w*|compos\w*)\b[^.;]*\Z")
_NEAR = 30
"""Eight figures may be anything, unless one is told to call them."""


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, _is_suspect):
        for number in _NUMBER.finditer(passage.bare):
            digits = "".join(filter(str.isdigit, number[0].replace("+33", "0").replace("(0)", "")))
            is_called = _CALLED.search(passage.bare, max(0, number.start() - _NEAR), number.start())
            is_list = set(digits[::2]) == {"0"}  # 01 02 03: codes, one after another
            is_sure = (8 < len(digits) < 13 and not is_list) or number[0].startswith("+")
            if len(digits) != _LENGTH and (is_sure or is_called):
                yield Finding(
                    passage.place(*number.span()),
                    f"« {number[0]} » a {len(digits)} chiffres, et non {_LENGTH}",
                    "Reprenez le numéro dans la source.",
                )


def _is_suspect(text: str) -> bool:
    for space in NO_BREAK:
        text = text.replace(space, " ")
    return any(quick.search(text) for quick in _QUICK)
