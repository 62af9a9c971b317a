"""Writing a file in one move: a reader sees it before or after, never half-way."""

import contextlib
import os
import stat
from pathlib import Path

from segur_faq.errors import SegurFaqError
from segur_faq.text import harmless


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file beside, then in its place, with the mode and the owner that it has.

    A link stays one, what it leads to is written; so does a pipe or a device, which is written to.

    Raises:
        SegurFaqError: the file cannot be written; it is as it was.
    """
    target = Path(os.path.realpath(path))
    whole = content.encode() if isinstance(content, str) else content
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        before = target.stat() if target.exists() else None
        if before is not None and not stat.S_ISREG(before.st_mode):
            target.write_bytes(whole)
            return
        _replace(target, whole, before)
    except OSError as error:
        raise SegurFaqError(
            harmless(f"{path} n'a pas pu être écrit ({error.strerror}).")
        ) from error


def _replace(target: Path, content: bytes, before: os.stat_result | None) -> None:
    import tempfile  # nearly as long to import as the rest of a command

    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        if before is not None and hasattr(os, "chown"):
            with contextlib.suppress(OSError):  # only root gives files away
                os.chown(temporary, before.st_uid, before.st_gid)
        os.chmod(temporary, stat.S_IMODE(before.st_mode) if before else 0o644)
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise
