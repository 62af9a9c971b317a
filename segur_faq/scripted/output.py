"""Writing what the fast lane has found, where the stream is an ordinary one."""

import sys


def is_plain() -> bool:
    """Tell whether standard output takes UTF-8 as it is; what it does not is for `cli.console`."""
    stream = sys.stdout
    return stream is not None and (stream.encoding or "").lower().replace("_", "-") in (
        "utf-8",
        "utf8",
    )


def is_terminal() -> bool:
    """Tell whether standard output is a terminal, where answers are drawn rather than written."""
    try:
        return sys.stdout.isatty()
    except ValueError:  # closed
        return True


def write(text: str, code: int = 0) -> int:
    """Write a text; give the exit code, which is another if the output is lost."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        from segur_faq.cli.main import code_of_lost_output

        return code_of_lost_output(error)
    return code
