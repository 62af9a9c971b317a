"""Reading the corpus for a command that answers: a corpus with errors answers nothing."""

import shlex

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.locate import locate
from segur_faq.corpus.model import Corpus
from segur_faq.corpus.reader import read_corpus
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.text import count, nearest, quoted

_SHOWN = 3


def load_corpus(trees: str | None) -> Corpus:
    """Read the corpus named, or the one that was shipped.

    Raises:
        SegurFaqError: the folder is missing, or reading it finds errors (the first are quoted).
    """
    directory = locate(trees)
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
    return reading.corpus


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
