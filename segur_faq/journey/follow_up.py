"""Following an answer's own question: where what a reader says leads, one option after another.

Pure, and computed from the start each time, as `walk` is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from segur_faq.corpus.model import Answer, Corpus, FollowUp, FollowUpOption
from segur_faq.errors import SegurFaqError
from segur_faq.journey.path import find_level
from segur_faq.text import did_you_mean, enumeration, fold, nearest

Choices = Mapping[str, str]
"""Follow-up id -> option id: what a reader has said, in any order."""


@dataclass(frozen=True, slots=True)
class Followed:
    """How far some choices lead, inside one answer.

    Attributes:
        answer: the answer.
        steps: its questions that the choices settle, each with its option.
        asked: the question that comes next; None when there is nothing more to ask.
    """

    answer: Answer
    steps: tuple[tuple[FollowUp, FollowUpOption], ...]
    asked: FollowUp | None

    @property
    def leads_to(self) -> str:
        """The id of the answer to read next; empty when the choices lead to none."""
        return self.steps[-1][1].answer if self.steps else ""


def follow(answer: Answer, choices: Choices) -> Followed:
    """Tell where choices lead inside an answer; those that it does not ask for change nothing."""
    steps: list[tuple[FollowUp, FollowUpOption]] = []
    asked = answer.follow_up
    while asked is not None:
        option = asked.option(choices.get(asked.id, ""))
        if option is None:
            break
        steps.append((asked, option))
        asked = option.follow_up
    return Followed(answer, tuple(steps), asked)


def follow_through(corpus: Corpus, answer: Answer, choices: Choices) -> tuple[Followed, ...]:
    """Tell where choices lead from an answer to the next, the first answer first."""
    ways = [follow(answer, choices)]
    seen = {answer.id}
    while (following := corpus.find(ways[-1].leads_to)) is not None and following.id not in seen:
        seen.add(following.id)  # lint refuses loops; this survives them
        ways.append(follow(following, choices))
    return tuple(ways)


def carriers(corpus: Corpus, answers: Iterable[Answer], choices: Choices) -> list[Answer]:
    """Give the answers from which every one of the choices is made on the way."""
    return [answer for answer in answers if choices.keys() <= _settled(corpus, answer, choices)]


def ways_to(asked: FollowUp | None, choices: Choices) -> Iterator[tuple[str, ...]]:
    """Yield what has yet to be said, in `follow-up=option` words, for all the choices to count."""
    if asked is None or not choices:
        return
    rest = {name: option for name, option in choices.items() if name != asked.id}
    for option in asked.options:
        if choices.get(asked.id, option.id) != option.id:
            continue
        said = () if asked.id in choices else (f"{asked.id}={option.id}",)
        if not rest:
            if asked.id in choices:
                yield ()
        else:
            yield from ((*said, *further) for further in ways_to(option.follow_up, rest))


def split_pairs(corpus: Corpus, words: Iterable[str]) -> tuple[list[str], dict[str, str]]:
    """Part the `name=option` words of the cascade from those of follow-ups.

    Returns:
        The words that are not of a follow-up, and what the others choose.

    Raises:
        SegurFaqError: no follow-up of that name has such an option, or a name is no level's and
            close to a follow-up's, and the nearest are proposed; or one is given two options.
    """
    asked: dict[str, list[FollowUp]] = {}
    for answer in corpus.answers:
        for follow_up in answer.follow_ups:
            asked.setdefault(fold(follow_up.id), []).append(follow_up)
    others: list[str] = []
    choices: dict[str, str] = {}
    levels = {fold(name) for level in corpus.levels for name in (level.id, level.name) if name}
    for word in words:
        name, separator, value = word.partition("=")
        known = asked.get(fold(name.strip()), [])
        if not separator or not known or fold(name.strip()) in levels:
            if separator and not known:
                _propose_name(corpus, name.strip(), [several[0].id for several in asked.values()])
            others.append(word)
        else:
            asked_id, option = known[0].id, _option_meant(known, value)
            given = choices.setdefault(asked_id, option)
            if given != option:
                raise SegurFaqError(
                    f"« {asked_id} » est donné deux fois : {given} et {option}.",
                    "Gardez une seule valeur par question.",
                )
    return others, choices


def _settled(corpus: Corpus, answer: Answer, choices: Choices) -> set[str]:
    ways = follow_through(corpus, answer, choices)
    return {asked.id for way in ways for asked, _ in way.steps}


def spellings(option: FollowUpOption) -> tuple[str, ...]:
    """Give every way to write an option of a follow-up, its id first."""
    return (option.id, option.label, *option.aliases)


def _propose_name(corpus: Corpus, name: str, asked: list[str]) -> None:
    """Refuse a name that is no level's, where it looks like that of a follow-up.

    Raises:
        SegurFaqError: with the nearest names; what looks like none is for the cascade to refuse.
    """
    try:
        find_level(corpus, name)
    except SegurFaqError as error:
        close = nearest(name, [*asked, *(level.id for level in corpus.levels)])
        if set(close) & set(asked):
            raise SegurFaqError(
                f"« {name} » n'est ni un niveau, ni la question d'une réponse.",
                did_you_mean(close),
            ) from error


def _option_meant(asked: list[FollowUp], value: str) -> str:
    """Give the id of the option that a value spells, in any of the questions of one name."""
    options = [option for follow_up in asked for option in follow_up.options]
    ids = list(dict.fromkeys(option.id for option in options))
    if value.strip() in ids:
        return value.strip()
    by_spelling = {s: option.id for option in reversed(options) for s in spellings(option)}
    wanted = fold(value.strip())
    meant = [option.id for option in options if wanted in map(fold, spellings(option))]
    if meant:
        return meant[0]
    close = list(dict.fromkeys(by_spelling[s] for s in nearest(value, by_spelling)))
    raise SegurFaqError(
        f"« {value} » n'est pas une option de « {asked[0].id} ».",
        did_you_mean(close, f"Options : {enumeration(ids, 'et')}."),
    )
