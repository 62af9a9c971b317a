"""The questionary skin: arrows, type to filter, ← or Esc to go back.

Built from questionary's own parts (`InquirerControl`, `Choice`, `Question`) rather than from its
`select`, whose filter drops accented letters and, when nothing matches, offers the first row of the
whole list: « hop » + Enter would answer « Biologie » (seen with 2.1.1).
"""

import sys
from typing import Any, cast

import questionary
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.formatted_text import AnyFormattedText, StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    Dimension,
    FormattedTextControl,
    HSplit,
    Layout,
    ScrollOffsets,
    Window,
)
from prompt_toolkit.output import create_output
from prompt_toolkit.styles import Style
from questionary import Choice, Question
from questionary.prompts.common import InquirerControl

from segur_faq.errors import SegurFaqError
from segur_faq.journey.decisions import Back, Choose, Correct, Decision, Quit
from segur_faq.journey.screens import Row, Screen
from segur_faq.prompts.layout import wrap
from segur_faq.prompts.matching import best_row, found_rows
from segur_faq.text import typeset

_STYLE = Style(
    [
        ("recap", "ansicyan"),
        ("title", "bold"),
        ("faint", "ansibrightblack"),
        ("notice", "ansiyellow"),
        ("heading", "ansicyan"),
        ("pointer", "ansicyan bold"),
        ("highlighted", "ansicyan bold"),
        ("action", "italic"),
        ("none", "ansired"),
        ("nbsp", "nounderline"),  # the library underlines no-break spaces, as if they were mistakes
    ]
)
_KEYS = typeset("↑↓ choisir · Entrée valider · tapez pour chercher · ← revenir · ? aide")
_ALL_KEYS = typeset(
    "↑ ↓ : choisir. Entrée : valider. Lettres : chercher, dans les choix puis dans les réponses. "
    "Échap : effacer la recherche, ou revenir. "
    "← : revenir. Page ↑ ↓, Début, Fin : aller plus loin. Ctrl-C : quitter. ? : fermer cette aide."
)
_KEYS_NARROW = typeset("Entrée · tapez · ← revenir · ? aide")
_ESCAPE_SECONDS = 0.05
"""How long Esc waits for the rest of a key sequence; the library's 0.5 s feels broken."""


class MenuAsker:
    """Asks by menus on the terminal's error stream, so that standard output holds answers only.

    Made where the terminal cannot hold menus, it fails at once: the caller takes another skin.
    """

    def __init__(self) -> None:
        self._output = create_output(stdout=sys.stderr)

    def ask(self, screen: Screen) -> Decision:
        """Show a screen until a row is chosen, then leave one line that says which."""
        menu = _Menu(screen)
        application: Application[Row | Decision] = Application(
            layout=_layout(screen, menu),
            key_bindings=_bindings(menu),
            style=_STYLE,
            erase_when_done=True,
            output=self._output,
        )
        application.ttimeoutlen = _ESCAPE_SECONDS
        application.timeoutlen = _ESCAPE_SECONDS
        chosen = _answer_to(Question(application))
        if isinstance(chosen, Row):
            _leave_trace(screen, chosen)
            return chosen.decision
        decision: Decision = chosen
        return decision

    def read(self, prompt: str) -> str:
        """Ask for a line of text."""
        label = typeset(f"{prompt} :")
        typed: str = _answer_to(questionary.text(label, qmark="", output=self._output))
        return typed.strip()


def _answer_to(question: Question) -> Any:
    # `ask()` would swallow Ctrl-C, print English and return None (tmbo/questionary#74).
    try:
        return question.unsafe_ask()
    except EOFError as error:
        raise SegurFaqError("Le terminal s'est fermé avant la réponse.") from error


def _leave_trace(screen: Screen, row: Row) -> None:
    if isinstance(row.decision, Choose | Correct):
        width = create_output(stdout=sys.stderr).get_size().columns
        for line in wrap(f"{screen.title} {row.label}", width):
            print(line, file=sys.stderr)


class _Menu(InquirerControl):
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

    def type(self, typed: str) -> None:
        """Filter by another text, and point at the row that it most likely means."""
        pointed = self.current
        self.typed = typed
        rows = found_rows(self._screen, typed)
        best = best_row(self._screen.rows, typed) if typed.strip() else pointed
        self.pointed_at = next((n for n, row in enumerate(rows) if row is best), 0)

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
        detail = f"  {row.detail}" if row.detail else ""
        first, *others = wrap(row.label + detail, width - 4)
        tokens: StyleAndTextTuples = []
        if here:
            tokens += [("class:pointer", f" {self.pointer} "), ("[SetCursorPosition]", "")]
        else:
            tokens.append(("", "   "))
        lines = [first, *(f"   {line}" for line in others)]
        if row.detail and lines[-1].endswith(row.detail):
            lines[-1] = lines[-1][: -len(row.detail)]
            tokens += [(style, "\n".join(lines)), ("class:faint", f"{row.detail}\n")]
        else:
            tokens.append((style, "\n".join(lines) + "\n"))
        if here and row.help:
            tokens += [("class:faint", f"     {line}\n") for line in wrap(row.help, width - 6)]
        return tokens


def _layout(screen: Screen, menu: _Menu) -> Layout:
    def columns() -> int:
        return get_app().output.get_size().columns

    def is_tall() -> bool:
        return get_app().output.get_size().rows >= 20

    def header() -> StyleAndTextTuples:
        lines: StyleAndTextTuples = []
        texts = [("class:notice", notice) for notice in screen.notices]
        texts.append(("class:recap", screen.recap))
        if screen.answer and is_tall():
            # A long answer has scrolled: what it says in short stays in sight.
            texts.append(("", screen.answer.short))
        texts.append(("class:title", screen.title))
        if screen.help and (is_tall() or menu.shows_help):
            texts.append(("class:faint", screen.help))
        if menu.shows_help:
            texts.append(("class:faint", _ALL_KEYS))
        for style, text in texts:
            lines += [(style, f"{line}\n") for line in wrap(text, columns() - 1) if text]
        return [*lines[:-1], (lines[-1][0], lines[-1][1].rstrip("\n"))]

    def footer() -> AnyFormattedText:
        if menu.typed and menu.current is None:
            return [("class:none", typeset(f"« {menu.typed} » : rien ne correspond. Effacez."))]
        if menu.typed:
            found = menu.choice_count
            return [("class:faint", typeset(f"Recherche : {menu.typed} ({found}) · Échap efface"))]
        keys = _KEYS if columns() > len(_KEYS) else _KEYS_NARROW
        return [("class:faint", keys)]

    def header_height() -> Dimension:
        # On a small screen the list keeps at least six lines, whatever there is to tell.
        lines = sum(text.count("\n") for _, text, *_ in header()) + 1
        return Dimension.exact(max(1, min(lines, get_app().output.get_size().rows - 7)))

    def list_height() -> Dimension:
        rows = get_app().output.get_size().rows
        # Below an answer, the menu must leave the answer on the screen.
        return Dimension(min=1, max=max(4, rows // 2)) if screen.answer else Dimension(min=1)

    return Layout(
        HSplit(
            [
                Window(FormattedTextControl(header), height=header_height),
                Window(
                    menu,
                    height=list_height,
                    dont_extend_height=True,
                    scroll_offsets=ScrollOffsets(top=2, bottom=2),
                ),
                Window(FormattedTextControl(footer), height=1),
            ]
        )
    )


def _bindings(menu: _Menu) -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add(Keys.Enter)
    def _(event: KeyPressEvent) -> None:
        if menu.current is not None:
            event.app.exit(result=menu.current)

    @bindings.add(Keys.Left)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Back())

    # Alt+Enter arrives as these two keys: bound, lest its Enter answer the screen before.
    @bindings.add(Keys.Escape, Keys.Enter)
    @bindings.add(Keys.Escape)
    def _(event: KeyPressEvent) -> None:
        if menu.typed:
            menu.type("")
        else:
            event.app.exit(result=Back())

    @bindings.add(Keys.ControlC)
    @bindings.add(Keys.SIGINT)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @bindings.add(Keys.ControlD)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Quit())

    moves: dict[Any, int] = {
        Keys.Down: 1, Keys.Up: -1, Keys.ControlN: 1, Keys.ControlP: -1,
        Keys.PageDown: 8, Keys.PageUp: -8, Keys.End: 10_000, Keys.Home: -10_000,
    }  # fmt: skip
    for key, by in moves.items():

        @bindings.add(key)
        def _(event: KeyPressEvent, by: int = by) -> None:
            menu.move(by)

    @bindings.add("?")
    def _(event: KeyPressEvent) -> None:
        menu.shows_help = not menu.shows_help

    @bindings.add(Keys.Backspace)
    def _(event: KeyPressEvent) -> None:
        menu.type(menu.typed[:-1])

    @bindings.add(Keys.ControlU)
    def _(event: KeyPressEvent) -> None:
        menu.type("")

    @bindings.add(Keys.BracketedPaste)
    @bindings.add(Keys.Any)
    def _(event: KeyPressEvent) -> None:
        key = event.key_sequence[-1].key
        if isinstance(key, Keys) and key is not Keys.BracketedPaste:
            return  # F1 or Delete: what it « types » is the rest of its escape sequence
        typed = "".join(c for c in event.data if c.isprintable())
        if typed:
            menu.type(menu.typed + typed)

    return bindings
