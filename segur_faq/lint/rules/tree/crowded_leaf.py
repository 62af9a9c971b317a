"""Trop de réponses au bout d'un chemin

Ce que la règle vérifie
    Une fois répondu à toutes les questions, il reste au plus 40 réponses. La règle montre, pour
    chaque option de la dernière question, le chemin le plus chargé qui y mène.
Pourquoi
    Au-delà de deux écrans, on ne lit plus une liste de questions. Le plus souvent, trop de
    réponses disent « all », ou une option en réunit plusieurs.
Exemple
    # 60 réponses ont ceci
    applies: {couloir: all, produit: all, thematique: [financement]}
À écrire plutôt
    # Chacune nomme ce pour quoi elle est écrite
    applies: {couloir: [imagerie], produit: [sons], thematique: [financement]}
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from segur_faq.corpus.index import available_options, boxes_of
from segur_faq.corpus.model import Condition, Level
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.known import is_fully_read
from segur_faq.lint.reach import judged

SEVERITY = Severity.WARNING
LIMIT = 40
_MOST_STEPS = 20_000
"""How many choices are tried: a cascade where all is crowded would take too long."""


_Choices = Mapping[str, str]


@dataclass(slots=True)
class _Crowd:
    """The most crowded leaf of an option of the last question, and how many others are."""

    total: int = 0
    path: _Choices = field(default_factory=dict)
    leaves: int = 0


def check(reading: Reading) -> Iterator[Finding]:
    if len(reading.answers) <= LIMIT or not is_fully_read(reading):
        return
    search = _Search(reading)
    search.run()
    for level, option in reading.options:
        crowd = search.crowds.get((level.id, option.value.id))
        if crowd is not None:
            way = " ".join(f"{name}={choice}" for name, choice in crowd.path.items())
            others = f" (et sous {crowd.leaves - 1} autres chemins)" if crowd.leaves > 1 else ""
            yield Finding(
                option.head(),
                f"{crowd.total} réponses restent sous « {way} »{others} : au-delà de {LIMIT}, "
                "une liste ne se parcourt plus",
                f"Relisez-les (segur-faq list {way}) et précisez leurs « applies », ou coupez "
                "l'une de ces options en deux.",
            )


class _Search:
    """Tries every choice at every question, as long as the answers that remain are too many."""

    def __init__(self, reading: Reading) -> None:
        self.crowds: dict[tuple[str, str], _Crowd] = {}
        self._levels = reading.corpus.levels
        self._owners: list[int] = []
        self._steps = 0
        self._parents = {
            parent
            for level in self._levels
            for condition in (level.under, *(option.under for option in level.options))
            for parent in condition
        }
        boxes: list[Condition] = []
        for number, (entry, _) in enumerate(judged(reading)):
            parts = boxes_of(entry.value) if entry.value.exceptions else [entry.value.applies]
            boxes += parts
            self._owners += [number] * len(parts)
        self._is_split = len({*self._owners}) < len(self._owners)
        self._masks = {level.id: _masks(level, boxes) for level in self._levels}

    def run(self) -> None:
        self._below(0, {}, (1 << len(self._owners)) - 1, {})

    def _below(
        self, depth: int, picked: Mapping[str, str], mask: int, path: dict[str, str]
    ) -> None:
        if self._steps > _MOST_STEPS or mask.bit_count() <= LIMIT:
            return
        if depth == len(self._levels):
            self._arrive(mask, path)
            return
        level = self._levels[depth]
        options = available_options(level, picked)
        if not options:
            self._below(depth + 1, picked, mask, path)
        if options and not level.asked and level.id not in self._parents:
            open_mask = reduce(or_, (self._masks[level.id][option.id] for option in options))
            self._below(depth + 1, picked, mask & open_mask, path)
            return
        for option in options:
            self._steps += 1
            left = mask & self._masks[level.id][option.id]
            further = {**path, level.id: option.id} if level.asked else path
            self._below(depth + 1, {**picked, level.id: option.id}, left, further)

    def _arrive(self, mask: int, path: _Choices) -> None:
        total = mask.bit_count()
        if total < len(self._owners) and self._is_split:
            total = len({owner for n, owner in enumerate(self._owners) if mask >> n & 1})
        if path and total > LIMIT:
            *_, last = path.items()
            crowd = self.crowds.setdefault(last, _Crowd())
            if path != crowd.path:
                crowd.leaves += 1
            if total > crowd.total:
                crowd.total, crowd.path = total, path


def _masks(level: Level, boxes: list[Condition]) -> dict[str, int]:
    """Give the boxes that hold under each option; a level that is not stated is taken for all."""
    numbers: dict[tuple[str, ...] | None, bytearray] = {}
    size = len(boxes) // 8 + 1
    for number, box in enumerate(boxes):
        bits = numbers.setdefault(box.get(level.id), bytearray(size))
        bits[number >> 3] |= 1 << (number & 7)
    masks = {option.id: 0 for option in level.options}
    for options, bits in numbers.items():
        mask = int.from_bytes(bits, "little")
        for option in masks if options is None else options:
            masks[option] |= mask
    return masks
