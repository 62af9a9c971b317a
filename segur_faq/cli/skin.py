"""Choosing the skin that a terminal can hold."""

import os
import sys

from segur_faq.cli import console
from segur_faq.prompts.asker import Asker


def choose_asker(simple: bool) -> Asker | None:
    """Give the skin to ask with; None when there is nobody to ask.

    `simple` is `--simple`: the numbered skin, even for a program that answers through a pipe.
    """
    keyboard = console.is_terminal(sys.stdin) and console.is_terminal(sys.stderr)
    if simple and sys.stdin is not None and sys.stderr is not None:
        return _numbered(keyboard)
    if not keyboard:
        return None
    # Windows sets no TERM, and can hold menus all the same.
    terminal = os.environ.get("TERM", "dumb" if os.name == "posix" else "console")
    if os.environ.get("ACCESSIBLE") or terminal in ("dumb", ""):
        return _numbered(keyboard)
    # Only now: importing questionary costs more than all the rest of the program.
    try:
        from segur_faq.prompts.menu import MenuAsker

        return MenuAsker()
    except Exception:  # a console that prompt_toolkit cannot drive, such as mintty without winpty
        return _numbered(keyboard)


def _numbered(keyboard: bool) -> Asker:
    from segur_faq.prompts.numbered import NumberedAsker

    width = console.width(sys.stderr) if keyboard else None
    return NumberedAsker(sys.stdin, sys.stderr, leave_at_end=keyboard, width=width)
