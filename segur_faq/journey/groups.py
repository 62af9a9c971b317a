"""The order in which answers are shown: those that name the choices made before the general ones.

Most answers hold for every option of some level, so that a choice narrows little by itself; what
makes a list readable is that the few answers written for that choice stand first, under their own
heading.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from segur_faq.corpus.index import AnswerIndex, Choices
from segur_faq.corpus.model import Answer, Level, Option

LONG = 12
"""More answers than this under one heading are cut into sections."""


@dataclass(frozen=True, slots=True)
class Section:
    """Answers about one option of a level still open; `option` is None for those about none."""

    option: Option | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Answers that relate to the choices in the same way.

    With an `option`, they name it; without one, they hold whatever is chosen at `level`. Both are
    None when there is nothing to tell apart.
    """

    level: Level | None
    option: Option | None
    sections: tuple[Section, ...]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers of all the sections."""
        return tuple(answer for section in self.sections for answer in section.answers)


def arrange(index: AnswerIndex, choices: Choices, mask: int) -> tuple[Group, ...]:
    """Sort what remains under `choices` into groups, the most specific first."""
    answers = index.answers(mask)
    if not answers:
        return ()
    chosen = [
        (level, level.option(choices[level.id]))
        for level in index.corpus.levels
        if level.id in choices
    ]
    telling = _telling(answers, [(level, option) for level, option in chosen if option])
    if not telling:
        return (Group(None, None, _sections(index, choices, answers)),)
    groups = []
    rest = answers
    for level, option in reversed(telling):
        own = [a for a in rest if a.names(level.id, option.id)]
        rest = [a for a in rest if not a.names(level.id, option.id)]
        if own:
            groups.append(Group(level, option, _sections(index, choices, own)))
    if rest:
        groups.append(Group(telling[0][0], None, _sections(index, choices, rest)))
    return tuple(groups)


def _telling(
    answers: Sequence[Answer], chosen: Sequence[tuple[Level, Option]]
) -> list[tuple[Level, Option]]:
    """Keep the choices that some of the answers name and others do not.

    Short of the last one, a choice that most answers name is no help in reading a list: nearly all
    would stand under its heading.
    """
    telling = []
    for level, option in chosen:
        named = sum(a.names(level.id, option.id) for a in answers)
        if 0 < named < len(answers):
            telling.append((level, option, named))
    return [
        (level, option)
        for number, (level, option, named) in enumerate(telling)
        if number == len(telling) - 1 or named * 2 <= len(answers)
    ]


def _sections(
    index: AnswerIndex, choices: Choices, answers: Sequence[Answer]
) -> tuple[Section, ...]:
    """Cut a long list by the first open level at which most of its answers name an option."""
    if len(answers) > LONG:
        for level in index.corpus.levels:
            if level.id in choices or not level.asked:
                continue
            named = sum(bool(a.named_at(level.id)) for a in answers)
            if named * 2 > len(answers):
                return _by_level(level, answers)
    return (Section(None, tuple(answers)),)


def _by_level(level: Level, answers: Sequence[Answer]) -> tuple[Section, ...]:
    """Put each answer under the first option that it names."""
    sections: dict[str, list[Answer]] = {option.id: [] for option in level.options}
    others = []
    for answer in answers:
        named = answer.named_at(level.id)
        if named:
            sections[named[0]].append(answer)
        else:
            others.append(answer)
    found = [
        Section(option, tuple(sections[option.id]))
        for option in level.options
        if sections[option.id]
    ]
    return (*found, *([Section(None, tuple(others))] if others else []))
