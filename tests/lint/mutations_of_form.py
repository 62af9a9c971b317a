"""Mistakes in how a corpus is written: YAML, characters, files, links and Markdown."""

import re
from typing import Any

from lint.mutable import Target, Tree
from lint.mutations import Random, harmful, spots_of

from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence

_FILES = ("answers", "sources", "terms", "options")


def _somewhere(chance: Random, tree: Tree) -> Target:
    return chance.choice(tree.targets(chance.choice([*["answers"] * 4, *_FILES])))


def _nodes(node: Node) -> list[Node]:
    below: list[Node] = [node]
    if isinstance(node, Mapping):
        below += [n for key, value in node.pairs.values() for n in (key, *_nodes(value))]
    elif isinstance(node, Sequence):
        below += [n for item in node.items for n in _nodes(item)]
    return below


def _collections(target: Target, tree: Tree) -> list[tuple[Node, str]]:
    """Give the lists and pairs of an entry that are written in brackets or braces."""
    written = [(node, tree.source(target, node)) for node in _nodes(target.node)]
    return [(n, s) for n, s in written if not isinstance(n, Scalar) and s[:1] in ("[", "{")]


def _texts(target: Target, tree: Tree, keys: tuple[str, ...]) -> list[tuple[Scalar, str]]:
    nodes = [target.node.get(key) for key in keys]
    return [(n, tree.source(target, n)) for n in nodes if isinstance(n, Scalar)]


def _key_line(chance: Random, tree: Tree) -> tuple[Target, int]:
    """Choose a line of an entry, other than its first, that begins with a key or a dash."""
    while True:
        target = _somewhere(chance, tree)
        lines = tree.lines(target.file)
        numbers = [
            n
            for n in range(target.first + 1, target.last + 1)
            if re.match(r" *(- |[a-z_]+:)", lines[n - 1]) and not _in_block(target, n)
        ]
        if numbers:
            return target, chance.choice(numbers)


def _in_block(target: Target, line: int) -> bool:
    """Tell whether a line is inside a text of several lines."""
    return any(
        n.place.line < line <= n.place.end_line
        for n in _nodes(target.node)
        if isinstance(n, Scalar) and n.place.end_line > n.place.line + 1
    )


def _with_line(tree: Tree, target: Target, number: int, line: str) -> Any:
    lines = tree.lines(target.file)
    lines[number - 1] = line
    return {target.file: "\n".join(lines)}, [target.spot]


# --- YAML ------------------------------------------------------------------------------------


@harmful("bracket or brace lost")
def _(chance: Random, tree: Tree) -> Any:
    target = _somewhere(chance, tree)
    found = _collections(target, tree)
    if not found:
        return None
    node, text = chance.choice(found)
    return tree.put(target, node, chance.choice([text[1:], text[:-1]]))


@harmful("bracket closed by a brace")
def _(chance: Random, tree: Tree) -> Any:
    target = _somewhere(chance, tree)
    found = _collections(target, tree)
    if not found:
        return None
    node, text = chance.choice(found)
    return tree.put(target, node, text[:-1] + {"]": "}", "}": "]"}[text[-1]])


@harmful("comma lost")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets(chance.choice(["answers", "options"])))
    keys = ("applies", "see_also", "sources", "links")
    nodes = [n for n in (target.node.get(k) for k in keys) if n is not None]
    if tree.source(target, target.node).startswith("{"):
        nodes = [target.node]
    found = [n for n in nodes if ", " in tree.source(target, n)]
    if not found:
        return None
    node = chance.choice(found)
    text = tree.source(target, node)
    commas = [m.start() for m in re.finditer(", ", text) if not _is_quoted(text, m.start())]
    if not commas or "aliases" in text:
        return None
    n = chance.choice(commas)
    return tree.put(target, node, text[:n] + text[n + 1 :])


def _is_quoted(text: str, at: int) -> bool:
    return text[:at].count('"') % 2 == 1 or "'" in text


@harmful("quote lost")
def _(chance: Random, tree: Tree) -> Any:
    target = _somewhere(chance, tree)
    quoted = [n for n in _nodes(target.node) if isinstance(n, Scalar) and n.quoted]
    if not quoted:
        return None
    node = chance.choice(quoted)
    text = tree.source(target, node)
    return tree.put(target, node, chance.choice([text[1:], text[:-1]]))


@harmful("quotes removed from a text that needs them")
def _(chance: Random, tree: Tree) -> Any:
    target = _somewhere(chance, tree)
    nodes = [n for n in _nodes(target.node) if isinstance(n, Scalar) and n.quoted]
    nodes = [n for n in nodes if re.search(r"[:\[{&*!|>%@`]", n.text) and "\n" not in n.text]
    return tree.put(target, n := chance.choice(nodes), n.text) if nodes else None


@harmful("apostrophes around a text that has one")
def _(chance: Random, tree: Tree) -> Any:
    target = _somewhere(chance, tree)
    texts = _texts(target, tree, ("question", "short", "title", "label", "definition", "caveat"))
    texts = [(n, s) for n, s in texts if "'" in n.text and "\n" not in s and not n.quoted]
    return tree.put(target, texts[0][0], f"'{texts[0][1]}'") if texts else None


@harmful("indentation broken")
def _(chance: Random, tree: Tree) -> Any:
    target, number = _key_line(chance, tree)
    line = tree.lines(target.file)[number - 1]
    step = chance.choice([-2, -1, 1, 2, 3, 4])
    return _with_line(tree, target, number, " " * step + line if step > 0 else line[-step:])


@harmful("tab for indentation")
def _(chance: Random, tree: Tree) -> Any:
    target, number = _key_line(chance, tree)
    line = tree.lines(target.file)[number - 1]
    return _with_line(tree, target, number, "\t" + line.lstrip(" "))


@harmful("dash of an entry lost")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets(chance.choice(["answers", "sources", "terms", "levels"])))
    line = tree.lines(target.file)[target.first - 1]
    wrong = chance.choice([line.replace("- ", "  ", 1), line.replace("- ", "-", 1)])
    files, _ = _with_line(tree, target, target.first, wrong)
    return files, [(target.file, max(1, target.first - 1), target.last)]


@harmful("dash of a search lost")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice([t for t in tree.targets("answers") if "found_by" in t.node])
    items = tree.texts(target.node.get("found_by"))
    item = chance.choice(items[1:]).place
    line = tree.lines(target.file)[item.line - 1]
    if not line.lstrip().startswith("- "):
        return None
    return _with_line(tree, target, item.line, line.replace("- ", chance.choice(["  ", ""]), 1))


@harmful("line of a key lost, above what it holds")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    pairs = target.node.pairs.values()
    keys = [key for key, value in pairs if value.place.end_line > key.place.line + 1]
    number = chance.choice(keys).place.line
    lines = tree.lines(target.file)
    del lines[number - 1]
    return {target.file: "\n".join(lines)}, [(target.file, target.first, target.last)]


@harmful("two lines exchanged")
def _(chance: Random, tree: Tree) -> Any:
    target, number = _key_line(chance, tree)
    lines = tree.lines(target.file)
    if number == target.last:
        return None
    lines[number - 1 : number + 1] = [lines[number], lines[number - 1]]
    if lines[number - 1].lstrip().startswith("- ") and lines[number].lstrip().startswith("- "):
        return None
    return {target.file: "\n".join(lines)}, [target.spot]


@harmful("colon lost, or the space after it")
def _(chance: Random, tree: Tree) -> Any:
    target, number = _key_line(chance, tree)
    line = tree.lines(target.file)[number - 1]
    found = re.match(r"( *[a-z_]+):( \S.*)$", line)
    if not found:
        return None
    wrong = chance.choice([found[1] + found[2], f"{found[1]}:{found[2].lstrip()}"])
    return _with_line(tree, target, number, wrong)


@harmful("anchor, alias or tag")
def _(chance: Random, tree: Tree) -> Any:
    target = _somewhere(chance, tree)
    texts = _texts(target, tree, ("question", "short", "title", "label", "expansion", "id"))
    texts = [(n, s) for n, s in texts if s[:1] not in ('"', "'", ">", "|")]
    if not texts:
        return None
    node, text = chance.choice(texts)
    return tree.put(target, node, chance.choice(["&a ", "*", "!", "!!str ", "@", "%"]) + text)


@harmful("dashes of a second document")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice([t for t in tree.targets("answers") if t.first > 6])
    lines = tree.lines(target.file)
    lines.insert(target.first - 1, "---")
    return {target.file: "\n".join(lines)}, [(target.file, target.first, target.last + 1)]


@harmful("marks of an unfinished merge")
def _(chance: Random, tree: Tree) -> Any:
    target, number = _key_line(chance, tree)
    lines = tree.lines(target.file)
    old = lines[number - 1]
    lines[number - 1 : number] = ["<<<<<<< HEAD", old, "=======", old, ">>>>>>> autre"]
    return {target.file: "\n".join(lines)}, [(target.file, target.first, target.last + 4)]


@harmful("block of a body lost or folded")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice([t for t in tree.targets("answers") if "body" in t.node])
    text = tree.source(target, target.node.get("body"))
    if not text.startswith("|"):
        return None
    return tree.put(target, target.node.get("body"), chance.choice(["", ">", ">-"]) + text[1:])


@harmful("text cut by a number sign")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    texts = _texts(target, tree, ("question", "short", "caveat"))
    texts = [(n, s) for n, s in texts if s[:1] not in ('"', "'", ">", "|") and s.count(" ") > 3]
    if not texts:
        return None
    node, text = chance.choice(texts)
    spaces = [m.end() for m in re.finditer(r"\w \w", text)]
    n = chance.choice(spaces) - 1
    return tree.put(target, node, f"{text[:n]}#{text[n:]}")


# --- characters ------------------------------------------------------------------------------


@harmful("invisible character")
def _(chance: Random, tree: Tree) -> Any:
    target = _somewhere(chance, tree)
    node = chance.choice([n for n in _nodes(target.node) if isinstance(n, Scalar)])
    text = tree.source(target, node)
    n = chance.randrange(1, len(text)) if len(text) > 1 else 0
    char = chance.choice("\u200b\u200d\u202e\u2066\ufeff\u2028\x07\x1b\u200e")
    return tree.put(target, node, text[:n] + char + text[n:])


@harmful("invisible character in a reference")
def _(chance: Random, tree: Tree) -> Any:
    ways = ("answers/sources/ref", "answers/applies/*", "answers/see_also", "answers/id")
    target, node = chance.choice(list(tree.scalars(chance.choice(ways))))
    text = tree.source(target, node).strip('"')
    n = chance.randrange(len(text) + 1)
    return tree.put(target, node, text[:n] + chance.choice("\u00ad\u00a0\u200b\u202f") + text[n:])


@harmful("letter of another alphabet")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    node, text = chance.choice(_texts(target, tree, ("id", "question", "short", "body")))
    words = [m for m in re.finditer(r"\w{4,}", text) if re.search("[aeoMPTCH]", m[0])]
    if not words:
        return None
    word = chance.choice(words)
    wrong = word[0].translate(str.maketrans("aeoMPTCH", "аеоМРТСН"))
    return tree.put(target, node, text[: word.start()] + wrong + text[word.end() :])


@harmful("curly quotes around a value")
def _(chance: Random, tree: Tree) -> Any:
    ways = ("answers/sources/ref", "answers/applies/*", "answers/sources/read_on", "answers/id")
    target, node = chance.choice(list(tree.scalars(chance.choice(ways))))
    return tree.put(target, node, f"“{node.text}”")


@harmful("accents decoded wrongly")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    node, text = chance.choice(_texts(target, tree, ("question", "short", "body")))
    wrong = "".join(_misread(c) if c in "éèêàçô’œ«»" else c for c in text)
    return tree.put(target, node, wrong) if wrong != text else None


def _misread(char: str) -> str:
    return char.encode("utf-8").decode("cp1252", errors="replace")


@harmful("file in another encoding")
def _(chance: Random, tree: Tree) -> Any:
    file = chance.choice(tree.names)
    text = tree.texts_by_name[file]
    encoding = chance.choice(["cp1252", "utf-16", "utf-16-le"])
    return {file: text.encode(encoding, errors="replace")}, [(file, 1, 9999)]


# --- files -----------------------------------------------------------------------------------


@harmful("file cut in the middle of an entry")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    keys = [k for k in ("question", "applies") if k in target.node]
    key = target.node.pairs[chance.choice(keys)][0].place
    lines = tree.lines(target.file)[: key.line - 1]
    return {target.file: "\n".join(lines) + "\n"}, [(target.file, target.first, target.last)]


@harmful("file emptied")
def _(chance: Random, tree: Tree) -> Any:
    file = chance.choice(tree.names)
    return {file: chance.choice(["", "\n", "# à refaire\n", "format: 1\n"])}, [(file, 1, 9999)]


@harmful("file out of its place")
def _(chance: Random, tree: Tree) -> Any:
    file = chance.choice([f for f in tree.names if f.startswith("answers/")])
    name = file.rpartition("/")[2]
    here = {t.id for t in tree.targets("answers") if t.file == file}
    cites = [t for t, s in tree.scalars("answers/see_also") if s.text in here and t.file != file]
    place = chance.choice([name, f"archives/{name}", f"answers/{name}.bak"])
    if not cites and place.endswith(".bak"):
        return None
    return {file: None, place: tree.texts_by_name[file]}, [*spots_of(cites), (place, 1, 9999)]


# --- links and texts -------------------------------------------------------------------------


@harmful("address broken")
def _(chance: Random, tree: Tree) -> Any:
    target, node = chance.choice([*tree.scalars("answers/links/url"), *tree.scalars("sources/url")])
    url = node.text
    wrong = chance.choice(
        [
            url.replace("https:", "htps:"),
            url.replace("://", "//", 1),
            url.replace("://", ":/", 1),
            url.replace("https://", "www."),
            url.replace("https://", "https:///", 1),
            url.replace("https:", "javascript:"),
            url.replace(".", " .", 1),
            url.replace("https://", "https://moi:secret@"),
            url.replace(".", ",", 1),
            url.replace("https://", "https://https://"),
            "https://",
        ]
    )
    return tree.put(target, node, f'"{wrong}"') if wrong != url else None


@harmful("question mark lost")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets(chance.choice(["answers", "answers", "levels"])))
    node = target.node.get("question")
    text = tree.source(target, node)
    wrong = re.sub(r"[\s\u00a0]*\?", "", text)
    return tree.put(target, node, chance.choice([wrong, text.replace("?", ".")]))


@harmful("Markdown not closed")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice([t for t in tree.targets("answers") if "body" in t.node])
    node = target.node.get("body")
    text = tree.source(target, node)
    words = list(re.finditer(r"(?<= )[a-zé]{4,}(?= )", text))
    if not words:
        return None
    word = chance.choice(words)
    wrong = chance.choice(
        [f"**{word[0]}", f"{word[0]}**", f"`{word[0]}", f"[{word[0]}](https://exemple.fr",
         f"[{word[0]}(https://exemple.fr)", f"[{word[0]}]()", f"[](https://exemple.fr) {word[0]}"]
    )  # fmt: skip
    return tree.put(target, node, text[: word.start()] + wrong + text[word.end() :])


@harmful("HTML in a text")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    node, text = chance.choice(_texts(target, tree, ("short", "body")))
    words = list(re.finditer(r"(?<= )[a-zé]{4,}(?= )", text))
    if not words:
        return None
    word = chance.choice(words)
    tag = chance.choice(["<b>{}</b>", "{}<br>", "<span style='color:red'>{}</span>", "<!-- {} -->"])
    return tree.put(target, node, text[: word.start()] + tag.format(word[0]) + text[word.end() :])


@harmful("heading or picture in a body")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice([t for t in tree.targets("answers") if "body" in t.node])
    node = target.node.get("body")
    text = tree.source(target, node)
    indent = re.search(r"\n( +)", text)
    if not text.startswith("|") or not indent:
        return None
    line = chance.choice(["# Titre", "### Titre", "![schéma](https://exemple.fr/a.png)"])
    return tree.put(target, node, f"{text}\n\n{indent[1]}{line}")


@harmful("text still to be written")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    key = chance.choice([k for k in ("question", "short", "caveat", "body") if k in target.node])
    text = {"question": '"À écrire : quoi ?"'}.get(
        key, chance.choice(['"À écrire : la réponse."', "TODO", '"Lorem ipsum dolor sit amet."'])
    )
    return tree.put(target, target.node.get(key), text)


@harmful("short copied from another answer")
def _(chance: Random, tree: Tree) -> Any:
    target, other = chance.sample(tree.targets("answers"), 2)
    text = tree.source(other, other.node.get("short"))
    edit = tree.put(target, target.node.get("short"), text)
    return {edit.file: edit.text}, [edit.spot, other.spot]


@harmful("body that only repeats the short")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice([t for t in tree.targets("answers") if "body" in t.node])
    text = tree.source(target, target.node.get("short"))
    return tree.put(target, target.node.get("body"), text)
