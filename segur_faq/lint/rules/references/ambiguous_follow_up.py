"""Question de suite dont le nom ou une option se confond avec autre chose

Ce que la règle vérifie
    L'identifiant d'une question de suite n'est pas celui d'un niveau, ni d'une question par
    laquelle on arrive à elle. Parmi ses options, un même mot (identifiant, libellé ou alias) n'en
    désigne qu'une. Deux réponses peuvent poser la même question sous le même identifiant.
Pourquoi
    « segur-faq ask structure=societe » choisit une option par ces mots : ils ne doivent mener
    qu'à un endroit.
Exemple
    follow_up:
      id: couloir
      question: Quel est votre couloir ?
À écrire plutôt
    follow_up:
      id: structure
      question: Quelle est votre structure ?
"""

from collections.abc import Iterator

from segur_faq.corpus.model import FollowUpOption
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import Asked, all_follow_ups
from segur_faq.text import fold


def check(reading: Reading) -> Iterator[Finding]:
    levels = {fold(n): lv.value.id for lv in reading.levels for n in (lv.value.id, lv.value.name)}
    for asked in all_follow_ups(reading):
        name = fold(asked.follow_up.id)
        if name and name in levels:
            yield Finding(
                asked.at("id"),
                f"« {asked.follow_up.id} » désigne déjà le niveau « {levels[name]} »",
                "Choisissez un autre identifiant pour cette question.",
            )
        elif name and any(name == fold(above.id) for above in asked.above):
            yield Finding(
                asked.at("id"),
                f"« {asked.follow_up.id} » est déjà la question qui mène à celle-ci",
                "Choisissez un autre identifiant : une option se donne par question=option.",
            )
        yield from _check_options(asked)


def _check_options(asked: Asked) -> Iterator[Finding]:
    holders: dict[str, FollowUpOption] = {}
    for number, option in enumerate(asked.follow_up.options):
        named: list[tuple[str, tuple[str | int, ...]]] = [
            (option.id, ("id",)),
            (option.label, ("label",)),
        ]
        named += [(alias, ("aliases", n)) for n, alias in enumerate(option.aliases)]
        for word, steps in named:
            holder = holders.setdefault(fold(word), option)
            # Equal ids: reading has said so.
            if word and holder is not option and (steps[0], holder.id) != ("id", option.id):
                yield Finding(
                    asked.at("options", number, *steps),
                    f"« {word} » désigne déjà l'option « {holder.id} » de cette question",
                    "Retirez-le ou précisez-le : un mot ne désigne qu'une option.",
                )
