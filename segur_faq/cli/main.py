"""The entry point: streams made safe, errors told once and in French, exit codes given.

What a command does is in the module that bears its name.
"""

import gc
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
    from segur_faq.cli.app import build
    from segur_faq.cli.completion import join_pairs_that_bash_cut
    from segur_faq.cli.usage import UsageError, explain_usage_error

    join_pairs_that_bash_cut()
    try:
        code = build(words)(args=words, prog_name="segur-faq", standalone_mode=False)
    except SegurFaqError as error:
        console.complain(error.message, error.hint)
        return error.exit_code
    except UsageError as error:
        message, hint = explain_usage_error(error)
        console.complain(message, hint)
        return ExitCode.UNABLE
    if code == ExitCode.INTERRUPTED:
        console.say("")
    return int(code or ExitCode.DONE)


def run() -> None:
    """Be the console script."""
    sys.exit(main())
