"""Why an answer is behind a path: what it names, what it holds for anyway, what leads elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer, Level, Option
from segur_faq.journey.path import Path


@dataclass(frozen=True, slots=True)
class Why:
    """What binds an answer to a path.

    Attributes:
        named: the choices that the answer was written for.
        anyway: the levels chosen at which it holds whatever the choice.
        elsewhere: for each level chosen, the options that would take the answer away, had one of
            them been chosen there and all else been equal; none if it is not behind the path.
        missing: the choice because of which the answer is not behind the path; None if it is.
    """

    named: tuple[tuple[Level, Option], ...]
    anyway: tuple[Level, ...]
    elsewhere: tuple[tuple[Level, tuple[Option, ...]], ...]
    missing: tuple[Level, Option] | None = None


def why(index: AnswerIndex, answer: Answer, path: Path) -> Why:
    """Tell what binds an answer to a path."""
    bit = 1 << index.corpus.answers.index(answer)
    chosen = list(_chosen(index, path))
    missing = _missing(index, chosen, bit)
    return Why(
        named=tuple((lv, option) for lv, option in chosen if answer.names(lv.id, option.id)),
        anyway=tuple(lv for lv, _ in chosen if lv.id in answer.everywhere),
        # An answer that is not there cannot be taken away.
        elsewhere=() if missing else tuple(_elsewhere(index, path, chosen, bit)),
        missing=missing,
    )


def _chosen(index: AnswerIndex, path: Path) -> Iterator[tuple[Level, Option]]:
    known = path.known
    for level in index.corpus.levels:
        option = level.option(known.get(level.id, ""))
        if option is not None:
            yield level, option


def _elsewhere(
    index: AnswerIndex, path: Path, chosen: list[tuple[Level, Option]], bit: int
) -> Iterator[tuple[Level, tuple[Option, ...]]]:
    for level, option in chosen:
        others = []
        for other in level.options:
            if other is option:
                continue
            mask = index.remaining({**path.known, level.id: other.id})
            # Where nothing remains there is no elsewhere to go to.
            if mask and not mask & bit:
                others.append(other)
        if others:
            yield level, tuple(others)


def _missing(
    index: AnswerIndex, chosen: list[tuple[Level, Option]], bit: int
) -> tuple[Level, Option] | None:
    choices: dict[str, str] = {}
    for level, option in chosen:
        choices[level.id] = option.id
        if not index.remaining(choices) & bit:
            return level, option
    return None
