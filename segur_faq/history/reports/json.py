"""The report for programs; the README documents its keys."""

from collections.abc import Sequence
from typing import Any

from segur_faq.history.changes import Changes, Entry, KeyChange, Kind
from segur_faq.render.json import dumps


def render(changes: Changes, before: str, after: str) -> str:
    """Give all that changed as an object, between two states that have a name."""
    return dumps(
        {
            "before": before,
            "after": after,
            "different": bool(changes),
            "answers": _kind(changes.answers),
            "sources": _kind(changes.sources),
            "terms": _kind(changes.terms),
            "levels": _kind(changes.levels),
            "options": _kind(changes.options),
            "corpus": _keys(changes.corpus),
            "paths": [
                {
                    "path": {level: list(options) for level, options in change.pairs},
                    "added": list(change.added),
                    "removed": list(change.removed),
                }
                for change in changes.paths
            ],
        }
    )


def _kind(kind: Kind) -> dict[str, Any]:
    return {
        "added": [_entry(entry) for entry in kind.added],
        "removed": [_entry(entry) for entry in kind.removed],
        "merged": [{**_entry(entry), "into": into} for entry, into in kind.merged],
        "changed": [
            {
                "id": changed.id,
                "title": changed.title,
                "was": changed.was,
                "keys": _keys(changed.keys),
            }
            for changed in kind.changed
        ],
    }


def _keys(changes: Sequence[KeyChange]) -> list[dict[str, Any]]:
    return [{"key": k.key, "before": k.before, "after": k.after} for k in changes]


def _entry(entry: Entry) -> dict[str, Any]:
    return {"id": entry.id, "title": entry.title}
