"""Liste ou paragraphes réunis en une seule ligne

Ce que la règle vérifie
    Un texte de plusieurs lignes garde, une fois lu, les éléments de liste et les paragraphes que
    l'on voit dans le fichier. Ailleurs, un tiret ne suit pas un point-virgule, un point ou deux
    points sur la même ligne.
Pourquoi
    Sans « | » après la clé, ou après « > », YAML réunit les lignes : la liste devient une suite
    de tirets, et une ligne vide ne sépare plus les paragraphes. Ailleurs, un tiret décalé vers la
    droite rattache son élément à celui d'avant.
Exemple
    body: >
      Il faut :
      - un compte ;
      - une carte.
À écrire plutôt
    body: |
      Il faut :
      - un compte ;
      - une carte.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.problem import Place
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import texts_in
from segur_faq.lint.passages import passages

_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s")
_FIRST = re.compile(r"^\s*1[.)]\s")
_DASH = re.compile(r"^\s*-\s")
_TEXTS = ("question", "short", "body", "caveat", "text")
_BULLETS = "•◦▪●►▸"
_RUN_ON = re.compile(
    r"(?:[\w)»€%*][ \u00a0\u202f]?(?:;(?= - \d)|[;:](?! - \d))|[^\W_]{2}[)»*]*\.)"
    r" (?P<dash>-) (?=\w|\*\*\S|«)"
    rf"|[.;:] (?P<bullet>[{_BULLETS}]) "
)
_PARAGRAPH = re.compile(r"\n\s*\n")
_FOLDED = (">", ">-", ">+")
_ENDS = (".", ":", ";", ",", "!", "?")


def check(reading: Reading) -> Iterator[Finding]:
    told: dict[str, set[int]] = {}
    for node, finding in _by_lines(reading):
        place = node.place
        told.setdefault(place.file, set()).update(range(place.line, place.end_line + 1))
        yield finding
    for passage in passages(reading, traces=("; - ", ": - ", ". - ", *_BULLETS)):
        for mark in _RUN_ON.finditer(passage.bare) if passage.key in _TEXTS else ():
            place = passage.place(*mark.span("dash" if mark["dash"] else "bullet"))
            if place.line not in told.get(place.file, ()):
                yield Finding(
                    place,
                    "ce tiret ne fait pas de liste : il est au milieu d'une ligne",
                    "Dans « body », mettez chaque élément sur sa ligne ; ailleurs, faites-en une "
                    "phrase.",
                )


def _by_lines(reading: Reading) -> Iterator[tuple[Node, Finding]]:
    for entry in reading.answers:
        if isinstance(entry.node, Mapping):
            for key, (_, value) in entry.node.pairs.items():
                if isinstance(value, Sequence):
                    for item in value.items:
                        if isinstance(item, Scalar) and " - " in item.text:
                            yield from ((item, f) for f in _check(reading, item, ""))
                else:
                    yield from ((value, f) for f in _check(reading, value, key))
        for _, node in texts_in(entry.node):
            yield from ((node, f) for f in _check(reading, node, "text"))


def _check(reading: Reading, node: Node, key: str) -> Iterator[Finding]:
    if not isinstance(node, Scalar) or node.is_on_one_line:
        return
    if not (key in _TEXTS or " - " in node.text):
        return
    place = node.place
    whole = reading.files[place.file].lines
    if whole[place.line - 1][place.column - 1 : place.column] == "|":
        return
    lines = whole[place.line - 1 : place.end_line]
    if place.end_column == 1:
        lines.pop()
    lost = _lost_item(node, lines) if key else _lost_dash(lines)
    if lost:
        line = lines[lost]
        yield Finding(
            _at(place, lost, len(line) - len(line.lstrip()) + 1, len(line) + 1),
            "cet élément de liste est lu à la suite de la ligne d'avant",
            "Alignez son tiret sur celui d'avant, ou mettez « | » après la clé du texte.",
        )
    elif key and not any(map(_ITEM.match, lines[1:])):
        yield from _lost_paragraph(node, lines, place)


def _lost_dash(lines: list[str]) -> int:
    """Give the line of an item that was run into the one before; 0 if there is none."""
    return next((n for n, line in enumerate(lines) if n and _DASH.match(line)), 0)


def _lost_item(node: Scalar, lines: list[str]) -> int:
    """Give the line of an item of a text that is no longer one; 0 if there is none.

    A line of prose may begin with a dash, or with a number that ends a sentence.
    """
    items = [n for n, line in enumerate(lines) if n and _ITEM.match(line)]
    if not items:
        return 0
    if not any(_FIRST.match(lines[n]) for n in items):
        items = [n for n in items if not lines[n].lstrip()[0].isdigit()]
    kept = sum(1 for line in node.text.split("\n") if _ITEM.match(line))
    above = {n: "" if n == 1 and lines[0].endswith(_FOLDED) else lines[n - 1] for n in items}
    certain = [n for n in items if n - 1 in items or (above[n].strip() or ":").endswith(_ENDS)]
    return min(certain, default=0) if len(items) > kept else 0


def _lost_paragraph(node: Scalar, lines: list[str], place: Place) -> Iterator[Finding]:
    blank = [n for n, line in enumerate(lines) if n and not line.strip()]
    if not blank:
        return
    between = [n for n in blank if n - 1 not in blank and not lines[n - 1].endswith(_FOLDED)]
    between = [n for n in between if any(line.strip() for line in lines[n:])]
    if len(between) > len(_PARAGRAPH.findall(node.text.strip())):
        yield Finding(
            _at(place, between[0], 1, 1),
            "cette ligne vide ne sépare pas deux paragraphes : ils sont réunis",
            "Mettez « | » après « body: », et le texte en dessous.",
        )


def _at(place: Place, number: int, start: int, end: int) -> Place:
    line = place.line + number
    return Place(place.file, line, start, line, end)
