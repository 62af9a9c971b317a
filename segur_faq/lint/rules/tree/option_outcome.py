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

from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import all_follow_ups


def check(reading: Reading) -> Iterator[Finding]:
    for asked in all_follow_ups(reading):
        for number, option in enumerate(asked.follow_up.options):
            if option.follow_up is not None and option.answer:
                yield Finding(
                    asked.at("options", number, "answer"),
                    f"l'option « {option.id} » mène à deux endroits : une question et une réponse",
                    "Gardez « follow_up » ou « answer », pas les deux.",
                )
            elif option.id and not (option.text or option.follow_up or option.answer):
                yield Finding(
                    asked.at("options", number, "id"),
                    f"l'option « {option.id} » ne mène à rien",
                    "Dites ce qui vaut dans ce cas (« text »), ou menez à une réponse "
                    "(« answer ») ou à une autre question (« follow_up »).",
                )
