"""What a command line of `lint` asks about: corpora, files inside one, or what an editor sends."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from segur_faq.corpus.files import CASCADE, MAX_BYTES, name_of
from segur_faq.corpus.locate import locate
from segur_faq.errors import SegurFaqError
from segur_faq.lint.runner import Report
from segur_faq.text import harmless

STANDARD_INPUT = "-"


@dataclass(frozen=True)
class Target:
    """A corpus, and what of it is asked about.

    Attributes:
        directory: the corpus, spelled as reports should.
        parts: the files and folders in it that are asked about; none for the whole.
        overlay: what is read in the place of files on disk.
    """

    directory: Path
    parts: tuple[Path, ...] = ()
    overlay: dict[Path, bytes] = field(default_factory=dict)

    def names(self, report: Report) -> frozenset[str] | None:
        """Give the names of the files asked about; None for all of them.

        Raises:
            SegurFaqError: a file is asked about that a corpus does not read.
        """
        if not self.parts:
            return None
        read = {*report.files, *(problem.place.file for problem in report.problems)}
        names: set[str] = set()
        for part in self.parts:
            name = name_of(part)
            asked = {file for file in read if file == name or file.startswith(f"{name}/")}
            if not asked:
                raise SegurFaqError(
                    f"« {name} » n'est pas lu : ce n'est pas un fichier du corpus.",
                    "Un corpus se compose de cascade.yaml, sources.yaml, glossary.yaml et de ce "
                    "qui est dans answers/, en .yaml ou .yml.",
                )
            names |= asked
        return frozenset(names)


def find_targets(
    paths: Sequence[str], trees: str | None, stdin_filename: str | None
) -> list[Target]:
    """Give what is asked about, corpus by corpus.

    Raises:
        SegurFaqError: something named does not exist, or is in no corpus.
    """
    if paths and trees is not None:
        raise SegurFaqError("Le corpus est nommé deux fois.", "Gardez les chemins ou --trees.")
    if STANDARD_INPUT in paths or stdin_filename is not None:
        return [_from_standard_input(paths, trees, stdin_filename)]
    if not paths:
        directory = locate(trees)
        return [Target(_as_seen_from_here(os.path.abspath(directory), str(directory)))]
    targets: dict[str, Target] = {}
    for path in paths:
        target = _target(path)
        key = os.path.realpath(target.directory)
        first = targets.setdefault(key, target)
        if not target.parts:
            targets[key] = target
        elif first.parts:
            parts = dict.fromkeys((*first.parts, *_respelled(target, first)))
            targets[key] = Target(first.directory, tuple(parts))
    return list(targets.values())


def _respelled(target: Target, first: Target) -> tuple[Path, ...]:
    """Write the paths of a corpus as those that were given before, however these are spelled."""
    return tuple(first.directory / part.relative_to(target.directory) for part in target.parts)


def _from_standard_input(
    paths: Sequence[str], trees: str | None, stdin_filename: str | None
) -> Target:
    if not stdin_filename:
        raise SegurFaqError(
            "Il faut dire à quel fichier correspond l'entrée standard.",
            "Par exemple : segur-faq lint - --stdin-filename trees/answers/dmp.yaml",
        )
    if trees is not None or list(paths) not in ([], [STANDARD_INPUT]):
        raise SegurFaqError(
            "L'entrée standard se vérifie seule.",
            "Gardez « - » et --stdin-filename, sans autre chemin.",
        )
    target = _file_target(stdin_filename)
    (path,) = target.parts
    return Target(target.directory, (path,), {path: _standard_input()})


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise SegurFaqError("Il n'y a pas d'entrée standard à lire.")
    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise SegurFaqError("L'entrée standard n'a pas pu être lue.") from error


def _target(path: str) -> Target:
    """Find what one argument means.

    Raises:
        SegurFaqError: it does not exist, or is a file in no corpus.
    """
    if os.path.isdir(path):
        inside = os.path.abspath(path)
        corpus = inside if _is_corpus(inside) else _corpus_above(inside)
        if corpus is None or corpus == inside:  # reading says that the cascade is missing
            return Target(_as_seen_from_here(inside, path))
        return _part(corpus, path)
    if not os.path.lexists(path):
        raise SegurFaqError(
            harmless(f"« {path} » n'existe pas."),
            "Donnez le dossier qui contient cascade.yaml, ou un fichier de ce dossier.",
        )
    return _file_target(path)


def _file_target(path: str) -> Target:
    absolute = os.path.abspath(path)
    corpus = _corpus_above(absolute)
    if corpus is None and Path(absolute).stem == CASCADE:
        corpus = os.path.dirname(absolute)
    if corpus is None:
        raise SegurFaqError(
            harmless(
                f"« {path} » n'est dans aucun corpus : il n'y a pas de cascade.yaml au-dessus."
            ),
            "Donnez un fichier d'un dossier qui contient cascade.yaml.",
        )
    return _part(corpus, path)


def _part(corpus: str, path: str) -> Target:
    directory = _as_seen_from_here(corpus, path)
    return Target(directory, (directory / os.path.relpath(os.path.abspath(path), corpus),))


def _corpus_above(path: str) -> str | None:
    """Give the nearest folder above that holds a cascade."""
    return next((str(above) for above in Path(path).parents if _is_corpus(above)), None)


def _is_corpus(folder: str | Path) -> bool:
    return any(Path(folder, f"{CASCADE}{suffix}").is_file() for suffix in (".yaml", ".yml"))


def _as_seen_from_here(absolute: str, given: str) -> Path:
    """Spell a folder from the current one, unless it was given from the root and lies elsewhere."""
    try:
        here = os.getcwd()
    except OSError:  # the current folder has been deleted
        return Path(absolute)
    if Path(absolute).is_relative_to(here):
        return Path(absolute).relative_to(here)
    return Path(absolute if os.path.isabs(given) else os.path.relpath(absolute, here))
