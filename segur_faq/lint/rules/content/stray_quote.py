"""Guillemet droit sans son pendant

Ce que la règle vérifie
    Un texte, un libellé, un alias ou une recherche ne finit pas par un guillemet droit (") resté
    seul.
Pourquoi
    Celui qui reste seul vient d'une paire dont l'autre a été effacé : il s'affiche, et l'alias ou
    la recherche ne se trouve plus comme on le tape. Dans un texte, les guillemets sont « ».
Exemple
    aliases: [e-prescription, ON"]
À écrire plutôt
    aliases: [e-prescription, "ON"]
"""

from collections.abc import Iterator

from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.spots import is_plain, place_within
from segur_faq.text import quoted

SEVERITY = Severity.WARNING


def check(reading: Reading) -> Iterator[Finding]:
    for file in reading.files.values():
        root = reading.roots.get(file.name)
        if (
            root is not None
            and '"' in file.text
            and any(line.count('"') % 2 for line in file.lines if '"' in line)
        ):
            yield from _below(reading, root)


def _below(reading: Reading, node: Node) -> Iterator[Finding]:
    if isinstance(node, Mapping):
        for _, value in node.pairs.values():
            yield from _below(reading, value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _below(reading, item)
    elif (
        isinstance(node, Scalar)
        and node.text.endswith('"')
        and node.text.count('"') % 2
        and is_plain(reading, node)
    ):
        yield Finding(
            place_within(reading, node, len(node.text) - 1, len(node.text)),
            "ce guillemet droit n'a pas de pendant",
            f"Remettez l'autre, ou retirez-le ; dans un texte, écrivez {quoted(['…'])}.",
        )
