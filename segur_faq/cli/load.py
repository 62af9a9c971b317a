"""Reading the corpus for a command that answers: a corpus with errors answers nothing.

The compiled file serves when it is true; else the YAML is read, and compiled for the next time.
"""

import shlex
import sys
import zlib
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from segur_faq.cli import console
from segur_faq.compiled.opening import DAMAGED, discard_compiled, open_compiled
from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.locate import locate
from segur_faq.corpus.model import Corpus
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.search.finding import Findings, find
from segur_faq.text import count, did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from segur_faq.corpus.reading import Reading

_SHOWN = 3

_MANY = 2_000
"""So many answers take seconds to compile: silence would look like a fault."""


def load_corpus(trees: str | None) -> Corpus:
    """Read the corpus named, or the one that was shipped.

    Raises:
        SegurFaqError: the folder is missing, or reading it finds errors (the first are quoted).
    """
    directory = locate(trees)
    corpus = _thawed(directory)
    return corpus if corpus is not None else _read(directory)[0].corpus


def load_corpus_in_any_state(trees: str | None) -> Corpus:
    """Read the corpus named, or the one that was shipped, with what is sound in it.

    Raises:
        SegurFaqError: the folder is missing.
    """
    from segur_faq.corpus.reader import read_corpus

    directory = locate(trees)
    try:
        return load_corpus(trees)
    except SegurFaqError:
        return read_corpus(directory, keep_nodes=False).corpus


def load_finder(trees: str | None) -> "Finder":
    """Read the corpus, ready to be searched.

    Raises:
        SegurFaqError: as `load_corpus`.
    """
    return Finder(locate(trees))


class Finder:
    """Searches a corpus by words: in its compiled file, or in memory where there can be none.

    Args:
        directory: the corpus.

    Attributes:
        corpus: what was read.

    Raises:
        SegurFaqError: reading finds errors.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._connection: Connection | None = None
        corpus = _thawed(directory)
        if corpus is None:
            reading, saved = _read(directory)
            corpus = reading.corpus
            if not saved:
                self._compile(reading)
                return
        self.corpus = corpus
        self._connection = open_compiled(str(directory))

    def find(self, text: str, limit: int, keep: "Callable[[int], bool] | None" = None) -> Findings:
        """Search; `search.finding.find` says what for."""
        if self._connection is not None:
            with suppress(*DAMAGED):
                findings = find(self._connection, text, limit, keep)
                if all(result.id in self.corpus.answers_by_id for result in findings.results):
                    return findings
        self._compile(_read(self._directory)[0])
        assert self._connection is not None
        return find(self._connection, text, limit, keep)

    def _compile(self, reading: "Reading") -> None:
        from segur_faq.compiled.saving import compile_in_memory

        self._close()
        self.corpus = reading.corpus
        self._connection = compile_in_memory(reading)

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()

    __del__ = _close  # Python 3.13 warns of a connection that nobody closes


def _thawed(directory: Path) -> Corpus | None:
    """Give the corpus from its compiled file; None if that cannot be done."""
    compiled = open_compiled(str(directory))
    if compiled is None:
        return None
    from segur_faq.compiled.frozen import thaw

    try:
        with closing(compiled):
            (frozen,) = compiled.execute("SELECT frozen FROM corpus").fetchone()
        return thaw(zlib.decompress(frozen).decode("utf-8"))
    except DAMAGED:
        discard_compiled()
        return None


def _read(directory: Path) -> "tuple[Reading, bool]":
    """Read the YAML, and compile it; tell whether the compiled file could be kept.

    Raises:
        SegurFaqError: reading finds errors.
    """
    from segur_faq.compiled.saving import save_compiled, take_stamps
    from segur_faq.corpus.reader import read_corpus

    stamps = take_stamps(str(directory))
    reading = read_corpus(directory, keep_nodes=False)
    errors = list(reading.errors)
    if errors:
        first = [f"  {error.place} : {error.message}" for error in errors[:_SHOWN]]
        more = [f"  … et {len(errors) - _SHOWN} de plus"] if len(errors) > _SHOWN else []
        see_all = f"Tout voir : segur-faq lint {shlex.quote(str(directory))}"
        raise SegurFaqError(
            f"Le corpus {directory} a {count(len(errors), 'erreur')} de lecture :",
            "\n".join([*first, *more, see_all]),
        )
    if len(reading.answers) > _MANY and console.is_terminal(sys.stderr):
        console.say(
            f"Corpus nouveau ou modifié ({count(len(reading.answers), 'réponse')}) : "
            "préparation du cache, une seule fois."
        )
    return reading, save_compiled(str(directory), reading, stamps)


def refuse_unknown_source(corpus: Corpus, source: str, exit_code: ExitCode) -> None:
    """Refuse the id of a source that the corpus does not have.

    Raises:
        SegurFaqError: with the nearest ids, and that exit code.
    """
    if source not in corpus.sources_by_id:
        close = nearest(source, corpus.sources_by_id)
        raise SegurFaqError(
            f"Aucune source n'a l'identifiant « {source} ».",
            did_you_mean(close) or "Elles sont dans sources.yaml.",
            exit_code,
        )


def load_index(trees: str | None) -> AnswerIndex:
    """Read the corpus and compute what applies where.

    Raises:
        SegurFaqError: as `load_corpus`.
    """
    return AnswerIndex(load_corpus(trees))
