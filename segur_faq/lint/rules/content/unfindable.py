"""Recherche qui ne trouve pas sa réponse

Ce que la règle vérifie
    Chaque recherche de « found_by » trouve sa réponse parmi les trois premières. Au-delà de
    mille réponses, la règle ne s'applique pas : elle prendrait trop de temps.
Pourquoi
    « found_by » dit comment des gens cherchent la réponse. Si d'autres passent devant, la
    recherche est trop vague, ou elle appartient à l'une d'elles.
Exemple
    # Quatre autres réponses parlent surtout de la carte
    question: Que faire si la carte est perdue ?
    found_by: [carte]
À écrire plutôt
    question: Que faire si la carte est perdue ?
    found_by: [carte perdue, opposition sur une carte]
"""

from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.text import quoted

if TYPE_CHECKING:
    from sqlite3 import Connection

SEVERITY = Severity.WARNING

MOST_ANSWERS = 1000
_FIRST = 3
"""A wording must find its answer among so many."""

_CLOSE = 0.4
"""Of the rarity of a wording, what a way of asking for another answer holds at least to be near."""

_MARGIN = 0.2
"""How far behind in likeness an answer can be that its full text or options bring before."""


def check(reading: Reading) -> Iterator[Finding]:
    # Late: a corpus too large for this rule is not to pay for them.
    from segur_faq.search.query import read_query
    from segur_faq.search.ranking import rank

    sound = {id(entry) for entry in reading.sound_answers}
    with closing(_searchable(reading)) as connection:
        for number, position in sorted(_doubtful(connection)):
            entry = reading.answers[number]
            if id(entry) not in sound:
                continue
            wording = entry.value.found_by[position]
            found = [hit.number for hit in rank(connection, read_query(connection, wording), None)]
            if number not in found[:_FIRST]:
                first = [reading.answers[other].value.id for other in found[:_FIRST]]
                yield Finding(entry.at("found_by", position), *_told(wording, first))


def _told(wording: str, first: list[str]) -> tuple[str, str]:
    if not first:
        return (
            f"la recherche « {wording} » ne trouve rien",
            "Elle n'a que des mots courants : ajoutez ce dont il s'agit.",
        )
    return (
        f"la recherche « {wording} » trouve d'abord {quoted(first, 'et')}",
        "Précisez-la, ou déplacez-la vers la réponse qu'elle vise.",
    )


def _searchable(reading: Reading) -> "Connection":
    import sqlite3

    from segur_faq.corpus.index import AnswerIndex
    from segur_faq.render.plain import plain_markdown
    from segur_faq.search.indexing import write_search_tables

    connection = sqlite3.connect(":memory:")
    index = AnswerIndex(reading.corpus)
    write_search_tables(connection, index, lambda answer: plain_markdown(answer.body))
    return connection


class _Way(NamedTuple):
    """A way of asking for an answer: at position -1 its question, then its wordings."""

    answer: int
    position: int
    weight: float
    stems: set[str]


def _doubtful(connection: "Connection") -> Iterator[tuple[int, int]]:
    """Yield the wordings (number of the answer, position) that are worth ranking.

    To most of them, fewer than three other answers come near in the ways of asking for them, which
    is what ranking looks at most. To rank them all would take ten times as long, and find one or
    two in a hundred more to report.
    """
    from segur_faq.search.indexing import ways_of_asking

    rarity = dict(connection.execute("SELECT stem, rarity FROM stems"))
    ways = [
        _Way(answer, way - 1, weight, stems)
        for answer, way, weight, stems in ways_of_asking(connection)
    ]
    ways_of: dict[int, list[_Way]] = {}
    holding: dict[str, set[int]] = {}
    for number, way in enumerate(ways):
        ways_of.setdefault(way.answer, []).append(way)
        for stem in way.stems:
            holding.setdefault(stem, set()).add(number)
    for sought in ways:
        if sought.position < 0:
            continue
        near: dict[int, list[float]] = {}
        for number, shared in _shared(sought, holding, rarity):
            way = ways[number]
            if way.answer != sought.answer:
                near.setdefault(way.answer, []).append(shared / way.weight**0.5)
        if len(near) >= _FIRST:
            own = [
                sum(rarity[stem] for stem in sought.stems & way.stems) / way.weight**0.5
                for way in ways_of[sought.answer]
                if way.stems
            ]
            least = _mean(own) - _MARGIN * sought.weight**0.5
            is_doubtful = sum(_mean(others) >= least for others in near.values()) >= _FIRST
        else:
            is_doubtful = not sought.stems
        if is_doubtful:
            yield sought.answer, sought.position


def _shared(
    sought: _Way, holding: dict[str, set[int]], rarity: dict[str, float]
) -> Iterator[tuple[int, float]]:
    """Give the ways near to one, with the rarity of the stems that both hold."""
    least = _CLOSE * sought.weight
    shared: dict[int, float] = {}
    rest = sought.weight
    for stem in sorted(sought.stems, key=rarity.__getitem__, reverse=True):
        # Ways that hold none of the rarest stems have too little left to come near.
        for number in holding[stem] if rest >= least else shared.keys() & holding[stem]:
            shared[number] = shared.get(number, 0.0) + rarity[stem]
        rest -= rarity[stem]
    return ((number, worth) for number, worth in shared.items() if worth >= least)


def _mean(likenesses: list[float]) -> float:
    """Give what ranking makes of the likenesses of all ways of asking for an answer."""
    return sum(sorted(likenesses)[-3:]) / 3
