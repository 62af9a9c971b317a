"""Même mot pour deux options d'un niveau

Ce que la règle vérifie
    Dans un niveau, un même mot ne désigne qu'une option, qu'il soit identifiant, libellé ou
    alias. Majuscules et accents ne comptent pas : « RIS » et « ris » sont le même mot.
Pourquoi
    « segur-faq ask dispositif=RIS » ne saurait laquelle choisir. Un alias qui répète le libellé
    de sa propre option ne gêne pas, et le même mot peut servir à deux niveaux.
Exemple
    - {id: img-ris, label: Radiology Information System, aliases: [RIS]}
    - {id: img-drimbox, label: DRIMbox, aliases: [ris, DRIM]}
À écrire plutôt
    - {id: img-ris, label: Radiology Information System, aliases: [RIS]}
    - {id: img-drimbox, label: DRIMbox, aliases: [DRIM]}
"""

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from segur_faq.corpus.model import Option
from segur_faq.corpus.nodes import Mapping
from segur_faq.corpus.problem import Place
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.known import texts
from segur_faq.text import fold

_STRONGEST_FIRST = ("id", "label", "short_label", "aliases")
"""Of two options that claim a word, the one whose claim is weaker had better give it up."""


class _Claim(NamedTuple):
    rank: int
    place: Place
    text: str
    option: Entry[Option]


def check(reading: Reading) -> Iterator[Finding]:
    for level in reading.levels:
        claims: dict[str, list[_Claim]] = {}
        for option in (option for owner, option in reading.options if owner is level.value):
            for word, claim in _own_claims(option).items():
                claims.setdefault(word, []).append(claim)
        for several in claims.values():
            holder, *others = sorted(several, key=attrgetter("rank"))
            for claim in others:
                if claim.rank or claim.text != holder.text:  # equal ids: reading has said so
                    yield Finding(
                        claim.place,
                        f"« {claim.text} » désigne déjà l'option « {holder.option.value.id} », "
                        f"à {holder.place}",
                        "Retirez-le ou précisez-le : à un niveau, un mot ne désigne qu'une option.",
                    )


def _own_claims(option: Entry[Option]) -> dict[str, _Claim]:
    """Give the words that lead to an option, each with its strongest claim."""
    claims: dict[str, _Claim] = {}
    for rank, key in enumerate(_STRONGEST_FIRST):
        for text, node in texts(option.node.get(key) if isinstance(option.node, Mapping) else None):
            claims.setdefault(fold(text), _Claim(rank, node.place, text, option))
    return claims
