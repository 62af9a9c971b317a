"""Valeur écrite deux fois dans une liste

Ce que la règle vérifie
    Une condition ne cite une option qu'une fois, même par un groupe qui la contient ; une
    réponse ne cite chaque source et chaque recherche (« found_by ») qu'une fois.
Pourquoi
    La seconde ne change rien : elle tient souvent la place de celle que l'on voulait écrire, ou
    reste d'une réponse copiée.
Exemple
    # ville: {couloir: [mdv, officine]}
    applies: {offre: [segur], couloir: [ville, officine]}
À écrire plutôt
    applies: {offre: [segur], couloir: [ville, biologie]}
"""

from collections.abc import Iterator
from itertools import chain

from segur_faq.corpus.model import Answer
from segur_faq.corpus.nodes import Mapping, Scalar, Sequence
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.conditions import below, of_the_answers, of_the_cascade, words
from segur_faq.lint.finding import Finding
from segur_faq.lint.known import texts
from segur_faq.lint.removal import removal

SEVERITY = Severity.WARNING
_ONCE = "Gardez-le une seule fois, ou écrivez celui que vous vouliez."


def check(reading: Reading) -> Iterator[Finding]:
    sound: set[tuple[str, ...]] = set()  # answers say the same of a level over and over
    for condition in chain(of_the_cascade(reading), of_the_answers(reading)):
        if isinstance(condition, Mapping):
            for level, (_, value) in condition.pairs.items():
                if isinstance(value, Sequence) and len(value.items) > 1:
                    said = (level, *[i.text for i in value.items if isinstance(i, Scalar)])
                    if said not in sound:
                        found = [*_options(condition, level, reading)]
                        yield from found
                        if not found:
                            sound.add(said)
    for entry in reading.answers:
        yield from _searches(entry)
        yield from _sources(entry)


def _options(condition: Mapping, level: str, reading: Reading) -> Iterator[Finding]:
    if level not in reading.corpus.levels_by_id:
        return
    cited: dict[str, str] = {}
    for word, node, options in words(condition, level, reading.corpus):
        if options and all(option in cited for option in options):
            by = {cited[option] for option in options}
            through = f", par le groupe « {min(by)} »" if by != {word} else ""
            yield Finding(
                node.place,
                f"« {word} » est déjà dans cette liste{through}",
                _ONCE,
                removal(condition.get(level), node),
            )
        for option in options:
            cited.setdefault(option, word)


def _searches(entry: Entry[Answer]) -> Iterator[Finding]:
    node = below(entry.node, "found_by")
    if len({*entry.value.found_by}) == len(entry.value.found_by):
        return
    seen = set()
    for text, scalar in texts(node):
        if text in seen:
            message = f"« {text} » est déjà dans cette liste"
            yield Finding(scalar.place, message, _ONCE, removal(node, scalar))
        seen.add(text)


def _sources(entry: Entry[Answer]) -> Iterator[Finding]:
    refs = [citation.ref for citation in entry.value.sources]
    if len({*refs}) == len(refs):
        return
    for number, ref in enumerate(refs):
        first = refs.index(ref)
        if ref and first < number:
            yield Finding(
                entry.at("sources", number, "ref"),
                f"cette réponse cite déjà « {ref} », à {entry.at('sources', first, 'ref')}",
                "Gardez-la une seule fois, avec la date de la dernière lecture.",
            )
