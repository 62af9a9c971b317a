"""Questions de suite qui tournent en rond

Ce que la règle vérifie
    De réponse en réponse, les options des questions de suite (« answer ») ne ramènent pas à une
    réponse d'où l'on vient.
Pourquoi
    Le lecteur relirait la même réponse et la même question, sans jamais arriver.
Exemple
    - id: certificat-selon-structure
      follow_up:
        options:
          - {id: autre, label: Autre structure, answer: certificat-selon-structure}
À écrire plutôt
          - {id: autre, label: Autre structure, text: Écrivez au service des certificats.}
"""

from collections.abc import Iterator

from segur_faq.corpus.problem import Place
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import all_follow_ups
from segur_faq.text import enumeration


def check(reading: Reading) -> Iterator[Finding]:
    leads: dict[str, dict[str, Place]] = {}
    sound = {*reading.sound_answers}  # one that has lost its id is led to by whatever leads nowhere
    for asked in all_follow_ups(reading):
        for number, option in enumerate(asked.follow_up.options):
            answer = reading.corpus.find(option.answer)
            if answer is not None and asked.answer in sound:
                place = asked.at("options", number, "answer")
                leads.setdefault(asked.answer.value.id, {}).setdefault(answer.id, place)
    for start, others in leads.items():
        for other, place in others.items():
            way = _way(leads, other, start)
            # Told once, at the answer of the loop that comes first in the alphabet.
            if way and start == min(way):
                yield Finding(
                    place,
                    "cette option ramène à la réponse d'où l'on vient"
                    + (f", par {enumeration(way[:-1], 'et')}" if len(way) > 1 else ""),
                    "Dites dans « text » ce qui vaut, ou menez à une autre réponse.",
                )


def _way(leads: dict[str, dict[str, Place]], start: str, end: str) -> list[str]:
    """Give the answers on a shortest way from one to another, both included, if there is one."""
    before: dict[str, str] = {start: ""}
    pending = [start]
    for here in pending:
        if here == end:
            way = [here]
            while before[way[0]]:
                way.insert(0, before[way[0]])
            return way
        for other in leads.get(here, ()):
            if other not in before:
                before[other] = here
                pending.append(other)
    return []
