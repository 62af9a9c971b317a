"""Même mot pour deux niveaux

Ce que la règle vérifie
    Un même mot ne désigne qu'un niveau, qu'il en soit l'identifiant ou le nom (« name »), et
    deux niveaux ne posent pas la même question. Majuscules et accents ne comptent pas.
Pourquoi
    « segur-faq ask vague=2 » prendrait le premier des deux niveaux sans le dire, et le lecteur
    croirait revoir la question à laquelle il vient de répondre.
Exemple
    - {id: produit, name: Produit, …}
    - {id: service, name: Produit, …}
À écrire plutôt
    - {id: produit, name: Produit, …}
    - {id: service, name: Service, …}
"""

from collections.abc import Iterator

from segur_faq.corpus.model import Level
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.finding import Finding
from segur_faq.text import fold


def check(reading: Reading) -> Iterator[Finding]:
    names: dict[str, tuple[Entry[Level], str]] = {}
    questions: dict[str, Entry[Level]] = {}
    for entry in reading.levels:  # an id first: a name gives way to it
        if entry.value.id:
            names.setdefault(fold(entry.value.id), (entry, "id"))
    for entry in reading.levels:
        level = entry.value
        holder, key = names.setdefault(fold(level.name), (entry, "name"))
        if level.name and holder is not entry:
            yield Finding(
                entry.at("name"),
                f"« {level.name} » désigne déjà un niveau, à {holder.at(key)}",
                "Donnez à ce niveau un nom qui n'est qu'à lui.",
            )
        first = questions.setdefault(" ".join(fold(level.question).split()), entry)
        if level.question and first is not entry:
            yield Finding(
                entry.at("question"),
                f"cette question est déjà posée par le niveau « {first.value.id} », "
                f"à {first.at('question')}",
                "Dites ce que celle-ci demande de plus, ou réunissez les deux niveaux.",
            )
