"""A path: what has been answered so far, one `level=option` per level.

Keyed by level, never by position: a path survives a cascade that gains or loses a level, and the
order in which pairs are given does not matter.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from segur_faq.corpus.model import Corpus, Level, Option
from segur_faq.errors import SegurFaqError
from segur_faq.text import did_you_mean, enumeration, fold, nearest

UNKNOWN = "-"
"""What stands for an option when the answer was « Je ne sais pas »: the level stays open."""


@dataclass(frozen=True, slots=True)
class Path:
    """Choices in the order in which they were made."""

    pairs: tuple[tuple[str, str], ...] = ()

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.pairs)

    def __contains__(self, level_id: str) -> bool:
        return any(level == level_id for level, _ in self.pairs)

    def get(self, level_id: str) -> str | None:
        """Give what was answered at a level: an option id, `UNKNOWN`, or None."""
        return dict(self.pairs).get(level_id)

    @property
    def known(self) -> Mapping[str, str]:
        """The options chosen, without the levels left open."""
        return {level: option for level, option in self.pairs if option != UNKNOWN}

    @property
    def left_open(self) -> tuple[str, ...]:
        """The levels answered by « Je ne sais pas »."""
        return tuple(level for level, option in self.pairs if option == UNKNOWN)

    def choosing(self, level_id: str, option_id: str) -> "Path":
        """Give the path with one more choice; an earlier choice at that level is replaced."""
        kept = tuple(pair for pair in self.pairs if pair[0] != level_id)
        return Path((*kept, (level_id, option_id)))

    def back(self) -> "Path":
        """Give the path without its last choice."""
        return Path(self.pairs[:-1])

    def in_order(self, levels: Iterable[Level]) -> "Path":
        """Give the same choices in the order of the cascade."""
        choices = dict(self.pairs)
        return Path(tuple((lv.id, choices[lv.id]) for lv in levels if lv.id in choices))


NO_CHOICE = Path()


def parse_path(corpus: Corpus, words: Iterable[str]) -> Path:
    """Read `level=option` words as a person types them: ids, labels or aliases, any case or accent.

    Raises:
        SegurFaqError: a word is not a pair, or names a level or option that does not exist, with
            the nearest spellings; or a level is given two options.
    """
    path = Path()
    for word in words:
        level, option = parse_pair(corpus, word)
        given = path.get(level)
        if given not in (None, option):
            raise SegurFaqError(
                f"« {level} » est donné deux fois : {given} et {option}.",
                "Gardez une seule valeur par niveau.",
            )
        path = path.choosing(level, option)
    return path


def parse_pair(corpus: Corpus, word: str) -> tuple[str, str]:
    """Read one `level=option` word; `-` or `?` as the option leaves the level open.

    Raises:
        SegurFaqError: as `parse_path`.
    """
    name, separator, value = word.partition("=")
    if not separator:
        meant = _pairs_meant(corpus, word)
        raise SegurFaqError(
            f"« {word} » n'est pas une paire niveau=option.",
            did_you_mean(meant) or f"Par exemple : {_example(corpus)}.",
        )
    level = find_level(corpus, name)
    if value.strip() in (UNKNOWN, "?"):
        return level.id, UNKNOWN
    return level.id, find_option(level, value).id


def spellings(option: Option) -> tuple[str, ...]:
    """Give every way to write an option on the command line, its id first."""
    return tuple(filter(None, (option.id, option.label, option.short_label, *option.aliases)))


def replay_words(path: Path, corpus: Corpus, follow_ups: Mapping[str, str]) -> list[str]:
    """Give the command-line words that lead to the same place, in the order of the cascade.

    Those that answer the follow-ups of an answer come last.
    """
    pairs = (*path.in_order(corpus.levels), *follow_ups.items())
    return [f"{name}={option}" for name, option in pairs]


def _pairs_meant(corpus: Corpus, word: str) -> list[str]:
    """Give the pairs of which a lone word spells the option."""
    return [
        f"{level.id}={option.id}"
        for level in corpus.levels
        for option in level.options
        if fold(word) in map(fold, spellings(option))
    ]


def _example(corpus: Corpus) -> str:
    level = corpus.levels[0]
    return f"{level.id}={level.options[0].id}"


def find_level(corpus: Corpus, name: str) -> Level:
    """Give the level of that id or name, in any case or accent.

    Raises:
        SegurFaqError: there is none; the nearest is proposed.
    """
    wanted = fold(name.strip())
    for level in corpus.levels:
        if wanted and wanted in (fold(level.id), fold(level.name)):  # a level may have no name
            return level
    ids = [level.id for level in corpus.levels]
    close = nearest(name, ids, limit=1)
    raise SegurFaqError(
        f"« {name} » n'est pas un niveau.",
        did_you_mean(close, f"Niveaux : {enumeration(ids, 'et')}."),
    )


def find_option(level: Level, value: str) -> Option:
    """Give the option of a level that a person means: its id, a label or an alias.

    Raises:
        SegurFaqError: there is none, or several; the nearest or all of them are named.
    """
    exact = level.option(value)
    if exact is not None:
        return exact
    wanted = fold(value.strip())
    found = [o for o in level.options if wanted in map(fold, spellings(o))]
    if len(found) == 1:
        return found[0]
    ids = [o.id for o in level.options]
    if found:
        raise SegurFaqError(
            f"« {value} » peut désigner plusieurs options du niveau « {level.id} ».",
            f"Précisez : {enumeration(o.id for o in found)}.",
        )
    by_spelling = {spelling: o.id for o in level.options for spelling in spellings(o)}
    close = list(dict.fromkeys(by_spelling[s] for s in nearest(value, by_spelling)))
    raise SegurFaqError(
        f"« {value} » n'est pas une option du niveau « {level.id} ».",
        did_you_mean(close, f"Options : {', '.join(ids)}."),
    )
