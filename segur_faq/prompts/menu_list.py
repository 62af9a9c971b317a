"""The rows of a menu: which are shown, which is pointed at, how each is drawn.

A control of questionary's, whose own filter drops accented letters and, when nothing matches, gives
the whole list back: « hop » + Enter would answer « Biologie » (seen with 2.1.1).
"""

from typing import cast

from prompt_toolkit.application import get_app
from prompt_toolkit.formatted_text import StyleAndTextTuples
from questionary import Choice
from questionary.prompts.common import InquirerControl

from segur_faq.journey.decisions import Decision
from segur_faq.journey.rows import Row
from segur_faq.journey.screen import Screen
from segur_faq.prompts.lines import wrap
from segur_faq.prompts.matching import best_row, found_rows


class RowList(InquirerControl):
    """The list of rows, filtered by what has been typed."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self.typed = ""
        self.shows_help = False
        rows = (*screen.rows, *screen.findable)
        self._choice_of = {id(row): Choice(row.label, value=row) for row in rows}
        pointed = next(
            (row for row in screen.rows if row.decision == screen.pointed), screen.rows[0]
        )
        super().__init__(
            list(self._choice_of.values()),
            initial_choice=self._choice_of[id(pointed)],
            pointer="»",
            use_indicator=False,
            show_cursor=False,
        )

    @property
    def filtered_choices(self) -> list[Choice]:
        """The choices that match what has been typed; none when nothing does."""
        return [self._choice_of[id(row)] for row in found_rows(self._screen, self.typed)]

    @property
    def current(self) -> Row | None:
        """The row under the pointer; None when nothing matches, and Enter must do nothing."""
        choices = self.filtered_choices
        return cast(Row, choices[self.pointed_at].value) if choices else None

    def row_of_key(self, typed: str) -> Row | None:
        """Give the row that one letter takes; none once a search has begun."""
        if self.typed or not typed:
            return None
        return next((row for row in self._screen.rows if row.key == typed.lower()), None)

    def type(self, typed: str) -> None:
        """Filter by another text, and point at the row that it most likely means."""
        pointed = self.current
        self.typed = typed
        rows = found_rows(self._screen, typed)
        best = best_row(self._screen.rows, typed) if typed.strip() else pointed
        self.pointed_at = next((n for n, row in enumerate(rows) if row is best), 0)

    def resume(self, typed: str, pointed: Decision) -> None:
        """Return to a screen as it was left: what had been typed, and the row that was taken."""
        self.typed = typed
        rows = found_rows(self._screen, typed)
        there = next((n for n, row in enumerate(rows) if row.decision == pointed), None)
        if there is None:
            self.typed = ""
        else:
            self.pointed_at = there

    def move(self, by: int) -> None:
        """Move the pointer; one step goes round the ends, a page stops there."""
        last = self.choice_count - 1
        if last < 0:
            return
        if abs(by) == 1:
            self.pointed_at = (self.pointed_at + by) % (last + 1)
        else:
            self.pointed_at = max(0, min(last, self.pointed_at + by))

    def _get_choice_tokens(self) -> StyleAndTextTuples:
        width = get_app().output.get_size().columns
        tokens: StyleAndTextTuples = []
        for number, choice in enumerate(self.filtered_choices):
            row = cast(Row, choice.value)
            if not self.typed:
                tokens += [
                    ("class:heading", f" {line}\n")
                    for h in row.headings
                    for line in wrap(h, width - 2)
                ]
            here = number == self.pointed_at
            tokens += self._row_tokens(row, here, width)
        if tokens:
            tokens[-1] = (tokens[-1][0], tokens[-1][1].rstrip("\n"))
        return tokens

    def _row_tokens(self, row: Row, here: bool, width: int) -> StyleAndTextTuples:
        style = "class:highlighted" if here else "class:action" if row.is_action else ""
        detail = f"  {row.beside}" if row.beside else ""
        first, *others = wrap(row.label + detail, width - 5)
        tokens: StyleAndTextTuples = []
        if here:
            tokens += [("class:pointer", f" {self.pointer} "), ("[SetCursorPosition]", "")]
        else:
            tokens.append(("", "   "))
        # Set back, lest the rest of a label be taken for the next row.
        lines = [first, *(f"    {line}" for line in others)]
        if row.beside and lines[-1].endswith(row.beside):
            lines[-1] = lines[-1][: -len(row.beside)]
            tokens += [(style, "\n".join(lines)), ("class:faint", f"{row.beside}\n")]
        else:
            tokens.append((style, "\n".join(lines) + "\n"))
        if here and row.help:
            tokens += [("class:faint", f"     {line}\n") for line in wrap(row.help, width - 6)]
        return tokens
