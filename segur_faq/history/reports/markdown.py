"""The report for a pull request: what went is struck out, what came underlined, much is folded.

By HTML tags, which stand beside any character; the marks of Markdown do not (`mot**, puis**`).
"""

import re
from collections.abc import Iterator

from segur_faq.history.changes import Changed, Changes, KeyChange, Kind
from segur_faq.history.reports import wording
from segur_faq.history.words import GONE, KEPT, Piece, compare_lines, compare_words
from segur_faq.text import typeset

_MANY = 20
"""Paths, above which they are folded away."""

_MARKS = re.compile(r"[\\`*_\[\]<>#|&~]|(?<=\d)\.(?=\s)|^[-+](?=\s)")


def render(changes: Changes) -> str:
    """Give all that changed, or one line if nothing did."""
    if not changes:
        return wording.NOTHING + "\n"
    return "\n".join(_lines(changes)) + "\n"


def _lines(changes: Changes) -> Iterator[str]:
    yield typeset(f"**{wording.tally(changes)}**")
    for heading, kind in wording.sections(changes):
        yield from ("", f"### {heading}", "")
        yield from _kind(kind)
    if changes.paths:
        yield from ("", f"### {wording.PATHS}", "")
        folded = len(changes.paths) > _MANY
        if folded:
            yield from (f"<details><summary>{len(changes.paths)} chemins</summary>", "")
        for change in changes.paths[: wording.MOST_PATHS]:
            shown = ", ".join(
                wording.named(ids, sign, "`")
                for sign, ids in (("+", change.added), ("−", change.removed))
                if ids
            )
            where = f"`{change}`" if change.pairs else wording.EVERYWHERE
            yield typeset(f"- {where} : {shown}")
        if more := wording.left_out(changes):
            yield typeset(f"- {more}")
        if folded:
            yield from ("", "</details>")


def _kind(kind: Kind) -> Iterator[str]:
    for entry in kind.added:
        yield typeset(f"- ajout de {_code(entry.id)} : {_escape(entry.title)}")
    for entry in kind.removed:
        yield typeset(f"- retrait de {_code(entry.id)} : {_escape(entry.title)}")
    for entry, into in kind.merged:
        yield typeset(f"- {_code(entry.id)} est désormais dans {_code(into)}")
    for changed in kind.changed:
        yield from _changed(changed)


def _changed(changed: Changed) -> Iterator[str]:
    was = f" (était {_code(changed.was)})" if changed.was else ""
    yield typeset(f"- {_code(changed.id)}{was} : {_escape(changed.title)}")
    for change in changed.keys:
        yield from _key(change)


def _key(change: KeyChange) -> Iterator[str]:
    name = typeset(f"  - {_code(change.key)} :")
    if change.key == wording.BODY:
        yield name
        for line in compare_lines(change.before, change.after):
            yield f"    - {_pieces(line)}"
    elif change.key in wording.TEXTS and change.before and change.after:
        yield f"{name} {_pieces(compare_words(change.before, change.after))}"
    elif (pieces := wording.items(change)) is not None:
        shown = [_gone(text) if sign == "-" else _new(text) for sign, text in pieces]
        yield f"{name} {', '.join(shown)}"
    else:
        for level, before, after in wording.levels(change):
            yield f"{name} {_code(level)} {_gone(before)} → {_new(after)}"


def _pieces(pieces: list[Piece]) -> str:
    return "".join(
        _escape(text) if kind == KEPT else _gone(text) if kind == GONE else _new(text)
        for kind, text in pieces
    ).strip()


def _gone(text: str) -> str:
    return f"<del>{_escape(text)}</del>"


def _new(text: str) -> str:
    return f"<ins>{_escape(text)}</ins>"


def _escape(text: str) -> str:
    """Keep the corpus from being read as markup."""
    return _MARKS.sub(r"\\\g<0>", re.sub(r"\s*\n\s*", " ", text))


def _code(text: str) -> str:
    return f"`{text.replace('`', '')}`"
