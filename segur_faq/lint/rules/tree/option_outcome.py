"""Option d'une question de suite qui ne mène à rien, ou à deux endroits

Ce que la règle vérifie
    Chaque option d'une question de suite dit ce qui vaut dans ce cas (« text »), pose la question
    suivante (« follow_up ») ou mène à une réponse (« answer »). Les deux dernières s'excluent ;
    « text » peut accompagner l'une ou l'autre.
Pourquoi
    Le lecteur qui choisit une option attend quelque chose en retour, et ne peut pas aller à deux
    endroits à la fois.
Exemple
    - {id: societe, label: Société d'exercice}
À écrire plutôt
    - {id: societe, label: Société d'exercice, text: Le certificat porte le numéro FINESS.}
"""

from collections.abc import Iterator

from segur_faq.corpus.nodes import Mapping, Scalar
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import options_of, questions_in


def check(reading: Reading) -> Iterator[Finding]:
    for entry in reading.answers:
        for question in questions_in(entry.node):
            for option in options_of(question):
                yield from _check(option)


def _check(option: Mapping) -> Iterator[Finding]:
    name = option.get("id")
    if not isinstance(name, Scalar):  # reading has said so
        return
    answer = option.get("answer")
    if answer is not None and "follow_up" in option:
        yield Finding(
            answer.place,
            f"l'option « {name.text} » mène à deux endroits : une question et une réponse",
            "Gardez « follow_up » ou « answer », pas les deux.",
        )
    elif answer is None and "follow_up" not in option and "text" not in option:
        yield Finding(
            name.place,
            f"l'option « {name.text} » ne mène à rien",
            "Dites ce qui vaut dans ce cas (« text »), ou menez à une réponse "
            "(« answer ») ou à une autre question (« follow_up »).",
        )
