"""The console script's door: the fast lane for what it knows entirely, the whole program otherwise.

Nothing is imported here that a scripted `show` does not use.
"""

import os
import sys


def main() -> int:
    """Run the program on the process's own arguments; return what the process should exit with."""
    from segur_faq.scripted.lane import answer
    from segur_faq.scripted.shell import OutputLostError

    try:
        code = answer(sys.argv[1:])
    except KeyboardInterrupt:
        return 130
    except OutputLostError as lost:
        from segur_faq.cli.main import code_of_lost_output

        return code_of_lost_output(lost.args[0])
    if code is not None:
        return code
    from segur_faq.cli.main import main as whole_program

    return whole_program()


def run() -> None:
    """Be the console script."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):  # none, lost, closed: nobody listens
            continue
    # Nothing is left to tidy up, and taking an interpreter apart takes a tenth of a `show`.
    os._exit(code)
