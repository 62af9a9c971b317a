"""The texts that readers see as they are written: no mark of Markdown has a meaning in them."""

from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from segur_faq.corpus.files import CASCADE
from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.reading import Reading
from segur_faq.lint.follow_ups import texts_in

OF_AN_ANSWER = ("question", "short", "caveat")
_OF_A_LEVEL = ("question", "help", "general", "name")
_OF_AN_OPTION = ("label", "short_label", "help", "family")
_OF_A_TERM = ("expansion", "definition")


class PlainText(NamedTuple):
    """A text, with the key that it stands under."""

    key: str
    node: Scalar


_texts: WeakKeyDictionary[Reading, tuple[PlainText, ...]] = WeakKeyDictionary()


def plain_texts(reading: Reading) -> tuple[PlainText, ...]:
    """Give every text that is shown as it is; once for all rules."""
    if reading not in _texts:
        _texts[reading] = tuple(_all(reading))
    return _texts[reading]


def _all(reading: Reading) -> Iterator[PlainText]:
    for root in (reading.roots.get(f.name) for f in reading.files.values() if f.kind == CASCADE):
        yield from _of(root, ("title",))
    for level in reading.levels:
        yield from _of(level.node, _OF_A_LEVEL)
    for _, option in reading.options:
        yield from _of(option.node, _OF_AN_OPTION)
    for gap in reading.gaps:
        yield from _of(gap.node, ("reason",))
    for term in reading.terms:
        yield from _of(term.node, _OF_A_TERM)
    for source in reading.sources:
        yield from _of(source.node, ("title", "publisher"))
    for answer in reading.answers:
        yield from _of(answer.node, OF_AN_ANSWER)
        yield from (PlainText(key, node) for key, node in texts_in(answer.node) if node.text)
        links = answer.node.get("links") if isinstance(answer.node, Mapping) else None
        for link in links.items if isinstance(links, Sequence) else ():
            yield from _of(link, ("title",))


def _of(node: Node | None, keys: tuple[str, ...]) -> Iterator[PlainText]:
    if isinstance(node, Mapping):
        for key in keys:
            value = node.get(key)
            if isinstance(value, Scalar) and value.text:
                yield PlainText(key, value)
