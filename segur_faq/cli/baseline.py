"""The state that `segur-faq lint --baseline` compares with: a revision, a folder, or a file."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from segur_faq.cli.past import read_state
from segur_faq.corpus.insertion import write_file
from segur_faq.errors import SegurFaqError
from segur_faq.lint.baseline import Baseline, as_value, from_value, remember
from segur_faq.lint.history import with_history
from segur_faq.lint.runner import Report


def with_baseline(reports: Sequence[Report], name: str) -> list[Report]:
    """Give reports with what comparing each corpus with an earlier state of it shows too.

    Raises:
        SegurFaqError: as `load_baseline`; or one state is given for several corpora.
    """
    if len(reports) > 1 and os.path.exists(name):
        raise SegurFaqError(
            "--baseline ne donne qu'un état, pour plusieurs corpus.",
            "Vérifiez-les un à un, ou donnez une révision Git.",
        )
    return [with_history(report, load_baseline(name, report.directory)) for report in reports]


def load_baseline(name: str, directory: Path) -> Baseline:
    """Give what was, by the name of a file that `write_baseline` made, a folder or a Git revision.

    Args:
        name: the file, the folder, or a revision of `directory`.
        directory: the corpus that is being checked.

    Raises:
        SegurFaqError: it is none of them, or cannot be read.
    """
    if not os.path.isfile(name):
        return remember(read_state(name, directory))
    try:
        return from_value(json.loads(Path(name).read_bytes().decode("utf-8")))
    except (OSError, ValueError, RecursionError) as error:
        raise SegurFaqError(
            f"« {name} » n'est pas un état du corpus enregistré par ce programme.",
            "Il se fait par : segur-faq lint --write-baseline FICHIER",
        ) from error


def write_baseline(name: str, reports: Sequence[Report]) -> None:
    """Keep the state of a corpus in a file, for a later `load_baseline`.

    Raises:
        SegurFaqError: there are several, some of it could not be read, or it cannot be written.
    """
    if len(reports) != 1:
        raise SegurFaqError("--write-baseline garde l'état d'un seul corpus.", "Nommez-en un.")
    reading = reports[0].reading
    if any(reading.errors):
        raise SegurFaqError(
            "Ce corpus a des erreurs de lecture : son état serait incomplet.",
            "Corrigez-les d'abord ; segur-faq lint dit où.",
        )
    value = as_value(remember(reading))
    write_file(Path(name), json.dumps(value, ensure_ascii=False, indent=1) + "\n")
