"""Deux éléments de liste réunis en un

Ce que la règle vérifie
    Un élément de liste (recherche, alias, synonyme) ne continue pas à la ligne suivante quand la
    première avait encore de la place.
Pourquoi
    Sans son tiret, une ligne fait partie de l'élément d'avant : deux recherches n'en font plus
    qu'une, que personne ne tape.
Exemple
    found_by:
      - formulaire 413
        commander un certificat
À écrire plutôt
    found_by:
      - formulaire 413
      - commander un certificat
"""

from collections.abc import Iterator

from segur_faq.corpus.nodes import Node, Scalar, Sequence
from segur_faq.corpus.problem import Place, Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.conditions import below
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import options_of, questions_in

SEVERITY = Severity.WARNING
_WIDTH = 80
"""Nobody goes to the next line before this column, in a list of a few words each."""


def check(reading: Reading) -> Iterator[Finding]:
    for answer in reading.answers:
        yield from _check(reading, answer.node, "found_by")
        for question in questions_in(answer.node):
            for choice in options_of(question):
                yield from _check(reading, choice, "aliases")
    for _, option in reading.options:
        yield from _check(reading, option.node, "aliases")
    for term in reading.terms:
        yield from _check(reading, term.node, "synonyms")


def _check(reading: Reading, entry: Node, key: str) -> Iterator[Finding]:
    node = below(entry, key)
    for item in node.items if isinstance(node, Sequence) else ():
        if not isinstance(item, Scalar) or item.quoted or item.is_on_one_line:
            continue
        if " " not in item.text:
            continue
        place = item.place
        lines = reading.files[place.file].lines
        if lines[place.line - 1][place.column - 1] in "|>[{":
            continue
        for number in range(place.line, place.end_line):
            line = lines[number]
            words = line.split()
            if not words or words[0] == "-":
                break  # another rule sees the dash
            if len(lines[number - 1].rstrip()) + 1 + len(words[0]) <= _WIDTH:
                start = len(line) - len(line.lstrip())
                yield Finding(
                    Place(place.file, number + 1, start + 1, number + 1, len(line.rstrip()) + 1),
                    "cette ligne fait partie de l'élément d'avant",
                    "Mettez un tiret devant, ou écrivez tout l'élément sur une ligne.",
                )
                break
