"""Texte coupé par un dièse

Ce que la règle vérifie
    Un texte écrit sans guillemets n'est pas suivi, sur sa ligne, d'un dièse collé à un mot, ni
    d'un commentaire alors que la phrase n'est pas finie.
Pourquoi
    Pour YAML, une espace suivie d'un dièse ouvre un commentaire : la fin du texte n'est pas lue,
    et le lecteur n'en voit que le début.
Exemple
    short: Non, un seul formulaire #413 suffit.
À écrire plutôt
    short: "Non, un seul formulaire #413 suffit."
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.problem import Place, Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.written import PROSE

SEVERITY = Severity.WARNING
_GLUED = re.compile(r"\s+(#[^\s#!=-].*)$")
_COMMENT = re.compile(r"\s+(#.*)$")
_SENTENCES = {"question", "short", "caveat", "body", "text", "definition", "reason"}
_FEW = 3
_ENDS = (".", "?", "!", "…", "»", ")", ":", ";")


def check(reading: Reading) -> Iterator[Finding]:
    for file in reading.files.values():
        root = reading.roots.get(file.name)
        # Most files have comments on lines of their own, at most.
        if root is None or " #" not in file.text:
            continue
        hit = {n for n, line in enumerate(file.lines, 1) if " #" in line and line.strip()[0] != "#"}
        if hit:
            keys = {*PROSE.get(file.kind, ()), "title", "found_by", "aliases", "synonyms"}
            yield from _below(root, "", keys, hit, file.lines)


def _below(
    node: Node, key: str, keys: set[str], hit: set[int], lines: list[str]
) -> Iterator[Finding]:
    if isinstance(node, Mapping):
        for name, (_, value) in node.pairs.items():
            yield from _below(value, name, keys, hit, lines)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _below(item, key, keys, hit, lines)
    elif isinstance(node, Scalar) and not node.quoted and key in keys:
        place = node.place
        after = lines[place.end_line - 1][place.end_column - 1 :] if place.end_line in hit else ""
        is_open = key in _SENTENCES and _is_unfinished(node.text)
        cut = (_COMMENT if is_open else _GLUED).match(after)
        if cut and lines[place.line - 1][place.column - 1 : place.column] not in ("|", ">"):
            yield _finding(place, cut)


def _is_unfinished(text: str) -> bool:
    return not text.rstrip().endswith(_ENDS) and len(text.split()) >= _FEW


def _finding(place: Place, cut: re.Match[str]) -> Finding:
    start = place.end_column + cut.start(1)
    return Finding(
        Place(place.file, place.end_line, start, place.end_line, start + len(cut[1])),
        f"« {cut[1]} » n'est pas lu : une espace suivie d'un dièse ouvre un commentaire",
        'Mettez tout le texte entre guillemets droits ("…") ; si c\'est un commentaire, mettez-le '
        "sur sa propre ligne.",
    )
