"""The whole program: streams made safe, errors told once and in French, exit codes given.

What a command does is in the module that bears its name.
"""

import gc
import os
import sys
from collections.abc import Sequence

from segur_faq.cli import console
from segur_faq.errors import ExitCode, SegurFaqError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return what the process should exit with."""
    # Reading a corpus makes many objects and little waste: collecting it takes half the time.
    gc.set_threshold(500_000)
    console.prepare_streams()
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        code = _run(words)
    except SegurFaqError as error:
        console.complain(error.message, error.hint)
        return error.exit_code
    except KeyboardInterrupt:  # while modules were still being imported
        code = ExitCode.INTERRUPTED
    if code == ExitCode.INTERRUPTED:
        console.say("")
    return code


def _run(words: Sequence[str]) -> int:
    """Build the application that a command line needs, and run it.

    Raises:
        SegurFaqError: the command line cannot be read, or the command could not do its work.
    """
    from segur_faq.cli.app import build
    from segur_faq.cli.completion import join_pairs_that_bash_cut
    from segur_faq.cli.french import UsageError, leave_tips_alone
    from segur_faq.cli.usage import explain_usage_error

    if "_SEGUR_FAQ_COMPLETE" in os.environ:
        join_pairs_that_bash_cut()
        leave_tips_alone()
    try:
        return int(build(words)(args=words, prog_name="segur-faq", standalone_mode=False) or 0)
    except UsageError as error:
        raise SegurFaqError(*explain_usage_error(error)) from error


def code_of_lost_output(error: OSError) -> int:
    """Tell that the output cannot be written; return what the process should exit with."""
    console.prepare_streams()
    try:
        console.lose_output(error)
    except SegurFaqError as told:
        console.complain(told.message, told.hint)
        return told.exit_code
    except SystemExit:
        return ExitCode.DONE
