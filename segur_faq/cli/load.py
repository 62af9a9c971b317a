"""Reading the corpus for a command that answers: a corpus with errors answers nothing.

The compiled file serves when it is true; else the YAML is read, and compiled for the next time.
"""

import shlex
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from segur_faq.compiled.opening import Error, open_compiled
from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.locate import locate
from segur_faq.corpus.model import Corpus
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.text import count, nearest, quoted

if TYPE_CHECKING:
    from sqlite3 import Connection

    from segur_faq.corpus.reading import Reading

_SHOWN = 3


def load_corpus(trees: str | None) -> Corpus:
    """Read the corpus named, or the one that was shipped.

    Raises:
        SegurFaqError: the folder is missing, or reading it finds errors (the first are quoted).
    """
    directory = locate(trees)
    compiled = open_compiled(str(directory))
    if compiled is not None:
        with suppress(*_DAMAGED):
            return _thawed(compiled)
    return _read(directory).corpus


def load_search(trees: str | None) -> "tuple[Connection, Corpus]":
    """Read the corpus, and give the tables of search with it.

    Raises:
        SegurFaqError: as `load_corpus`.
    """
    directory = locate(trees)
    for _ in range(2):
        compiled = open_compiled(str(directory))
        if compiled is not None:
            with suppress(*_DAMAGED):
                return compiled, _thawed(compiled)
        reading = _read(directory)
    from segur_faq.compiled.saving import compile_in_memory

    return compile_in_memory(reading), reading.corpus


_DAMAGED = (Error, zlib.error, ValueError, KeyError, TypeError)


def _thawed(compiled: "Connection") -> Corpus:
    from segur_faq.compiled.frozen import thaw

    (frozen,) = compiled.execute("SELECT frozen FROM corpus").fetchone()
    return thaw(zlib.decompress(frozen).decode("utf-8"))


def _read(directory: Path) -> "Reading":
    """Read the YAML, and compile it.

    Raises:
        SegurFaqError: reading finds errors.
    """
    from segur_faq.compiled.saving import save_compiled, take_stamps
    from segur_faq.corpus.reader import read_corpus

    stamps = take_stamps(str(directory))
    reading = read_corpus(directory)
    errors = list(reading.errors)
    if errors:
        first = [f"  {error.place} : {error.message}" for error in errors[:_SHOWN]]
        more = [f"  … et {len(errors) - _SHOWN} de plus"] if len(errors) > _SHOWN else []
        see_all = f"Tout voir : segur-faq lint {shlex.quote(str(directory))}"
        raise SegurFaqError(
            f"Le corpus {directory} a {count(len(errors), 'erreur')} de lecture :",
            "\n".join([*first, *more, see_all]),
        )
    save_compiled(str(directory), reading, stamps)
    return reading


def refuse_unknown_source(corpus: Corpus, source: str, exit_code: ExitCode) -> None:
    """Refuse the id of a source that the corpus does not have.

    Raises:
        SegurFaqError: with the nearest ids, and that exit code.
    """
    if source not in corpus.sources_by_id:
        close = nearest(source, corpus.sources_by_id)
        raise SegurFaqError(
            f"Aucune source n'a l'identifiant « {source} ».",
            f"Vouliez-vous dire {quoted(close)} ?" if close else "Elles sont dans sources.yaml.",
            exit_code,
        )


def load_index(trees: str | None) -> AnswerIndex:
    """Read the corpus and compute what applies where.

    Raises:
        SegurFaqError: as `load_corpus`.
    """
    return AnswerIndex(load_corpus(trees))
