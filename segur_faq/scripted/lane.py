"""Choosing what the fast lane answers; it takes only what it knows entirely.

Each function of `LANES` gives an exit code, or None to let the ordinary lane do all of the work: it
must not have written anything then. Whatever is unusual (a word that is no id, an option out of the
ordinary, a terminal, a stale cache) is left to the ordinary lane.
"""

import os

from segur_faq.compiled.opening import DAMAGED, SURELY_DAMAGED, close_compiled, discard_compiled

COMPLETING = "_SEGUR_FAQ_COMPLETE"
"""Set by the shell's own function when Tab is pressed."""


def answer(words: list[str]) -> int | None:
    """Answer a command line, if that can be done without the whole program.

    Returns:
        The exit code; None when the ordinary lane must answer, nothing having been written.
    """
    command = words[0] if words else ""
    try:
        if COMPLETING in os.environ:
            from segur_faq.scripted.completion import complete

            return complete(os.environ[COMPLETING])
        if command == "show":
            from segur_faq.scripted.show import show

            return show(words[1:])
        if command == "define":
            from segur_faq.scripted.define import define

            return define(words[1:])
        if command == "search":
            from segur_faq.scripted.search import search

            return search(words[1:])
    except DAMAGED as error:
        # The ordinary lane might not read what is damaged here, and would let it be for ever.
        if isinstance(error, SURELY_DAMAGED):
            discard_compiled()
        return None
    finally:
        close_compiled()
    return None
