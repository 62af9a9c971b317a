"""Addresses: where a corpus writes them, and what is wrong with the form of one.

Whether an address may be shown to everyone, or has two titles, is the business of rules.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.problem import Place
from segur_faq.corpus.reading import Reading
from segur_faq.lint.follow_ups import texts_in
from segur_faq.lint.markdown import Body, doubtful_bodies
from segur_faq.lint.plaintext import plain_texts
from segur_faq.lint.spots import place_within

_IN_PROSE = re.compile(
    r"(?<![\w/.])(?:[a-z]{3,10}:/+|https?:(?=\w)|h?t{1,3}ps?//)[^\s<>«»\"“”`]*", re.IGNORECASE
)
_MAIL = re.compile(r"(?:(?<=mailto:)|(?<![\w.+%/:@-]))[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}\b")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_WRITTEN_TARGET = re.compile(
    r"(?:\A|\]\(\s*)<(?P<angled>[^<>\n]*)>|\]\(\s*(?P<bare>[^\s<>]*?)(?:\s[^\]]*)?\)\Z"
)
_CLOSING = {")": "(", "]": "[", "}": "{"}
"""What may follow an address in a sentence, unless the address opened it."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it is written.

    Attributes:
        text: the address.
        node: the text that holds it.
        start, end: where it stands in that text.
        is_link: whether the reader is given it to open, not only to read.
    """

    text: str
    node: Scalar
    start: int
    end: int
    is_link: bool

    def place(self, reading: Reading) -> Place:
        """Give its place in the file."""
        return place_within(reading, self.node, self.start, self.end)


_addresses: WeakKeyDictionary[Reading, tuple[Address, ...]] = WeakKeyDictionary()


def addresses(reading: Reading) -> tuple[Address, ...]:
    """Give every address of a corpus; once for all rules."""
    if reading not in _addresses:
        _addresses[reading] = tuple(_all(reading))
    return _addresses[reading]


def _all(reading: Reading) -> Iterator[Address]:
    for source in reading.sources:
        yield from _field(source.node)
    for entry in reading.answers:
        links = entry.node.get("links") if isinstance(entry.node, Mapping) else None
        for link in links.items if isinstance(links, Sequence) else ():
            yield from _field(link)
    bodies = {id(body.scalar): body for body in doubtful_bodies(reading)}
    for entry in reading.answers:
        node = entry.node.get("body") if isinstance(entry.node, Mapping) else None
        if not isinstance(node, Scalar):
            continue
        if id(node) in bodies:
            yield from _of_body(bodies[id(node)])
        elif _may_hold_some(node.text):
            yield from _of_prose(node, node.text)
    for _, node in plain_texts(reading):
        if _may_hold_some(node.text):
            yield from _of_prose(node, node.text)


def mails(reading: Reading) -> Iterator[Address]:
    """Yield the electronic addresses of the answers, those of links included."""
    for entry in reading.answers:
        if not isinstance(entry.node, Mapping):
            continue
        links = entry.node.get("links")
        items = links.items if isinstance(links, Sequence) else ()
        written = [item.get("url") for item in items if isinstance(item, Mapping)]
        written += [entry.node.get(key) for key in ("short", "body", "caveat")]
        for node in (*written, *(node for _, node in texts_in(entry.node))):
            if isinstance(node, Scalar) and "@" in node.text and "`" not in node.text:
                for found in _MAIL.finditer(node.text):
                    yield Address(found[0], node, *found.span(), is_link=False)


def _field(node: Node) -> Iterator[Address]:
    value = node.get("url") if isinstance(node, Mapping) else None
    if isinstance(value, Scalar) and value.text.strip():
        text = value.text.strip()
        start = value.text.find(text)
        yield Address(text, value, start, start + len(text), is_link=True)


def _of_body(body: Body) -> Iterator[Address]:
    """Yield the targets of a body's links, and the addresses that it only names."""
    for paragraph in body.paragraphs:
        opened: list[tuple[str, int]] = []
        for token, start, end in paragraph.pieces:
            if token.type == "link_open":
                opened.append((str(token.attrGet("href") or ""), start))
            elif token.type == "link_close" and opened:
                href, begin = opened.pop()
                first, last = paragraph.offset(begin), paragraph.offset(end - 1) + 1
                yield _target(body, href, first, last)
        plain = paragraph.plain(in_links=False)
        if _may_hold_some(plain):
            for found in _of_prose(body.scalar, plain):
                start, end = paragraph.offset(found.start), paragraph.offset(found.end - 1) + 1
                yield Address(found.text, body.scalar, start, end, is_link=False)


def _target(body: Body, href: str, start: int, end: int) -> Address:
    """Point at the target itself where it is written in the link, as it is nearly always."""
    written = body.text[start:end]
    found = _WRITTEN_TARGET.search(written)
    if found is None:  # the link refers to a definition
        return Address(href, body.scalar, start, end, is_link=True)
    if href.startswith("mailto:") and written.startswith("<"):
        return Address(href, body.scalar, start + 1, end - 1, is_link=True)
    first, last = found.span("angled" if found["angled"] is not None else "bare")
    if first == last:
        return Address("", body.scalar, start, end, is_link=True)
    return Address(written[first:last], body.scalar, start + first, start + last, is_link=True)


def _may_hold_some(text: str) -> bool:
    return "//" in text or ":/" in text or "http:" in text or "https:" in text


def without_addresses(text: str) -> str:
    """Put blanks in the place of the addresses of a text, which keeps its length."""
    if not _may_hold_some(text):
        return text
    for found in _IN_PROSE.finditer(text):
        length = len(less_closing(found[0].split("](")[0]))
        end = found.start() + length
        text = text[: found.start()] + " " * length + text[end:]
    return text


def _of_prose(node: Scalar, text: str) -> Iterator[Address]:
    if "`" in text:
        text = _CODE.sub(lambda code: " " * len(code[0]), text)
    for found in _IN_PROSE.finditer(text):
        address = less_closing(found[0].split("](")[0])
        yield Address(address, node, found.start(), found.start() + len(address), is_link=False)


def less_closing(address: str) -> str:
    """Take from the end of an address what belongs to the sentence around it."""
    while address:
        last = address[-1]
        opening = _CLOSING.get(last)
        if opening and address.count(opening) >= address.count(last):
            break
        if not opening and last not in ".,;:!?'’…*_|":
            break
        address = address[:-1]
    return address
