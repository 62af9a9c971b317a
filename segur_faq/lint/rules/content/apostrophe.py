"""Apostrophe mal écrite

Ce que la règle vérifie
    L'apostrophe est le signe ' ou le signe ’, seul et collé aux deux mots qu'il unit. Ne le
    remplacent ni l'accent grave, ni l'accent aigu, ni le guillemet ‘.
Pourquoi
    Sous un autre signe, ou suivie d'une espace, « l'adresse » ne se trouve pas en cherchant
    « adresse », et la ligne peut se couper au milieu.
Exemple
    short: L´adresse est celle de l' établissement.
À écrire plutôt
    short: L'adresse est celle de l'établissement.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.passages import Passage, passages_around, unless_english
from segur_faq.lint.spaces import GAP, INLINE

SEVERITY = Severity.WARNING
FIXABLE = True

_LETTER = r"[^\W\d_]"
_VOWEL = "[aeiouyhàâéèêëîïôùûœæ]"
_LONG = "qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|aujourd"
_ELIDED = rf"(?<![\w'’-])(?:[cdjlmnst]|{_LONG})"
_NEXT = rf"(?=(?!(?:et|ou)\b){_VOWEL})"

_OTHER_SIGN = re.compile(rf"(?<={_LETTER})[´`‘′‛ʹʼˈ＇](?={_LETTER})")
_SEVERAL = re.compile(rf"(?<={_LETTER})(?:['’]{{2}}|\\+['’])(?={_LETTER})")
_SPACE_AFTER = re.compile(rf"{_ELIDED}['’](?P<gap>[{GAP}]+){_NEXT}", re.IGNORECASE)
_SPACE_BEFORE = re.compile(
    rf"(?<![\w'’-])(?:[cdjlmnst]|{_LONG})(?P<gap>[{INLINE}]+)['’](?!\w+['’]\W){_NEXT}"
)
_MISSING = re.compile(rf"(?<![\w'’-])(?:{_LONG})(?P<gap>[{INLINE}]+){_NEXT}")
_LISTED = "point lettre cas catégorie alinéa annexe option article classe groupe niveau type"
_ALONE = re.compile(
    rf"(?<![\w'’/(.-])(?<!\d[{INLINE}])"
    + "".join(rf"(?<!\b{word}[{INLINE}])" for word in _LISTED.split())
    + rf"[cdjlmnst](?P<gap>[{INLINE}])(?=(?!(?:et|ou|en|au|à)\b){_VOWEL}\w)"
    rf"|(?:\A|(?<=[.!?][{INLINE}]))[CDJLMNS](?P<other>[{INLINE}])(?={_VOWEL}\w)"
)
"""A letter alone may also be a name, a unit or a case of a list: nothing is repaired."""
_CAPITALS = "CDJLMNS"
_GRAVE = re.compile(rf"{_ELIDED}`{_NEXT}", re.IGNORECASE)

_TRACES = (
    re.compile(rf"['’][{GAP}'’]"),
    re.compile(rf"[{INLINE}\\]['’]"),
    re.compile(r" [cdjlmnst] "),
    re.compile(rf"qu[{INLINE}]"),
    re.compile(rf"aujourd[{INLINE}]"),
    re.compile(rf"[.!?][{INLINE}][{_CAPITALS}][{INLINE}]"),
    re.compile(rf"\n[{_CAPITALS}][{INLINE}]"),
    re.compile("[´‘′‛ʹʼˈ＇`]"),
)
"""What at least one of the patterns above needs; several, since each begins simply."""


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages_around(reading, _offsets):
        yield from unless_english(passage, _check(passage))


def _offsets(text: str) -> Iterator[int]:
    return (match.start() for trace in _TRACES for match in trace.finditer(text))


def _check(passage: Passage) -> Iterator[Finding]:
    bare = _with_graves(passage)
    for pattern in (_OTHER_SIGN, _SEVERAL):
        for match in pattern.finditer(bare):
            yield Finding(
                passage.place(*match.span()),
                f"« {match[0]} » n'est pas une apostrophe",
                "Écrivez « ' » ou « ’ », une seule fois.",
                passage.fix("Mettre une apostrophe", (*match.span(), "'")),
            )
    for pattern, where in ((_SPACE_AFTER, "suit"), (_SPACE_BEFORE, "précède")):
        for match in pattern.finditer(bare):
            if match["gap"].count("\n") < 2:
                yield Finding(
                    passage.place(match.start(), match.start("gap") + (where == "précède")),
                    f"une espace {where} l'apostrophe de « {match[0].split()[0].strip()} »",
                    "Retirez-la : l'apostrophe unit les deux mots.",
                    passage.fix("Retirer l'espace", (*match.span("gap"), "")),
                )
    for match in _ALONE.finditer(bare):
        yield Finding(
            passage.place(*match.span()),
            f"il manque sans doute l'apostrophe de « {match[0].strip()} »",
            "Mettez-la à la place de l'espace ; un nom d'une lettre se met entre guillemets.",
        )
    for match in _MISSING.finditer(bare):
        yield Finding(
            passage.place(*match.span()),
            f"il manque l'apostrophe de « {match[0].strip()} »",
            "Mettez-la à la place de l'espace.",
            passage.fix("Mettre une apostrophe", (*match.span("gap"), "'")),
        )


def _with_graves(passage: Passage) -> str:
    """Give the text with literals hidden, unless its only « code » is between two elisions."""
    graves = passage.text.count("`")
    if graves and graves == len(_GRAVE.findall(passage.text)):
        return passage.text
    return passage.bare
