"""Espace autour de la ponctuation

Ce que la règle vérifie
    Une espace insécable (U+00A0, ou U+202F, plus étroite) précède : ; ! ? et », et suit «.
    Aucune espace ne précède une virgule ou un point. La règle ne regarde ni les adresses, ni
    les heures, ni ce qui est entre accents graves.
Pourquoi
    Devant une espace ordinaire, la ligne peut se couper : le signe de ponctuation se retrouve
    seul au début de la suivante. « segur-faq lint --fix » met les espaces insécables.
Exemple
    question: Faut-il un certificat par site?
    short: "Oui : un seul « certificat » , commandé par le site."
À écrire plutôt
    # ⍽ figure une espace insécable
    question: Faut-il un certificat par site⍽?
    short: "Oui⍽: un seul «⍽certificat⍽», commandé par le site."
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.literals import ADDRESS, CODE, is_french
from segur_faq.lint.passages import Passage, passages, unless_english
from segur_faq.lint.spaces import GAP, NO_BREAK, ODD, is_line_start
from segur_faq.text import NBSP

SEVERITY = Severity.WARNING
FIXABLE = True

_SIGNS = re.compile(rf"[:;!?»«]|(?<=[{GAP}])(?:,(?=[\s*_)»,;.]|$)|\.(?=[\s*_)»]|$))")
_ENDS_A_PHRASE = re.compile(rf"[?!:;.…,]{{0,4}}[]*_)»\"”’']{{0,6}}(?:[\s{CODE}»]|$)")
_AFTER_WORDS = f")]»\"”’'%€°….+²³®™{CODE}{ADDRESS}"
_NAMES = {
    ",": "la virgule",
    ".": "le point",
    "«": "le guillemet ouvrant",
    "»": "le guillemet fermant",
}
_TRACES = tuple(f"{space}{sign}" for space in GAP for sign in ",.")
_RIGHT = {sign: (*(f"{space}{sign}" for space in NO_BREAK), f"{sign}//") for sign in ":;!?»"}
_HINT = "Mettez une espace insécable (U+00A0) : le signe ne se retrouvera pas seul à la ligne."
_KEY = re.compile(r"(?:^|\n)[ \t]*(?:- +)?[a-z_]+$|\{[^{}\n]*$")
"""A key of YAML that a text has swallowed, which another rule reports, or pairs in braces."""
_NEAR = 200
"""How far to look around a sign: a text may be of any length."""


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, _is_suspect, _TRACES):
        signs = _SIGNS.finditer(passage.bare)
        found = (finding for sign in signs for finding in _check(passage, sign.start()))
        yield from unless_english(passage, found)


def _is_suspect(text: str) -> bool:
    if "«" in text and text.count("«") != sum(text.count(f"«{space}") for space in NO_BREAK):
        return True
    return any(
        text.count(sign) != sum(text.count(right) for right in _RIGHT[sign])
        for sign in ":;!?»"
        if sign in text
    )


def _check(passage: Passage, at: int) -> Iterator[Finding]:
    text, sign = passage.bare, passage.bare[at]
    if sign == "«":
        end = at + 1
        while end < len(text) and text[end] in GAP:
            end += 1
        if end < len(text) and text[end] != "»":
            yield from _judge(passage, at, at + 1, end)
        return
    start = at
    while start and text[start - 1] in GAP:
        start -= 1
    before = text[max(0, start - _NEAR) : start].rstrip("*_")[-1:]
    follows_words = before.isalnum() or (before != "" and before in _AFTER_WORDS)
    if is_line_start(text, start):
        return
    if sign == "»":
        if before not in ("", "«"):
            yield from _judge(passage, at, start, at)
    elif sign in _NAMES:
        if follows_words and (sign, before) != (".", "."):
            yield from _superfluous(passage, start, at)
    elif (
        (follows_words or (before in ("?", "!") and start < at))
        and _ENDS_A_PHRASE.match(text, at + 1)
        and not _is_literal(text, start, at, before)
    ):
        yield from _judge(passage, at, start, at)


def _judge(passage: Passage, at: int, start: int, end: int) -> Iterator[Finding]:
    """Report what stands between a sign and the words, unless it is a no-break space."""
    gap, sign = passage.text[start:end], passage.text[at]
    if gap and not gap.strip(NO_BREAK + ODD):
        return  # other rules report those that are odd, and several in a row
    if gap.count("\n") > 1:
        return
    what = "une espace ordinaire" if gap else "aucune espace ne"
    verb = "suit" if sign == "«" else "précède"
    place = passage.place(min(start, at), max(end, at + 1))
    if place.line != place.end_line:
        place = passage.place(at, at + 1)
    yield Finding(
        place,
        f"{what} {verb} {_NAMES.get(sign, f'« {sign} »')}",
        _HINT,
        passage.fix("Mettre une espace insécable", (start, end, NBSP)),
    )


def _superfluous(passage: Passage, start: int, at: int) -> Iterator[Finding]:
    if passage.text.count("\n", start, at) < 2:
        yield Finding(
            passage.place(at, at + 1),
            f"une espace précède {_NAMES[passage.text[at]]}",
            "Retirez-la.",
            passage.fix("Retirer l'espace", (start, at, "")),
        )


def _is_literal(text: str, start: int, at: int, before: str) -> bool:
    """Tell whether a sign without a space before it belongs to a code, a key or a message."""
    if text.startswith("::", at):
        return True
    if start < at:
        return False
    nearest = text[max(0, at - _NEAR) : at]
    token = nearest.split()[-1] if nearest.strip() else ""
    if before == ADDRESS:
        return True
    if text[at] == ":" and (set(token) & set(":=") or before in "\"'" or _KEY.search(nearest)):
        return True
    _, opening, quoted = nearest.rpartition("«")
    if not opening or "»" in quoted:
        return False
    return not is_french(quoted + text[at : at + _NEAR].partition("»")[0])
