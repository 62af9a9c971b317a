"""One process at a time: a lock on a file, which ends with the process however it ends."""

import contextlib
import os
from collections.abc import Iterator


@contextlib.contextmanager
def alone(path: str) -> Iterator[bool]:
    """Hold a lock; give False, at once, if another process has it.

    Args:
        path: of the file that is locked; it is made if it is not there.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _lock(descriptor) and _is_still_there(descriptor, path)
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    try:
        import fcntl
    except ImportError:
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_still_there(descriptor: int, path: str) -> bool:
    """Tell whether nobody has removed the file meanwhile: who comes next would lock another."""
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path))
    except FileNotFoundError:
        return False
