"""Mot perdu entre deux petits mots

Ce que la règle vérifie
    Deux petits mots que le français n'a jamais l'un après l'autre (« le la », « des de »,
    « de du », « de à 50 ») ne se suivent pas ; « le » ou « de » ne touche pas le point ; un nombre
    est devant « % », « € » et les unités (« à % », « 3 à mois »). Les répétitions sont l'affaire de
    la règle « doubled-word ».
Pourquoi
    Un mot ou un nombre a été effacé, ou deux mots ont changé de place : le lecteur devine, et ce
    qui manque est souvent ce qui compte, un seuil ou un délai.
Exemple
    short: Oui, pour un établissement de à 50 lits, dans les du groupement.
À écrire plutôt
    short: Oui, pour un établissement de 10 à 50 lits, dans les structures du groupement.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.literals import is_english
from segur_faq.lint.passages import passages
from segur_faq.text import NBSP

SEVERITY = Severity.WARNING

# Written so that the engine leaves most places at their first letter: every text is tried.
_BEFORE_A_NOUN = "l(?:es?|a)|d(?:es|u)|aux?|c(?:et(?:te)?|es)|vo(?:tre|s)|no(?:tre|s)|s(?:a|es)"
_NO_NOUN = (
    r"l(?:es?|a|ors)|une?(?<!a une)(?! (?:ou|à|et|million|milliard) )|d(?:es?|u|ans|ont|ès)|aux?"
    r"|c(?:et(?:te)?|es|haque)|vo(?:tre|s)|no(?:tre|s(?! \d))|s(?:a|es?|elon)|est"
    r"|et(?! (?:les?|la|aux?|à|vers|sous|pour|[nv]o(?:tre|s)) )|par(?! (?:cœur|défaut))|avec"
    r"|qu[ei]|à|ils?|elles?|on|mais|depuis|n[ei]"
)
_AFTER_DE = r"aux?|ans|des|du|dans|avec|est|sont|que|à(?= \d)"
_NOWHERE = (
    rf"(?:(?:{_BEFORE_A_NOUN})(?: (?:{_NO_NOUN})(?![\w'’/-])| ?[.;](?=\s|\Z))"
    rf"|(?:de (?:{_AFTER_DE})|à (?:h|mois|ans|semaines|minutes)"
    r"|(?:plus|moins) (?:jours|mois|semaines|heures))(?![\w'’/-]))"
)
_QUICK = re.compile(rf" {_NOWHERE}")
_LOST = re.compile(
    rf"(?<![\w'’-])(?<!« )(?:{_NOWHERE}|(?:à|soit|environ|entre|dépasse|vaut|coûte|verse"
    r"|(?<!\bmilliers )(?<!\bmillions )(?<!\bmilliards )de) [%€])"
)


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, _is_suspect):
        if is_english(passage.text):
            continue
        for lost in _LOST.finditer(_spaced(passage.bare)):
            words = lost[0].split()
            if len(words) == 1 or words[0] != words[1]:
                yield Finding(
                    passage.place(*lost.span()),
                    f"« {lost[0]} » : un mot manque, ou un autre est de trop",
                    "Reprenez la phrase dans la source.",
                )


def _spaced(text: str) -> str:
    return text.replace(NBSP, " ")


def _is_suspect(text: str) -> bool:
    text = _spaced(text)
    return _QUICK.search(text) is not None or any(
        before[-1:] == " " and before[-2:-1].isalpha()
        for sign in "%€"
        if sign in text
        for before in text.split(sign)[:-1]
    )
