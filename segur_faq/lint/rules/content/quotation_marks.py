"""Guillemets qui ne sont pas français

Ce que la règle vérifie
    Les citations sont entre guillemets français, « comme ceci ». Ne les remplacent ni les
    guillemets droits, ni les anglais, ni les doubles chevrons du clavier. Les droits et les
    anglais restent permis dans une citation déjà ouverte. Ne comptent ni le code, ni les
    pouces, ni les guillemets de YAML lui-même.
Pourquoi
    Un même texte avec trois sortes de guillemets se lit mal, et un guillemet droit se confond
    avec ceux de YAML.
Exemple
    short: Cochez "Je ne sais pas" dans le formulaire.
À écrire plutôt
    # ⍽ figure une espace insécable
    short: Cochez «⍽Je ne sais pas⍽» dans le formulaire.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.literals import looks_like_data
from segur_faq.lint.passages import Passage, passages, unless_english
from segur_faq.lint.spaces import GAP
from segur_faq.text import NBSP

SEVERITY = Severity.WARNING
FIXABLE = True

_PAIRS = re.compile(
    r"""
    (?<![\w=\\"])(?P<straight>\\?")(?=\S)(?P<a>[^"]{1,300}?)(?<=[^\s\\])(?P<end>\\?")(?![\w"])
  | (?P<english>[“„‟])(?P<b>[^“”„]{1,300}?)[”“]
  | <<(?P<ascii>)(?P<c>[^<>\n]{1,300}?)>>
  | (?<![\w‘])(?P<single>‘)(?P<d>(?=\S)[^‘\n]{1,300}?)(?<=\S)’(?!\w)
  | (?<![\w'])(?P<two>'')(?P<e>(?=\w)[^'\n]{1,300}?)''(?![\w'])
    """,
    re.VERBOSE,
)
_ALONE = re.compile(r'(?<!\d)"|[“”„‟]')
_NAMES = {
    "straight": "guillemets droits",
    "english": "guillemets anglais",
    "ascii": "chevrons du clavier",
    "single": "guillemets anglais simples",
    "two": "apostrophes doublées",
}
_TRACES = ('"', "“", "„", "‟", "<<", "‘", "''")


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, traces=_TRACES):
        # Beside a mark that has no other, nobody knows which two make a pair.
        is_sure = not _ALONE.search(_PAIRS.sub("", passage.bare))
        pairs = _PAIRS.finditer(passage.bare)
        found = (finding for pair in pairs for finding in _check(passage, pair, is_sure))
        yield from unless_english(passage, found)


def _check(passage: Passage, match: re.Match[str], is_sure: bool) -> Iterator[Finding]:
    kind = next(name for name in _NAMES if match[name] is not None)
    inner = next(name for name in "abcde" if match[name] is not None)
    bare = passage.bare
    is_inside = bare.rfind("«", 0, match.start()) > bare.rfind("»", 0, match.start())
    if re.search(r"\n\s*(?:\n|[-*+] )", match[0]) or not match[inner].strip(GAP):
        return
    if kind == "straight" and looks_like_data(bare, *match.span()):
        return
    if is_inside and kind in ("straight", "english", "single"):
        return
    start, end = match.span(inner)
    start += len(match[inner]) - len(match[inner].lstrip(GAP))
    end -= len(match[inner]) - len(match[inner].rstrip(GAP))
    opening, closing = ("“", "”") if is_inside else (f"«{NBSP}", f"{NBSP}»")
    place = passage.place(*match.span())
    if place.line != place.end_line:
        place = passage.place(match.start(), match.start(inner))
    yield Finding(
        place,
        f"{_NAMES[kind]} dans un texte français",
        "Dans une citation, employez “ et ”."
        if is_inside
        else "Écrivez « et », avec une espace insécable à l'intérieur.",
        passage.fix(
            "Mettre des guillemets français",
            (match.start(), start, opening),
            (end, match.end(), closing),
        )
        if is_sure
        else None,
    )
