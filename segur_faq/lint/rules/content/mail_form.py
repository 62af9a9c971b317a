"""Adresse électronique mal formée dans un texte

Ce que la règle vérifie
    Une adresse électronique écrite dans un texte a une seule arobase, aucune espace autour d'elle,
    et un nom de site entier, sans virgule ni point doublé. Celles des liens relèvent de
    « link-scheme ».
Pourquoi
    Le lecteur recopie l'adresse, et son message lui revient, ou se perd.
Exemple
    short: Écrivez à support@@exemple,fr.
À écrire plutôt
    short: Écrivez à support@exemple.fr.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.literals import CODE
from segur_faq.lint.passages import passages

_NAME = r"[\w.+-]"
_SITE = r"[a-zà-ÿ0-9-]{2,}(?:\.[a-zà-ÿ0-9-]+)*\.[a-z]{2,}(?![\w@])"
_FAULTS = (
    (re.compile(rf"{_NAME}+@{{2,}}[\w.-]+\w"), "a plusieurs arobases", "Gardez-en une seule."),
    (
        re.compile(
            rf"{_NAME}+[ \u00a0\u202f]@[ \u00a0\u202f]?{_SITE}|{_NAME}+@[ \u00a0\u202f]{_SITE}"
        ),
        "contient une espace",
        "Retirez l'espace.",
    ),
    (
        re.compile(rf"{_NAME}+@[\w.-]+,(?:[\w-]+\.)*(?:fr|com|org|net|eu|gouv|info)\b"),
        "a une virgule à la place d'un point",
        "Remplacez la virgule par un point.",
    ),
    (
        re.compile(rf"{_NAME}+@[\w-]+(?:\.[\w-]+)*\.\.[\w-]+\.?\w*"),
        "a deux points de suite",
        "Gardez-en un seul.",
    ),
    (
        re.compile(
            rf"{_NAME}{{2,}}@(?!(?:latest|next|host|hote|hôte|localhost|domaine?|serveur|exemple)\b)"
            r"[a-zà-ÿ][a-zà-ÿ0-9-]{2,}(?![\w@-]|[.,]{1,2}\w)"
        ),
        "n'a pas de point dans le nom du site",
        "Écrivez-la en entier, comme nom@exemple.fr.",
    ),
    (
        re.compile(rf"{_NAME}+ ?(?:\(at\)|\bat\b) ?[\w-]+(?:\.[\w-]+)*\.(?:fr|com|org|net|eu)\b"),
        "n'a pas d'arobase",
        "Écrivez @ à la place de « at ».",
    ),
)

_RARE = re.compile(r"@[\w-]+(?![\w@-]|[.,]{1,2}\w)| at |\(at\)")
"""What the last two faults hold: to look for these takes the most time."""


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, traces=("@", " at ", "(at)")):
        is_likely = _RARE.search(passage.text) is not None
        for pattern, what, hint in _FAULTS if is_likely else _FAULTS[:-2]:
            for found in pattern.finditer(passage.text):
                if CODE not in passage.bare[found.start() : found.end()]:
                    yield Finding(
                        passage.place(*found.span()),
                        f"l'adresse électronique « {found[0]} » {what}",
                        hint,
                    )
