"""Schéma qui n'est plus celui du corpus

Ce que la règle vérifie
    Les fichiers du dossier .schema, s'il existe, sont ceux que « segur-faq schema --write »
    écrirait d'après le corpus, à l'ordre près. Sans ce dossier, ou tant que le corpus a des
    erreurs, rien n'est vérifié.
Pourquoi
    L'éditeur complète et souligne d'après ces fichiers : en retard sur le corpus ou sur le
    programme, ils proposent ce qui n'existe plus, et refusent ce qui vient d'être ajouté.
Exemple
    # answers/prets.yaml a une réponse de plus que .schema/answers.json
    answers:
      - id: nouvelle-reponse
À écrire plutôt
    # le fichier ne change pas ; les schémas se refont par
    # segur-faq schema --write
    answers:
      - id: nouvelle-reponse
"""

import shlex
from collections.abc import Iterator
from pathlib import Path

from segur_faq.corpus.files import SCHEMA_FOLDER, name_of
from segur_faq.corpus.problem import Place, Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding

SEVERITY = Severity.WARNING


def check(reading: Reading) -> Iterator[Finding]:
    folder = reading.directory / SCHEMA_FOLDER
    if not folder.is_dir() or reading.errors:
        return
    # Late: few corpora have schemas, and the registry imports the rules.
    from segur_faq.lint.registry import waivable_codes
    from segur_faq.schema.files import schema_files

    for name, text in schema_files(reading.corpus, waivable_codes()).items():
        if _lines(folder / name) != sorted(map(_bare, text.splitlines())):
            command = f"segur-faq schema --write --trees {shlex.quote(name_of(reading.directory))}"
            yield Finding(
                Place(name_of(folder / name)),
                "ce schéma n'est pas celui que donne le corpus d'aujourd'hui",
                f"Refaites-le ({command}).",
            )


def _lines(path: Path) -> list[str] | None:
    """Give the lines of a schema in an order that does not depend on that of the answers."""
    try:
        return sorted(map(_bare, path.read_bytes().decode("utf-8").splitlines()))
    except (OSError, UnicodeDecodeError):
        return None


def _bare(line: str) -> str:
    return line.strip(" ,")
