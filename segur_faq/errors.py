"""The one error that a user may see, and the exit codes that scripts rely on.

Problems *of a corpus* are values (`corpus.problem`), not exceptions: all of them are reported.
"""

from enum import IntEnum

from segur_faq.text import typeset


class ExitCode(IntEnum):
    """What the process returns; the table in the README says the same."""

    DONE = 0
    NEGATIVE = 1
    """It ran, and the answer is no: unknown id, nothing found, lint errors."""
    UNABLE = 2
    """It could not run: wrong usage, no terminal, unreadable corpus."""
    INTERRUPTED = 130


class SegurFaqError(Exception):
    """Something the user can mend.

    Both texts get their no-break spaces here.

    Args:
        message: what happened, in French, one sentence.
        hint: what to do next, in French; may be empty.
        exit_code: what the process returns.
    """

    def __init__(self, message: str, hint: str = "", exit_code: ExitCode = ExitCode.UNABLE) -> None:
        super().__init__(message)
        self.message = typeset(message)
        self.hint = typeset(hint)
        self.exit_code = exit_code
