"""Renvoi à ce qui n'est pas là

Ce que la règle vérifie
    Un texte ne finit ni par deux points, ni par des points de suspension hors d'une liste. Il ne
    renvoie ni à un tableau ou à une image placés à côté de lui, que rien n'affiche, ni à un lien
    hors d'un lien (« cliquez ici »). « short » ne renvoie pas « ci-dessus », « caveat » et « text »
    ne finissent pas par « voir ci-dessous ». Un appel de note ([1], ¹) a sa note dans le texte.
Pourquoi
    Le renvoi a été recopié d'une page sans ce qu'il annonce : le lecteur le cherche en vain.
Exemple
    short: Oui, dans les cas cités ci-dessus [1].
    body: |
      Cliquez ici. Les pièces à joindre sont :
À écrire plutôt
    short: Oui, en cas de perte ou de vol.
    body: |
      Joignez une pièce d'identité et un justificatif de domicile.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.passages import Passage, passages, unless_english
from segur_faq.lint.vocabulary import SMALL_LETTERS

SEVERITY = Severity.WARNING

_TEXTS = {"question", "short", "body", "caveat", "text", "help", "definition"}
_BELOW = re.compile(
    r"\b(?:voir|cf\.?|voyez|(?:indiqu|cit|détaill|mentionn|list|précis)ée?s?|décrite?s?)"
    r" (?:le |la |les |l['’])?(?:\w+ )?(?:ci-dessous|ci-après|plus bas)[ \u00a0]?[.)]*\s*\Z",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"\bci-dessus\b")
_PICTURE = re.compile(
    r"\b(?:tableau|schéma|figure|image|capture(?: d['’]écran)?|illustration|graphique)s?"
    r" ci-(?:dessous|dessus|contre|après)\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?:^|[.!?;:] )(?:[^.!?;:,«(\s]+ ){4,}[^.!?;:,«(\s]+ ?(?P<dots>…|\.\.\.)\Z", re.MULTILINE
)
"""A list that goes on, with commas or in brackets, may end so."""

_CLICK = re.compile(r"(?<!\[)\bcliqu(?:ez|er) ici\b(?!\])", re.IGNORECASE)
_NOTE = re.compile(
    rf"(?<=[\w)»]) ?(?P<mark>\[\^?[1-9]\d?\])(?=[\s.,;:!?)]|\Z)"
    rf"|(?<=[{SMALL_LETTERS}]{{4}})(?<!mètre)(?<!mètres)(?P<sign>[¹²³⁴-⁹])"
)
_QUICK = (
    re.compile(r":\s*(?:\n\0|\Z)"),
    re.compile(r"…\s*(?:\n\0|\Z)"),
    re.compile(r"\.\.\.\s*(?:\n\0|\Z)"),
    re.compile(r"ci-(?:dess|cont|après)"),
    re.compile(r"\[\^?\d\d?\]"),
)
_TRACES = ("iquez ici", "iquer ici", "plus bas", *"¹²³⁴⁵⁶⁷⁸⁹")


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, _is_suspect, _TRACES):
        if passage.key in _TEXTS:
            yield from unless_english(passage, _check(passage))


def _is_suspect(text: str) -> bool:
    return any(quick.search(text) for quick in _QUICK)


def _check(passage: Passage) -> Iterator[Finding]:
    text = passage.bare.rstrip()
    if text.endswith(":"):
        yield Finding(
            passage.place(len(text) - 1, len(text)),
            f"« {passage.key} » finit par deux points, et rien ne suit",
            "Ajoutez ce que la phrase annonce, ou finissez-la par un point.",
        )
    cut = _CUT.search(text) if passage.key in ("short", "body", "caveat", "text") else None
    if cut:
        yield Finding(
            passage.place(*cut.span("dots")),
            f"« {passage.key} » finit par des points de suspension, comme un texte coupé",
            "Reprenez la fin de la phrase dans la source, ou finissez-la par un point.",
        )
    found = [(_PICTURE, "rien n'affiche de tableau ni d'image"), (_CLICK, "ce n'est pas un lien")]
    if passage.key == "short":
        found.append((_ABOVE, "rien ne précède « short »"))
    if passage.key in ("caveat", "text"):
        found.append((_BELOW, "rien ne suit ce texte"))
    for pattern, why in found:
        for words in pattern.finditer(text):
            yield Finding(
                passage.place(*words.span()),
                f"« {words[0]} » ne mène à rien : {why}",
                "Dites en mots ce que le lecteur trouverait là, ou donnez le lien.",
            )
    for note in _NOTE.finditer(text):
        mark = note["mark"] or note["sign"]
        if text.count(mark) == 1 and not (passage.is_markdown and mark.startswith("[^")):
            yield Finding(
                passage.place(*note.span("mark" if note["mark"] else "sign")),
                f"« {mark} » appelle une note, que ce texte n'a pas",
                "Retirez l'appel, ou dites dans la phrase ce que disait la note.",
            )
