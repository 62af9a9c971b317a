"""What a skin is: it shows a `Screen` and gives back one of its decisions.

A new skin is a new module beside this one, chosen in `cli.skin`.
"""

from typing import Protocol

from segur_faq.journey.decisions import Decision
from segur_faq.journey.screen import Screen


class Asker(Protocol):
    """Shows screens, one after the other.

    `reads_aloud` tells a skin for those who do not see the screen: answers then go without frames.
    """

    reads_aloud: bool

    def ask(self, screen: Screen) -> Decision:
        """Show a screen and wait for a decision.

        Raises:
            KeyboardInterrupt: the reader pressed Ctrl-C.
            SegurFaqError: there is nobody to answer any more.
        """
        ...

    def read(self, prompt: str) -> str:
        """Ask for a line of text and give it without the blank space around it.

        Raises:
            KeyboardInterrupt: the reader pressed Ctrl-C.
            SegurFaqError: there is nobody to answer any more.
        """
        ...
