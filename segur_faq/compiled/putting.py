"""Putting a file of the cache in its place: one process at a time, written beside, then renamed."""

import contextlib
import os
from collections.abc import Callable

from segur_faq.compiled.alone import alone
from segur_faq.compiled.place import LOCK, PART
from segur_faq.compiled.sweeping import sweep


def put_in_place(path: str, write: Callable[[str], object]) -> bool:
    """Write a file of the cache, and remove those that serve no more; tell whether it is there.

    Args:
        path: of the file; its folder is made, for its owner alone, if it is not there.
        write: writes it whole to the path that it is given. What it raises, if it is not the
            system's refusal, is raised again, and nothing is left of what it wrote.
    """
    part = path + PART
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with alone(path + LOCK) as is_alone:
            if not is_alone:
                return False
            with contextlib.suppress(FileNotFoundError):
                os.remove(part)
            try:
                write(part)
                _flush(part)
                os.replace(part, path)
                sweep(path)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.remove(part)
                raise
    except OSError:
        return False
    return True


def _flush(path: str) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
