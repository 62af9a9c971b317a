"""Trace d'un copier-coller

Ce que la règle vérifie
    Aucun texte ne garde ce qu'un copier-coller y laisse : un code à la place d'un caractère (\\n,
    \\u00a0, %20, &nbsp), un mot coupé comme en fin de ligne (« nati- onal »), la signature
    d'un courriel (« Cordialement »), une ligne de fusion de git, ou ce qui entoure le texte d'une
    page (« Lire la suite »). Ce qui est entre accents graves ne compte pas.
Pourquoi
    Rien de cela n'est pour le lecteur, et c'est souvent le signe que le passage n'a pas été relu.
Exemple
    short: Le dossier natio- nal se dépose en ligne.\\nCordialement
À écrire plutôt
    short: Le dossier national se dépose en ligne.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.passages import Passage, passages
from segur_faq.lint.vocabulary import SMALL_LETTERS

SEVERITY = Severity.WARNING

_ENTITIES = "nbsp|amp|quot|eacute|egrave|agrave|ecirc|ccedil|rsquo|laquo|raquo|euro|#160|#39"
_CODE = re.compile(
    r"(?<!\\)(?<!«[ \u00a0])(?<! \\[nrt])(?!(?<=[^\W\d_] )(?:\\[nrt]){1,2}(?:[\s,.;)]|\Z))"
    r"(?:(?:(?<=[\s.;!?»)])|(?<=[ \u00a0]:))\\[nrt]"
    r"|(?<![\\/:])\\[nrt](?![a-z])|\\[nrt]\\[nrt]|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2})"
    r"|_x000[dD]_|=C3=[0-9A-F]{2}|(?<=\w)%20(?=\w)"
    rf"|&amp;(?:{_ENTITIES});|&(?:{_ENTITIES})(?![\w;=])"
)
_CUT = re.compile(
    rf"(?<![\w-])[{SMALL_LETTERS}]{{2,}}-[ \u00a0\n]"
    rf"(?!(?:et|ou|ni|à|puis|voire|comme|mais|plutôt|sans|vers)\b)[{SMALL_LETTERS}]{{2,}}"
)
_LETTER = re.compile(
    r"(?:^|(?<=[.!?] ))"
    r"(?:(?:bien |très )?cordialement|merci d['’]avance|bonjour(?=,)|envoyé de mon \w+)"
    r"(?=\s*(?:[,.!]|\Z|\n))",
    re.IGNORECASE | re.MULTILINE,
)
_MERGE = re.compile(r"<{7}(?= \S)|(?<!=)={7}(?!=)|>{7}(?= \S)")
_PAGE = re.compile(
    r"(?:^|(?<=[.!?] ))(?:lire la suite|cette réponse vous a-t-elle été utile)"
    r"(?=\s*(?:[.…?]|\Z|\n))",
    re.IGNORECASE | re.MULTILINE,
)
_KINDS = (
    (_CODE, "est un code, et non un caractère", "Écrivez le caractère lui-même, ou une espace."),
    (_CUT, "est sans doute un mot coupé", "Recollez-le, sans trait d'union ni espace."),
    (_LETTER, "vient d'un courriel", "Retirez ce qui n'est pas de la réponse."),
    (_MERGE, "vient d'une fusion de git", "Gardez l'une des deux versions, et retirez ces lignes."),
    (_PAGE, "vient de la page d'origine", "Retirez ce qui n'est pas de la réponse."),
)
_TRACES = (
    *("\\", "&nbsp", "&amp", "%20", "=C3=", "_x000", "ordialement", "Envoyé de mon"),
    *("Bonjour,", "erci d'avance", "erci d’avance"),
    *("ire la suite", "elle été utile", "<<<<<<<", "=======", ">>>>>>>"),
)
_QUICK_CUT = re.compile(rf"- [{SMALL_LETTERS}](?<=[{SMALL_LETTERS}]...)")


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, _is_suspect, _TRACES):
        yield from _check(passage)


def _is_suspect(text: str) -> bool:
    return _QUICK_CUT.search(text) is not None


def _check(passage: Passage) -> Iterator[Finding]:
    for pattern, what, hint in _KINDS:
        for found in pattern.finditer(passage.bare):
            yield Finding(passage.place(*found.span()), f"« {found[0].strip()} » {what}", hint)
