"""Conditions as schemas: which levels `applies`, `except` and `under` may name, and must."""

from collections.abc import Iterator
from itertools import islice, product
from math import prod

from segur_faq.corpus.index import Index, full_box
from segur_faq.corpus.model import ALL, Condition, Corpus, Level
from segur_faq.schema import errors
from segur_faq.schema.shapes import Schema, items, numbers_among, one_of, pairs, ref
from segur_faq.schema.words import ALL_OPTIONS
from segur_faq.text import typeset

_COMBINATIONS = 2000
"""How many ways to meet a condition are tried before it is left to `lint`."""


def definitions(corpus: Corpus) -> dict[str, Schema]:
    """Give, for each level, the words that stand for its options."""
    return {_name(level): one_of(_words(corpus, level)) for level in corpus.levels}


def _name(level: Level) -> str:
    return f"options-{level.id}"


def _words(corpus: Corpus, level: Level) -> dict[str, str]:
    """Give the options of a level and the groups that have some, each with its meaning."""
    words = {
        name: f"Groupe : {', '.join(condition[level.id])}"
        for name, condition in corpus.groups.items()
        if level.id in condition
    }
    options = {o.id: " — ".join(filter(None, (o.label, o.help))) for o in level.options if o.id}
    return {**options, **{name: said for name, said in words.items() if name not in options}}


def condition(corpus: Corpus) -> Schema:
    """Give the shape of an `under`, a group, a gap or one `except`."""
    return pairs({level.id: _level(level, []) for level in corpus.levels}, minProperties=1)


def applies(corpus: Corpus) -> Schema:
    """Give the shape of `applies`: the same, with `all`, and the levels that are always asked."""
    every: Schema = {"const": ALL, "description": typeset(ALL_OPTIONS)}
    # Accepted, but a pattern is not proposed: « all » is best written alone.
    alone = {"type": "string", "pattern": f"^{ALL}$", "errorMessage": typeset(errors.OPTIONS)}
    listed = items(alone, minItems=1, maxItems=1, errorMessage=typeset(errors.OPTIONS))
    return pairs(
        {
            level.id: _level(level, [] if level.option(ALL) else [every, listed])
            for level in corpus.levels
        },
        required=[
            level.id
            for level in corpus.levels
            if not level.under and any(not option.under for option in level.options)
        ],
    )


def _level(level: Level, before: list[Schema]) -> Schema:
    words = ref(_name(level))
    return {
        "description": typeset(f"{level.title} : {level.question}"),
        "anyOf": [
            *before,
            words,
            items(words, minItems=1, errorMessage=typeset(errors.OPTIONS)),
        ],
    }


def requirements(corpus: Corpus) -> list[Schema]:
    """Give, for answers, the rules « who names this option must state that level ».

    Only where it holds for certain: what depends on an `except`, or on a tangle of `under`, is
    left to `lint`.
    """
    index = Index(corpus.levels, [full_box(corpus.levels)])
    levels_asked_alike: dict[tuple[tuple[str, tuple[str, ...]], ...], list[str]] = {}
    for level in corpus.levels:
        for needed in _when_asked(corpus, level):
            if needed and _always_asks(index, level, needed):
                key = tuple(sorted(needed.items()))
                levels_asked_alike.setdefault(key, []).append(level.id)
    return [
        {
            "if": {
                "not": {"required": ["except"]},
                "properties": {
                    "applies": {
                        "type": "object",
                        "required": [name for name, _ in needed],
                        "properties": {
                            name: _names_one_of(corpus, name, options) for name, options in needed
                        },
                    }
                },
            },
            "then": {"properties": {"applies": {"required": levels}}},
        }
        for needed, levels in levels_asked_alike.items()
    ]


def _when_asked(corpus: Corpus, level: Level) -> Iterator[Condition]:
    """Yield the conditions under which a level is asked, those of its options put together."""
    found: dict[tuple[str, ...], list[dict[str, tuple[str, ...]]]] = {}
    for option in level.options:
        needed = _with_parents(corpus, _both(level.under, option.under))
        alike = found.setdefault(tuple(needed), [])
        for other in alike:
            differing = [name for name in needed if set(other[name]) != set(needed[name])]
            if len(differing) < 2:
                for name in differing:
                    other[name] = tuple(dict.fromkeys((*other[name], *needed[name])))
                break
        else:
            alike.append(needed)
    for conditions in found.values():
        yield from conditions


def _with_parents(corpus: Corpus, needed: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Add what the levels of a condition need in order to be asked themselves."""
    for level in reversed(corpus.levels):
        if level.id in needed:
            needed = _both(needed, level.under)
    return {lv.id: needed[lv.id] for lv in corpus.levels if lv.id in needed}


def _both(one: Condition, other: Condition) -> dict[str, tuple[str, ...]]:
    both = dict(one)
    for level, options in other.items():
        both[level] = tuple(o for o in both.get(level, options) if o in options)
    return both


def _always_asks(index: Index, level: Level, needed: Condition) -> bool:
    """Tell whether a level is asked on every walk that fulfils a condition."""
    if prod(len(options) for options in needed.values()) > _COMBINATIONS:
        return False
    ways = product(*([(name, o) for o in options] for name, options in needed.items()))
    possible = [dict(way) for way in islice(ways, _COMBINATIONS) if index.remaining(dict(way))]
    return bool(possible) and all(
        any(index.remaining({**way, level.id: option.id}) for option in level.options)
        for way in possible
    )


def _names_one_of(corpus: Corpus, level_id: str, options: tuple[str, ...]) -> Schema:
    groups = [
        name for name, meant in corpus.groups.items() if set(meant.get(level_id, ())) & set(options)
    ]
    words: list[str | int] = [*options, *groups, *numbers_among(options)]
    level = corpus.levels_by_id[level_id]
    every = [] if level.option(ALL) else [ALL]
    return {
        "anyOf": [
            {"enum": [*every, *words]},
            {"type": "array", "contains": {"enum": words}},
        ]
    }
