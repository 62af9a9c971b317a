"""Where opinions are kept: the conventions of platformdirs for a user's data."""

import os
import sys
from pathlib import Path

VARIABLE = "SEGUR_FAQ_FEEDBACK"
"""Names another folder, or turns opinions off (`0`, `non`, `off`, or nothing)."""

_OFF = ("", "0", "non", "no", "off", "false")
_NAME = "segur-faq"


def opinions_file() -> Path | None:
    """Give the path of the database of opinions; None if none are to be kept.

    A home folder that does not exist is not made.
    """
    named = os.environ.get(VARIABLE)
    if named is not None:
        off = named.strip().lower() in _OFF
        try:
            return None if off else Path(os.path.abspath(named), "opinions.sqlite")
        except OSError:  # it is relative to a folder that is gone
            return None
    home = Path(os.path.expanduser("~"))
    xdg = os.environ.get("XDG_DATA_HOME", "")
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
        return base / _NAME / "opinions.sqlite" if base.is_dir() else None
    if sys.platform != "darwin" and os.path.isabs(xdg):
        return Path(xdg, _NAME, "opinions.sqlite")
    if not home.is_dir():
        return None
    below = ("Library", "Application Support") if sys.platform == "darwin" else (".local", "share")
    return home.joinpath(*below, _NAME, "opinions.sqlite")
