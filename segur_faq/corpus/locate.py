"""Which folder is the corpus: the one named, the one being worked on, or the one shipped."""

import os
from pathlib import Path

from segur_faq.corpus.folder import INSIDE_PACKAGE, VARIABLE, find_folder
from segur_faq.errors import SegurFaqError


def locate(named: str | None = None) -> Path:
    """Give the corpus folder: `named`, `$SEGUR_FAQ_TREES`, `./trees`, or the one that was shipped.

    `./trees` is taken when it holds a cascade: who edits it must see their edits, however the
    program was installed.

    Raises:
        SegurFaqError: the folder does not exist.
    """
    found = find_folder(named)
    asked_for = os.environ.get(VARIABLE) if named is None else named
    if found is not None:
        return Path(found) if asked_for else _as_seen_from_here(Path(found))
    if asked_for or named is not None:
        origin = "" if named is not None else f" (variable {VARIABLE})"
        raise SegurFaqError(
            f"« {asked_for} » n'est pas un dossier{origin}.",
            "Donnez le dossier qui contient cascade.yaml.",
        )
    raise SegurFaqError(
        "Le corpus n'est pas installé avec le programme.",
        f"Indiquez son dossier par --trees ou par {VARIABLE}.",
    )


def inside_package() -> Path:
    """Tell where the wheel carries the corpus; an editable install has none there."""
    return Path(INSIDE_PACKAGE)


def _as_seen_from_here(directory: Path) -> Path:
    """Shorten what was shipped to a relative path when it is below the current folder."""
    try:
        here = Path.cwd()
    except OSError:  # the current folder has been deleted
        return directory
    return directory.relative_to(here) if directory.is_relative_to(here) else directory
