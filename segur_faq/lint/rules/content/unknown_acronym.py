"""Sigle absent du glossaire

Ce que la règle vérifie
    Un sigle en capitales qu'emploie une réponse (« question », « short », « body », « caveat », ses
    questions de suite), ou trois réponses si le corpus en a plus de cinquante, est dans
    glossary.yaml, comme terme ou comme synonyme, ou dans un libellé de la cascade, ou bien la
    réponse le développe : « Agence régionale de santé (ARS) », « ARS (Agence régionale de santé) ».
    Passent : les sigles que tout le monde lit (PDF, TVA, SIRET), les chiffres romains, les mots
    d'insistance (DOIT, NE DOIT PAS), les codes et noms composés (SC.DMP/CONF.11, IHE_XDM, F413),
    les adresses, ce qui est cité entre guillemets ou entre accents graves.
Pourquoi
    Le glossaire s'affiche sous la réponse et sert à la recherche : sans lui, qui ne connaît pas le
    sigle s'arrête là, et qui cherche le nom complet ne trouve rien.
    Dans un grand corpus, un sigle que citent une ou deux réponses est surtout un nom de leur
    sujet, que la phrase ou la source éclaire (une norme, un service, un examen) : le glossaire
    recueille ceux que le lecteur retrouve d'une réponse à l'autre.
Exemple
    short: Écrivez à votre ARS.        # glossary.yaml n'a pas ARS
À écrire plutôt
    terms:                             # dans glossary.yaml
      - {term: ARS, expansion: Agence régionale de santé}
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from segur_faq.corpus.files import GLOSSARY
from segur_faq.corpus.glossary import text_of
from segur_faq.corpus.model import Answer
from segur_faq.corpus.nodes import Scalar
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.conditions import below
from segur_faq.lint.everyday import EVERYDAY, INSISTENT
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import texts_in
from segur_faq.lint.spots import place_within
from segur_faq.lint.urls import without_addresses
from segur_faq.lint.vocabulary import WORD, plainly

SEVERITY = Severity.WARNING

_MANY, _OFTEN = 50, 3
"""Of the corpus that is shipped, 41 names would be reported for one answer that holds each, nearly
all of them standards, exams and offices of its subject alone; for two answers, 2; for three, none.
"""

_KEYS = ("question", "short", "body", "caveat")
_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_QUOTED = re.compile(r"`+[^`]+`+|[\w.+-]+@[\w.-]+|«[^»]{1,60}»|<[^<>]{1,40}>|\[[^\[\]]+\]")
# An elided word is no part of a name: « l'ARS », « qu'ARS », but not « HOP'EN ».
_JOINED_BEFORE = re.compile(r"[\w./@#_=^&+-]\Z|\w[^\Wu]['’]\Z|[^\WLDSNJCMTldsnjcmtu]['’]\Z")
_JOINED_AFTER = re.compile(r"[\w@#_=^/&]|[.'’-]\w| \d{1,2}(?!\d)")
_SMALL = r"(?:[\W_]+(?:de|du|des|la|le|les|et|en|a|au|aux|pour|par|sur|un|une|l|d)\b){0,3}"


def check(reading: Reading) -> Iterator[Finding]:
    glossaries = {file.name for file in reading.files.values() if file.kind == GLOSSARY}
    if not reading.terms or any(p.place.file in glossaries for p in reading.errors):
        return
    texts = [text_of(entry.value) for entry in reading.answers]
    unknown = _acronyms(set("\n".join(texts).split())) - _explained(reading)
    if not unknown:
        return
    held = [(entry, _held(unknown, text_of(entry.value))) for entry in reading.answers]
    used = Counter(acronym for _, acronyms in held for acronym in acronyms)
    often = _OFTEN if len(texts) > _MANY else 1
    for entry, acronyms in held:
        found = {acronym for acronym in acronyms if used[acronym] >= often}
        if found:
            yield from _in_answer(reading, entry, found)


def _held(unknown: set[str], text: str) -> set[str]:
    """Give which acronyms a text holds; cutting it into words is slow, and often useless."""
    likely = {acronym for acronym in unknown if acronym in text}
    return likely.intersection(WORD.findall(text)) if likely else likely


def _acronyms(chunks: set[str]) -> set[str]:
    """Give the words in capitals that may be acronyms.

    A long one that is written elsewhere in small letters is a word on which a text insists.
    """
    found = {word for chunk in chunks if not chunk.islower() for word in _capitals(chunk)}
    found = {w for w in found - EVERYDAY - INSISTENT if not _ROMAN.fullmatch(w)}
    if any(len(word) > 3 for word in found):
        small = set(WORD.findall("\n".join(plainly(c for c in chunks if not c.isupper()))))
        found = {word for word in found if len(word) <= 3 or plainly([word])[0] not in small}
    return found


def _capitals(chunk: str) -> list[str]:
    return [word for word in WORD.findall(chunk) if word[1:] and word.isupper() and word.isalpha()]


def _explained(reading: Reading) -> set[str]:
    """Give the words of the glossary and of the labels."""
    known: set[str] = set()
    for term in reading.terms:
        known.update(*map(WORD.findall, (term.value.term, *term.value.synonyms)))
    for _, entry in reading.options:
        option = entry.value
        labels = (option.label, option.short_label, option.family, *option.aliases)
        known.update(*map(WORD.findall, labels))
    return known


def _in_answer(reading: Reading, entry: Entry[Answer], found: set[str]) -> Iterator[Finding]:
    whole = text_of(entry.value)
    plain = plainly([whole.replace("\n", " ")])[0]
    missing = {acronym for acronym in found if not _is_expanded(acronym, whole, plain)}
    if not missing:
        return
    own = (below(entry.node, key) for key in _KEYS)
    for node in chain(own, (node for _, node in texts_in(entry.node))):
        if not isinstance(node, Scalar) or node.text.isupper():
            continue
        text = without_addresses(_QUOTED.sub(lambda code: " " * len(code[0]), node.text))
        for acronym in sorted(missing):
            at = _first(acronym, text)
            if at is not None:
                missing.discard(acronym)
                yield Finding(
                    place_within(reading, node, at, at + len(acronym)),
                    f"« {acronym} » n'est pas dans le glossaire",
                    f"Ajoutez ce sigle à glossary.yaml, ou développez-le ici : « … ({acronym}) ».",
                )


def _first(acronym: str, text: str) -> int | None:
    """Tell where a text first has an acronym as a word of its own, not as a part of a code."""
    at = text.find(acronym)
    while at >= 0:
        before, after = text[max(at - 3, 0) : at], text[at + len(acronym) :]
        if not _JOINED_BEFORE.search(before) and not _JOINED_AFTER.match(after):
            return at
        at = text.find(acronym, at + 1)
    return None


def _is_expanded(acronym: str, text: str, plain: str) -> bool:
    """Tell whether a text, given plain as well, says what an acronym stands for."""
    name = re.escape(acronym)
    if "(" in text and re.search(rf"\w[^\w(]{{1,6}}\({name}\b|\b{name}\**\s?\([^()]*\w\W+\w", text):
        return True
    if re.search(
        rf"\b{name}\b\W{{0,4}}(?:désigne|signifie|veut dire|c'est-à-dire|est le sigle)", text
    ):
        return True
    initials = (rf"{re.escape(letter)}\w+" for letter in plainly([acronym])[0])
    way = (_SMALL + r"[^\w.!?;:]{1,3}").join(initials)
    return re.search(rf"\b{way}", plain) is not None
