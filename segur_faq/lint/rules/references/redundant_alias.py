"""Autre nom qui n'ajoute rien

Ce que la règle vérifie
    Un alias n'est ni le libellé, ni l'identifiant de son option, et n'est écrit qu'une fois ; un
    synonyme du glossaire n'est ni un terme, ni son développé, et n'est écrit qu'une fois. Un
    développé n'est pas son terme ; deux termes ne diffèrent pas par les seules majuscules.
    Majuscules et accents ne comptent pas : « sgl » et « SGL » sont le même mot. Un alias peut
    répéter le libellé court.
Pourquoi
    Le programme accepte déjà un identifiant et un libellé, quels qu'en soient les majuscules et
    les accents. Un alias répété tient souvent la place de celui que l'on voulait écrire.
Exemple
    - {id: sgl, label: Système de gestion de laboratoire, aliases: [SGL, SIL, sil]}
À écrire plutôt
    - {id: sgl, label: Système de gestion de laboratoire, aliases: [SIL]}
"""

from collections.abc import Iterator

from segur_faq.corpus.nodes import Node, Scalar
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.conditions import below
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import options_of, questions_in
from segur_faq.lint.known import texts
from segur_faq.lint.removal import removal
from segur_faq.text import fold

SEVERITY = Severity.WARNING


def check(reading: Reading) -> Iterator[Finding]:
    for _, option in reading.options:
        has = {"l'identifiant": option.value.id, "le libellé": option.value.label}
        yield from _check(option.node, "aliases", has, "de cette option")
    for answer in reading.answers:
        for question in questions_in(answer.node):
            for node in options_of(question):
                own = {"l'identifiant": node.get("id"), "le libellé": node.get("label")}
                has = {what: name.text for what, name in own.items() if isinstance(name, Scalar)}
                yield from _check(node, "aliases", has, "de cette option")
    yield from _of_terms(reading)


def _of_terms(reading: Reading) -> Iterator[Finding]:
    """Report the names of a term that are also those of another, or that repeat its own."""
    names: dict[str, str] = {}
    for entry in reading.terms:
        first = names.setdefault(fold(entry.value.term), entry.value.term)
        if first != entry.value.term:
            yield Finding(
                entry.at("term"),
                f"« {first} » et « {entry.value.term} » sont le même terme",
                "Réunissez les deux lignes : majuscules et accents ne comptent pas.",
            )
    for entry in reading.terms:
        term, expansion = entry.value.term, entry.value.expansion
        if fold(expansion) == fold(term):
            yield Finding(
                entry.at("expansion"),
                f"« {expansion} » répète le terme",
                "Écrivez le sigle en toutes lettres.",
            )
        for text, scalar in texts(below(entry.node, "synonyms")):
            if fold(text) in names and fold(text) != fold(term):
                yield Finding(
                    scalar.place,
                    f"« {text} » est déjà un terme du glossaire",
                    "Retirez-le d'ici, ou réunissez les deux lignes.",
                )
        has = {"le terme": term, "le développé": expansion}
        yield from _check(entry.node, "synonyms", has, "de cette ligne")


def _check(entry: Node, key: str, has: dict[str, str], whose: str) -> Iterator[Finding]:
    taken = {fold(name): f"est déjà {what} {whose}" for what, name in has.items()}
    node = below(entry, key)
    for text, scalar in texts(node):
        already = taken.setdefault(fold(text), "")
        if already:
            yield Finding(
                scalar.place,
                f"« {text} » {already}",
                "Retirez-le : majuscules et accents ne comptent pas.",
                removal(node, scalar),
            )
        taken[fold(text)] = "est déjà dans cette liste"
