"""Random small corpora, and what they mean: the naive reading that the index is held against.

Nothing here is shared with `segur_faq.corpus.index`. Every complete walk of the cascade is written
out, and what remains under some choices is looked up among the walks that contain them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import (
    ALL,
    Answer,
    Condition,
    Corpus,
    FollowUp,
    FollowUpOption,
    Level,
    Option,
)
from segur_faq.journey.path import UNKNOWN, Path

Walk = Mapping[str, str]
"""Level id -> the option picked; a level that was not asked is absent."""


def thorough(examples: int) -> settings:
    """How the properties of this suite run: no clock, and no complaint about large inputs."""
    return settings(
        max_examples=examples,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


# --- what a corpus means ---------------------------------------------------------------------


@dataclass(frozen=True)
class Naive:
    """Every complete walk of a cascade, with the answers that hold there."""

    walks: tuple[tuple[Walk, frozenset[str]], ...]

    def is_possible(self, choices: Walk) -> bool:
        """Tell whether some walk contains the choices."""
        return any(_contains(walk, choices) for walk, _ in self.walks)

    def remaining(self, choices: Walk) -> frozenset[str]:
        """Give the ids of the answers that hold at one walk at least with these choices."""
        found: set[str] = set()
        for walk, held in self.walks:
            if not held <= found and _contains(walk, choices):
                found |= held
        return frozenset(found)


def naive(corpus: Corpus) -> Naive:
    """Write out the walks of a corpus."""
    return Naive(
        tuple(
            (walk, frozenset(a.id for a in corpus.answers if holds_at(a, walk)))
            for walk in complete_walks(corpus.levels)
        )
    )


def complete_walks(levels: tuple[Level, ...], picked: Walk | None = None) -> Iterator[Walk]:
    """Yield every way through the cascade."""
    picked = picked or {}
    if not levels:
        yield picked
        return
    level, *rest = levels
    options = []
    if _all_picked(level.under, picked):
        options = [o for o in level.options if _all_picked(o.under, picked)]
    if not options:  # not asked
        yield from complete_walks(tuple(rest), picked)
    for option in options:
        yield from complete_walks(tuple(rest), {**picked, level.id: option.id})


def holds_at(answer: Answer, walk: Walk) -> bool:
    """Tell whether an answer holds at the end of a complete walk."""
    for level, option in walk.items():
        if option not in answer.applies.get(level, ()):
            return False
    return not any(exception and _all_picked(exception, walk) for exception in answer.exceptions)


def _all_picked(condition: Condition, walk: Walk) -> bool:
    for level, options in condition.items():
        if level not in walk or walk[level] not in options:
            return False
    return True


def _contains(walk: Walk, choices: Walk) -> bool:
    return all(walk.get(level) == option for level, option in choices.items())


def ids(index: AnswerIndex, mask: int) -> frozenset[str]:
    """Give the ids of the answers in a mask."""
    return frozenset(a.id for n, a in enumerate(index.corpus.answers) if mask & (1 << n))


# --- corpora written by hand -----------------------------------------------------------------


def level(
    name: str, *options: str | Option, under: dict[str, str] | None = None, asked: bool = True
) -> Level:
    """Make a level; options that are plain ids get themselves as a label."""
    made = tuple(Option(o, o) if isinstance(o, str) else o for o in options)
    return Level(name, f"{name} ?", made, under=split(under or {}), asked=asked)


def corpus_of(
    levels: Sequence[Level],
    answers: Mapping[str, Mapping[str, str]],
    exceptions: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
) -> Corpus:
    """Make a corpus from `{answer: {level: "option option"}}`; a level not given is `all`."""
    made = []
    for name, applies in answers.items():
        given = {**{lv.id: ALL for lv in levels}, **applies}
        everywhere = frozenset(lv for lv, words in given.items() if words == ALL)
        spelled = {
            lv.id: tuple(o.id for o in lv.options)
            if lv.id in everywhere
            else tuple(given[lv.id].split())
            for lv in levels
        }
        holes = tuple(split(hole) for hole in (exceptions or {}).get(name, ()))
        made.append(Answer(name, f"{name} ?", "…", spelled, everywhere, holes))
    return Corpus("", tuple(levels), tuple(made))


def split(condition: Mapping[str, str]) -> Condition:
    """Make a condition from `{level: "option option"}`."""
    return {name: tuple(words.split()) for name, words in condition.items()}


# --- random corpora --------------------------------------------------------------------------


# Hypothesis draws the sizes, which it can shrink, and a seed for the rest: drawing each detail
# gives mostly poor corpora, twenty times slower.


@st.composite
def corpora(draw: st.DrawFn, most_levels: int = 5) -> Corpus:
    """Draw a corpus of 2 to 5 levels and 1 to 8 answers."""
    random = draw(randoms())
    levels, answers = draw(st.integers(2, most_levels)), draw(st.integers(1, 8))
    corpus = random_corpus(random, levels, answers)
    note(f"{corpus}")
    return corpus


@st.composite
def corpora_and_paths(draw: st.DrawFn) -> tuple[Corpus, Path]:
    """Draw a corpus with a path in it."""
    corpus = draw(corpora())
    path = random_path(draw(randoms()), corpus)
    note(f"{path}")
    return corpus, path


def randoms() -> st.SearchStrategy[Random]:
    """Draw a source of chance that gives the same again."""
    return st.integers(0, 2**32 - 1).map(Random)


def random_corpus(random: Random, number_of_levels: int, number_of_answers: int) -> Corpus:
    """Make a corpus in which levels, options and answers depend on one another in every way."""
    levels: list[Level] = []
    for number in range(number_of_levels):
        levels.append(_level(random, f"l{number}", levels))
    names = [f"r{number}" for number in range(number_of_answers)]
    return Corpus("", tuple(levels), tuple(_answer(random, name, names, levels) for name in names))


def _level(random: Random, name: str, earlier: list[Level]) -> Level:
    options = tuple(
        Option(
            f"{name}o{number}",
            f"Option {number}",
            under=_condition(random, earlier) if random.randint(1, 5) == 1 else {},
            family=random.choice(("", "f", "g")),
        )
        for number in range(random.randint(1, 4))
    )
    return Level(
        name,
        f"{name} ?",
        options,
        help=random.choice(("", "…")),
        under=_condition(random, earlier) if random.randint(1, 5) == 1 else {},
        asked=random.randint(1, 6) > 1,
    )


def _condition(random: Random, levels: list[Level]) -> Condition:
    number = min(random.randint(1, 3), len(levels))
    return {level.id: _some(random, level) for level in random.sample(levels, number)}


def _some(random: Random, level: Level) -> tuple[str, ...]:
    number = random.randint(1, len(level.options))
    return tuple(o.id for o in random.sample(level.options, number))


def _answer(random: Random, name: str, names: list[str], levels: list[Level]) -> Answer:
    applies, everywhere = {}, set()
    for level in levels:
        how = random.randint(1, 30)
        if how <= 14:
            everywhere.add(level.id)
            applies[level.id] = tuple(o.id for o in level.options)
        elif how <= 29:
            applies[level.id] = _some(random, level)
    exceptions = (_condition(random, levels) for _ in range(random.choice((0, 0, 0, 1, 1, 2))))
    others = [other for other in (*names, "gone") if other != name]
    return Answer(
        name,
        f"{name} ?",
        "…",
        applies,
        frozenset(everywhere),
        tuple(exceptions),
        follow_up=random_follow_up(random, names[names.index(name) + 1 :], random.randint(0, 3)),
        see_also=tuple(random.sample(others, min(random.randint(0, 2), len(others)))),
    )


def random_follow_up(
    random: Random, answers: Sequence[str], depth: int, above: tuple[str, ...] = ()
) -> FollowUp | None:
    """Make a question so deep, or none; its options lead to some of the answers given.

    Two answers may ask the same, but no question comes again on the way to itself.
    """
    if not depth:
        return None
    name = random.choice([f"q{number}" for number in range(5) if f"q{number}" not in above])
    options = []
    for number in range(random.randint(1, 3)):
        asked = None
        if random.random() < 0.6:
            asked = random_follow_up(random, answers, depth - 1, (*above, name))
        answer = random.choice(answers) if answers and not asked and random.random() < 0.5 else ""
        text = "" if (asked or answer) and random.random() < 0.5 else f"{name} {number}."
        options.append(FollowUpOption(f"o{number}", f"O{number}", (), text, asked, answer))
    return FollowUp(name, f"{name} ?", tuple(options), help=random.choice(("", "…")))


def random_choices(random: Random, corpus: Corpus) -> dict[str, str]:
    """Choose at some levels, whether or not the cascade allows it."""
    given = random.sample(corpus.levels, random.randint(0, len(corpus.levels)))
    return {level.id: random.choice(level.options).id for level in given}


def random_path(random: Random, corpus: Corpus) -> Path:
    """Make a path in any order, with levels left open; most follow a walk at which answers hold."""
    if random.random() < 0.2:
        choices = random_choices(random, corpus)
    else:
        held = [walk for walk, answers in naive(corpus).walks if answers]
        walk = random.choice(held) if held else {}
        choices = {level: walk[level] for level in walk if random.random() < 0.25}
    path = Path()
    for level in random.sample(corpus.levels, len(corpus.levels)):
        if level.id in choices:
            path = path.choosing(level.id, choices[level.id])
        elif random.random() < 0.1:
            path = path.choosing(level.id, UNKNOWN)
    return path
