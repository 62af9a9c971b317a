"""Corps qui ne fait que répéter la réponse courte

Ce que la règle vérifie
    « body » dit autre chose que « short » : parmi ses mots, plus d'un sur sept n'est ni dans
    « short » ni dans « question », ou bien il donne un nombre, une adresse ou un sigle de plus.
    Les petits mots, les majuscules, les accents et les terminaisons ne comptent pas.
Pourquoi
    Le lecteur lit « short », puis « body » : deux fois la même phrase lui fait chercher la
    différence. Un « body » est facultatif.
Exemple
    short: La carte est gratuite pour les moins de dix-huit ans.
    body: |
      Pour les moins de dix-huit ans, la carte est gratuite.
À écrire plutôt
    short: La carte est gratuite pour les moins de dix-huit ans.
    body: |
      Joignez à la demande une pièce d'identité et l'accord d'un parent.
"""

from collections.abc import Iterator

from segur_faq.corpus.model import Answer
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.vocabulary import WORD, names_something, plainly, stem

SEVERITY = Severity.WARNING

_NEW = 1 / 7
_LONGER = 1.5
"""A body so many times longer than what it would repeat has other words: it is not compared."""

_UNLIKE = 0.8
"""Above this share of other words as they are written, stems are not worth computing."""


def check(reading: Reading) -> Iterator[Finding]:
    for entry in reading.answers:
        if entry.value.body and _repeats(entry.value):
            yield Finding(
                entry.at("body"),
                "« body » ne dit rien de plus que « short »",
                "Retirez-le, ou donnez les conditions, les étapes ou les exceptions.",
            )


def _repeats(answer: Answer) -> bool:
    if len(answer.body) > _LONGER * (len(answer.short) + len(answer.question)):
        return False
    written = set(answer.body.split())
    if len(written - set(f"{answer.short} {answer.question}".split())) > len(written) * _UNLIKE:
        return False
    body = WORD.findall(answer.body)
    before = WORD.findall(f"{answer.short} {answer.question}")
    known = set(plainly(before))
    if any(name not in known for name in plainly(filter(names_something, body))):
        return False
    told = _stems(body)
    return len(told - _stems(before)) <= len(told) * _NEW


def _stems(words: list[str]) -> set[str]:
    return {stem(word) for word in plainly(words) if len(word) > 3 or word.isdigit()}
