"""What the reports in French have in common: headings, counts, and values in a few words."""

from collections.abc import Iterator
from typing import Any

from segur_faq.history.changes import Changes, KeyChange, Kind
from segur_faq.text import count, typeset

TEXTS = frozenset(
    {"question", "short", "caveat", "title", "label", "expansion", "definition", "help"}
)
"""Keys whose changes are shown word by word."""

BODY = "body"
"""The key whose changes are shown line by line."""

NOTHING = "Aucune différence."

_SECTIONS = (
    ("Réponses", "answers"),
    ("Sources", "sources"),
    ("Glossaire", "terms"),
    ("Niveaux", "levels"),
    ("Options", "options"),
)
PATHS = "Ce que les chemins montrent"
EVERYWHERE = "partout"
FEW = 8
"""How many ids are named at one place."""


MOST_PATHS = 200
"""How many paths are listed: nobody reads more, and JSON has them all."""


def left_out(changes: Changes) -> str:
    """Say how many paths are not listed; nothing if all are."""
    more = len(changes.paths) - MOST_PATHS
    return f"… et {count(more, 'autre')} (tous : --format json)" if more > 0 else ""


def sections(changes: Changes) -> Iterator[tuple[str, Kind]]:
    """Yield the kinds of things that changed, with their headings."""
    for heading, name in _SECTIONS:
        kind: Kind = getattr(changes, name)
        if kind:
            yield heading, kind


def tally(changes: Changes) -> str:
    """Say in a line how many answers changed, and in how many places."""
    answers = changes.answers
    renamed = sum(1 for changed in answers.changed if changed.was)
    edited = sum(
        1
        for changed in answers.changed
        if any(change.key != "former_ids" for change in changed.keys) or not changed.was
    )
    said = [
        (len(answers.added), "ajoutée"),
        (len(answers.removed), "retirée"),
        (renamed, "renommée"),
        (len(answers.merged), "fondue"),
        (edited, "modifiée"),
    ]
    parts = [count(number, word) for number, word in said if number]
    line = f"Réponses : {', '.join(parts)}." if parts else "Aucune réponse ne change."
    if changes.paths:
        line += f" {count(len(changes.paths), 'chemin touché', 'chemins touchés')}."
    return line


def named(ids: tuple[str, ...], sign: str, quote: str = "") -> str:
    """Name some answers, not all of a long list."""
    shown = [f"{sign} {quote}{name}{quote}" for name in ids[:FEW]]
    if len(ids) > FEW:
        shown.append(f"{sign} {len(ids) - FEW} autres")
    return ", ".join(shown)


def items(change: KeyChange) -> list[tuple[str, str]] | None:
    """Give what went from a value and came to it, by pieces that have a meaning of their own.

    None for what is better told as one value that became another. Each piece is its sign, `-` or
    `+`, and its text; an order that alone changed is told in full.
    """
    if isinstance(change.before, dict) and isinstance(change.after, dict):
        return None
    before, after = _pieces(change.before), _pieces(change.after)
    gone = [("-", piece) for piece in before if piece not in after]
    came = [("+", piece) for piece in after if piece not in before]
    if gone or came:
        return [*gone, *came]
    return [("-", ", ".join(before)), ("+", ", ".join(after))]


def levels(change: KeyChange) -> list[tuple[str, str, str]]:
    """Give the levels of a condition that changed, with what stood there and what does now."""
    return [
        (level, value(change.before.get(level, "")), value(change.after.get(level, "")))
        for level in dict.fromkeys([*change.before, *change.after])
        if change.before.get(level) != change.after.get(level)
    ]


def _pieces(several: Any) -> list[str]:
    return [value(one) for one in several] if isinstance(several, list) else [value(several)]


def _case(option: dict[str, Any]) -> str:
    """Write an option of a follow-up in a line: what chooses it, what it says, where it leads."""
    names = ", ".join([option.get("label", ""), *option.get("aliases", ())])
    leads_to = option.get("follow_up") or option.get("answer")
    said = [option.get("text", ""), f"→ {leads_to}" if leads_to else ""]
    return typeset(f"{option['option']} ({names}) : ") + " ".join(filter(None, said))


def value(one: Any) -> str:
    """Write a value in a line."""
    if isinstance(one, list):
        return ", ".join(map(value, one))
    if isinstance(one, dict):
        if set(one) == {"ref", "read_on"}:
            return f"{one['ref']} (lue le {one['read_on']})"
        if set(one) == {"title", "url"}:
            return f"{one['title']} <{one['url']}>"
        if "option" in one:
            return _case(one)
        return " ".join(f"{name}={value(v).replace(', ', ',')}" for name, v in one.items())
    return str(one) or "rien"
