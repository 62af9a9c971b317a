"""The same corpus, written otherwise: what lint must not have an opinion on.

Most kinds write the entries of a file again from their nodes, with one habit changed: quotes,
blocks, brackets, order of keys. The others change what is around them.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import yaml
from lint.mutable import Tree
from lint.mutations import Mutation

from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence

Files = dict[str, str | bytes | None]
Random = random.Random

_PROSE = {"question", "short", "caveat", "help", "definition", "expansion", "label", "title"}
_ORDERLESS = {"found_by", "see_also", "aliases", "synonyms", "former_ids", "couloir", "produit"}


@dataclass(frozen=True)
class Habits:
    """How someone writes YAML."""

    quotes: str = ""  # of every text on one line: ' or "
    escapes: bool = False  # what is not ASCII written by its code, between quotes
    prose: str = ""  # of long texts: > or | or "plain" over several lines, or " over several
    width: int = 60
    body: str = "|"  # or " or |+ or |2
    lists: str = ""  # flow, tall (flow over several lines) or block
    pairs: str = ""  # flow or block
    indent: int = 2
    hanging: bool = False  # lists no deeper than their key
    quoted_keys: bool = False
    shuffled_keys: bool = False
    shuffled_lists: bool = False
    comments: bool = False
    blanks: bool = False
    lone_values: bool = False


HABITS = {
    "keys in another order": Habits(shuffled_keys=True),
    "apostrophes around texts": Habits(quotes="'"),
    "straight quotes around texts": Habits(quotes='"'),
    "letters written by their code": Habits(quotes='"', escapes=True, body='"'),
    "folded texts": Habits(prose=">-"),
    "folded texts, narrow": Habits(prose=">", width=30),
    "literal texts": Habits(prose="|-"),
    "plain texts over several lines": Habits(prose="plain", width=45),
    "quoted texts over several lines": Habits(prose='"', width=50),
    "body between quotes": Habits(body='"'),
    "body in another kind of block": Habits(body="|+"),
    "lists in brackets": Habits(lists="flow"),
    "lists in brackets over several lines": Habits(lists="tall"),
    "lists in dashes": Habits(lists="block"),
    "pairs in braces": Habits(pairs="flow", lists="flow", body='"'),
    "pairs in blocks": Habits(pairs="block"),
    "everything in blocks": Habits(pairs="block", lists="block"),
    "wide indentation": Habits(indent=4),
    "lists as far left as they go": Habits(hanging=True, lists="block"),
    "keys between quotes": Habits(quoted_keys=True),
    "lists in another order": Habits(shuffled_lists=True),
    "comments": Habits(comments=True),
    "blank lines": Habits(blanks=True),
    "single values without their brackets": Habits(lone_values=True),
    "all at once": Habits(
        quotes="'", prose=">-", lists="block", shuffled_keys=True, comments=True, blanks=True
    ),
}


class Writer:
    """Writes nodes again, by some habits."""

    def __init__(self, habits: Habits, chance: Random) -> None:
        self._habits = habits
        self._chance = chance

    def document(self, root: Node) -> str:
        """Write a whole file; its own keys stay where they are."""
        assert isinstance(root, Mapping)
        lines = []
        for name, (_, value) in root.pairs.items():
            lines.append(f"{name}:{self._after(value, name, 0)}\n")
        return "".join(lines)

    def _pairs(self, node: Mapping, depth: int) -> str:
        names = list(node.pairs)
        if self._habits.shuffled_keys:
            self._chance.shuffle(names)
        written = [
            f"{self._key(name)}:{self._after(node.pairs[name][1], name, depth)}" for name in names
        ]
        pad = "\n" + " " * depth
        out = written[0]
        for text in written[1:]:
            if self._habits.blanks and self._chance.random() < 0.3:
                out += "\n"
            if self._habits.comments and self._chance.random() < 0.3:
                out += f"{pad}# relire : « ceci », TODO"
            out += pad + text
        return out

    def _key(self, name: str) -> str:
        return f'"{name}"' if self._habits.quoted_keys else name

    def _after(self, node: Node, key: str, depth: int) -> str:
        """Write what follows a key and its colon."""
        if isinstance(node, Scalar):
            text = self._block(node, key, depth)
            return f" {text}" if text else f" {self._line(node, False)}{self._comment()}"
        if self._is_flow(node):
            return f" {self._flow(node, key, depth)}{self._comment()}"
        if isinstance(node, Mapping):
            deeper = depth + self._habits.indent
            return f"{self._comment()}\n{' ' * deeper}{self._pairs(node, deeper)}"
        assert isinstance(node, Sequence)
        at = depth if self._habits.hanging else depth + self._habits.indent
        return self._comment() + "".join(
            f"\n{' ' * at}- {self._item(item, key, at + 2)}" for item in self._items(node, key)
        )

    def _items(self, node: Sequence, key: str) -> list[Node]:
        items = list(node.items)
        if self._habits.shuffled_lists and key in _ORDERLESS:
            self._chance.shuffle(items)
        return items

    def _item(self, node: Node, key: str, depth: int) -> str:
        if isinstance(node, Scalar):
            return self._line(node, False) + self._comment()
        if isinstance(node, Mapping) and not self._is_flow(node):
            return self._pairs(node, depth)
        return self._flow(node, key, depth) + self._comment()

    def _is_flow(self, node: Node) -> bool:
        wanted = self._habits.lists if isinstance(node, Sequence) else self._habits.pairs
        if isinstance(node, Sequence) and node.items and isinstance(node.items[0], Mapping):
            wanted = "block" if self._habits.pairs != "flow" or _has_entries(node) else "flow"
        if wanted:
            return wanted in ("flow", "tall")
        length = sum(len(n.text) for n in _scalars(node))
        return length < 70 and not any("\n" in n.text for n in _scalars(node))

    def _flow(self, node: Node, key: str, depth: int) -> str:
        if isinstance(node, Scalar):
            return self._line(node, True)
        if isinstance(node, Mapping):
            names = list(node.pairs)
            if self._habits.shuffled_keys:
                self._chance.shuffle(names)
            written = [f"{self._key(n)}: {self._flow(node.pairs[n][1], n, depth)}" for n in names]
            return "{" + ", ".join(written) + "}"
        assert isinstance(node, Sequence)
        items = [self._flow(item, key, depth) for item in self._items(node, key)]
        if self._habits.lone_values and len(items) == 1 and key in _ORDERLESS - {"found_by"}:
            is_condition = key in ("couloir", "produit")
            return items[0] if is_condition else f"[{items[0]}]"
        if self._habits.lists == "tall" and len(items) > 1:
            pad = "\n" + " " * (depth + 4)
            return f"[{pad}{(',' + pad).join(items)},\n{' ' * (depth + 2)}]"
        return f"[{', '.join(items)}]"

    def _comment(self) -> str:
        if self._habits.comments and self._chance.random() < 0.2:
            return "  # voir la page"
        return ""

    # --- texts -------------------------------------------------------------------------------

    def _line(self, node: Scalar, in_flow: bool) -> str:
        text = node.text
        if self._habits.quotes == "'" and "\n" not in text:
            return "'" + text.replace("'", "''") + "'"
        if not self._habits.quotes and not node.quoted and _can_be_plain(text, in_flow):
            return text
        return self._quoted(text)

    def _quoted(self, text: str) -> str:
        text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        if self._habits.escapes:
            text = "".join(c if c.isascii() else f"\\u{ord(c):04x}" for c in text)
        return f'"{text}"'

    def _block(self, node: Scalar, key: str, depth: int) -> str:
        """Write a text over several lines; nothing where it is better on one."""
        pad = "\n" + " " * (depth + 2)
        text = node.text
        if "\n" in text.rstrip("\n"):
            if self._habits.body == '"' or text[:1] == " ":
                return self._quoted(text)
            return self._habits.body + _indented(text.rstrip("\n"), pad)
        style = self._habits.prose
        if key not in _PROSE or not style or "  " in text or len(text) < 20 or "\n" in text:
            return ""
        wrapped = _wrapped(text, self._habits.width, self._chance)
        if style in ("|-", "|"):
            return style + pad + text
        if style in (">-", ">"):
            return style + "".join(pad + line for line in wrapped)
        if style == '"':
            wrapped = [line.replace("\\", "\\\\").replace('"', '\\"') for line in wrapped]
            return '"' + pad.join(wrapped) + '"'
        return pad.join(wrapped) if not node.quoted and _can_be_plain(text, False) else ""


def _indented(text: str, pad: str) -> str:
    return "".join(pad + line if line.strip() else "\n" for line in text.split("\n"))


def _wrapped(text: str, width: int, chance: Random) -> list[str]:
    lines = [""]
    for word, after in pairwise([*text.split(" "), ""]):
        if len(lines[-1]) + len(word) > chance.randint(width // 2, width) and lines[-1]:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
        assert after is not None
    # A line that begins so would be read otherwise in a plain text.
    for n in range(len(lines) - 1, 0, -1):
        if lines[n].startswith(("#", "- ", "? ", "---", "%")):
            lines[n - 1 : n + 1] = [f"{lines[n - 1]} {lines[n]}"]
    return lines


def _can_be_plain(text: str, in_flow: bool) -> bool:
    written = f"[{text}]" if in_flow else f"a: {text}"
    try:
        node = yaml.compose(written, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return False
    value = node.value[0] if in_flow else node.value[0][1]
    is_alone = len(node.value) == 1 and isinstance(value, yaml.ScalarNode)
    return is_alone and value.value == text and value.style is None and "#" not in text


def _has_entries(node: Sequence) -> bool:
    return any(isinstance(i, Mapping) and ("body" in i or "options" in i) for i in node.items)


def _scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [s for item in node.items for s in _scalars(item)]
    assert isinstance(node, Mapping)
    return [s for _, value in node.pairs.values() for s in _scalars(value)]


# --- around the entries ----------------------------------------------------------------------

AROUND: dict[str, Callable[[Random, Tree, str], Files]] = {}


def _around(kind: str) -> Callable[[Callable[[Random, Tree, str], Files]], None]:
    def register(rewrite: Callable[[Random, Tree, str], Files]) -> None:
        AROUND[kind] = rewrite

    return register


@_around("line ends of Windows")
def _(chance: Random, tree: Tree, file: str) -> Files:
    return {file: tree.texts_by_name[file].replace("\n", "\r\n")}


@_around("line ends of old")
def _(chance: Random, tree: Tree, file: str) -> Files:
    return {file: tree.texts_by_name[file].replace("\n", "\r")}


@_around("end of the file")
def _(chance: Random, tree: Tree, file: str) -> Files:
    text = tree.texts_by_name[file].rstrip("\n")
    return {file: text + chance.choice(["", "\n\n\n", "\n# fin", "\n...\n", "\n# fin\n\n"])}


@_around("start of the file")
def _(chance: Random, tree: Tree, file: str) -> Files:
    start = chance.choice(
        ["---\n", "\n\n", "# yaml-language-server: $schema=x.json\n", "# é « »\n"]
    )
    return {file: start + tree.texts_by_name[file]}


@_around("file renamed")
def _(chance: Random, tree: Tree, file: str) -> Files:
    name = chance.choice(["answers/zz-autre.yaml", "answers/a b.yml", "answers/sous/dossier.yaml"])
    return {file: None, name: tree.texts_by_name[file]}


@_around("file cut in two")
def _(chance: Random, tree: Tree, file: str) -> Files:
    targets = [t for t in tree.targets("answers") if t.file == file]
    lines = tree.lines(file)
    at = chance.choice(targets[1:]).first - 1 if len(targets) > 1 else len(lines)
    if at == len(lines):
        return {file: tree.texts_by_name[file]}
    rest = ["format: 1", "answers:", *lines[at:]]
    return {file: "\n".join(lines[:at]), file.replace(".yaml", "-2.yaml"): "\n".join(rest)}


@_around("entries in another order")
def _(chance: Random, tree: Tree, file: str) -> Files:
    targets = [t for t in tree.targets("answers") if t.file == file]
    lines = tree.lines(file)
    blocks = ["\n".join(lines[t.first - 1 : t.last]) for t in targets]
    chance.shuffle(blocks)
    head = lines[: targets[0].first - 1]
    return {file: "\n".join([*head, "\n\n".join(blocks), ""])}


def rewritings(seed: int, number: int, tree: Tree) -> list[Mutation]:
    """Draw harmless changes, as many of each kind as can be, in turn."""
    chance = random.Random(seed)
    kinds = [*HABITS, *AROUND]
    drawn = []
    for turn in range(number):
        kind = kinds[turn % len(kinds)]
        answers = [name for name in tree.names if name.startswith("answers/")]
        file = chance.choice(answers if kind in AROUND else [*answers, *tree.names])
        if kind in AROUND:
            files = AROUND[kind](chance, tree, file)
        else:
            habits = HABITS[kind]
            if file == "cascade.yaml" and habits.shuffled_lists:
                habits = replace(habits, shuffled_lists=False)
            files = {file: Writer(habits, chance).document(tree.root(file))}
        drawn.append(Mutation(kind, files, ()))
    return drawn
