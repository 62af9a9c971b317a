"""What the SARIF 2.1.0 schema says of the objects that the report uses, written as a table.

Each kind of object has its properties (a kind, a type, a list of one or a test) and those that it
must have; nothing else may stand in it, which is what the schema says of all of them.
"""

import re
from collections.abc import Callable
from typing import Any

URI_REFERENCE = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*")
ESCAPES = re.compile(r"%(?![0-9A-Fa-f]{2})")
LEVELS = ("none", "note", "warning", "error")


def is_uri(value: Any) -> bool:
    return (
        isinstance(value, str)
        and URI_REFERENCE.fullmatch(value) is not None
        and not ESCAPES.search(value)
        and ":" not in value.partition("/")[0].removeprefix("file:").removeprefix("https:")
    )


def is_positive(value: Any) -> bool:
    return type(value) is int and value >= 1


def one_of(*values: str) -> Callable[[Any], bool]:
    return lambda value: value in values


def is_language(value: Any) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[a-zA-Z]{2}(-[a-zA-Z]{2})?", value))


def has_strings(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())


def is_bag(value: Any) -> bool:
    tags = value.get("tags", []) if isinstance(value, dict) else None
    return isinstance(tags, list) and len(set(tags)) == len(tags)


KINDS: dict[str, tuple[dict[str, Any], set[str]]] = {
    "log": (
        {"$schema": is_uri, "version": one_of("2.1.0"), "runs": ["run"]},
        {"version", "runs"},
    ),
    "run": (
        {
            "tool": "tool",
            "language": is_language,
            "columnKind": one_of("utf16CodeUnits", "unicodeCodePoints"),
            "results": ["result"],
        },
        {"tool"},
    ),
    "tool": ({"driver": "component"}, {"driver"}),
    "component": (
        {"name": str, "semanticVersion": str, "language": is_language, "rules": ["rule"]},
        {"name"},
    ),
    "rule": (
        {
            "id": str,
            "name": str,
            "shortDescription": "text",
            "fullDescription": "text",
            "help": "text",
            "defaultConfiguration": "configuration",
            "properties": is_bag,
        },
        {"id"},
    ),
    "text": ({"text": str, "markdown": str}, {"text"}),
    "configuration": ({"level": one_of(*LEVELS)}, set()),
    "result": (
        {
            "ruleId": str,
            "ruleIndex": int,
            "level": one_of(*LEVELS),
            "message": "text",
            "locations": ["location"],
            "fixes": ["fix"],
            "partialFingerprints": has_strings,
        },
        {"message"},
    ),
    "location": ({"physicalLocation": "physical"}, set()),
    "physical": ({"artifactLocation": "artifact", "region": "region"}, {"artifactLocation"}),
    "artifact": ({"uri": is_uri}, set()),
    "region": (
        dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), is_positive),
        {"startLine"},
    ),
    "fix": ({"description": "text", "artifactChanges": ["change"]}, {"artifactChanges"}),
    "change": (
        {"artifactLocation": "artifact", "replacements": ["replacement"]},
        {"artifactLocation", "replacements"},
    ),
    "replacement": ({"deletedRegion": "region", "insertedContent": "text"}, {"deletedRegion"}),
}
NEVER_EMPTY = {"artifactChanges", "replacements"}


def faults(value: Any, kind: Any = "log", where: str = "$") -> list[str]:
    """Give what the schema would refuse; an empty list is a valid log."""
    if isinstance(kind, list):
        if not isinstance(value, list):
            return [f"{where} is no list"]
        return [f for i, v in enumerate(value) for f in faults(v, kind[0], f"{where}[{i}]")]
    if isinstance(kind, type):
        return [] if type(value) is kind else [f"{where} is no {kind.__name__}"]
    if callable(kind):
        return [] if kind(value) else [f"{where} is {value!r}"]
    properties, required = KINDS[kind]
    if not isinstance(value, dict):
        return [f"{where} is no object"]
    found = [f"{where} lacks {name}" for name in sorted(required - value.keys())]
    for name, below in value.items():
        if name not in properties:
            found.append(f"{where} may not have {name}")
        elif name in NEVER_EMPTY and not below:
            found.append(f"{where}.{name} is empty")
        else:
            found += faults(below, properties[name], f"{where}.{name}")
    return found
