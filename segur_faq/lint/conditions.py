"""Conditions as they are written: the words of `applies`, `except`, `under`, `where` and groups.

`corpus.conditions` gives what they mean; a rule that points at one word needs where it stands.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from segur_faq.corpus.files import CASCADE
from segur_faq.corpus.model import Condition, Corpus
from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.reading import Reading
from segur_faq.lint.known import texts


class Word(NamedTuple):
    """A word of a condition: its text, where it is, and the options that it stands for."""

    text: str
    node: Node
    options: tuple[str, ...]


def words(node: Node | None, level: str, corpus: Corpus) -> Iterator[Word]:
    """Yield the words that a condition has for a level."""
    for text, scalar in texts(below(node, level)):
        yield Word(text, scalar, meant(text, level, corpus))


def meant(word: str, level: str, corpus: Corpus) -> tuple[str, ...]:
    """Give the options that a word stands for: itself, or those of a group."""
    if corpus.levels_by_id[level].option(word):
        return (word,)
    return corpus.groups.get(word, {}).get(level, ())


def below(node: Node | None, key: str) -> Node | None:
    """Give what stands under a key, of what may not even be a mapping."""
    return node.get(key) if isinstance(node, Mapping) else None


def exceptions(entry: Node) -> list[Node]:
    """Give the conditions of an answer's `except`, written alone or in a list."""
    node = below(entry, "except")
    if isinstance(node, Sequence):
        return node.items
    return [node] if node is not None else []


def groups(reading: Reading) -> Iterator[tuple[Scalar, Node]]:
    """Yield the names of the groups of the cascade, each with its condition."""
    for file in reading.files.values():
        if file.kind == CASCADE:
            node = below(reading.roots.get(file.name), "groups")
            if isinstance(node, Mapping):
                yield from node.pairs.values()


def of_the_cascade(reading: Reading) -> Iterator[Node]:
    """Yield the conditions of levels, options, groups and gaps."""
    nodes: Iterable[Node | None] = (
        *(below(entry.node, "under") for entry in reading.levels),
        *(below(entry.node, "under") for _, entry in reading.options),
        *(condition for _, condition in groups(reading)),
        *(below(entry.node, "where") for entry in reading.gaps),
    )
    yield from (node for node in nodes if node is not None)


def of_the_answers(reading: Reading) -> Iterator[Node]:
    """Yield what answers apply to, and their exceptions."""
    for entry in reading.answers:
        applies = below(entry.node, "applies")
        if applies is not None:
            yield applies
        yield from exceptions(entry.node)


def narrowed(condition: Condition, level: str, options: tuple[str, ...]) -> Condition:
    """Give a condition with other options for one of its levels."""
    return {**condition, level: options}
