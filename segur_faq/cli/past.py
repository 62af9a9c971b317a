"""Reading the corpus that another is compared with: a folder, or a revision of the corpus's own."""

import os
from pathlib import Path

from segur_faq.cli import console
from segur_faq.corpus.reader import read_corpus
from segur_faq.corpus.reading import Reading
from segur_faq.errors import SegurFaqError
from segur_faq.text import count

_SHOWN = 3
"""Errors of reading that are quoted."""


def read_state(name: str, directory: Path) -> Reading:
    """Read a corpus by the name of its folder, or as it was at a revision.

    What its files have of mistakes is said, and not compared.

    Args:
        name: a folder, or else a Git revision of `directory`.
        directory: the corpus that is being worked on.

    Raises:
        SegurFaqError: it is neither, or it holds no corpus.
    """
    if os.path.isdir(name):
        reading = read_corpus(Path(name))
    elif os.path.isfile(name):
        raise SegurFaqError(
            f"« {name} » est un fichier.", "Donnez un dossier, ou une révision Git : HEAD, main…"
        )
    else:
        from segur_faq.history.revision import read_revision

        reading = read_revision(directory, name)
    if any(problem.code == "missing-cascade" for problem in reading.problems):
        raise SegurFaqError(
            f"« {name} » n'est pas un corpus : il n'y a pas de cascade.yaml.",
            "Donnez le dossier qui contient cascade.yaml, ou une révision où il existe.",
        )
    errors = list(reading.errors)
    if errors:
        console.say(
            f"Attention : « {name} » a {count(len(errors), 'erreur')} de lecture ; "
            "ce qui n'a pas pu être lu n'est pas comparé."
        )
        for error in errors[:_SHOWN]:
            file = os.path.relpath(error.place.file, reading.directory)
            console.say(f"  {file}:{error.place.line} : {error.message}")
        if len(errors) > _SHOWN:
            console.say(f"  … et {len(errors) - _SHOWN} de plus")
    return reading
