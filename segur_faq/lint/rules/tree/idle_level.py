"""Question qui ne départage aucune réponse

Ce que la règle vérifie
    Chaque niveau demandé départage au moins deux réponses : elles n'y valent pas pour les mêmes
    options. Ce n'est qu'un avertissement, et il n'est donné que si toutes les réponses ont pu
    être lues.
Pourquoi
    Quel que soit son choix, le lecteur verrait les mêmes réponses : la question est passée. Le
    plus souvent, toutes les réponses y disent « all », alors que certaines ont leur option.
Exemple
    # Toutes les réponses disent « vague: all »
    - id: vague
      question: Votre question concerne quelle vague ?
À écrire plutôt
    # Une réponse au moins dit « vague: ["2"] », ou le niveau n'est qu'un filtre
    - id: vague
      question: Votre question concerne quelle vague ?
      asked: false
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
        return
    idle = _idle(reading, reach)
    for entry in reading.levels:
        if entry.value.id in idle:
            yield Finding(
                entry.at("question"),
                "cette question ne départage rien : toutes les réponses qu'elle concerne "
                f"valent pour les mêmes options de « {entry.value.id} »",
                "Citez ses options dans les réponses qui en dépendent, retirez le niveau, ou "
                "ajoutez « asked: false » s'il ne sert que de filtre.",
            )


def _idle(reading: Reading, reach: Reach) -> set[str]:
    """Give the levels asked where the answers, two at least, all hold for the same options."""
    open_levels = {
        level.id
        for level in reading.corpus.levels
        # An option that is never offered may be the one that tells them apart: it is reported.
        if level.asked and {o.id for o in level.options} <= reach.offered.get(level.id, _NONE)
    }
    first: dict[str, frozenset[str]] = {}
    several: set[str] = set()
    for entry in reading.answers:
        if not open_levels:
            return set()
        for exception in entry.value.exceptions:
            open_levels -= exception.keys()
        for level, options in reach.of(entry.value).items():
            if level in open_levels:
                if level in first:
                    several.add(level)
                if first.setdefault(level, options) != options:
                    open_levels.discard(level)
    return open_levels & several
