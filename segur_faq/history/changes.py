"""Two corpora -> what changed: answers, sources, glossary, options, and what the paths show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from segur_faq.corpus.model import (
    ALL,
    Answer,
    Condition,
    Corpus,
    FollowUp,
    Level,
    Option,
    Source,
    Term,
)
from segur_faq.history.paths import PathChange, changed_paths

T = TypeVar("T")

Value = Any
"""A text, or lists and mappings of texts: what a key of the YAML holds, as JSON would."""


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
    """All that changed."""

    answers: Kind
    sources: Kind
    terms: Kind
    levels: Kind
    options: Kind
    paths: tuple[PathChange, ...]

    def __bool__(self) -> bool:
        kinds = (self.answers, self.sources, self.terms, self.levels, self.options)
        return any(kinds) or bool(self.paths)


def compare(before: Corpus, after: Corpus) -> Changes:
    """Compare two corpora; how the same things are written does not matter."""
    same, merged = _identities(before, after)
    return Changes(
        answers=_kind(before.answers_by_id, after.answers_by_id, _answer, _asked, same, merged),
        sources=_kind(before.sources_by_id, after.sources_by_id, _source, _titled),
        terms=_kind(
            {term.term: term for term in before.terms},
            {term.term: term for term in after.terms},
            _term,
            lambda term: term.expansion,
        ),
        levels=_kind(before.levels_by_id, after.levels_by_id, _level, lambda lv: lv.question),
        options=_kind(_options(before), _options(after), _option, lambda option: option.label),
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
    values: Callable[[T], Mapping[str, Value]],
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
            keys = _keys(values(before[old]), values(thing))
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
        KeyChange(key, before[key], after[key]) for key in after if before[key] != after[key]
    )


def _answer(answer: Answer) -> dict[str, Value]:
    return {
        "question": answer.question,
        "applies": {
            level: ALL if level in answer.everywhere else sorted(options)
            for level, options in answer.applies.items()
        },
        "except": sorted((_condition(exception) for exception in answer.exceptions), key=repr),
        "short": answer.short,
        "body": "\n".join(line.rstrip() for line in answer.body.splitlines()),
        "follow_up": [piece for asked in answer.follow_ups for piece in _follow_up(asked)],
        "links": [{"title": link.title, "url": link.url} for link in answer.links],
        "caveat": answer.caveat,
        "sources": [{"ref": c.ref, "read_on": c.read_on} for c in answer.sources],
        "found_by": list(answer.found_by),
        "see_also": list(answer.see_also),
        "former_ids": list(answer.former_ids),
    }


def _follow_up(asked: FollowUp) -> list[Value]:
    """Give a question and each of its options apart, so that only what changed is told."""
    options = [
        {
            "option": f"{asked.id}={option.id}",
            "label": option.label,
            "aliases": list(option.aliases),
            "text": option.text,
            "follow_up": option.follow_up.id if option.follow_up else "",
            "answer": option.answer,
        }
        for option in asked.options
    ]
    question = {
        "follow_up": asked.id,
        "question": asked.question,
        "help": asked.help,
        "options": [option.id for option in asked.options],
    }
    return [{key: said for key, said in piece.items() if said} for piece in (question, *options)]


def _source(source: Source) -> dict[str, Value]:
    return {
        "title": source.title,
        "publisher": source.publisher,
        "kind": source.kind,
        "url": source.url,
        "read_on": source.read_on,
        "dated": source.dated,
    }


def _term(term: Term) -> dict[str, Value]:
    return {
        "expansion": term.expansion,
        "definition": term.definition,
        "synonyms": list(term.synonyms),
    }


def _level(level: Level) -> dict[str, Value]:
    return {
        "question": level.question,
        "name": level.name,
        "help": level.help,
        "general": level.general,
        "under": _condition(level.under),
        "asked": "true" if level.asked else "false",
    }


def _option(option: Option) -> dict[str, Value]:
    return {
        "label": option.label,
        "short_label": option.short_label,
        "aliases": list(option.aliases),
        "under": _condition(option.under),
        "family": option.family,
        "help": option.help,
    }


def _options(corpus: Corpus) -> dict[str, Option]:
    return {f"{lv.id}={option.id}": option for lv in corpus.levels for option in lv.options}


def _condition(condition: Condition) -> dict[str, list[str]]:
    return {level: sorted(options) for level, options in sorted(condition.items())}


def _asked(answer: Answer) -> str:
    return answer.question


def _titled(source: Source) -> str:
    return source.title
