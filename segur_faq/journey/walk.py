"""The walk: from a path to the next question, or to the answers that remain.

Computed from the start each time; nothing is remembered between two walks, so that "back" is "drop
the last pair and walk again" (alphagov/smart-answers came to the same, in its ADR 2).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from segur_faq.corpus.index import AnswerIndex, Choices
from segur_faq.corpus.model import Answer, Level, Option
from segur_faq.journey.groups import Group, arrange
from segur_faq.journey.path import UNKNOWN, Path


class How(Enum):
    """How a level of the cascade was settled."""

    CHOSEN = "chosen"
    UNKNOWN = "unknown"
    """« Je ne sais pas »: left open by the reader."""
    ONLY = "only"
    """Skipped: one option was left, and it is taken."""
    SAME = "same"
    """Skipped: every option leads to the same answers."""


@dataclass(frozen=True, slots=True)
class Step:
    """One settled level; `option` is None where the level stays open."""

    level: Level
    how: How
    option: Option | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """An option with at least one answer behind it: how many in all, how many that name it."""

    option: Option
    total: int
    own: int


@dataclass(frozen=True, slots=True)
class Question:
    """The walk stops at a level that the path does not settle."""

    level: Level
    offers: tuple[Offer, ...]
    steps: tuple[Step, ...]
    groups: tuple[Group, ...]
    """The answers that remain so far, as `Outcome` would show them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The walk is at its end: what remains, the answers that name the choices first."""

    steps: tuple[Step, ...]
    groups: tuple[Group, ...]
    separating: Level | None = None
    """Among the levels left open, the one that would best tell these answers apart."""

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What remains, in the order shown."""
        return tuple(answer for group in self.groups for answer in group.answers)


def walk(index: AnswerIndex, path: Path) -> Question | Outcome:
    """Give the next question that matters, or the outcome when none does."""
    known = path.known
    # An option taken because it is the only one orders the answers, but must not hide an offer that
    # exists where its level is not asked: what is behind an offer is counted from the path alone.
    choices = dict(known)
    mask = index.remaining(known)
    steps: list[Step] = []
    levels = index.corpus.levels
    for number, level in enumerate(levels):
        if level.id in path:
            steps += _settled(index, path, (level,))
        elif level.asked and mask.bit_count() > 1:
            offers = offers_at(index, level, known)
            skipped = _skip(level, offers, mask.bit_count())
            if skipped is None and len(offers) > 1:
                # What the path already settles further on belongs to the recap too.
                steps += _settled(index, path, levels[number + 1 :])
                return Question(level, offers, tuple(steps), arrange(index, choices, mask))
            if skipped is not None:
                steps.append(skipped)
                if skipped.option is not None:
                    choices[level.id] = skipped.option.id
    return Outcome(
        tuple(steps),
        arrange(index, choices, mask),
        _most_separating(index, path, mask),
    )


def offers_at(index: AnswerIndex, level: Level, choices: Choices) -> tuple[Offer, ...]:
    """Give the options of a level behind which an answer remains, in the order of the cascade."""
    offers = []
    for option in level.options:
        mask = index.remaining({**choices, level.id: option.id})
        if mask:
            own = mask & index.naming(level.id, option.id)
            offers.append(Offer(option, mask.bit_count(), own.bit_count()))
    return tuple(offers)


def _skip(level: Level, offers: tuple[Offer, ...], remaining: int) -> Step | None:
    """Tell how the level is settled without a question, if it can be."""
    # What an option leaves is part of what remains: the same number is the same answers.
    if not offers or any(offer.total != remaining for offer in offers):
        return None
    if len(offers) == 1:
        return Step(level, How.ONLY, offers[0].option)
    return Step(level, How.SAME)


def _settled(index: AnswerIndex, path: Path, levels: Iterable[Level]) -> Iterator[Step]:
    """Yield how the path settles some levels.

    One that was left open, and that a correction has since put out of reach, is no longer part of
    the journey: there would be nothing to answer if it were asked again.
    """
    for level in levels:
        given = path.get(level.id)
        if given == UNKNOWN:
            if offers_at(index, level, path.known):
                yield Step(level, How.UNKNOWN)
        elif given is not None:
            yield Step(level, How.CHOSEN, level.option(given))


def _most_separating(index: AnswerIndex, path: Path, mask: int) -> Level | None:
    """Give the open level after which the fewest answers would remain, on average."""
    if mask.bit_count() < 2:
        return None
    best: tuple[float, Level] | None = None
    for level in index.corpus.levels:
        if level.id not in path.left_open:
            continue
        totals = [offer.total for offer in offers_at(index, level, path.known)]
        if len(totals) < 2 or all(total == mask.bit_count() for total in totals):
            continue
        left = sum(totals) / len(totals)
        if best is None or left < best[0]:
            best = (left, level)
    return best[1] if best else None


def culprit(index: AnswerIndex, path: Path) -> tuple[Level, Option, Choices] | None:
    """Give the choice at which nothing remains any more, with the choices up to it.

    Choices are taken in the order of the cascade, whatever that of the path.
    """
    choices: dict[str, str] = {}
    for level in index.corpus.levels:
        chosen = path.known.get(level.id)
        if chosen is None:
            continue
        choices[level.id] = chosen
        option = level.option(chosen)
        if option is not None and not index.remaining(choices):
            return level, option, choices
    return None


def correct(index: AnswerIndex, path: Path, level_id: str, option_id: str) -> tuple[Path, Path]:
    """Change the choice at one level; give the new path, and the choices that no longer hold.

    What was chosen at earlier levels stays; at later ones, what still leaves an answer is kept.
    """
    ordered = path.in_order(index.corpus.levels)
    position = {level.id: number for number, level in enumerate(index.corpus.levels)}
    kept = Path(tuple(p for p in ordered if position[p[0]] < position[level_id]))
    kept = kept.choosing(level_id, option_id)
    dropped = Path()
    for level, option in ordered:
        if position[level] <= position[level_id]:
            continue
        attempt = kept.choosing(level, option)
        if index.remaining(attempt.known):
            kept = attempt
        else:
            dropped = dropped.choosing(level, option)
    return kept, dropped
