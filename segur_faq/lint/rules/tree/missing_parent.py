"""Option sans « under » parmi d'autres qui en ont un

Ce que la règle vérifie
    Quand presque toutes les options d'un niveau dépendent d'un même niveau par leur « under »
    (quatre sur cinq au moins), les autres en dépendent aussi.
Pourquoi
    Une option sans « under » est proposée quel que soit le choix précédent. Parmi d'autres qui
    n'existent chacune que sous le leur, c'est presque toujours un oubli. Si c'est voulu, citez
    toutes les options du niveau parent.
Exemple
    - {id: img-ris, label: RIS, under: {couloir: [imagerie]}}
    - {id: pha-lgo, label: LGO, under: {couloir: [officine]}}
    - {id: mdv-lgc, label: LGC, under: {couloir: [mdv]}}
    - {id: bio-sgl, label: SGL, under: {couloir: [biologie]}}
    - {id: hop-dpi, label: DPI}
À écrire plutôt
    - {id: img-ris, label: RIS, under: {couloir: [imagerie]}}
    - {id: pha-lgo, label: LGO, under: {couloir: [officine]}}
    - {id: mdv-lgc, label: LGC, under: {couloir: [mdv]}}
    - {id: bio-sgl, label: SGL, under: {couloir: [biologie]}}
    - {id: hop-dpi, label: DPI, under: {couloir: [hopital]}}
"""

from collections import Counter
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.reach import reach_of

SEVERITY = Severity.WARNING
_TIMES = 4
"""How many times more options depend on the level than those that do not."""


def check(reading: Reading) -> Iterator[Finding]:
    if reach_of(reading) is None:
        return
    for level in reading.levels:
        options = [option for owner, option in reading.options if owner is level.value]
        depending = Counter(parent for option in options for parent in option.value.under)
        for parent, count in depending.items():
            others = [option for option in options if parent not in option.value.under]
            if not others or count < _TIMES * len(others):
                continue
            for option in others:
                yield Finding(
                    option.head(),
                    f"les autres options de « {level.value.id} » dépendent de « {parent} » ; "
                    "celle-ci est proposée partout",
                    f"Ajoutez-lui « under: {{{parent}: […]}} », avec toutes si c'est voulu.",
                )
