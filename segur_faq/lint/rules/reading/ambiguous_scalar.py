"""Texte que YAML prendrait pour autre chose

Ce que la règle vérifie
    Là où un texte est attendu, une valeur sans guillemets ne se lit pas aussi comme un nombre,
    une heure, une date, un oui ou non, ou rien : 1.10, 007, 12:30, 1e3, 2026-02-16, oui en
    anglais (yes, on, true), null.
Pourquoi
    Ce programme garde le texte tel quel, mais un éditeur, un script ou un autre outil liront
    1.1 au lieu de 1.10, 7 au lieu de 007, ou « faux » au lieu de no.
Exemple
    options:
      - {id: 1, label: 1.10}
À écrire plutôt
    options:
      - {id: "1", label: "1.10"}
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.problem import Edit, Fix, Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.positions import style_of

SEVERITY = Severity.WARNING

_NOT_TEXT = frozenset({"format", "asked", "read_on", "dated"})
"""Keys that expect a number, a flag or a date."""

_FIRST = frozenset("0123456789+-.~=<")
_TOO_LONG = 40
_WORDS = frozenset(
    word for small in ("null", "y", "yes", "n", "no", "true", "false", "on", "off")
    for word in (small, small.capitalize(), small.upper())
)  # fmt: skip
_NOTHING = "une valeur absente (null)"

# What some YAML tool, of the version 1.1 or 1.2, does not take for a text.
_READINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (_NOTHING, re.compile(r"~|null|Null|NULL")),
    ("un oui ou non", re.compile("|".join(_WORDS - {"null", "Null", "NULL"}))),
    ("une date", re.compile(
        r"\d{4}-\d{2}-\d{2}"
        r"|\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?"
        r"(?:[ \t]*(?:Z|[-+]\d{1,2}(?::?\d{2})?))?"
    )),
    ("une heure ou un nombre en base 60", re.compile(r"[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?")),
    (
        "un nombre",
        re.compile(
            r"[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?"
            r"|[-+]?0(?:b[01_]+|o[0-7_]+|x[\da-fA-F_]+)"
            r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
        ),
    ),
    ("un signe réservé", re.compile(r"=|<<")),
)  # fmt: skip


def check(reading: Reading) -> Iterator[Finding]:
    reported = {(p.place.file, p.place.line, p.place.column) for p in reading.problems}
    for key, scalar in _suspects(reading):
        meaning = _other_meaning(scalar.text) if len(scalar.text) < _TOO_LONG else ""
        if meaning and not style_of(reading.files[scalar.file].lines, scalar):
            places = [node.place for node in (key, scalar) if node is not None]
            # Under a key that does not exist, or where reading expects a word, that is enough.
            if not any((p.file, p.line, p.column) in reported for p in places):
                yield _finding(scalar, meaning)


def _suspects(reading: Reading) -> Iterator[tuple[Scalar | None, Scalar]]:
    """Yield, with their key, the texts without quotes that begin like something else.

    Keys are texts too. Nearly all the time goes into walking, so scalars are judged on the spot.
    """
    pending: list[tuple[Scalar | None, Node]] = [(None, root) for root in reading.roots.values()]
    while pending:
        above, node = pending.pop()
        if isinstance(node, Mapping):
            for name, (key, value) in node.pairs.items():
                if (name[:1] in _FIRST or name in _WORDS) and not key.quoted:
                    yield None, key
                if name not in _NOT_TEXT:
                    if not isinstance(value, Scalar):
                        pending.append((key, value))
                    elif (value.text[:1] in _FIRST or value.text in _WORDS) and not value.quoted:
                        yield key, value
        elif isinstance(node, Sequence):
            for item in node.items:
                if not isinstance(item, Scalar):
                    pending.append((above, item))
                elif (item.text[:1] in _FIRST or item.text in _WORDS) and not item.quoted:
                    yield above, item


@lru_cache(maxsize=1024)
def _other_meaning(text: str) -> str:
    """Tell what some tool would make of a text without quotes, if anything."""
    return next((name for name, pattern in _READINGS if pattern.fullmatch(text)), "")


def _finding(scalar: Scalar, meaning: str) -> Finding:
    is_nothing = meaning == _NOTHING
    return Finding(
        scalar.place,
        f"faute de guillemets, YAML lit « {scalar.text} » comme {meaning}",
        f'Écrivez "{scalar.text}", entre guillemets droits'
        + (", ou retirez la ligne s'il n'y a rien à dire." if is_nothing else "."),
        None
        if is_nothing
        else Fix("Mettre entre guillemets droits", (Edit(scalar.place, f'"{scalar.text}"'),)),
    )
