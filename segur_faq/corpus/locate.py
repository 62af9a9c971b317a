"""Which folder is the corpus: the one named, the one beside the package, or the checkout's."""

import os
from pathlib import Path

from segur_faq.errors import SegurFaqError

VARIABLE = "SEGUR_FAQ_TREES"


def locate(named: str | None = None) -> Path:
    """Give the corpus folder: `named`, else `$SEGUR_FAQ_TREES`, else the one that was shipped.

    Raises:
        SegurFaqError: the folder does not exist.
    """
    asked_for = named or os.environ.get(VARIABLE)
    if asked_for:
        directory = Path(asked_for)
        if not directory.is_dir():
            origin = "--trees" if named else VARIABLE
            raise SegurFaqError(
                f"« {asked_for} » n'est pas un dossier.",
                f"{origin} attend le dossier qui contient cascade.yaml.",
            )
        return directory
    package = Path(__file__).resolve().parent.parent
    # The wheel carries the corpus inside the package; an editable install reads the checkout's.
    for directory in (package / "trees", package.parent / "trees"):
        if directory.is_dir():
            return _as_seen_from_here(directory)
    raise SegurFaqError(
        "Le corpus n'est pas installé avec le programme.",
        f"Indiquez son dossier par --trees ou par {VARIABLE}.",
    )


def _as_seen_from_here(directory: Path) -> Path:
    """Shorten to a relative path when it is below the current folder, for messages."""
    try:
        here = Path.cwd()
    except OSError:  # the current folder has been deleted
        return directory
    return directory.relative_to(here) if directory.is_relative_to(here) else directory
