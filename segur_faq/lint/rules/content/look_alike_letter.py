"""Lettre d'un autre alphabet dans un mot français

Ce que la règle vérifie
    Un mot n'est pas écrit en partie avec des lettres cyrilliques ou grecques qui ressemblent aux
    nôtres : le « а » de « dаte », par exemple, peut être celui du russe.
Pourquoi
    Cela ne se voit pas, mais ni la recherche ni le glossaire ne trouvent plus ce mot. Ces
    lettres viennent d'un document copié, ou d'un clavier mal réglé.
Exemple
    short: Le DМP se consulte en ligne.
À écrire plutôt
    short: Le DMP se consulte en ligne.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Edit, Fix, Place
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding

_LOOKS = "АВЕКМНОРСТУХаеорсухіјѕԁԛԝІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_IS = "ABEKMHOPCTYXaeopcyxijsdqwIJSABEZHIKMNOPTYXo"
_LATIN = str.maketrans(_LOOKS, _IS)
_ANY = re.compile(f"[{_LOOKS}\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+")
_OURS = re.compile("[A-Za-zÀ-ÖØ-öø-ÿŒœ]")

_OF_AN_ID = re.compile(r"\b(?:id|term):[^,}]*$")
"""What stands before an id: others refer to it, so that changing it is for someone to decide."""


def check(reading: Reading) -> Iterator[Finding]:
    for file in reading.files.values():
        if not _ANY.search("".join(file.signs)):
            continue
        for number, line in enumerate(file.lines, start=1):
            if not _ANY.search(line):
                continue
            for word in _WORD.finditer(line):
                if _ANY.search(word[0]) and _OURS.search(word[0]):
                    place = Place(file.name, number, word.start() + 1, number, word.end() + 1)
                    yield _mixed(place, word[0], _OF_AN_ID.search(line[: word.start()]) is not None)


def _mixed(place: Place, word: str, is_id: bool) -> Finding:
    foreign = ", ".join(f"« {c} » (U+{ord(c):04X})" for c in dict.fromkeys(_ANY.findall(word)))
    meant = word.translate(_LATIN)
    fix = None
    if not is_id and not _ANY.search(meant):
        fix = Fix("Mettre les lettres latines", (Edit(place, meant),))
    return Finding(
        place,
        f"« {word} » contient une lettre d'un autre alphabet : {foreign}",
        "Retapez ce mot au clavier.",
        fix,
    )
