"""Même recherche écrite deux fois

Ce que la règle vérifie
    Un « found_by » n'est écrit qu'une fois, dans une réponse ou dans deux : majuscules, accents et
    ponctuation n'en font pas un autre. Deux réponses qui se citent l'une l'autre
    (« see_also ») peuvent l'avoir toutes les deux : le lecteur passe de l'une à l'autre.
Pourquoi
    Dans une réponse, la seconde fois n'ajoute rien. Dans deux, la recherche ne peut en mettre
    qu'une en premier, et l'auteur de l'autre ne le sait pas.
Exemple
    found_by: [durée du prêt, prolonger, Durée du prêt]
À écrire plutôt
    found_by: [durée du prêt, prolonger, rendre plus tard]
"""

from collections.abc import Iterator
from itertools import chain
from typing import TypeVar

from segur_faq.corpus.files import unusual
from segur_faq.corpus.model import Answer
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.known import written
from segur_faq.lint.vocabulary import WORD, plainly
from segur_faq.text import fold

SEVERITY = Severity.WARNING

_MARKS = " ?!.,;:'\"()-"
_PUNCTUATION = str.maketrans("", "", _MARKS)


def check(reading: Reading) -> Iterator[Finding]:
    wordings = [wording for entry in reading.answers for wording in entry.value.found_by]
    if not wordings:
        return
    outlines = _outlines(wordings)
    if len(set(outlines)) == len(outlines):
        return
    owners = chain.from_iterable([e] * len(e.value.found_by) for e in reading.answers)
    alike = _repeated(outlines)
    likely = [(w, e) for w, e, key in zip(wordings, owners, outlines, strict=True) if key in alike]
    plain = "\n".join(plainly(w for w, _ in likely)).translate(_PUNCTUATION).split("\n")
    twins = _repeated(plain)
    several: dict[str, list[Entry[Answer]]] = {}
    for key, (_, entry) in zip(plain, likely, strict=True):
        if key in twins and entry not in several.setdefault(key, []):
            several[key].append(entry)
    involved = dict.fromkeys(entry for entries in several.values() for entry in entries)
    yield from _twins(list(involved))


def _outlines(wordings: list[str]) -> list[bytes]:
    """Give what is left of each without punctuation, accents, nor letters that may have some.

    Equal wordings have equal outlines, which are much faster to make than what is compared after.
    """
    text = "\n".join(wordings)
    accented = fold("".join(unusual(text)))
    dropped = f"{_MARKS}{accented}{accented.upper()}".encode("ascii", "ignore")
    plain = text.encode("ascii", "ignore").translate(None, dropped.replace(b"\n", b""))
    return plain.lower().split(b"\n")


_Key = TypeVar("_Key", str, bytes)


def _repeated(keys: list[_Key]) -> set[_Key]:
    seen: set[_Key] = set()
    return {key for key in keys if key in seen or seen.add(key)}  # type: ignore[func-returns-value]


def _twins(entries: list[Entry[Answer]]) -> Iterator[Finding]:
    first: dict[str, tuple[Entry[Answer], str, str]] = {}
    for entry in entries:
        for text, node in written(entry, "found_by"):
            wording = " ".join(WORD.findall(fold(text)))
            if not wording:
                continue
            if wording not in first:
                first[wording] = entry, text, str(node.place)
                continue
            other, same, place = first[wording]
            if other is entry and text == same:
                continue  # `repeated-value` reports it
            if other is entry:
                yield Finding(
                    node.place,
                    f"cette recherche est déjà écrite, à {place}",
                    "Retirez-la, ou écrivez une autre façon de demander.",
                )
            elif not _cite_each_other(entry.value, other.value):
                yield Finding(
                    node.place,
                    f"« {other.value.id} » a déjà cette recherche, à {place}",
                    "Précisez-la, gardez-la pour une seule des deux, ou citez chaque réponse dans "
                    "les « see_also » de l'autre.",
                )


def _cite_each_other(one: Answer, other: Answer) -> bool:
    return other.id in one.see_also and one.id in other.see_also
