"""Espace oubliée après un signe de ponctuation

Ce que la règle vérifie
    Une espace suit une virgule, un point-virgule, un point d'interrogation ou le point qui finit
    une phrase. La règle ne regarde ni les adresses, ni les noms de fichiers, ni les nombres, ni ce
    qui est entre accents graves.
Pourquoi
    Deux mots collés arrêtent l'œil, et la recherche ne trouve plus ni l'un ni l'autre. C'est
    souvent la trace de deux passages réunis.
Exemple
    short: Oui,sauf en officine.Le certificat suffit.
À écrire plutôt
    short: Oui, sauf en officine. Le certificat suffit.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.literals import is_english
from segur_faq.lint.passages import passages
from segur_faq.lint.vocabulary import SMALL_LETTERS

SEVERITY = Severity.WARNING

_OPENERS = (
    "Le|La|Les|L|Une?|Des|Du|Il|Ils|Elle|Elles|On|Nous|Vous|Votre|Ce|Cet|Cette|Ces|Cela|C|Si|En"
    "|Pour|Par|Sur|Dans|Avec|Sans|À|Au|Aux|Mais|Oui|Non|Tout|Toute|Tous|Toutes|Chaque|Aucune?"
    "|Quand|Après|Avant|Voir|Voyez|Son|Sa|Ses|Leur|Leurs|Notre|De|D|Selon|Depuis|Lors"
)
"""What begins a sentence, and not the second part of a name: « Node.Js », « dossier.Zip »."""
_GLUED = re.compile(
    rf"(?:[{SMALL_LETTERS}]{{2}}[)»*]*|[\w.][)»]|»|\b[A-Z]{{2,}}|\d{{4}}),"
    rf"(?=[{SMALL_LETTERS}]{{2}}|[cdjlmnst]['’][{SMALL_LETTERS}])"
    rf"|(?:[{SMALL_LETTERS}]{{2}}|[)»]|\b[A-Z]{{2,}}(?=\.[A-Z][a-z]))\.(?=(?:{_OPENERS})\b)"
    rf"|(?:\A|[{SMALL_LETTERS})»])[;?](?=[^\W\d_]{{2}})"
)
_TOKEN = re.compile(r"\S+")
_INSIDE = re.compile(r"[,.;?][^\W\d_]")
_OF_A_NAME = re.compile(r"[_/\\@=&#<>{}\x00\x01]|\.\w+\.\w|\.[a-z0-9]{2,4}\W*\Z")
"""What the name of a file, a class or an address holds, and two words run together do not."""
_SENTENCE_END = re.compile(r"\.[A-ZÀ-Þ]")
_AFTER_MARK = re.compile(r";[^\W\d_]|\?[^\W\d_]")


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, _is_suspect):
        if is_english(passage.text):
            continue
        for token in _TOKEN.finditer(passage.bare):
            if not _INSIDE.search(token[0]) or _OF_A_NAME.search(token[0]):
                continue
            for glued in _GLUED.finditer(token[0]):
                at = token.start() + glued.end()
                sign = token[0][glued.end() - 1]
                yield Finding(
                    passage.place(at - 1, at),
                    f"aucune espace ne suit « {sign} »",
                    "Mettez une espace après ce signe, et vérifiez qu'il ne manque rien.",
                )


def _is_suspect(text: str) -> bool:
    return (
        text.count(",") != text.count(", ") + text.count(",\n")
        or _SENTENCE_END.search(text) is not None
        or ((";" in text or "?" in text) and _AFTER_MARK.search(text) is not None)
    )
