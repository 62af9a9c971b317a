"""Groupe d'options dont rien ne se sert

Ce que la règle vérifie
    Chaque groupe de cascade.yaml est cité par au moins une condition : « applies », « except »,
    « under », « where » ou un autre groupe dont on se sert. Ce n'est qu'un avertissement, et il
    n'est donné que si toutes les réponses ont pu être lues.
Pourquoi
    On croit, à lire la cascade, que des réponses dépendent de ce groupe : le tenir à jour ne
    changerait rien.
Exemple
    # Aucune réponse ne cite « ville »
    groups:
      ville: {couloir: [mdv, officine]}
À écrire plutôt
    # Le groupe, et la réponse qui s'en sert
    applies: {offre: [segur], couloir: [ville]}
"""

from collections.abc import Iterator
from itertools import chain

from segur_faq.corpus.model import Condition
from segur_faq.corpus.nodes import Mapping, Node
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.conditions import groups, of_the_answers, of_the_cascade
from segur_faq.lint.finding import Finding
from segur_faq.lint.known import is_fully_read, texts
from segur_faq.lint.reach import reach_of

SEVERITY = Severity.WARNING


def check(reading: Reading) -> Iterator[Finding]:
    conditions = {name.text: (name, condition) for name, condition in groups(reading)}
    if not conditions or reach_of(reading) is None or not is_fully_read(reading):
        return  # what was not read may cite it
    of_groups = {id(condition) for _, condition in conditions.values()}
    cited: set[tuple[str, str]] = set()
    for condition in chain(of_the_cascade(reading), of_the_answers(reading)):
        if id(condition) not in of_groups:
            cited |= _cited(condition)
    unused = dict(conditions)
    while found := [t for t in unused if any((lv, t) in cited for lv in _levels(t, reading))]:
        for text in found:  # a group that is used makes use of those that it cites
            cited |= _cited(unused.pop(text)[1])
    for text, (name, _) in unused.items():
        yield Finding(
            name.place,
            f"aucune condition ne cite le groupe « {text} »",
            "Citez-le là où vous en donnez les options une à une, ou retirez-le.",
        )


def _cited(condition: Node) -> set[tuple[str, str]]:
    values = condition.pairs.items() if isinstance(condition, Mapping) else ()
    return {(level, text) for level, (_, value) in values for text, _ in texts(value)}


def _levels(group: str, reading: Reading) -> Condition:
    """Give the levels at which a word may stand for a group."""
    return reading.corpus.groups.get(group, {})
