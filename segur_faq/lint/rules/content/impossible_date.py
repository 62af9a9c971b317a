"""Date qui n'existe pas

Ce que la règle vérifie
    Un jour écrit dans un texte existe : ni 31 avril, ni 30 février, ni 29 février d'une année
    ordinaire, ni 31/04/2027, ni 12/25/2027, ni 2027-13-01.
Pourquoi
    Une échéance qui n'existe pas laisse le lecteur deviner la vraie, et la date est souvent mal
    recopiée.
Exemple
    short: Déposez la demande avant le 31 avril 2027.
À écrire plutôt
    short: Déposez la demande avant le 30 avril 2027.
"""

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from itertools import pairwise

from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.passages import passages
from segur_faq.lint.spaces import INLINE

_DAYS = {"février": 29, "avril": 30, "juin": 30, "septembre": 30, "novembre": 30}
_DATE = re.compile(
    rf"(?<![\d,.-])(?P<day>29|30|31)[{INLINE}\n](?P<month>{'|'.join(_DAYS)})\b"
    rf"(?:[{INLINE}\n](?P<year>\d{{4}})\b)?"
)
_NUMBERS = re.compile(
    r"(?<![\w/.-])(?:(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>20\d{1,3})"
    r"|(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d))(?![\w/-]|\.\d)"
)
_ISO = re.compile(r"20\d\d-\d\d-\d\d")
# Each begins with a figure, which the engine looks for much faster than for one of several.
_QUICK = (
    re.compile(rf"31[{INLINE}\n](?:{'|'.join(_DAYS)})\b"),
    re.compile(rf"30[{INLINE}\n]février"),
    re.compile(rf"29[{INLINE}\n]février"),
)


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, _is_suspect):
        for date in _impossible(passage.bare):
            yield Finding(
                passage.place(*date.span()),
                f"le {date[0]} n'existe pas",
                "Écrivez le jour, puis le mois, puis l'année, d'après la source.",
            )
        for date in _DATE.finditer(passage.text):
            day, month = int(date["day"]), date["month"]
            last = _DAYS[month]
            if month == "février" and date["year"] and not isleap(int(date["year"])):
                last = 28
            if day > last:
                year = f" {date['year']}" if date["year"] else ""
                yield Finding(
                    passage.place(*date.span()),
                    f"le {day} {month}{year} n'existe pas",
                    f"Ce mois-là s'arrête au {last} : reprenez la date dans la source.",
                )


def _is_suspect(text: str) -> bool:
    if any(quick.search(text) for quick in _QUICK):
        return True
    dates = {before[-6:] + "/20" + after[:4] for before, after in pairwise(text.split("/20"))}
    dates.update(_ISO.findall(text))
    return any(_impossible("\n".join(dates)))  # each one is tried once


def _impossible(text: str) -> Iterator[re.Match[str]]:
    for date in _NUMBERS.finditer(text):
        year, month, day = (int(date[long] or date[long[0]]) for long in ("year", "month", "day"))
        exists = year < 2100 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
        if year < 1000 or not exists:
            yield date
