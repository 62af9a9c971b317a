"""Opinions as a file: what a reader sends to the maintainer, and a maintainer merges."""

import json
from dataclasses import asdict, fields
from typing import Any, TypeVar

from segur_faq.feedback.model import Unanswered, Vote
from segur_faq.text import harmless

FORMAT = 1

T = TypeVar("T", Vote, Unanswered)


class ExchangeError(ValueError):
    """A file that is no export; the message is a French clause that says where and why."""


def as_json(votes: list[Vote], unanswered: list[Unanswered]) -> str:
    """Give opinions as a JSON document."""
    value = {
        "format": FORMAT,
        "votes": [asdict(vote) for vote in votes],
        "unanswered": [asdict(question) for question in unanswered],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def from_json(text: str) -> tuple[list[Vote], list[Unanswered]]:
    """Read what `as_json` gave.

    Raises:
        ExchangeError: the text is something else, whatever it is.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExchangeError("ce n'est pas du JSON") from error
    said = value.get("format") if isinstance(value, dict) else None
    if type(said) is not int or said != FORMAT:  # `true` is 1 for Python
        raise ExchangeError(f"ce n'est pas un export au format {FORMAT}")
    return _all(Vote, value, "votes"), _all(Unanswered, value, "unanswered")


def _all(kind: type[T], value: dict[str, Any], key: str) -> list[T]:
    items = value.get(key, [])
    if not isinstance(items, list):
        raise ExchangeError(f"« {key} » n'est pas une liste")
    return [_one(kind, item, f"{key}[{number}]") for number, item in enumerate(items)]


def _one(kind: type[T], item: Any, where: str) -> T:
    wanted = {field.name: field.type for field in fields(kind)}
    if not isinstance(item, dict) or set(item) != set(wanted):
        raise ExchangeError(f"« {where} » n'a pas les clés {', '.join(wanted)}")
    for name, expected in wanted.items():
        if type(item[name]) is not expected:
            raise ExchangeError(f"« {where}.{name} » n'a pas le bon type")
    if not item["id"]:
        raise ExchangeError(f"« {where}.id » est vide")
    # Somebody else's words: no control character of theirs reaches a terminal, or the database.
    values: dict[str, Any] = {k: harmless(v) if wanted[k] is str else v for k, v in item.items()}
    return kind(**values)
