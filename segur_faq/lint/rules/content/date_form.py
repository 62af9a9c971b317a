"""Date mal écrite

Ce que la règle vérifie
    Dans une date qui a une année, le nom du mois est bien écrit, sans majuscule après un jour ;
    un jour de 1 à 31 le précède après « le », « du » et « au » ; l'année a quatre chiffres. Le
    premier jour d'un mois est « 1er ». Les noms de rues (« rue du 8 Mai 1945 ») passent.
Pourquoi
    Une échéance se recopie telle quelle : un jour ou un chiffre perdu ne se devine pas, et une
    recherche ne trouve pas un mois mal écrit.
Exemple
    short: Déposez la demande entre le 1 mars et le 12 septmbre 2026.
À écrire plutôt
    short: Déposez la demande entre le 1er mars et le 12 septembre 2026.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.passages import Passage, passages
from segur_faq.lint.vocabulary import is_a_letter_away
from segur_faq.text import NBSP, fold

SEVERITY = Severity.WARNING
FIXABLE = True

_MONTHS = {
    fold(month): month
    for month in (
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
        *("septembre", "octobre", "novembre", "décembre"),
    )
}
_YEAR = re.compile(r" (?P<year>20\d+)(?![\d.,/-]\d)")
_SPLIT = re.compile(r" 20(?=\d)")
_BEFORE = re.compile(r"(?:(?P<day>[^\s('’«*]+)[ \n])?(?P<month>[^\W\d_]{2,12})\Z")
_COUNT = re.compile(r"[ \n]?[\w€%]|, \d")
"""What follows a number of things, rather than a year."""

_BEFORE_A_YEAR = ("en", "depuis", "fin", "début", "courant")
_NEAR = 30
_DAY = re.compile(r"1er|0?[1-9]|[12]\d|3[01]")
_FIRST = re.compile(
    rf" (?P<day>1)(?<!n° 1)(?<!numéro 1)(?= (?:{'|'.join(_MONTHS.values())})\b(?! 20\d\d))"
)
_STREET = re.compile(
    r"\b(?:rue|place|avenue|boulevard|quai|square|cours|pont|stade)\b[^.;:]*\Z", re.IGNORECASE
)

_NUMBERED = re.compile(r"(?:\bn[°o]|\bnuméro|\bvol\.|\btome|\bversion) ?\Z")
_ENGLISH = ("April", "May")
"""What is no misspelt month: « Regulation of 5 April 2017 »."""

_NOT_FIRST = "le premier jour d'un mois s'écrit « 1er »"


class _Fault(NamedTuple):
    """What is wrong with a part of a date, and what to write there where it is known."""

    start: int
    end: int
    message: str
    right: str = ""


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, _is_suspect):
        for fault in _faults(_spaced(passage.bare)):
            yield _finding(passage, fault)


def _finding(passage: Passage, fault: _Fault) -> Finding:
    fix, hint = None, "Reprenez la date dans la source."
    if fault.right:
        label = f"Écrire « {fault.right} »"
        fix = passage.fix(label, (fault.start, fault.end, fault.right))
        hint = f"Écrivez « {fault.right} »."
    return Finding(passage.place(fault.start, fault.end), fault.message, hint, fix)


def _is_suspect(text: str) -> bool:
    text = _spaced(text)
    years = _SPLIT.split(text)  # many dates are alike: each is tried once
    dates = {f"{before[-_NEAR:]} 20{after[:5]}" for before, after in pairwise(years)}
    return _FIRST.search(text) is not None or any(_faults("\n".join(dates)))


def _spaced(text: str) -> str:
    return text.replace(NBSP, " ")


def _faults(text: str) -> Iterator[_Fault]:
    for first in _FIRST.finditer(text):
        yield _Fault(*first.span("day"), _NOT_FIRST, "1er")
    for year in _YEAR.finditer(text):
        words = _BEFORE.search(text, max(0, year.start() - _NEAR), year.start())
        if words:
            yield from _of_date(text, words, year)


def _of_date(text: str, words: re.Match[str], year: re.Match[str]) -> Iterator[_Fault]:
    written, before = words["month"], words["day"] or ""
    month = _MONTHS.get(fold(written))
    is_issue = before.isdigit() and _NUMBERED.search(text, 0, words.start()) is not None
    has_day = not is_issue and _DAY.fullmatch(before) is not None
    if not is_issue and before.isdigit() and (not int(before) or 31 < int(before) < 100) and month:
        yield _Fault(*words.span("day"), f"« {before} » n'est pas un jour du mois")
    digits = len(year["year"])
    is_long = digits > 4 or (digits == 3 and not _COUNT.match(text, year.end()))
    is_short = digits == 3 and has_day and month is not None
    if is_short or (is_long and (month or written.lower() in _BEFORE_A_YEAR)):
        yield _Fault(*year.span("year"), f"« {year['year']} » n'est pas une année")
    if month is None:
        if has_day and written not in _ENGLISH and (meant := _misspelt(written)):
            message = f"« {written} » n'est pas le nom d'un mois"
            yield _Fault(*words.span("month"), message, meant)
        return
    is_street = _STREET.search(text, max(0, words.start() - _NEAR), words.start()) is not None
    is_wrong = written != month and (has_day or fold(written) == written.lower() != month)
    if is_wrong and not (is_street or written.isupper()):
        yield _Fault(*words.span("month"), f"« {written} » s'écrit « {month} »", month)
    if has_day and before in ("1", "01"):
        yield _Fault(*words.span("day"), _NOT_FIRST, "1er")
    if before in ("le", "du", "au") and written == month:
        yield _Fault(*words.span(), f"il manque le jour entre « {before} » et « {month} »")


def _misspelt(written: str) -> str:
    """Give the month that a word is a letter away from, if there is one."""
    plain = fold(written)
    return next((name for key, name in _MONTHS.items() if is_a_letter_away(plain, key)), "")
