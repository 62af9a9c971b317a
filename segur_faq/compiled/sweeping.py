"""Removing the compiled files that serve no more: those of other versions, and those long unused.

Only files that bear the program's own name, and belong to who runs it, are looked at.
"""

import contextlib
import os
import re
import stat
import time

from segur_faq.compiled.alone import alone
from segur_faq.compiled.place import LOCK, NAME, PART, REPORT, SUFFIX

_NAME = re.compile(
    rf"(?P<corpus>{re.escape(NAME)}-[0-9a-f]{{8}})-(?P<version>[0-9a-f]{{8}})"
    rf"(?:{re.escape(SUFFIX)}|{re.escape(REPORT)})"
)

UNUSED = 90 * 24 * 3600
"""Seconds after which a file is not kept: its corpus was moved, or removed, or is read no more."""


def sweep(kept: str) -> None:
    """Remove what serves no more beside a compiled file; what cannot be removed stays.

    Args:
        kept: the path of the file that has just been written, which stays.
    """
    folder, name = os.path.split(kept)
    mine = _NAME.fullmatch(name)
    with contextlib.suppress(OSError):
        found = {match[0]: match for match in map(_NAME.match, os.listdir(folder)) if match}
        for other, match in sorted(found.items()):
            # The same program on the same corpus: a version of it that is there no more.
            is_replaced = (
                mine is not None
                and match["corpus"] == mine["corpus"]
                and match["version"] != mine["version"]
            )
            if other != name:
                with contextlib.suppress(OSError):
                    _remove(os.path.join(folder, other), is_replaced)


def _remove(path: str, is_replaced: bool) -> None:
    """Remove a compiled file, with what was beside it, unless it serves or is being written."""
    paths = [path, path + PART, path + LOCK]
    found = [os.lstat(each) for each in paths if os.path.lexists(each)]
    if not all(stat.S_ISREG(status.st_mode) and _is_own(status) for status in found):
        return
    # Reading sets one of the two times, though not on every system: to be wrong costs a rebuild.
    used = max((max(status.st_atime, status.st_mtime) for status in found), default=0.0)
    if not is_replaced and used > time.time() - UNUSED:
        return
    with alone(path + LOCK) as is_alone:
        if is_alone:
            for each in paths:
                with contextlib.suppress(FileNotFoundError):
                    os.remove(each)


def _is_own(status: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
