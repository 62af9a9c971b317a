"""Réponse courte trop longue

Ce que la règle vérifie
    « short » n'a pas plus de 300 caractères, ni plus de quatre phrases.
Pourquoi
    C'est la réponse elle-même, en une ou deux phrases : qui s'arrête là a été servi. Elle se lit
    seule dans les résultats d'une recherche. Les conditions, les étapes et les exceptions vont
    dans « body ».
Exemple
    short: >-
      Oui. Le dépôt est possible. Il se fait en ligne. Le guichet ouvre le lundi. Il ferme le
      vendredi.
À écrire plutôt
    short: Oui, le dépôt se fait en ligne, du lundi au vendredi.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding

SEVERITY = Severity.WARNING
LIMIT = 300
SENTENCES = 4

_ENDS = ".!?…"
# A capital begins the next one; « L. 1470 » and « art. 5 » do not end theirs.
_END = re.compile(
    r"(?<![\s(][A-Z])(?<!\bart)(?<!\bcf)(?<!\bex)[.!?…][\s»\")]*(?:\Z|(?<=\s)(?=[«(\"\s]*[A-ZÀ-Ý]))"
)


def check(reading: Reading) -> Iterator[Finding]:
    for entry in reading.answers:
        text = entry.value.short
        if len(text) > LIMIT:
            message = f"cette réponse courte a {len(text)} caractères, pour {LIMIT} au plus"
        elif sum(map(text.count, _ENDS)) >= SENTENCES and (count := _sentences(text)) > SENTENCES:
            message = f"cette réponse courte a {count} phrases, pour {SENTENCES} au plus"
        else:
            continue
        yield Finding(
            entry.at("short"),
            message,
            "Gardez le verdict et ce qui le décide ; mettez le reste dans « body ».",
        )


def _sentences(text: str) -> int:
    return len(_END.findall(text)) + (text[-1] not in '».!?…")')
