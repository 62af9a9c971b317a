"""Where the corpus may be, in plain strings: what `locate` decides, without importing anything.

Apart from `locate` because the fast lane asks at every start, and `pathlib` would cost it as much
as all the rest.
"""

import os

VARIABLE = "SEGUR_FAQ_TREES"
WORKED_ON = "trees"
_HERE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))

INSIDE_PACKAGE = os.path.join(_HERE, "trees")
"""Where the wheel carries the corpus; an editable install has none there."""

_IN_CHECKOUT = os.path.join(os.path.dirname(_HERE), "trees")


def find_folder(named: str | None = None) -> str | None:
    """Give the corpus folder: `named`, `$SEGUR_FAQ_TREES`, `./trees`, or the one that was shipped.

    None when what is named is no folder, or when nothing was shipped.
    """
    asked_for = os.environ.get(VARIABLE) if named is None else named
    if asked_for or named is not None:
        return asked_for if asked_for and _is_folder(asked_for) else None
    if os.path.isfile(os.path.join(WORKED_ON, "cascade.yaml")):
        return WORKED_ON
    for directory in (INSIDE_PACKAGE, _IN_CHECKOUT):
        if os.path.isdir(directory):
            return directory
    return None


def _is_folder(directory: str) -> bool:
    try:
        return os.path.isdir(directory) and bool(os.path.realpath(directory, strict=True))
    except (OSError, ValueError):  # a name too long, or `.` in a folder that has been deleted
        return False
