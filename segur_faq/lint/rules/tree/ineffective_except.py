"""Exception qui ne retire rien

Ce que la règle vérifie
    Chaque condition d'« except » retire quelque chose à ce que la réponse couvre, et chacune de
    ses valeurs y correspond.
Pourquoi
    Une exception sans effet laisse croire que la réponse est limitée. Elle cite souvent une
    option que la réponse ne couvrait pas, ou ce qu'une autre exception a déjà retiré.
Exemple
    applies: {offre: [segur], couloir: [imagerie, biologie]}
    except: {couloir: [officine]}
À écrire plutôt
    applies: {offre: [segur], couloir: all}
    except: {couloir: [officine]}
"""

from collections.abc import Iterator
from dataclasses import replace

from segur_faq.corpus.index import boxes_of
from segur_faq.corpus.model import Answer, Condition
from segur_faq.corpus.nodes import Sequence
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.conditions import below, exceptions, words
from segur_faq.lint.finding import Finding
from segur_faq.lint.reach import Reach, judged


def check(reading: Reading) -> Iterator[Finding]:
    for entry, reach in judged(reading):
        written = below(entry.node, "except")
        if written is None:
            continue
        if isinstance(written, Sequence) and not written.items:
            yield Finding(written.place, "cette liste d'exceptions est vide", "Supprimez la ligne.")
        for number, condition in enumerate(entry.value.exceptions):
            reason = _why_ineffective(entry.value, number, condition, reach)
            if reason:
                yield Finding(
                    entry.at("except", number),
                    f"cette exception ne retire rien : {reason}",
                    "Supprimez-la, ou citez des options que la réponse couvre.",
                )
            elif reach.of(entry.value):
                yield from _words(entry, number, reading, reach)


def _words(entry: Entry[Answer], number: int, reading: Reading, reach: Reach) -> Iterator[Finding]:
    """Look for the words that remove nothing, in an exception that does remove something."""
    condition = entry.value.exceptions[number]
    for level, options in condition.items():
        if len(options) == 1:
            continue
        for word in words(exceptions(entry.node)[number], level, reading.corpus):
            narrowed = {**condition, level: word.options}
            if (
                word.options
                and not reach.is_blocked(narrowed)
                and not reach.overlap(entry.value.applies, narrowed)
            ):
                yield Finding(
                    word.node.place,
                    f"« {word.text} » ne retire rien ici : la réponse ne s'y appliquait déjà pas",
                    f"Supprimez « {word.text} », ou citez une option que la réponse couvre.",
                )


def _why_ineffective(answer: Answer, number: int, condition: Condition, reach: Reach) -> str:
    if not condition:
        return "elle est vide"
    if reach.is_blocked(condition) or not reach.where(answer.applies):
        return ""  # another rule says why
    if not reach.overlap(answer.applies, condition):
        return "la réponse ne s'y appliquait déjà pas"
    before = boxes_of(replace(answer, exceptions=answer.exceptions[:number]))
    if not any(reach.overlap(box, condition) for box in before):
        return "celles qui la précèdent ont déjà tout retiré"
    return ""
