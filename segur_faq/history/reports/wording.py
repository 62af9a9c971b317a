"""What the reports in French share: headings, counts, and each change as rows of pieces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from segur_faq.history.changes import Changed, Changes, KeyChange, Kind
from segur_faq.history.paths import PathChange
from segur_faq.history.words import GONE, KEPT, NEW, Piece, compare_lines, compare_words
from segur_faq.text import count, typeset

Row = tuple[Piece, ...]
"""A line of a report, to be marked: what stayed, what went, what came."""

NOTHING = "Aucune différence."

CORPUS = "Corpus"
PATHS = "Ce que les chemins montrent"
EVERYWHERE = "partout"

_SHORT = 90
"""Characters of small things that may stand together on one row."""

_ALIKE = 3
"""Things that changed in the same way, from which they are told together."""


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of things that changed; `nouns` name one and several, `ending` agrees with them."""

    heading: str
    nouns: tuple[str, str]
    ending: str
    kind: Kind


def sections(changes: Changes) -> list[Section]:
    """Give the kinds of things that changed, in the order told."""
    every = (
        Section("Réponses", ("réponse", "réponses"), "e", changes.answers),
        Section("Sources", ("source", "sources"), "e", changes.sources),
        Section("Glossaire", ("terme", "termes"), "", changes.terms),
        Section("Niveaux", ("niveau", "niveaux"), "", changes.levels),
        Section("Options", ("option", "options"), "e", changes.options),
    )
    return [section for section in every if section.kind]


def tally(changes: Changes) -> str:
    """Say in a line how much of each kind changed, and in how many places."""
    said = [f"{section.heading} : {counts(section)}." for section in sections(changes)]
    if changes.corpus:
        said.append(f"{CORPUS} : {', '.join(change.key for change in changes.corpus)}.")
    if changes.paths:
        said.append(f"{count(len(changes.paths), 'chemin touché', 'chemins touchés')}.")
    return " ".join(said)


def counts(section: Section) -> str:
    """Say how many things of a kind changed, and how."""
    kind = section.kind
    said = [
        (len(kind.added), "ajouté"),
        (len(kind.removed), "retiré"),
        (sum(1 for changed in kind.changed if changed.was), "renommé"),
        (len(kind.merged), "fondu"),
        (sum(1 for changed in kind.changed if told_keys(changed)), "modifié"),
    ]
    return ", ".join(count(number, word + section.ending) for number, word in said if number)


def told_keys(changed: Changed) -> list[KeyChange]:
    """Give what is told of a thing that changed: not that its old name is one of its former ids."""
    return [
        change
        for change in changed.keys
        if change.key != "former_ids" or change.after != [*change.before, changed.was]
    ]


def alike(kind: Kind) -> list[tuple[list[Changed], list[tuple[str, list[Row]]]]]:
    """Put together the things that changed in the same way; give each lot with its rows by key."""
    lots: dict[Any, tuple[list[Changed], list[tuple[str, list[Row]]]]] = {}
    for changed in kind.changed:
        told = [(change.key, rows(change)) for change in told_keys(changed)]
        key = changed.was or tuple((name, *found) for name, found in told)
        lots.setdefault(key, ([], told))[0].append(changed)
    return [
        lot
        for several, told in lots.values()
        for lot in ([(several, told)] if len(several) >= _ALIKE else [([c], told) for c in several])
    ]


def rows(change: KeyChange) -> list[Row]:
    """Give what changed under a key, in rows that have a meaning of their own."""
    before, after = change.before, change.after
    if isinstance(after, dict):
        return [
            (Piece(KEPT, typeset(f"{name} : ")), *_inside(before.get(name), after.get(name)))
            for name in dict.fromkeys([*before, *after])
            if before.get(name) != after.get(name)
        ]
    if isinstance(after, list):
        items = _items(before, after)
        small = all(len(row) == 1 for row in items) and _length(items) < _SHORT
        return [_joined(items, ", ")] if small and not any(map(_names, after)) else items
    lines = [tuple(line) for line in compare_lines(before, after)]
    if [[piece.kind for piece in row] for row in lines] == [[GONE], [NEW]]:
        return [_joined(lines, " → ")] if _length(lines) < _SHORT else lines
    return lines or [(Piece(KEPT, "des lignes vides"),)]


def _inside(before: Any, after: Any) -> Row:
    """Tell what changed at one level of a condition, or in a group of the cascade."""
    if isinstance(before, dict) or isinstance(after, dict):
        return tuple(compare_words(value(before or {}), value(after or {})))
    old, new = ([one] if isinstance(one, str) else one or [] for one in (before, after))
    return _joined(_items(old, new), ", ")


def _items(before: list[Any], after: list[Any]) -> list[Row]:
    """Tell what went from a list and came to it; a thing that has a name is followed."""
    gone = [one for one in before if one not in after]
    came = [one for one in after if one not in before]
    if not gone and not came:
        return [tuple(compare_words(value(before), value(after)))]
    told: list[Row] = []
    for one in gone:
        same = next((other for other in came if _names(one) & _names(other)), None)
        if same is None:
            told.append((Piece(GONE, value(one)),))
        else:
            came.remove(same)
            told.append(tuple(compare_words(value(one), value(same))))
    return [*told, *((Piece(NEW, value(one)),) for one in came)]


def _names(one: Any) -> set[str]:
    """Give that by which a thing of a list is known, however the rest of it changes."""
    if isinstance(one, dict):
        for keys in (("option",), ("follow_up",), ("ref",), ("url", "title")):
            if keys[0] in one:
                return {one[key] for key in keys}
    return set()


def _length(several: Sequence[Row]) -> int:
    return sum(len(piece.text) for row in several for piece in row)


def _joined(several: Sequence[Row], between: str) -> Row:
    pieces: list[Piece] = []
    for row in several:
        if pieces:
            pieces.append(Piece(KEPT, between))
        pieces += row
    return tuple(pieces)


def value(one: Any) -> str:
    """Write a value in a line."""
    if isinstance(one, list):
        return ", ".join(map(value, one))
    if not isinstance(one, dict):
        return str(one)
    if "option" in one:
        return _case(one)
    if "follow_up" in one:
        said = [typeset(f"{one['follow_up']} : ") + one["question"], one.get("help", "")]
        return f"{' '.join(filter(None, said))} ({value(one['options'])})"
    if "ref" in one:
        return f"{one['ref']} (lue le {one['read_on']})"
    if "url" in one:
        return f"{one['title']} <{one['url']}>"
    if "reason" in one:
        return f"{value(one['where'])}{typeset(' : ')}{one['reason']}"
    return " ".join(f"{name}={value(v).replace(', ', ',')}" for name, v in one.items())


def _case(option: dict[str, Any]) -> str:
    """Write an option of a follow-up in a line: what chooses it, what it says, where it leads."""
    names = ", ".join([option.get("label", ""), *option.get("aliases", ())])
    leads_to = option.get("follow_up") or option.get("answer")
    said = [option.get("text", ""), f"→ {leads_to}" if leads_to else ""]
    return typeset(f"{option['option']} ({names}) : ") + " ".join(filter(None, said))


@dataclass(frozen=True, slots=True)
class Places:
    """Some paths on which the same answers came or went; they left `instead` for the first ones."""

    paths: list[PathChange]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    instead: PathChange | None = None


def places(changes: Changes) -> Iterator[Places]:
    """Put together the paths that show, or no longer show, the same answers."""
    lots: dict[tuple[tuple[str, ...], tuple[str, ...]], list[PathChange]] = {}
    for change in changes.paths:
        lots.setdefault((change.added, change.removed), []).append(change)
    for (added, removed), several in lots.items():
        if not (added and removed):
            back = lots.get((removed, added), ())
            if len(several) == len(back) == 1:
                if added:
                    yield Places(several, added, (), back[0])
                continue
        yield Places(several, added, removed)
