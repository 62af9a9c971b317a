"""The one walk over all that changed, for reports that are read; each brings its own marks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from segur_faq.history.changes import Changed, Changes, Entry
from segur_faq.history.reports import wording
from segur_faq.history.reports.wording import Places, Row, Section
from segur_faq.history.words import GONE, KEPT
from segur_faq.text import count, typeset

_FEW = 8
"""How many ids are named for a path."""

_MOST = 60
"""How many ids are named of answers that changed alike, and how many lines tell the paths."""

_VISIBLE = str.maketrans({" ": "·", "\u00a0": "⍽", "\u202f": "⎵"})
"""How spaces are shown where they are all that changed."""


class Marks(Protocol):
    """How a report writes what the walk gives it; all texts but ids are of the corpus."""

    def entry(self, sign: str, text: str) -> str:
        """Write the line of a thing that came (`+`), went (`-`) or changed (`~`)."""

    def detail(self, depth: int, text: str) -> str:
        """Write a line below an entry, at depth 1 or 2."""

    def signed(self, sign: str, text: str) -> str:
        """Mark ids that came or went."""

    def code(self, text: str) -> str:
        """Write what is typed as it stands: an id, a key, a path."""

    def plain(self, text: str) -> str:
        """Write a text."""

    def gone(self, text: str) -> str:
        """Write a text that went."""

    def came(self, text: str) -> str:
        """Write a text that came."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, how much is below it in a few words, and its lines."""

    heading: str
    summary: str
    lines: list[str]


def outline(changes: Changes, marks: Marks) -> Iterator[Part]:
    """Yield the parts of a report."""
    for section in wording.sections(changes):
        lines = list(_section(section, marks))
        yield Part(section.heading, typeset(wording.counts(section)), lines)
    if changes.corpus:
        lines = [
            line
            for change in changes.corpus
            for line in _key(0, change.key, wording.rows(change), marks)
        ]
        yield Part(wording.CORPUS, count(len(changes.corpus), "changement"), lines)
    if changes.paths:
        lines = [_place(place, marks) for place in wording.places(changes)]
        if len(lines) > _MOST:
            more = count(len(lines) - _MOST, "autre")
            lines[_MOST:] = [marks.entry("", typeset(f"… et {more} (tous : --format json)"))]
        yield Part(wording.PATHS, count(len(changes.paths), "chemin"), lines)


def _section(section: Section, marks: Marks) -> Iterator[str]:
    for sign, entries in (("+", section.kind.added), ("-", section.kind.removed)):
        for entry in entries:
            yield marks.entry(sign, _title(entry, marks))
    for entry, into in section.kind.merged:
        yield marks.entry("-", f"{marks.code(entry.id)}, désormais dans {marks.code(into)}")
    for several, told in wording.alike(section.kind):
        if len(several) == 1:
            yield marks.entry("~", _title(several[0], marks, several[0].was))
        else:
            names = _names((changed.id for changed in several), _MOST, marks)
            number = count(len(several), *section.nouns)
            yield marks.entry("~", typeset(f"{number} de la même façon : ") + names)
        for key, rows in told:
            yield from _key(1, key, rows, marks)


def _title(thing: Entry | Changed, marks: Marks, was: str = "") -> str:
    name = marks.code(thing.id) + (f" (était {marks.code(was)})" if was else "")
    return name + typeset(" : ") + marks.plain(thing.title)


def _key(depth: int, key: str, rows: list[Row], marks: Marks) -> Iterator[str]:
    said = ["".join(_piece(piece.kind, piece.text, marks) for piece in row).strip() for row in rows]
    name = marks.code(key) + typeset(" :")
    if len(said) == 1:
        yield marks.detail(depth, f"{name} {said[0]}")
    else:
        yield marks.detail(depth, name)
        yield from (marks.detail(depth + 1, line) for line in said)


def _piece(kind: str, text: str, marks: Marks) -> str:
    if kind == KEPT:
        return marks.plain(text)
    shown = text.translate(_VISIBLE) if text.isspace() else text
    return marks.gone(shown) if kind == GONE else marks.came(shown)


def _place(place: Places, marks: Marks) -> str:
    where = _where([str(change) for change in place.paths], marks)
    if place.instead is not None:
        names = _names(place.added, _FEW, marks)
        return marks.entry(
            "", f"{where} au lieu de {_where([str(place.instead)], marks)}{typeset(' : ')}{names}"
        )
    shown = [
        marks.signed(sign, _names(ids, _FEW, marks))
        for sign, ids in (("+", place.added), ("-", place.removed))
        if ids
    ]
    return marks.entry("", where + typeset(" : ") + ", ".join(shown))


def _where(paths: list[str], marks: Marks) -> str:
    shown = " ou ".join(marks.code(path) if path else wording.EVERYWHERE for path in paths[:_FEW])
    more = len(paths) - _FEW
    return shown + (f" ou {count(more, 'autre chemin', 'autres chemins')}" if more > 0 else "")


def _names(ids: Iterable[str], most: int, marks: Marks) -> str:
    every = [marks.code(name) for name in ids]
    more = len(every) - most
    return ", ".join(every[:most]) + (f" et {count(more, 'autre')}" if more > 0 else "")
