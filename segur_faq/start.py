"""The console script's door: the fast lane for what it knows entirely, the whole program otherwise.

Nothing is imported here that a scripted `show` does not use.
"""

import sys


def main() -> int:
    """Run the program on the process's own arguments; return what the process should exit with."""
    from segur_faq.scripted.lane import answer

    try:
        code = answer(sys.argv[1:])
    except KeyboardInterrupt:
        return 130
    if code is not None:
        return code
    from segur_faq.cli.main import main as whole_program

    return whole_program()


def run() -> None:
    """Be the console script."""
    sys.exit(main())
