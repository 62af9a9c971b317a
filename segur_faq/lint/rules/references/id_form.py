"""Identifiant mal formé

Ce que la règle vérifie
    Un identifiant est fait de lettres minuscules sans accent et de chiffres, en mots séparés
    par un seul tiret. Le mot « all » est réservé. La règle vaut pour les niveaux, les options,
    les groupes, les réponses, leurs anciens identifiants, leurs questions de suite et les sources.
Pourquoi
    Un identifiant se tape au clavier, se dicte et se met dans une adresse :
    « couloir=medico-social » s'écrit sans guillemets et sans chercher un accent. Le nom que
    voit le lecteur est le libellé, où tout est permis.
Exemple
    - {id: Médico_social, label: Médico-social}
À écrire plutôt
    - {id: medico-social, label: Médico-social}
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.ids import ID_FORM
from segur_faq.corpus.model import ALL
from segur_faq.corpus.problem import Place
from segur_faq.corpus.reading import Reading
from segur_faq.lint.conditions import groups
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import all_follow_ups
from segur_faq.lint.known import written
from segur_faq.text import REPLACEMENT, fold


def check(reading: Reading) -> Iterator[Finding]:
    for level in reading.levels:
        yield from _check(level.value.id, level.at("id"))
    for _, option in reading.options:
        yield from _check(option.value.id, option.at("id"))
    for name, _ in groups(reading):
        if name.text != ALL:  # another rule says so
            yield from _check(name.text, name.place)
    for source in reading.sources:
        yield from _check(source.value.id, source.at("id"))
    for answer in reading.answers:
        yield from _check(answer.value.id, answer.at("id"))
        for former, node in written(answer, "former_ids"):
            yield from _check(former, node.place)
    for asked in all_follow_ups(reading):
        yield from _check(asked.follow_up.id, asked.at("id"))
        for number, choice in enumerate(asked.follow_up.options):
            yield from _check(choice.id, asked.at("options", number, "id"))


def _check(name: str, place: Place) -> Iterator[Finding]:
    if not name or REPLACEMENT in name:
        return  # reading has said so
    if name == ALL:
        yield Finding(
            place,
            f"« {ALL} » est un mot réservé, qui veut dire « toutes les options »",
            "Choisissez un autre identifiant.",
        )
    elif not ID_FORM.fullmatch(name):
        proposal = "-".join(re.findall("[a-z0-9]+", fold(name)))
        yield Finding(
            place,
            f"« {name} » n'a pas la forme d'un identifiant",
            (f"Écrivez « {proposal} » : " if proposal not in ("", ALL) else "Employez ")
            + "des minuscules sans accent, des chiffres, et un tiret entre les mots.",
        )
