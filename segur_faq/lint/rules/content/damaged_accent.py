"""Accents abîmés par un mauvais encodage

Ce que la règle vérifie
    Aucun texte ne contient « Ã© » pour « é », « â€™ » pour l'apostrophe, « Â » devant une espace
    insécable ou un guillemet, ni le signe « � » d'un caractère perdu.
Pourquoi
    Un passage copié d'une page ou d'un fichier lu dans un autre encodage s'affiche ainsi. Le
    lecteur bute, et la recherche ne trouve plus ces mots.
Exemple
    short: Oui, l'Ã©diteur dÃ©pose un seul dossier.
À écrire plutôt
    short: Oui, l'éditeur dépose un seul dossier.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.files import SourceFile
from segur_faq.corpus.problem import Edit, Fix, Place
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.text import REPLACEMENT

_SECOND = "\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What the second and third bytes of UTF-8 look like in Windows-1252."""

_QUICK = {first: re.compile(f"{first}[{_SECOND}]") for first in "ÃÂÅâ"}
_FOREIGN = "ŽŠˆ‚ÈÊ"
"""What accents look like when they come from the code pages of old computers."""

_LETTERS = "a-zà-öø-ÿœ"
_QUICK |= {sign: re.compile(f"{sign}(?<=[{_LETTERS}].)[{_LETTERS}]") for sign in _FOREIGN}
_QUICK["Ã"] = re.compile(f"Ã(?:[{_SECOND}]|(?<=[{_LETTERS}].)|[ .,;)])")
_DAMAGE = re.compile(
    f"(?:[ÃÂÅ][{_SECOND}]|â[€‚„†][{_SECOND}])+|{REPLACEMENT}"
    f"|(?<=[{_LETTERS}])[{_FOREIGN}](?=[{_LETTERS}])|(?<=[{_LETTERS}])Ã|Ã(?=[ .,;)])"
)

_OF_AN_ID = re.compile(r"\b(?:id|term):[^,}]*$")
"""What stands before an id: others refer to it, so that changing it is for someone to decide."""


def check(reading: Reading) -> Iterator[Finding]:
    hidden = {
        (problem.place.file, problem.place.line)
        for problem in reading.problems
        if problem.code == "control-character"
    }  # what reading put U+FFFD in the place of
    for file in reading.files.values():
        if not _may_be_damaged(file):
            continue
        for number, line in enumerate(file.lines, start=1):
            for found in _DAMAGE.finditer(line):
                place = Place(file.name, number, found.start() + 1, number, found.end() + 1)
                if found[0] != REPLACEMENT:
                    yield _damaged(place, found[0], line[: found.start()])
                elif (file.name, number) not in hidden:
                    yield Finding(
                        place,
                        f"« {REPLACEMENT} » tient la place d'un caractère perdu",
                        "Réécrivez le mot d'après la source.",
                    )


def _may_be_damaged(file: SourceFile) -> bool:
    return REPLACEMENT in file.signs or any(
        first in file.signs and pattern.search(file.text) for first, pattern in _QUICK.items()
    )


def _damaged(place: Place, text: str, before: str) -> Finding:
    message = f"« {text} » est un caractère abîmé par un mauvais encodage"
    try:
        meant = text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return Finding(place, message, "Réécrivez le mot d'après la source.")
    if not meant.isprintable():
        return Finding(place, message, "Réécrivez le mot d'après la source.")
    fix = None
    if not _OF_AN_ID.search(before):
        fix = Fix("Rétablir le caractère", (Edit(place, meant),))
    return Finding(place, message, f"Écrivez « {meant} ».", fix)
