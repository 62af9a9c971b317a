"""Mot écrit deux fois de suite

Ce que la règle vérifie
    Un mot n'est pas suivi de lui-même, même d'une ligne à l'autre. Les répétitions que le
    français veut (« nous nous », « vous vous », « faire faire ») sont permises.
Pourquoi
    C'est une faute de frappe que l'œil saute, surtout quand la ligne se coupe entre les deux.
Exemple
    short: Demandez l'avance avant la fin de de la période.
À écrire plutôt
    short: Demandez l'avance avant la fin de la période.
"""

import re
from collections.abc import Iterator
from itertools import compress
from operator import eq

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.literals import is_english, word_set
from segur_faq.lint.passages import Passage, passages_around
from segur_faq.lint.spaces import INLINE

SEVERITY = Severity.WARNING
FIXABLE = True

# Neither the cut of a line that Markdown asks for nor a blank line may be between the two.
_BETWEEN = rf"(?:\*{{0,2}}[\t{INLINE}]+\*{{0,2}}|[ \t]?\n[ \t]*)"
_AFTER = r"(?![\w@/&+-]|['’]\w|\.\w)"
_TWICE = re.compile(
    r"(?<![\w'’.@/&+-])(?P<word>[^\W\d_]++(?:['’-][^\W\d_]++)*+)"
    rf"(?P<again>(?:{_BETWEEN}(?P=word))+){_AFTER}"
    rf"|(?<=['’])(?P<elided>[aeiouyhàâéèêëîïôùûœæ][^\W\d_]++)(?P<next>(?:{_BETWEEN}(?P=elided))+){_AFTER}",
    re.IGNORECASE,
)

_RIGHT = word_set(
    "nous vous faire fait en si oui non très tout bien là même tant ha hé ho hi bla tic tac"
)
"""Words that French doubles: « nous nous efforçons », « faire faire », « tout en en parlant »."""
_VERBS = word_set(
    "est sont a ont peut peuvent doit doivent veut veulent faut font va vont était étaient"
)
"""Verbs that end a clause and begin the next: « ceux qui le sont sont dispensés »."""
_NOUNS_AND_VERBS = word_set(
    "aide adresse balise cadre cause charge commande compte contrôle demande facture garde livre "
    "liste marche mesure montre note offre place porte programme référence règle signe trace"
)
"""Nouns that are also verbs: « la demande demande un délai »."""
_GOES_ON = re.compile(r"\s+(?!(?:par|de|du|des|pour|en|sur|avec|sans)\b)(?:\w|[«\x00])")
"""What follows a verb, rather than a noun: « la demande demande un délai »."""
_SMALL = word_set(
    "à au aux avec car ce ces cet cette chez comme dans de des dont du elle elles entre est et il "
    "ils la le les leur leurs mais ne on ont ou où par pas pour qu que qui sa sans se selon ses "
    "son sont sous sur un une vers"
)
"""Words that no meaning asks to double: one of them is to go."""
_ONE_SIGN = bytes.maketrans(b',:;!?()"*', b"........ ")
_OTHER_SIGNS = tuple(sign.encode() for sign in "«»“”°")
_OF_A_CLAUSE = re.compile(r"\b(?:qui|que|dont|où|comme|quand|si|ce)\b|\b(?:qu|lorsqu)['’]")
_DETERMINER = re.compile(
    r"(?:^|[\s'’(«])(?:le|la|les|l|une?|ce|cette|d|de|du|chaque|toute?|son|sa|votre|notre|leur)"
    r"(?:\s+|['’])$",
    re.IGNORECASE,
)


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages_around(reading, _offsets):
        for match in _TWICE.finditer(passage.bare):
            if not _is_right(passage.bare, match) and not is_english(passage.text):
                yield _finding(passage, match)


def _offsets(text: str) -> Iterator[int]:
    lower = text.replace("İ", "I").lower()  # the only letter that would become two
    for word in map(re.escape, _doubled(lower)):
        # A pattern that begins with letters is looked for much faster.
        twice = re.compile(rf"{word}(?<!\w{word})(?=\W+{word}\b)")
        yield from (match.start() for match in twice.finditer(lower))


def _doubled(text: str) -> set[str]:
    """Give the words that follow themselves; in bytes, which is much faster."""
    content = text.encode("utf-8", "surrogatepass").translate(_ONE_SIGN)
    for sign in _OTHER_SIGNS:
        content = content.replace(sign, b".")
    content = content.replace(b".", b" . ")
    parted = content.replace(b"'", b" ' ").replace("’".encode(), b" ' ")  # « l'accès accès »
    words = (word for some in (content, parted) for word in _twins(some))
    return {word for word in words if word[0].isalpha()}  # « ... » are signs, not words


def _twins(content: bytes) -> Iterator[str]:
    words = content.decode("utf-8", "surrogatepass").split()  # at any space that there is
    return compress(words, map(eq, words, words[1:]))


def _is_right(text: str, match: re.Match[str]) -> bool:
    first = match["word"] or match["elided"]
    second = (match["again"] or match["next"]).split()[-1].lstrip("*")
    word = first.lower()
    if first != second and (second != word or first[1:] != second[1:]):
        return True  # « la La » may be a name
    before = text[max(0, match.start() - 200) : match.start()]
    if word in _SMALL and first != word and before.rstrip(" *_(«\n")[-1:] not in ".:!?…":
        return True  # « à La La Land »
    if word in _RIGHT or (len(word) == 1 and first not in "àa"):
        return True
    if match["elided"] and word in ("un", "une", "on"):
        return True  # « quelqu'un un jour »
    if word == "leur":
        return before.lower().endswith(("le ", "la ", "les "))
    if word in _VERBS:
        return _OF_A_CLAUSE.search(re.split(r"[.:;!?]", before)[-1]) is not None
    if word in _NOUNS_AND_VERBS:
        follows = _GOES_ON.match(text, match.end())
        return follows is not None and _DETERMINER.search(before) is not None
    return False


def _finding(passage: Passage, match: re.Match[str]) -> Finding:
    group = "again" if match["again"] else "next"
    start, end = match.span(group)
    word = passage.text[start:end].split()[-1].lstrip("*")
    is_particle = word == "de" and passage.text[end : end + 2].strip().istitle()
    spaces = len(match[group]) - len(match[group].lstrip())
    return Finding(
        passage.place(start + spaces, end),
        f"« {word} » est écrit deux fois de suite",
        "Gardez-en un seul, ou tournez la phrase autrement.",
        passage.fix(f"Retirer le second « {word} »", (start, end, ""))
        if word.lower() in _SMALL and not is_particle and "*" not in match[group]
        else None,
    )
