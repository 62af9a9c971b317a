"""The report for a terminal: what went is `[-so-]`, what came is `{+so+}`, in colour too."""

from collections.abc import Iterator

from segur_faq.history.changes import Changed, Changes, KeyChange, Kind
from segur_faq.history.reports import wording
from segur_faq.history.words import GONE, KEPT, Piece, compare_lines, compare_words
from segur_faq.text import typeset

_RED, _GREEN, _BOLD, _RESET = "\x1b[31m", "\x1b[32m", "\x1b[1m", "\x1b[0m"


def render(changes: Changes, color: bool = False) -> str:
    """Give all that changed; an empty text if nothing did."""
    if not changes:
        return ""
    return "".join(f"{line}\n" for line in _Writer(color).lines(changes))


class _Writer:
    def __init__(self, color: bool) -> None:
        self._red, self._green, self._bold, self._reset = (
            (_RED, _GREEN, _BOLD, _RESET) if color else ("", "", "", "")
        )

    def lines(self, changes: Changes) -> Iterator[str]:
        yield typeset(wording.tally(changes))
        for heading, kind in wording.sections(changes):
            yield ""
            yield f"{self._bold}{heading}{self._reset}"
            yield from self._kind(kind)
        if changes.paths:
            yield ""
            yield f"{self._bold}{wording.PATHS}{self._reset}"
            for change in changes.paths[: wording.MOST_PATHS]:
                shown = [
                    self._signed(sign, wording.named(ids, sign))
                    for sign, ids in (("+", change.added), ("-", change.removed))
                    if ids
                ]
                yield typeset(f"  {str(change) or wording.EVERYWHERE} : {', '.join(shown)}")
            if more := wording.left_out(changes):
                yield typeset(f"  {more}")

    def _kind(self, kind: Kind) -> Iterator[str]:
        for entry in kind.added:
            yield "  " + self._signed("+", typeset(f"+ {entry.id} : {entry.title}"))
        for entry in kind.removed:
            yield "  " + self._signed("-", typeset(f"- {entry.id} : {entry.title}"))
        for entry, into in kind.merged:
            yield "  " + self._signed("-", typeset(f"- {entry.id}, désormais dans {into}"))
        for changed in kind.changed:
            yield from self._changed(changed)

    def _changed(self, changed: Changed) -> Iterator[str]:
        was = f" (était {changed.was})" if changed.was else ""
        yield typeset(f"  ~ {changed.id}{was} : {changed.title}")
        for change in changed.keys:
            yield from self._key(change)

    def _key(self, change: KeyChange) -> Iterator[str]:
        name = typeset(f"      {change.key} :")
        if change.key == wording.BODY:
            yield name
            for line in compare_lines(change.before, change.after):
                yield f"        {self._pieces(line)}"
        elif change.key in wording.TEXTS and change.before and change.after:
            yield f"{name} {self._pieces(compare_words(change.before, change.after))}"
        elif (pieces := wording.items(change)) is not None:
            shown = [self._signed(sign, f"{sign} {text}") for sign, text in pieces]
            if sum(map(len, shown)) < 60:
                yield f"{name} {', '.join(shown)}"
            else:
                yield name
                yield from (f"        {piece}" for piece in shown)
        else:
            for level, before, after in wording.levels(change):
                gone, came = self._signed("-", before), self._signed("+", after)
                yield f"{name} {level} {gone} → {came}"

    def _pieces(self, pieces: list[Piece]) -> str:
        return "".join(
            text
            if kind == KEPT
            else f"{self._red}[-{text}-]{self._reset}"
            if kind == GONE
            else f"{self._green}{{+{text}+}}{self._reset}"
            for kind, text in pieces
        )

    def _signed(self, sign: str, text: str) -> str:
        return f"{self._red if sign == '-' else self._green}{text}{self._reset}"
