"""Presses keys in a menu, without a terminal, and keeps what it drew.

Keys are sent one after the other, each when the menu has drawn what the one before changed: no
test has to wait, and a menu that is still open once every key was pressed says so.
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from prompt_toolkit.application import Application, create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from segur_faq.journey.decisions import Decision
from segur_faq.journey.screen import Screen
from segur_faq.prompts import menu as menu_module
from segur_faq.prompts.menu import MenuAsker

UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
HOME, END, PAGE_UP, PAGE_DOWN = "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~"
ENTER, ESCAPE, BACKSPACE, TAB = "\r", "\x1b", "\x7f", "\t"
CTRL_C, CTRL_D, CTRL_U = "\x03", "\x04", "\x15"
ALT_ENTER = "\x1b\r"
DELETE, F1, SHIFT_TAB = "\x1b[3~", "\x1bOP", "\x1b[Z"
HANG_UP = ""
"""No key: the keyboard is closed."""


def paste(text: str) -> str:
    """Give what a terminal sends for a pasted text."""
    return f"\x1b[200~{text}\x1b[201~"


class StillOpenError(Exception):
    """Every key was pressed, and the menu waits for more."""


class MenuDriver:
    """A `MenuAsker` with somebody at the keys.

    Attributes:
        drawn: what the last menu showed after each key, the first drawing included.
        application: prompt_toolkit's, of the last menu.
        asker: what is driven; it remembers, from one screen to the next.
    """

    def __init__(self, keyboard, columns: int, rows: int) -> None:
        self.drawn: list[str] = []
        self.application: Application | None = None
        self.asker: MenuAsker | None = None
        self._keyboard = keyboard
        self._keys: list[str] = []
        self.size = Size(rows=rows, columns=columns)

    def press(self, screen: Screen, *keys: str) -> Decision | None:
        """Show a screen and press keys; give the decision, or None when the menu is still open."""
        self.drawn = []
        self._keys = list(keys)
        try:
            return self.asker.ask(screen)
        except StillOpenError:
            return None

    def look(self, screen: Screen, *keys: str) -> str:
        """Press keys that leave the menu open, and give what it shows then."""
        assert self.press(screen, *keys) is None
        return self.drawn[-1]

    def has_drawn(self, app: Application) -> None:
        """Press the next key, if the last one has been dealt with (Esc waits for what follows)."""
        self.application = app
        if app.is_done or app.key_processor.key_buffer or app.key_processor.input_queue:
            return
        self.drawn.append(_text_on(app))
        if self._keys:
            key = self._keys.pop(0)
            if key == HANG_UP:
                self._keyboard.close()
            else:
                self._keyboard.send_text(key)
        else:
            asyncio.get_running_loop().call_soon(self._give_up, app)

    @staticmethod
    def _give_up(app: Application) -> None:
        if not app.is_done:
            app.exit(exception=StillOpenError)


def _text_on(app: Application) -> str:
    screen = app.renderer.last_rendered_screen
    if screen is None:
        return ""
    lines = []
    for number in range(screen.height):
        row = screen.data_buffer[number]
        lines.append("".join(row[column].char for column in range(max(row, default=0) + 1)))
    return "\n".join(line.rstrip() for line in lines).rstrip("\n")


class _SizedOutput(DummyOutput):
    def __init__(self, driver: MenuDriver) -> None:
        self._driver = driver

    def get_size(self) -> Size:
        return self._driver.size


@contextmanager
def driven_menus(columns: int = 80, rows: int = 24) -> Iterator[MenuDriver]:
    """Open a keyboard and a terminal for the menus inside the `with`."""
    with create_pipe_input() as keyboard, pytest.MonkeyPatch.context() as patch:
        driver = MenuDriver(keyboard, columns, rows)

        class Watched(Application):
            def __init__(self, *args, **options) -> None:
                super().__init__(*args, **options)
                self.after_render += driver.has_drawn

        output = _SizedOutput(driver)
        patch.setattr(menu_module, "Application", Watched)
        patch.setattr(menu_module, "create_output", lambda stdout=None: output)
        with create_app_session(input=keyboard, output=output):
            driver.asker = MenuAsker()
            yield driver


def keys_to(screen: Screen, number: int) -> Sequence[str]:
    """Give the keys that take the row of that number, from the first one."""
    return (HOME, *[DOWN] * number, ENTER)
