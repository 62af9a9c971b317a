"""The questionary skin: arrows, type to search, ← or Esc to go back.

Built from questionary's own parts (`InquirerControl`, `Choice`, `Question`) rather than from its
`select`: `menu_list` says why, `menu_keys` and `menu_window` hold the rest.
"""

import sys
from typing import Any

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import create_output
from questionary import Question

from segur_faq.errors import SegurFaqError
from segur_faq.journey.decisions import Choose, Correct, Decision, Read
from segur_faq.journey.rows import Row
from segur_faq.journey.screen import Screen
from segur_faq.prompts.lines import wrap
from segur_faq.prompts.menu_keys import menu_keys
from segur_faq.prompts.menu_list import RowList
from segur_faq.prompts.menu_window import STYLE, menu_window
from segur_faq.text import typeset

_ESCAPE_SECONDS = 0.05
"""How long Esc waits for the rest of a key sequence; the library's 0.5 s feels broken."""


class MenuAsker:
    """Asks by menus on the terminal's error stream, so that standard output holds answers only.

    Made where the terminal cannot hold menus, it fails at once: the caller takes another skin.
    """

    reads_aloud = False

    def __init__(self) -> None:
        self._output = create_output(stdout=sys.stderr)
        self._typed: dict[tuple[str, str], str] = {}

    def ask(self, screen: Screen) -> Decision:
        """Show a screen until a row is chosen, then leave one line that says which."""
        rows = RowList(screen)
        place = (screen.title, screen.recap)
        if isinstance(screen.pointed, Read):  # back from an answer
            rows.resume(self._typed.get(place, ""), screen.pointed)
        application: Application[Row | Decision] = Application(
            layout=menu_window(screen, rows),
            key_bindings=menu_keys(rows),
            style=STYLE,
            erase_when_done=True,
            output=self._output,
        )
        application.ttimeoutlen = _ESCAPE_SECONDS
        application.timeoutlen = _ESCAPE_SECONDS
        chosen = _answer_to(Question(application))
        self._typed[place] = rows.typed
        if isinstance(chosen, Row):
            _leave_trace(screen, chosen)
            return chosen.decision
        decision: Decision = chosen
        return decision

    def read(self, prompt: str) -> str:
        """Ask for a line of text; Esc leaves it empty."""
        label = typeset(f"{prompt} :")
        question = questionary.text(label, qmark="", output=self._output)
        leaving = KeyBindings()

        @leaving.add(Keys.Escape)
        def _(event: KeyPressEvent) -> None:
            event.app.exit(result="")

        application = question.application
        bound = [application.key_bindings] if application.key_bindings else []
        application.key_bindings = merge_key_bindings([*bound, leaving])
        application.ttimeoutlen = application.timeoutlen = _ESCAPE_SECONDS
        typed: str = _answer_to(question)
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
