"""Option qui ne mène à aucune réponse

Ce que la règle vérifie
    Chaque option de la cascade mène à au moins une réponse.
Pourquoi
    Une option sans réponse n'est pas proposée au lecteur : elle attend ses réponses, ou elle
    est de trop. Ce n'est qu'un avertissement, et il n'est donné que si toutes les réponses ont
    pu être lues.
Exemple
    # cascade.yaml, alors qu'aucune réponse ne cite « sas » ni ne vaut pour tous les couloirs
    - {id: imagerie, label: Imagerie}
    - {id: sas, label: Service d'accès aux soins}
À écrire plutôt
    # Sans l'option, ou après avoir écrit une réponse qui la cite
    - {id: imagerie, label: Imagerie}
"""

from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.known import is_fully_read
from segur_faq.lint.reach import Reach, reach_of

SEVERITY = Severity.WARNING
_NONE: frozenset[str] = frozenset()


def check(reading: Reading) -> Iterator[Finding]:
    reach = reach_of(reading)
    if reach is None or not is_fully_read(reading):
        return  # an answer that was not read may be the one
    used = _used(reading, reach)
    for level, option in reading.options:
        is_offered = option.value.id in reach.offered.get(level.id, ())
        if is_offered and option.value.id not in used.get(level.id, ()):
            yield Finding(
                option.head(),
                f"l'option « {option.value.id} » ne mène à aucune réponse",
                "Écrivez une réponse qui la cite, ou retirez-la de la cascade.",
            )


def _used(reading: Reading, reach: Reach) -> dict[str, set[str]]:
    """Give the options that lead to an answer, and those named in vain: another rule says so."""
    found: set[tuple[str, frozenset[str]]] = set()
    for entry in reading.answers:
        found.update(reach.of(entry.value).items())
        met = reach.where(entry.value.applies)
        for level, named in entry.value.applies.items():
            if level not in entry.value.everywhere and not met.get(level, _NONE).issuperset(named):
                found.add((level, frozenset(named) - met.get(level, _NONE)))
    used: dict[str, set[str]] = {}
    for level, options in found:
        used.setdefault(level, set()).update(options)
    return used
