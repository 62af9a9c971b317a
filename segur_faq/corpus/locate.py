"""Which folder is the corpus: the one named, the one being worked on, or the one shipped."""

import os
from pathlib import Path

from segur_faq.errors import SegurFaqError

VARIABLE = "SEGUR_FAQ_TREES"
WORKED_ON = Path("trees")


def locate(named: str | None = None) -> Path:
    """Give the corpus folder: `named`, `$SEGUR_FAQ_TREES`, `./trees`, or the one that was shipped.

    `./trees` is taken when it holds a cascade: who edits it must see their edits, however the
    program was installed.

    Raises:
        SegurFaqError: the folder does not exist.
    """
    asked_for = os.environ.get(VARIABLE) if named is None else named
    if asked_for or named is not None:
        directory = Path(asked_for or "")
        if not asked_for or not _is_folder(directory):
            origin = "" if named is not None else f" (variable {VARIABLE})"
            raise SegurFaqError(
                f"« {asked_for} » n'est pas un dossier{origin}.",
                "Donnez le dossier qui contient cascade.yaml.",
            )
        return directory
    if (WORKED_ON / "cascade.yaml").is_file():
        return WORKED_ON
    for directory in (inside_package(), inside_package().parent.parent / "trees"):
        if directory.is_dir():
            return _as_seen_from_here(directory)
    raise SegurFaqError(
        "Le corpus n'est pas installé avec le programme.",
        f"Indiquez son dossier par --trees ou par {VARIABLE}.",
    )


def _is_folder(directory: Path) -> bool:
    try:
        return directory.is_dir() and bool(directory.resolve(strict=True))
    except OSError:  # a name too long, or `.` in a folder that has been deleted
        return False


def inside_package() -> Path:
    """Tell where the wheel carries the corpus; an editable install has none there."""
    return Path(__file__).resolve().parent.parent / "trees"


def _as_seen_from_here(directory: Path) -> Path:
    """Shorten to a relative path when it is below the current folder, for messages."""
    try:
        here = Path.cwd()
    except OSError:  # the current folder has been deleted
        return directory
    return directory.relative_to(here) if directory.is_relative_to(here) else directory
