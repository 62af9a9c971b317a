"""`segur-faq schema`: the JSON Schema of a corpus, by which an editor completes and explains."""

import os
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.french import typer
from segur_faq.cli.load import load_corpus
from segur_faq.cli.options import Trees
from segur_faq.corpus.files import ANSWERS, CASCADE, GLOSSARY, SCHEMA_FOLDER, SOURCES, read_files
from segur_faq.corpus.insertion import write_file
from segur_faq.corpus.locate import inside_package, locate
from segur_faq.corpus.model import Corpus
from segur_faq.corpus.problem import Problems
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.lint.registry import waivable_codes
from segur_faq.schema.files import as_text, schema_files
from segur_faq.schema.kinds import EVERY_KIND, schema_of
from segur_faq.schema.modeline import with_modeline
from segur_faq.text import count


class Kind(StrEnum):
    """A kind of file, or all of them."""

    ALL = EVERY_KIND
    ANSWERS = ANSWERS
    CASCADE = CASCADE
    SOURCES = SOURCES
    GLOSSARY = GLOSSARY


def schema(
    kind: Annotated[
        Kind | None,
        typer.Option(
            "--for",
            help="Pour quels fichiers ; sinon all, qui convient à tous.",
            show_default=False,
        ),
    ] = None,
    write: Annotated[
        bool,
        typer.Option(
            "--write",
            help=f"Écrit les schémas dans {SCHEMA_FOLDER}/, et en tête de chaque fichier du corpus "
            "la ligne qui y mène les éditeurs.",
        ),
    ] = False,
    check: Annotated[
        bool,
        typer.Option("--check", help="Dit si --write changerait quelque chose ; code 1 si oui."),
    ] = False,
    trees: Trees = None,
) -> int:
    """Écrit le schéma JSON du corpus, pour compléter et vérifier dans un éditeur."""
    if write + check + (kind is not None) > 1:
        raise SegurFaqError(
            "--for, --write et --check ne vont pas ensemble.", "Gardez-en un : --write écrit tout."
        )
    directory = locate(trees)
    corpus = load_corpus(trees)
    if not write and not check:
        console.out(as_text(schema_of(corpus, kind or EVERY_KIND, waivable_codes())))
        return ExitCode.DONE
    if write and directory.resolve() == inside_package():
        raise SegurFaqError(
            "Le corpus installé avec le programme ne se modifie pas : ce serait perdu.",
            "Placez-vous dans une copie du dépôt, ou donnez un dossier par --trees.",
        )
    changes = list(_changes(directory, corpus))
    if write:
        _write(changes)
    console.out("".join(f"{path}\n" for path, _ in changes))
    if not changes:
        console.say("Les schémas sont à jour.")
    elif write:
        console.say(f"{count(len(changes), 'fichier écrit', 'fichiers écrits')}.")
    else:
        console.complain(
            f"{count(len(changes), 'fichier à refaire', 'fichiers à refaire')}.",
            "segur-faq schema --write",
        )
    return ExitCode.NEGATIVE if check and changes else ExitCode.DONE


def refresh(directory: Path) -> None:
    """Bring the schemas of a corpus up to date, if it has some.

    Raises:
        SegurFaqError: the corpus has mistakes, or a file cannot be written.
    """
    if (directory / SCHEMA_FOLDER).is_dir():
        _write(_changes(directory, load_corpus(str(directory))))


def _write(changes: Iterable[tuple[Path, str]]) -> None:
    for path, text in changes:
        write_file(path, text)


def _changes(directory: Path, corpus: Corpus) -> Iterator[tuple[Path, str]]:
    """Yield the files that are not as they should be, with the text that they should have."""
    folder = directory / SCHEMA_FOLDER
    for name, text in schema_files(corpus, waivable_codes()).items():
        if _text(folder / name) != text:
            yield folder / name, text
    for file in read_files(directory, Problems()):
        path = Path(file.name)
        before = _text(path)
        if before is not None:
            target = os.path.relpath(folder / f"{file.kind}.json", path.parent)
            after = with_modeline(before, Path(target).as_posix(), SCHEMA_FOLDER)
            if after != before:
                yield path, after


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
