"""Where what is made of a corpus is kept: the conventions of platformdirs, without its import.

Plain strings and `os` only: the fast lane asks at every start.
"""

import os
import sys
from zlib import crc32

from segur_faq import __version__

VARIABLE = "SEGUR_FAQ_CACHE"
"""Names the folder of the compiled files, or turns them off (`0`, `non`, `off`, or nothing)."""

LAYOUT = 8
"""Version of the tables. A file of another layout or program version has another name."""

SUFFIX = ".sqlite"
REPORT = ".json"
"""What a compiled corpus is called after its numbers, and what the last report on it is."""

PART, LOCK = ".part", ".lock"
"""After the name of a file: what is being written, and the lock of who writes it."""

_OFF = ("", "0", "non", "no", "off", "false")
NAME = "segur-faq"


def compiled_file(directory: str, suffix: str = SUFFIX) -> str | None:
    """Give the path of the compiled file of a corpus folder; None if there is to be none.

    Args:
        directory: the folder.
        suffix: `SUFFIX`, or `REPORT` for the file that `lint` keeps.
    """
    folder = cache_folder()
    if folder is None:
        return None
    # Two programs may read one corpus: each has its file, lest they rebuild it in turn for ever.
    corpus = _number(os.path.realpath(directory), _HERE)
    return os.path.join(folder, f"{NAME}-{corpus}-{_number(__version__, str(LAYOUT))}{suffix}")


def _number(*parts: str) -> str:
    return f"{crc32(os.fsencode(chr(10).join(parts))):08x}"


_HERE = os.path.dirname(os.path.realpath(__file__))


def cache_folder() -> str | None:
    """Give the folder of the compiled files, which may not exist yet; None if there is to be none.

    A home folder that does not exist is not made: who runs without one keeps nothing.
    """
    named = os.environ.get(VARIABLE)
    if named is not None:
        return None if named.strip().lower() in _OFF else os.path.abspath(named)
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        return os.path.join(base, NAME, "Cache") if os.path.isdir(base) else None
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    if sys.platform != "darwin" and os.path.isabs(xdg):
        return os.path.join(xdg, NAME)
    if not os.path.isdir(home):
        return None
    below = os.path.join("Library", "Caches") if sys.platform == "darwin" else ".cache"
    return os.path.join(home, below, NAME)
