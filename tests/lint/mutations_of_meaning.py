"""Mistakes in what a corpus says: references, keys, values and conditions."""

import re
from typing import Any

from lint.mutable import Edit, Target, Tree
from lint.mutations import Random, by_chance, harmful, misspelt, spots_of, spots_without

# --- references ------------------------------------------------------------------------------


def _misspell(chance: Random, tree: Tree, way: str, known: set[str]) -> Edit | None:
    target, scalar = chance.choice(list(tree.scalars(way)))
    wrong = misspelt(chance, scalar.text)
    if wrong in known or not re.fullmatch(r"[a-z0-9_][a-z0-9_-]*", wrong):
        return None
    return tree.put(target, scalar, wrong)


@harmful("reference to a source misspelt")
def _(chance: Random, tree: Tree) -> Any:
    return _misspell(chance, tree, "answers/sources/ref", tree.ids("sources"))


@harmful("see_also misspelt")
def _(chance: Random, tree: Tree) -> Any:
    return _misspell(chance, tree, "answers/see_also", tree.ids("answers"))


@harmful("option misspelt")
def _(chance: Random, tree: Tree) -> Any:
    return _misspell(chance, tree, "answers/applies/*", tree.ids("options") | {"all"})


@harmful("option of an under misspelt")
def _(chance: Random, tree: Tree) -> Any:
    return _misspell(chance, tree, "options/under/*", tree.ids("options"))


@harmful("level misspelt")
def _(chance: Random, tree: Tree) -> Any:
    target, key = chance.choice(list(tree.keys("answers/applies")))
    wrong = misspelt(chance, key.text)
    return None if wrong in tree.ids("levels") else tree.put(target, key, wrong)


@harmful("label written for an id")
def _(chance: Random, tree: Tree) -> Any:
    target, scalar = chance.choice(list(tree.scalars("answers/applies/*")))
    option = next((o for o in tree.targets("options") if o.id == scalar.text), None)
    label = option.entry.value.label if option else ""
    return tree.put(target, scalar, f'"{label}"') if label and label != scalar.text else None


@harmful("value moved to another level")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    applies = target.node.get("applies")
    one, other = chance.sample(sorted(applies.pairs), 2)
    a, b = applies.get(one), applies.get(other)
    allowed = {o.id for o in tree.targets("options") if o.level == other} | {"all"}
    if {s.text for s in tree.texts(a)} <= allowed:
        return None
    return tree.swap(target, a, b)


@harmful("id renamed, and still cited")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    cites = [t for t, s in tree.scalars("answers/see_also") if s.text == target.id]
    if not cites:
        return None
    edit = tree.put(target, target.node.get("id"), f"{target.id}-bis")
    return {edit.file: edit.text}, [*(t.spot for t in cites), edit.spot]


@harmful("id of a source renamed, and still cited")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("sources"))
    edit = tree.put(target, target.node.get("id"), misspelt(chance, target.id))
    cites = [t.spot for t, s in tree.scalars("answers/sources/ref") if s.text == target.id]
    return {edit.file: edit.text}, [*cites, edit.spot]


@harmful("source removed, and still cited")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("sources"))
    cites = [t.spot for t, s in tree.scalars("answers/sources/ref") if s.text == target.id]
    return {target.file: tree.remove(target).text}, cites


@harmful("option removed from the cascade, and still named")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("options"))
    ways = ("answers/applies/*", "answers/except/*", "options/under/*", "levels/under/*")
    named = [t for way in ways for t, s in tree.scalars(way) if s.text == target.id]
    spots = spots_without(target, named)
    return ({target.file: tree.remove(target).text}, spots) if named else None


@harmful("answer removed, and still cited")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    cites = [t for t, s in tree.scalars("answers/see_also") if s.text == target.id]
    if not cites or len([t for t in tree.targets("answers") if t.file == target.file]) < 2:
        return None
    return {target.file: tree.remove(target).text}, spots_without(target, cites)


@harmful("former id that is an answer of today")
def _(chance: Random, tree: Tree) -> Any:
    target, other = chance.sample(tree.targets("answers"), 2)
    return tree.add(target, f"former_ids: [{other.id}]")


@harmful("former id that two answers claim")
def _(chance: Random, tree: Tree) -> Any:
    target, other = chance.sample(tree.targets("answers"), 2)
    if target.file == other.file:
        return None
    edits = [tree.add(t, "former_ids: [un-ancien-nom]") for t in (target, other)]
    return {e.file: e.text for e in edits}, [e.spot for e in edits]


@harmful("id of another answer")
def _(chance: Random, tree: Tree) -> Any:
    target, other = chance.sample(tree.targets("answers"), 2)
    edit = tree.put(target, target.node.get("id"), other.id)
    return {edit.file: edit.text}, [edit.spot, other.spot]


@harmful("see_also of itself")
def _(chance: Random, tree: Tree) -> Any:
    target, scalar = chance.choice(list(tree.scalars("answers/see_also")))
    return tree.put(target, scalar, target.id)


@harmful("answer pasted twice")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    lines = tree.lines(target.file)
    block = lines[target.first - 1 : target.last]
    text = "\n".join([*lines[: target.last], "", *block, *lines[target.last :]])
    return {target.file: text}, [(target.file, target.first, target.last + len(block) + 1)]


@harmful("alias of another option of the level")
def _(chance: Random, tree: Tree) -> Any:
    target, scalar = chance.choice(list(tree.scalars("options/aliases")))
    others = [
        o
        for o in tree.targets("options")
        if o.level == target.level and o.id != target.id and '"' not in o.entry.value.label
    ]
    if not others:
        return None
    other = chance.choice(others)
    edit = tree.put(target, scalar, f'"{other.entry.value.label}"')
    return {edit.file: edit.text}, [edit.spot, other.spot]


# --- follow-ups ------------------------------------------------------------------------------

_LEADS = ("answers/follow_up/options/answer", "answers/follow_up/options/follow_up/options/answer")


def _leads(tree: Tree) -> list[tuple[Target, Any]]:
    """Give what options of follow-ups lead to, in this corpus."""
    known = tree.ids("answers")
    return [(t, s) for way in _LEADS for t, s in tree.scalars(way) if s.text in known]


def _choices(chance: Random, tree: Tree) -> tuple[Target, list[Any]]:
    """Give the options of a follow-up."""
    target = chance.choice([t for t in tree.targets("answers") if "follow_up" in t.node])
    return target, target.node.get("follow_up").get("options").items


@harmful("option of a follow-up that loses what it comes to")
def _(chance: Random, tree: Tree) -> Any:
    target, options = _choices(chance, tree)
    option = chance.choice(options)
    comes_to = [key for key in ("text", "answer") if key in option]
    if len(comes_to) != 1 or "follow_up" in option:
        return None
    return tree.drop(target, option, comes_to[0])


@harmful("answer of a follow-up misspelt")
def _(chance: Random, tree: Tree) -> Any:
    target, scalar = chance.choice(_leads(tree))
    wrong = misspelt(chance, scalar.text)
    return None if wrong in tree.ids("answers") else tree.put(target, scalar, wrong)


@harmful("option of a follow-up with the id of another")
def _(chance: Random, tree: Tree) -> Any:
    target, options = _choices(chance, tree)
    one, other = chance.sample(options, 2)
    return tree.put(target, one.get("id"), other.get("id").text)


@harmful("option of a follow-up with the label of another")
def _(chance: Random, tree: Tree) -> Any:
    target, options = _choices(chance, tree)
    one, other = chance.sample(options, 2)
    return tree.put(target, one.get("label"), tree.source(target, other.get("label")))


@harmful("follow-up that leads back to its answer")
def _(chance: Random, tree: Tree) -> Any:
    target, scalar = chance.choice(_leads(tree))
    return tree.put(target, scalar, target.id)


@harmful("follow-ups that lead to each other")
def _(chance: Random, tree: Tree) -> Any:
    target, scalar = chance.choice(_leads(tree))
    led = next(t for t in tree.targets("answers") if t.id == scalar.text)
    if "follow_up" in led.node or led.file == target.file:
        return None
    back = (
        'follow_up: {id: retour, question: "Et ensuite\u00a0?", options: '
        f"[{{id: la, label: Là, answer: {target.id}}}, {{id: ici, label: Ici, text: Restez.}}]}}"
    )
    edit = tree.add(led, back)
    return {edit.file: edit.text}, [edit.spot, target.spot]


@harmful("follow-up named as a level")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice([t for t in tree.targets("answers") if "follow_up" in t.node])
    level = chance.choice(tree.targets("levels"))
    return tree.put(target, target.node.get("follow_up").get("id"), level.id)


# --- keys ------------------------------------------------------------------------------------

_REQUIRED = {
    "answers": ("id", "question", "applies", "short", "sources"),
    "sources": ("id", "title", "publisher", "kind", "url", "read_on"),
    "terms": ("term", "expansion"),
    "options": ("id", "label"),
    "levels": ("id", "question", "options"),
}


def _entry_and_key(chance: Random, tree: Tree) -> tuple[Target, str]:
    what = chance.choice(["answers", "answers", "sources", "terms", "options", "levels"])
    return chance.choice(tree.targets(what)), chance.choice(_REQUIRED[what])


@harmful("required key dropped")
def _(chance: Random, tree: Tree) -> Any:
    target, key = _entry_and_key(chance, tree)
    return tree.drop(target, target.node, key)


@harmful("required key emptied")
def _(chance: Random, tree: Tree) -> Any:
    target, key = _entry_and_key(chance, tree)
    value = target.node.get(key)
    return tree.put(target, value, chance.choice(["", '""', "[]", "{}", "' '", "null", "~"]))


@harmful("key doubled")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets(chance.choice(["answers", "sources", "terms"])))
    key = chance.choice(sorted(target.node.pairs))
    return tree.double(target, key)


@harmful("key misspelt")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets(chance.choice(["answers", *_REQUIRED])))
    key = chance.choice([k for k, _ in target.node.pairs.values()])
    wrong = misspelt(chance, key.text)
    return tree.put(target, key, wrong) if wrong and wrong not in target.node.pairs else None


@harmful("key of the file misspelt")
def _(chance: Random, tree: Tree) -> Any:
    file = chance.choice(tree.names)
    key = chance.choice([k for k, _ in tree.root(file).pairs.values()])
    return tree.put_in(file, key, misspelt(chance, key.text))


@harmful("key of a condition, a link or a source misspelt")
def _(chance: Random, tree: Tree) -> Any:
    target, key = chance.choice([*tree.keys("answers/sources"), *tree.keys("answers/links")])
    return tree.put(target, key, misspelt(chance, key.text))


@harmful("level left out of applies")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    applies = target.node.get("applies")
    return tree.drop(target, applies, chance.choice(sorted(applies.pairs)))


@harmful("list turned into a text")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    key = chance.choice(
        [k for k in ("found_by", "see_also", "links", "sources", "follow_up") if k in target.node]
    )
    return tree.put(
        target, target.node.get(key), chance.choice(["voir plus haut", "a, b", '"[a, b]"'])
    )


@harmful("text turned into a list or pairs")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    key = chance.choice(
        [k for k in ("id", "question", "short", "body", "caveat") if k in target.node]
    )
    return tree.put(target, target.node.get(key), chance.choice(["[un, deux]", "{un: deux}"]))


@harmful("number or word that the key does not take")
def _(chance: Random, tree: Tree) -> Any:
    kind = chance.choice(["kind", "format", "asked"])
    if kind == "format":
        file = chance.choice(tree.names)
        return tree.put_in(file, tree.root(file).get("format"), chance.choice(["2", "1.0", "un"]))
    what, key, value = {
        "kind": ("sources", "kind", chance.choice(["oficial", "Official", "primary"])),
        "asked": ("levels", "asked", chance.choice(["non", "False", "no", "0"])),
    }[kind]
    targets = [t for t in tree.targets(what) if key in t.node]
    target = chance.choice(targets)
    return tree.put(target, target.node.get(key), value)


@harmful("date impossible or written otherwise")
def _(chance: Random, tree: Tree) -> Any:
    ways = ["answers/sources/read_on", "sources/read_on", "sources/dated"]
    target, scalar = chance.choice([pair for way in ways for pair in tree.scalars(way)])
    y, m, d = scalar.text.split("-")
    wrong = [f"{y}-13-{d}", f"{y}-02-30", f"{d}/{m}/{y}", f"{y}-{m}", f"{y}-{int(m)}-{int(d)}x"]
    return tree.put(target, scalar, chance.choice([*wrong, f"{y}{m}{d}", f"{y}-{m}-32", "hier"]))


@harmful("waiver without its reason, or of a code that is not")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    waivers = ["lint: {ignore: [same-question]}", "lint: {ignore: [nothing], reason: Voulu.}"]
    return tree.add(target, chance.choice(waivers))


# --- conditions ------------------------------------------------------------------------------


def _named(target: Target, tree: Tree) -> dict[str, list[str]]:
    """Give the options that an answer names, by level."""
    pairs = target.node.get("applies").pairs
    named = {level: [s.text for s in tree.texts(value)] for level, (_, value) in pairs.items()}
    return {level: options for level, options in named.items() if options != ["all"]}


def _options(tree: Tree, level: str) -> list[str]:
    return [o.id for o in tree.targets("options") if o.level == level]


@harmful("parent that contradicts its child")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    named = _named(target, tree)
    for option in tree.targets("options"):
        under = option.entry.value.under
        for parent, parents in under.items():
            if named.get(option.level) == [option.id] and parent in named:
                wrong = chance.choice([o for o in _options(tree, parent) if o not in parents])
                return tree.put(target, target.node.get("applies").get(parent), f"[{wrong}]")
    return None


@harmful("level that is not asked there")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    applies = target.node.get("applies")
    missing = [level.id for level in tree.targets("levels") if level.id not in applies]
    if not missing:
        return None
    first = next(iter(applies.pairs.values()))[0]
    indent = " " * (first.place.column - 1)
    return tree.put(target, first, f"{chance.choice(missing)}: all\n{indent}{first.text}")


@harmful("exception that takes everything")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    if "except" in target.node:
        return None
    level, options = chance.choice(sorted(_named(target, tree).items()))
    return tree.add(target, f"except: {{{level}: {_list(options)}}}")


@harmful("exception that takes nothing")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    level, options = chance.choice(sorted(_named(target, tree).items()))
    others = [o for o in _options(tree, level) if o not in options]
    if not others or "except" in target.node:
        return None
    return tree.add(target, f"except: {{{level}: {_list([chance.choice(others)])}}}")


@harmful("exception of an option that is named")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    named = [(lv, o) for lv, o in sorted(_named(target, tree).items()) if len(o) > 1]
    if not named or "except" in target.node:
        return None
    level, options = chance.choice(named)
    return tree.add(target, f"except: {{{level}: {_list([chance.choice(options)])}}}")


@harmful("all in a list")
def _(chance: Random, tree: Tree) -> Any:
    target, scalar = chance.choice(list(tree.scalars("answers/applies/*")))
    written = tree.source(target, scalar)
    return None if scalar.text == "all" else tree.put(target, scalar, f"all, {written}")


@harmful("parent that comes later")
def _(chance: Random, tree: Tree) -> Any:
    levels = tree.targets("levels")
    number = chance.randrange(len(levels) - 1)
    options = [
        o for o in tree.targets("options") if o.level == levels[number].id and "under" in o.node
    ]
    if not options:
        return None
    target, later = chance.choice(options), chance.choice(levels[number + 1 :]).id
    option = chance.choice(_options(tree, later))
    return tree.put(target, target.node.get("under"), f"{{{later}: {_list([option])}}}")


@harmful("parents that contradict each other")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice([o for o in tree.targets("options") if "under" in o.node])
    around = tree.reading.corpus.levels_by_id[target.level].under
    if not around:
        return None
    level, parents = chance.choice(sorted(around.items()))
    wrong = chance.choice([o for o in _options(tree, level) if o not in parents])
    under = target.node.get("under")
    return tree.put(target, under, f"{tree.source(target, under)[:-1]}, {level}: [{wrong}]}}")


@harmful("under dropped from an option")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice([o for o in tree.targets("options") if "under" in o.node])
    return tree.drop(target, target.node, "under")


@harmful("level removed from the cascade")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("levels"))
    cites = [t for t, key in tree.keys("answers/applies") if key.text == target.id]
    return {target.file: tree.remove(target).text}, [*spots_of(cites), (target.file, 1, 9999)]


@harmful("two levels that change places")
def _(chance: Random, tree: Tree) -> Any:
    levels = tree.targets("levels")
    number = chance.randrange(len(levels) - 1)
    one, other = levels[number], levels[number + 1]
    below = [o.entry.value.under for o in tree.targets("options") if o.level == other.id]
    if not any(one.id in under for under in [other.entry.value.under, *below]):
        return None
    lines = tree.lines(one.file)
    a, b = lines[one.first - 1 : one.last], lines[other.first - 1 : other.last]
    between = lines[one.last : other.first - 1]
    lines[one.first - 1 : other.last] = [*b, *between, *a]
    return {one.file: "\n".join(lines)}, [(one.file, one.first, other.last)]


@harmful("option moved to another level")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("options"))
    other = chance.choice([o for o in tree.targets("options") if o.level != target.level])
    named = [t for t, s in tree.scalars("answers/applies/*") if s.text == target.id]
    if not named or other.first < target.first:
        return None
    lines = tree.lines(target.file)
    moved = lines[target.first - 1 : target.last]
    lines[other.last : other.last] = moved
    del lines[target.first - 1 : target.last]
    return {target.file: "\n".join(lines)}, [*spots_of(named), (target.file, 1, 9999)]


@harmful("family misspelt")
def _(chance: Random, tree: Tree) -> Any:
    options = tree.targets("options")
    number = chance.randrange(1, len(options) - 1)
    before, target, after = options[number - 1 : number + 2]
    family = target.entry.value.family
    if not family or {before.entry.value.family, after.entry.value.family} != {family}:
        return None
    edit = tree.put(target, target.node.get("family"), f'"{misspelt(chance, family)}"')
    return {edit.file: edit.text}, [edit.spot, after.spot]


@harmful("same question on one leaf")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    applies = target.entry.value.applies
    same = [t for t in tree.targets("answers") if t.entry.value.applies == applies]
    others = [t for t in same if t is not target and "except" not in t.node]
    if not others or "except" in target.node:
        return None
    other = chance.choice(others)
    edit = tree.put(
        target, target.node.get("question"), tree.source(other, other.node.get("question"))
    )
    return {edit.file: edit.text}, [edit.spot, other.spot]


def _list(options: list[str]) -> str:
    return "[" + ", ".join(f'"{o}"' if o.isdigit() else o for o in options) + "]"


# --- what only changes what is said ----------------------------------------------------------


@by_chance("short texts of two answers swapped")
def _(chance: Random, tree: Tree) -> Any:
    target, other = chance.sample(tree.targets("answers"), 2)
    if target.file == other.file:
        return None
    a, b = target.node.get("short"), other.node.get("short")
    edits = [tree.put(target, a, tree.source(other, b)), tree.put(other, b, tree.source(target, a))]
    return {e.file: e.text for e in edits}, [e.spot for e in edits]


@by_chance("another option of the same level")
def _(chance: Random, tree: Tree) -> Any:
    target, scalar = chance.choice(list(tree.scalars("answers/applies/*")))
    level = next((o.level for o in tree.targets("options") if o.id == scalar.text), "")
    if not level or scalar.quoted:
        return None
    return tree.put(
        target, scalar, chance.choice([o for o in _options(tree, level) if o != scalar.text])
    )


@by_chance("all for what was named")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    level = chance.choice(sorted(_named(target, tree)))
    return tree.put(target, target.node.get("applies").get(level), "all")


@by_chance("figure changed in a text")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    node = target.node.get(chance.choice(["short", "question"]))
    text = tree.source(target, node)
    figures = list(re.finditer(r"[1-9]", text))
    if not figures:
        return None
    n = chance.choice(figures).start()
    return tree.put(target, node, text[:n] + str(int(text[n]) % 9 + 1) + text[n + 1 :])


@by_chance("word of a text misspelt")
def _(chance: Random, tree: Tree) -> Any:
    target = chance.choice(tree.targets("answers"))
    node = target.node.get(chance.choice(["short", "question"]))
    text = tree.source(target, node)
    found = chance.choice(list(re.finditer(r"[a-zé]{5,}", text)))
    return tree.put(
        target, node, text[: found.start()] + misspelt(chance, found[0]) + text[found.end() :]
    )
