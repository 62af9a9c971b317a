"""Question de suite qui ne laisse pas le choix

Ce que la règle vérifie
    Une question de suite a au moins deux options.
Pourquoi
    Une question dont la réponse est connue d'avance fait perdre une touche : ce que dit son option
    a sa place dans « body ».
Exemple
    follow_up:
      id: structure
      question: Quelle est votre structure ?
      options:
        - {id: cabinet, label: Cabinet, text: Le certificat porte le numéro du praticien.}
À écrire plutôt
    body: |
      Pour un cabinet, le certificat porte le numéro du praticien.
"""

from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import all_follow_ups

SEVERITY = Severity.WARNING


def check(reading: Reading) -> Iterator[Finding]:
    for asked in all_follow_ups(reading):
        if len(asked.follow_up.options) == 1:
            yield Finding(
                asked.at("options", 0, "id"),
                "c'est la seule option de cette question",
                "Ajoutez les autres cas, ou mettez ce que dit l'option dans « body ».",
            )
