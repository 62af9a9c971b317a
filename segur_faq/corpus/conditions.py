"""The words of conditions: `under`, `applies`, `except` and `groups`, held against the cascade.

A condition is a mapping level -> options: AND between the levels, OR inside a list. A group's name
may stand for its options; `all` is a word of `applies` only.
"""

from collections import Counter
from collections.abc import Container, Iterator
from typing import NamedTuple

from segur_faq.corpus.entries import home_of
from segur_faq.corpus.model import ALL, Condition
from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.problem import Fix, Place, Problems
from segur_faq.corpus.reading import written_values
from segur_faq.corpus.respelling import did_you_mean, parts, respelling
from segur_faq.text import fold

_EVERY = frozenset({"tout", "tous", "toute", "toutes", "partout", "*"})
"""What people write for `all`."""
_MANY = 5
"""From how many times on an unknown word is more likely to have been lost than misspelt."""


class _Unknown(NamedTuple):
    """A level or option that does not exist, as it will be reported."""

    place: Place
    message: str
    hint: str
    level: str = ""
    fix: Fix | None = None


class Vocabulary:
    """The levels, options and groups that a condition may name."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._options: dict[str, list[str]] = {}
        self._spellings: dict[str, dict[str, str]] = {}
        self._shared_spellings: set[tuple[str, str]] = set()
        # What the cascade should name and does not, by mistake: references to it are not to blame.
        self._lacks_a_level = True
        self._lacks_an_option: set[str] = set()
        self.groups: dict[str, Condition] = {}
        self._resolved: dict[tuple[str, tuple[str, ...], bool], tuple[str, ...]] = {}
        self._unknown: list[_Unknown] = []

    def declare(self, level_nodes: list[Node]) -> None:
        """Learn the ids of the levels and their options, whatever else is wrong with them."""
        self._lacks_a_level = not level_nodes or any(
            problem.code == "duplicate-key" and problem.place.file == level_nodes[0].file
            for problem in self._problems
        )
        for level in level_nodes:
            name = _text_at(level, "id")
            options = level.get("options") if isinstance(level, Mapping) else None
            if name and isinstance(options, Sequence):
                ids = [_text_at(option, "id") for option in options.items]
                self._options.setdefault(name, []).extend(i for i in ids if i)
                self._learn_spellings(name, options.items)
                if not all(ids) or len({*ids}) < len(ids):
                    self._lacks_an_option.add(name)  # of two alike, one may be what is looked for
            else:
                self._lacks_a_level = True

    def _learn_spellings(self, level: str, options: list[Node]) -> None:
        """Learn the labels and aliases of options: people write them where an id is wanted."""
        known = self._spellings.setdefault(level, {})
        for option in options:
            option_id = _text_at(option, "id")
            aliases = option.get("aliases") if isinstance(option, Mapping) else None
            labels = [_text_at(option, key) for key in ("id", "label", "short_label")]
            for word in (*labels, *(alias.text for alias in written_values(aliases))):
                if word and option_id and known.setdefault(fold(word), option_id) != option_id:
                    self._shared_spellings.add((level, fold(word)))

    @property
    def levels(self) -> Container[str]:
        """The ids of the levels."""
        return self._options.keys()

    def declare_groups(self, node: Node | None) -> None:
        """Learn the named groups of the cascade."""
        for name, value in self._pairs(node, "« groups »", "un nom de groupe"):
            self.groups[name.text] = self.condition(value)

    def condition(self, node: Node | None) -> Condition:
        """Read an `under`, a group or one `except`; what is unknown is reported and left out."""
        return {
            level: options
            for level, options in self._levels(node)
            if options  # an unknown option has been reported: it must not close the whole level
        }

    def exceptions(self, node: Node | None) -> tuple[Condition, ...]:
        """Read `except`: one condition, or a list of them."""
        nodes = node.items if isinstance(node, Sequence) else [node] if node else []
        return tuple(self.condition(n) for n in nodes)

    def applies(self, node: Node | None) -> tuple[Condition, frozenset[str]]:
        """Read `applies`: options by level, and the levels for which the word was `all`."""
        applies: dict[str, tuple[str, ...]] = {}
        everywhere = set()
        for level, options in self._levels(node, all_allowed=True):
            if options == (ALL,) and ALL not in self._options[level]:
                everywhere.add(level)
                options = tuple(self._options[level])
            applies[level] = options
        return applies, frozenset(everywhere)

    def _pairs(self, node: Node | None, what: str, key: str) -> Iterator[tuple[Scalar, Node]]:
        if node is None:
            return
        if not isinstance(node, Mapping):
            self._problems.add(
                "wrong-type",
                node.place,
                f"{what} s'écrit en paires : {key}, deux-points, valeurs",
                self._example(node),
            )
            return
        yield from node.pairs.values()

    def _example(self, node: Node) -> str:
        """Write as a condition what stands for one, if it names options; an example if not."""
        named = parts(node.text) if isinstance(node, Scalar) else []
        for level, options in self._options.items():
            if named and all(name in options for name in named):
                return f"Écrivez « {{{level}: [{', '.join(named)}]}} »."
        for level, options in self._options.items():
            return f"Par exemple « {{{level}: [{', '.join(options[:2])}]}} »."
        return "Par exemple « {niveau: [option, autre-option]} »."

    def _levels(
        self, node: Node | None, all_allowed: bool = False
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        for key, value in self._pairs(node, "une condition", "un niveau"):
            if key.text not in self._options:
                self._unknown_level(key)
                continue
            # Answers say the same of a level over and over: what is right is worked out once.
            said = (key.text, _plainly(value), all_allowed)
            options = self._resolved.get(said) if said[1] else None
            if options is None:
                before = len(self._problems) + len(self._unknown)
                options = self._options_of(key.text, value, all_allowed)
                if said[1] and len(self._problems) + len(self._unknown) == before:
                    self._resolved[said] = options
            yield key.text, options

    def _options_of(self, level: str, node: Node, all_allowed: bool) -> tuple[str, ...]:
        words = list(self._words(level, node))
        if all_allowed and ALL in (w.text for w in words) and len(words) == 1:
            return (ALL,)
        found = (o for word in words for o in self._resolve(level, word, all_allowed))
        return tuple(dict.fromkeys(found))

    def _words(self, level: str, node: Node) -> Iterator[Scalar]:
        items = node.items if isinstance(node, Sequence) else [node]
        if not items or (isinstance(node, Scalar) and not node.text):
            self._problems.add(
                "empty-value",
                node.place,
                f"« {level} » n'a pas de valeur",
                f"Citez au moins une option : {', '.join(self._options[level])}.",
            )
            return
        for item in items:
            if not isinstance(item, Scalar):
                named = list(item.pairs) if isinstance(item, Mapping) else self._options[level][:2]
                self._problems.add(
                    "wrong-type",
                    item.place,
                    f"« {level} » attend des identifiants d'options",
                    f"Écrivez-les entre crochets, une seule fois : « [{', '.join(named)}] ».",
                )
        yield from (scalar for scalar in written_values(node) if scalar.text)

    def _resolve(self, level: str, word: Scalar, all_allowed: bool) -> tuple[str, ...]:
        """Give the options that a word stands for; none when it is unknown."""
        if word.text in self._options[level]:
            return (word.text,)
        if level in self.groups.get(word.text, {}):
            return self.groups[word.text][level]
        if word.text == ALL and all_allowed:
            self._problems.add(
                "wrong-value",
                word.place,
                f"« {ALL} » s'emploie seul, pas dans une liste",
                f"Écrivez « {level}: {ALL} », ou citez les options une à une.",
            )
            return ()
        self._unknown_option(level, word, all_allowed)
        return ()

    def _unknown_level(self, key: Scalar) -> None:
        if self._lacks_a_level:
            return
        advice = did_you_mean(key.text, self._options) or home_of(key.text, "une condition")
        self._unknown.append(
            _Unknown(
                key.place,
                f"« {key.text} » n'est pas un niveau de la cascade",
                advice + f"Niveaux : {', '.join(self._options)}.",
            )
        )

    def _unknown_option(self, level: str, word: Scalar, all_allowed: bool) -> None:
        if level in self._lacks_an_option:
            return
        groups = [name for name, condition in self.groups.items() if level in condition]
        accepted = [*self._options[level], *groups, *([ALL] if all_allowed else [])]
        several = parts(word.text)
        elsewhere = [name for name, ids in self._options.items() if word.text in ids]
        meant = self._spellings[level].get(fold(word.text))
        if meant:
            advice = f"C'est un autre nom de « {meant} » : écrivez l'identifiant. "
        elif several != [word.text] and all(part in accepted for part in several):
            advice = f"Une liste s'écrit ainsi : « {level}: [{', '.join(several)}] ». "
        elif elsewhere:
            advice = f"C'est une option du niveau « {elsewhere[0]} ». "
        elif all_allowed and fold(word.text) in _EVERY:
            advice = f"Vouliez-vous écrire « {ALL} » ? "
        else:
            advice = did_you_mean(word.text, accepted)
        self._unknown.append(
            _Unknown(
                word.place,
                f"« {word.text} » n'est pas une option du niveau « {level} »",
                advice + f"Valeurs acceptées : {', '.join(accepted)}.",
                level,
                respelling(word, meant) if meant and self._is_sure(level, word.text) else None,
            )
        )

    def report_unknown(self) -> None:
        """Report the levels and options that do not exist, once every condition has been read.

        When many conditions cite one, the cascade is more likely to have lost it.
        """
        times = Counter(unknown.message for unknown in self._unknown)
        for place, message, hint, level, fix in self._unknown:
            if times[message] >= _MANY and fix is None:
                hint = self._lost(level, times[message]) + hint
            if level:
                self._problems.add("unknown-option", place, message, hint, fix=fix)
            else:
                self._problems.add("unknown-level", place, message, hint)
        self._unknown.clear()

    def _lost(self, level: str, times: int) -> str:
        """Tell that the cascade may have lost a level, or an option of one."""
        if level:
            cited = {word for name, words, _ in self._resolved if name == level for word in words}
        else:
            cited = {name for name, _, _ in self._resolved}
        idle = [name for name in (self._options.get(level) or self._options) if name not in cited]
        return (
            f"Ce mot est cité {times} fois : voyez d'abord si cascade.yaml l'a perdu, ou renommé"
            + (f" en « {idle[0]} », que rien ne cite. " if len(idle) == 1 else ". ")
        )

    def _is_sure(self, level: str, word: str) -> bool:
        """Tell whether a spelling can mean one option only, and nothing else of the cascade."""
        return (
            (level, fold(word)) not in self._shared_spellings
            and word not in self.groups
            and not any(word in ids for ids in self._options.values())
        )


def _plainly(node: Node) -> tuple[str, ...]:
    """Give the words of a condition's value as written; nothing if it holds more than words."""
    if type(node) is Scalar:
        return (node.text,)
    items = node.items if isinstance(node, Sequence) else []
    words = tuple([item.text for item in items if type(item) is Scalar])
    return words if len(words) == len(items) else ()


def _text_at(node: Node, key: str) -> str:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.text.strip() if isinstance(value, Scalar) else ""
