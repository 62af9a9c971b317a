"""Phrase coupée à son début ou à sa fin

Ce que la règle vérifie
    « short », « caveat », le « text » d'une question de suite et la « definition » d'un sigle ne
    finissent ni par une virgule, ni par un petit mot qui en appelle un autre (« de », « et »,
    « le »), et portent un point s'ils ont plus de sept mots. « body » ne finit pas non plus par
    une virgule ou un petit mot. « question », « short », « caveat » et « text » ne commencent pas
    par un mot ordinaire sans majuscule.
Pourquoi
    C'est la trace d'un copier-coller incomplet : le lecteur perd une condition ou une exception,
    et rien ne le lui dit.
Exemple
    short: Oui, le certificat est exigé pour les structures de
À écrire plutôt
    short: Oui, le certificat est exigé pour les structures de plus de cinquante lits.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.literals import ADDRESS, CODE, word_set
from segur_faq.lint.passages import Passage, passages, unless_english

SEVERITY = Severity.WARNING

_SENTENCES = {"short", "caveat", "text", "definition"}
_BEGIN = {"question", "short", "caveat", "text"}
_ENDS = ".!?…»”\"'’)]:;*_`>%€°" + CODE + ADDRESS
_MANY = 8
_DANGLING = word_set(
    "le la les un une des du de à au aux et ou que qui dont par pour sur dans avec en ce "
    "cette ces son sa ses leur leurs votre vos notre nos"
)
_LAST = re.compile(r"(?:^|[\s'’])([^\W\d_]+|(?:[cdjlmnst]|qu)['’])\Z|(,)\Z")
_LONGEST_WORD = 100
"""Characters at the end of a text in which its last word is looked for: bodies are long."""

_LOWER = re.compile(r"[a-zà-öø-ÿœ]+(?=['’, \u00a0]\S*\s\S)")
_KEY = re.compile(r"\b[a-z_]{4,}: ")
"""A key of YAML that a text has swallowed, which another rule reports."""


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, _is_suspect, at_once=False):
        if passage.key in _BEGIN or passage.is_markdown or passage.key in _SENTENCES:
            yield from unless_english(passage, _check(passage))


def _is_suspect(text: str) -> bool:
    return text[:1].islower() or text[-1:] not in ".?!"


def _check(passage: Passage) -> Iterator[Finding]:
    text = passage.bare.rstrip()
    start = _LOWER.match(text) if passage.key in _BEGIN else None
    if start:
        yield Finding(
            passage.place(*start.span()),
            f"« {passage.key} » commence sans majuscule, par « {start[0]} »",
            "Mettez une majuscule, ou reprenez dans la source le début perdu de la phrase.",
        )
    if not passage.is_markdown and passage.key not in _SENTENCES:
        return
    last = _LAST.search(text, max(0, len(text) - _LONGEST_WORD))
    word = (last[1] or last[2]) if last else ""
    if last and (last[2] or word in _DANGLING or word[-1] in "'’"):
        yield Finding(
            passage.place(len(text) - len(word), len(text)),
            f"« {passage.key} » s'arrête au milieu d'une phrase, après « {word} »",
            "Reprenez la fin de la phrase dans la source.",
        )
    elif (
        not passage.is_markdown
        and text
        and text[-1] not in _ENDS
        and len(text.split()) >= _MANY
        and not _KEY.search(text)
    ):
        yield Finding(
            passage.place(len(text) - 1, len(text)),
            f"« {passage.key} » ne finit pas par un point",
            "Ajoutez-le ; si la fin de la phrase est perdue, reprenez-la dans la source.",
        )
