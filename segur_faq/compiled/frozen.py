"""A corpus as JSON and back: what the compiled file keeps of it for the commands that want it all.

JSON rather than pickle: a cache is a file that anything may have written, and must stay data.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any

from segur_faq.corpus.model import (
    Answer,
    Citation,
    Condition,
    Corpus,
    FollowUp,
    FollowUpOption,
    Gap,
    Level,
    Link,
    Option,
    Source,
    Term,
)


def freeze(corpus: Corpus) -> str:
    """Give a corpus as JSON; what is as if it had not been said is left out."""
    return json.dumps(_frozen(corpus), ensure_ascii=False, separators=(",", ":"))


def _frozen(value: Any) -> Any:
    """Turn values of the model into those that JSON has."""
    if isinstance(value, tuple):
        return [_frozen(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(value)
    if not is_dataclass(value):
        return value
    kind: Any = type(value)
    parts = [(name, getattr(value, name), default) for name, default in _fields(kind)]
    return {name: _frozen(part) for name, part, default in parts if part != default}


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Give the fields of a class with what they are when nothing is said."""
    return tuple(
        (f.name, f.default_factory() if f.default_factory is not MISSING else f.default)
        for f in fields(kind)
    )


def thaw(text: str) -> Corpus:
    """Give back the corpus that `freeze` wrote."""
    frozen = json.loads(text)
    return Corpus(
        title=frozen["title"],
        contact=frozen.get("contact", ""),
        levels=tuple(_level(level) for level in frozen["levels"]),
        answers=tuple(_answer(answer) for answer in frozen["answers"]),
        sources=tuple(Source(**source) for source in frozen.get("sources", ())),
        terms=tuple(Term(**_tuples(term)) for term in frozen.get("terms", ())),
        groups={name: _condition(group) for name, group in frozen.get("groups", {}).items()},
        gaps=tuple(Gap(_condition(gap["where"]), gap["reason"]) for gap in frozen.get("gaps", ())),
    )


def _level(frozen: dict[str, Any]) -> Level:
    options = tuple(
        Option(**{**_tuples(option), "under": _condition(option.get("under", {}))})
        for option in frozen["options"]
    )
    return Level(**{**frozen, "options": options, "under": _condition(frozen.get("under", {}))})


def _answer(frozen: dict[str, Any]) -> Answer:
    return Answer(
        **{
            **_tuples(frozen),
            "applies": _condition(frozen.get("applies", {})),
            "everywhere": frozenset(frozen.get("everywhere", ())),
            "exceptions": tuple(_condition(e) for e in frozen.get("exceptions", ())),
            "follow_up": _follow_up(frozen.get("follow_up")),
            "links": tuple(Link(**link) for link in frozen.get("links", ())),
            "sources": tuple(Citation(**citation) for citation in frozen.get("sources", ())),
        }
    )


def _follow_up(frozen: dict[str, Any] | None) -> FollowUp | None:
    if frozen is None:
        return None
    options = tuple(
        FollowUpOption(**{**_tuples(option), "follow_up": _follow_up(option.get("follow_up"))})
        for option in frozen["options"]
    )
    return FollowUp(**{**frozen, "options": options})


def _tuples(frozen: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in frozen.items()}


def _condition(frozen: Mapping[str, list[str]]) -> Condition:
    return {level: tuple(options) for level, options in frozen.items()}
