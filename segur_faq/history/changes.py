"""Two corpora -> what changed: answers, sources, glossary, cascade, and what the paths show.

`values` tells what each thing holds, `paths` where answers are met.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from segur_faq.corpus.model import Corpus, Option
from segur_faq.history import values
from segur_faq.history.paths import PathChange, changed_paths
from segur_faq.history.values import Value

T = TypeVar("T")

_ORDERS = frozenset({"levels", "options"})
"""Keys that list what has its own changes: only another order of what stays is theirs to tell."""


@dataclass(frozen=True, slots=True)
class KeyChange:
    """What a key held, and what it holds now; empty where there was or is nothing."""

    key: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is there on one side only: its id, and what a reader knows it by."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that is there on both sides; `was` is its former id, where that is another."""

    id: str
    title: str
    keys: tuple[KeyChange, ...]
    was: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """The changes of one kind of things; `merged` are gone, into the one whose id is given."""

    added: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()
    changed: tuple[Changed, ...] = ()
    merged: tuple[tuple[Entry, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.merged)


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed; `corpus` has what is said of the whole."""

    answers: Kind
    sources: Kind
    terms: Kind
    levels: Kind
    options: Kind
    corpus: tuple[KeyChange, ...] = ()
    paths: tuple[PathChange, ...] = ()

    def __bool__(self) -> bool:
        kinds = (self.answers, self.sources, self.terms, self.levels, self.options)
        return any(kinds) or bool(self.corpus or self.paths)


def compare(before: Corpus, after: Corpus) -> Changes:
    """Compare two corpora; how the same things are written does not matter."""
    same, merged = _identities(before, after)
    return Changes(
        answers=_kind(
            before.answers_by_id,
            after.answers_by_id,
            lambda answer: values.answer_value(answer, same),
            lambda answer: answer.question,
            same,
            merged,
        ),
        sources=_kind(
            before.sources_by_id,
            after.sources_by_id,
            values.source_value,
            lambda source: source.title,
        ),
        terms=_kind(
            {term.term: term for term in before.terms},
            {term.term: term for term in after.terms},
            values.term_value,
            lambda term: term.expansion,
        ),
        levels=_kind(
            before.levels_by_id,
            after.levels_by_id,
            values.level_value,
            lambda level: level.question,
        ),
        options=_kind(
            _options(before), _options(after), values.option_value, lambda option: option.label
        ),
        corpus=_keys(values.corpus_value(before, same), values.corpus_value(after, same)),
        paths=changed_paths(before, after, same),
    )


def _identities(before: Corpus, after: Corpus) -> tuple[dict[str, str], dict[str, str]]:
    """Tell what became of the answers: those that are still there, and those put into another.

    Of several that an answer has taken over, the first that it names is the one that it was.
    """
    same = {old: old for old in before.answers_by_id if old in after.answers_by_id}
    merged: dict[str, str] = {}
    taken = set(same.values())
    gone = set(before.answers_by_id) - set(same)
    for answer in after.answers:
        for former in answer.former_ids:
            if former in gone and former not in same:
                if answer.id in taken:
                    merged.setdefault(former, answer.id)
                else:
                    same[former] = answer.id
                    taken.add(answer.id)
    return same, merged


def _kind(
    before: Mapping[str, T],
    after: Mapping[str, T],
    value: Callable[[T], Mapping[str, Value]],
    title: Callable[[T], str],
    same: Mapping[str, str] | None = None,
    merged: Mapping[str, str] | None = None,
) -> Kind:
    still = {name: name for name in before if name in after} if same is None else same
    into = merged or {}
    came = set(after) - set(still.values())
    was = {new: old for old, new in still.items()}
    changed = []
    for name, thing in after.items():
        if name in was:
            old = was[name]
            keys = _keys(value(before[old]), value(thing))
            if keys or old != name:
                changed.append(Changed(name, title(thing), keys, old if old != name else ""))
    gone = [name for name in before if name not in still]
    return Kind(
        added=tuple(Entry(name, title(after[name])) for name in after if name in came),
        removed=tuple(Entry(name, title(before[name])) for name in gone if name not in into),
        changed=tuple(changed),
        merged=tuple((Entry(n, title(before[n])), into[n]) for n in gone if n in into),
    )


def _keys(before: Mapping[str, Value], after: Mapping[str, Value]) -> tuple[KeyChange, ...]:
    return tuple(
        KeyChange(key, before[key], after[key])
        for key in after
        if before[key] != after[key]
        and not (key in _ORDERS and _in_one_order(before[key], after[key]))
    )


def _in_one_order(before: list[str], after: list[str]) -> bool:
    both = set(before) & set(after)
    return [name for name in before if name in both] == [name for name in after if name in both]


def _options(corpus: Corpus) -> dict[str, Option]:
    return {f"{lv.id}={option.id}": option for lv in corpus.levels for option in lv.options}
