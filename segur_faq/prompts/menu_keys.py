"""The keys of a menu."""

from typing import Any

from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from segur_faq.journey.decisions import Back, Quit, Search
from segur_faq.prompts.menu_list import RowList


def menu_keys(rows: RowList) -> KeyBindings:
    """Bind the keys of a menu; the application exits with a `Row`, or with a decision."""
    bindings = KeyBindings()

    @bindings.add(Keys.ControlJ)  # Enter, typed before the terminal was in our hands
    @bindings.add(Keys.Enter)
    def _(event: KeyPressEvent) -> None:
        if rows.current is not None:
            event.app.exit(result=rows.current)

    @bindings.add(Keys.Left)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Back())

    # Alt+Enter arrives as these two keys: bound, lest its Enter answer the screen before.
    @bindings.add(Keys.Escape, Keys.ControlJ)
    @bindings.add(Keys.Escape, Keys.Enter)
    @bindings.add(Keys.Escape)
    def _(event: KeyPressEvent) -> None:
        if rows.typed:
            rows.type("")
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
            rows.move(by)

    @bindings.add("/")
    def _(event: KeyPressEvent) -> None:
        if rows.typed:  # a code may hold one
            rows.type(rows.typed + "/")
        else:
            event.app.exit(result=Search())

    @bindings.add("?")
    def _(event: KeyPressEvent) -> None:
        rows.shows_help = not rows.shows_help

    @bindings.add(Keys.Backspace)
    def _(event: KeyPressEvent) -> None:
        rows.type(rows.typed[:-1])

    @bindings.add(Keys.ControlU)
    def _(event: KeyPressEvent) -> None:
        rows.type("")

    @bindings.add(Keys.BracketedPaste)
    @bindings.add(Keys.Any)
    def _(event: KeyPressEvent) -> None:
        key = event.key_sequence[-1].key
        if isinstance(key, Keys) and key is not Keys.BracketedPaste:
            return  # F1 or Delete: what it « types » is the rest of its escape sequence
        typed = "".join(c for c in event.data if c.isprintable())
        taken = None if key is Keys.BracketedPaste else rows.row_of_key(typed)
        if taken is not None:
            event.app.exit(result=taken)
        elif typed:
            rows.type(rows.typed + typed)

    return bindings
