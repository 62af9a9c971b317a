"""Guillemet droit ou anglais sans son pendant

Ce que la règle vérifie
    Dans un même texte, chaque “ a son ”, et chaque guillemet droit le sien. Ne comptent ni le
    code, ni les pouces. Les guillemets « » et les parenthèses sont l'affaire de la règle
    « unpaired-mark ».
Pourquoi
    Sans le signe qui ferme, on ne sait plus où s'arrête la citation. C'est souvent la trace
    d'un bout de phrase effacé.
Exemple
    short: Cochez la case "Je ne sais pas, puis envoyez.
À écrire plutôt
    short: Cochez la case « Je ne sais pas », puis envoyez.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.literals import looks_like_data
from segur_faq.lint.passages import Passage, passages

SEVERITY = Severity.WARNING

_KINDS = {'"': "droit", "“": "anglais", "”": "anglais", "„": "anglais"}
_CURLY = re.compile(r"[„“”]")
_SPOKEN_OF = re.compile(r"«\s*[\"“”]\s*»|\"[“”]\"|[“„]\"[”“]")
"""The sign itself, cited."""


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, _is_suspect, at_once=False):
        text = _SPOKEN_OF.sub(lambda match: " " * len(match[0]), passage.bare)
        alone = _curly_alone(text)
        if '"' in text:
            alone += _straight_alone(text)
        for at in alone:
            if not _is_said(passage, at):
                yield Finding(
                    passage.place(at, at + 1),
                    f"ce guillemet {_KINDS[text[at]]} est seul",
                    "Ajoutez l'autre où il manque, ou retirez celui-ci.",
                )


def _is_suspect(text: str) -> bool:
    return any(sign in text for sign in _KINDS)


def _is_said(passage: Passage, at: int) -> bool:
    """Tell whether the rule `stray-quote` reports it: it ends a text that has no quotes."""
    return passage.is_plain and at == len(passage.text) - 1 and passage.text[at] == '"'


def _curly_alone(text: str) -> list[int]:
    """Give where curly quotes are that no other answers; “ closes what „ opened."""
    waiting: list[int] = []
    alone = []
    for match in _CURLY.finditer(text):
        sign = match[0]
        opened = text[waiting[-1]] if waiting else ""
        if opened and (sign == "”" or (sign == "“" and opened == "„")):
            waiting.pop()
        elif sign == "”":
            alone.append(match.start())
        else:
            waiting.append(match.start())
    return alone + waiting


def _straight_alone(text: str) -> list[int]:
    """Do the same for straight quotes, which both open and close, and are inches after a number."""
    alone: list[int] = []
    waiting: int | None = None
    for match in re.finditer('"', text):
        at = match.start()
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        can_close = bool(before.strip()) and not after.isalnum()
        can_open = not before.isalnum() and before != "=" and bool(after.strip())
        if looks_like_data(text, at, at + 1):
            continue
        if waiting is not None and can_close:
            waiting = None
        elif can_open:
            alone += [] if waiting is None else [waiting]
            waiting = at
        elif waiting is None and can_close and not before.isdigit():
            alone.append(at)
    return alone if waiting is None else [*alone, waiting]
