"""A corpus as JSON and back: what the compiled file keeps of it for the commands that want it all.

JSON rather than pickle: a cache is a file that anything may have written, and must stay data.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from segur_faq.corpus.model import (
    Answer,
    Citation,
    Condition,
    Corpus,
    Gap,
    Level,
    Link,
    Option,
    Source,
    Term,
)


def freeze(corpus: Corpus) -> str:
    """Give a corpus as JSON; what is empty is left out."""
    return json.dumps(
        {
            "title": corpus.title,
            "levels": [_without_empty(asdict(level)) for level in corpus.levels],
            "answers": [
                _without_empty({**asdict(a), "everywhere": sorted(a.everywhere)})
                for a in corpus.answers
            ],
            "sources": [_without_empty(asdict(source)) for source in corpus.sources],
            "terms": [_without_empty(asdict(term)) for term in corpus.terms],
            "groups": dict(corpus.groups),
            "gaps": [asdict(gap) for gap in corpus.gaps],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def thaw(text: str) -> Corpus:
    """Give back the corpus that `freeze` wrote."""
    frozen = json.loads(text)
    return Corpus(
        title=frozen["title"],
        levels=tuple(_level(level) for level in frozen["levels"]),
        answers=tuple(_answer(answer) for answer in frozen["answers"]),
        sources=tuple(Source(**source) for source in frozen["sources"]),
        terms=tuple(Term(**_tuples(term)) for term in frozen["terms"]),
        groups={name: _condition(group) for name, group in frozen["groups"].items()},
        gaps=tuple(Gap(_condition(gap["where"]), gap["reason"]) for gap in frozen["gaps"]),
    )


def _without_empty(value: dict[str, Any]) -> dict[str, Any]:
    return {
        key: [_without_empty(item) if isinstance(item, dict) else item for item in part]
        if isinstance(part, tuple)
        else part
        for key, part in value.items()
        if part or part is False
    }


def _level(frozen: dict[str, Any]) -> Level:
    options = tuple(
        Option(**{**_tuples(option), "under": _condition(option.get("under", {}))})
        for option in frozen["options"]
    )
    return Level(**{**frozen, "options": options, "under": _condition(frozen.get("under", {}))})


def _answer(frozen: dict[str, Any]) -> Answer:
    return Answer(
        **{
            "question": "",
            "short": "",
            **_tuples(frozen),
            "applies": _condition(frozen.get("applies", {})),
            "everywhere": frozenset(frozen.get("everywhere", ())),
            "exceptions": tuple(_condition(e) for e in frozen.get("exceptions", ())),
            "links": tuple(Link(**link) for link in frozen.get("links", ())),
            "sources": tuple(Citation(**citation) for citation in frozen.get("sources", ())),
        }
    )


def _tuples(frozen: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in frozen.items()}


def _condition(frozen: Mapping[str, list[str]]) -> Condition:
    return {level: tuple(options) for level, options in frozen.items()}
