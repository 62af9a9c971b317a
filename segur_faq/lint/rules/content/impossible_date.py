"""Date qui n'existe pas

Ce que la règle vérifie
    Un jour écrit en toutes lettres dans un texte existe : ni 31 avril, ni 30 février, ni
    29 février d'une année ordinaire.
Pourquoi
    Une échéance qui n'existe pas laisse le lecteur deviner la vraie, et la date est souvent mal
    recopiée.
Exemple
    short: Déposez la demande avant le 31 avril 2027.
À écrire plutôt
    short: Déposez la demande avant le 30 avril 2027.
"""

import re
from calendar import isleap
from collections.abc import Iterator

from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.passages import passages
from segur_faq.lint.spaces import INLINE

_DAYS = {"février": 29, "avril": 30, "juin": 30, "septembre": 30, "novembre": 30}
_DATE = re.compile(
    rf"(?<![\d,.-])(?P<day>29|30|31)[{INLINE}\n](?P<month>{'|'.join(_DAYS)})\b"
    rf"(?:[{INLINE}\n](?P<year>\d{{4}})\b)?"
)
_TRACES = ("31", "30 f", "30\u00a0f", "29 f", "29\u00a0f")


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, traces=_TRACES):
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
