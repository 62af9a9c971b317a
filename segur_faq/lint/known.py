"""References as they are written, and whether what they may name is known in full."""

from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Sequence as Several

from segur_faq.corpus.files import ANSWERS
from segur_faq.corpus.model import Answer, Source
from segur_faq.corpus.nodes import Mapping, Node, Sequence
from segur_faq.corpus.problem import Place
from segur_faq.corpus.reading import Entry, Reading, written_values
from segur_faq.text import REPLACEMENT


def written(entry: Entry[Answer], key: str) -> Iterator[tuple[str, Node]]:
    """Yield the texts of a list of the entry, each with its node; what is no list is reported."""
    node = entry.node.get(key) if isinstance(entry.node, Mapping) else None
    yield from texts(node if isinstance(node, Sequence) else None)


def texts(node: Node | None) -> Iterator[tuple[str, Node]]:
    """Yield the texts of a value or list, but for those that reading has reported."""
    for scalar in written_values(node):
        text = scalar.text.strip()
        if text and REPLACEMENT not in text:
            yield text, scalar


def is_fully_read(reading: Reading) -> bool:
    """Tell whether there are answers, all without error: what none of them uses is unused."""
    return (
        bool(reading.answers)
        and len(reading.sound_answers) == len(reading.answers)
        and are_all_known(reading, ANSWERS, reading.answers)
    )


def are_all_known(
    reading: Reading, kind: str, entries: Several[Entry[Answer]] | Several[Entry[Source]]
) -> bool:
    """Tell whether every id of a kind of files could be read.

    When one could not, an entry without its id or with that of another, two that have run into
    one, or a list under a misspelt key, what refers to it is not to blame: only that mistake is
    worth a report.
    """
    if not all(entry.value.id for entry in entries):
        return False
    files = {file.name for file in reading.files.values() if file.kind == kind}
    errors = [problem for problem in reading.errors if problem.place.file in files]
    if any(problem.code in ("duplicate-key", "duplicate-id") for problem in errors):
        return False
    spots = [problem.place for problem in errors]
    places: dict[str, list[Place]] = {}
    for entry in entries if spots else ():
        places.setdefault(entry.node.file, []).append(entry.node.place)
    return all(_inside(spot, places.get(spot.file, [])) for spot in spots)


def _inside(spot: Place, places: list[Place]) -> bool:
    """Tell whether a problem is within one of the entries of its file, which are in order."""
    before = bisect_right(places, (spot.line, spot.column), key=lambda p: (p.line, p.column))
    if not before:
        return False
    last = places[before - 1]
    return (spot.line, spot.column) < (last.end_line, last.end_column)
