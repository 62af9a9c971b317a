"""Whether files have changed since the corpus was compiled: their time, size and number on disk.

Nothing is read: a stamp is what the file system says of a file or folder.
"""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_YAML = (".yaml", ".yml")

SETTLED = 0.1
"""Seconds. A file changed more recently could change again within one tick of its clock, unseen."""


def stamp_of(path: str) -> str:
    """Give what tells one state of a file or folder from another; empty if there is none."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return ""
    # A folder's size says nothing more, and its time changes with what is put in or taken out.
    return f"{status.st_mtime_ns}:{status.st_size}:{status.st_ino}"


def are_current(directory: str, stamps: "Iterable[tuple[str, str]]") -> bool:
    """Tell whether each path, relative to a folder or absolute, still has its stamp."""
    return all(stamp_of(os.path.join(directory, path)) == stamp for path, stamp in stamps)


def folders_and_files(directory: str) -> tuple[list[str], list[str]]:
    """Give the folders of a corpus and its YAML files, relative to it, in order."""
    folders: list[str] = []
    files: list[str] = []
    for folder, below, names in os.walk(directory):
        below[:] = sorted(name for name in below if not name.startswith("."))
        inside = os.path.relpath(folder, directory)
        folders.append(inside)
        files += [
            os.path.normpath(os.path.join(inside, name))
            for name in sorted(names)
            if name.endswith(_YAML) and not name.startswith(".")
        ]
    return folders, files


def program_files() -> "Iterator[str]":
    """Yield the files of the program which decide what a compiled corpus holds.

    All its modules in a checkout, where they change without a new version; else this one alone,
    which an installer writes anew.
    """
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    if os.path.isdir(os.path.join(package, "trees")):
        yield os.path.realpath(__file__)
        return
    for room in ("", "compiled", "corpus", "render", "search"):
        folder = os.path.join(package, room)
        for name in sorted(os.listdir(folder)):
            if name.endswith(".py"):
                yield os.path.join(folder, name)


def newest_change(directory: str, paths: "Iterable[str]") -> float:
    """Give when one of these was last changed, in seconds since the epoch; 0 if there is none."""
    times = [0.0]
    for path in paths:
        try:
            status = os.stat(os.path.join(directory, path))
        except OSError:
            continue
        times.append(status.st_mtime)
    return max(times)
