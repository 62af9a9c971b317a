"""Keeping Python's garbage collector away from a corpus: millions of objects, and no cycle."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 100_000
"""So many new objects take longer to look through than to make."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Make objects that stay, without the collector looking for waste among them, now or later."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > _MANY:
            gc.freeze()
        gc.enable()
