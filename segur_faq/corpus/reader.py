"""Nodes -> model: what each key of the YAML means (DESIGN: the four kinds of files).

Every mistake is recorded and reading goes on; `reading.Reading` says what came of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from segur_faq.corpus.collecting import uncollected
from segur_faq.corpus.conditions import Vocabulary
from segur_faq.corpus.entries import FILE
from segur_faq.corpus.fields import Fields
from segur_faq.corpus.files import ANSWERS, CASCADE, GLOSSARY, SOURCES, SourceFile, read_files
from segur_faq.corpus.model import (
    FORMAT,
    Answer,
    Citation,
    Condition,
    Corpus,
    FollowUp,
    FollowUpOption,
    Gap,
    Level,
    Link,
    Option,
    Source,
    Term,
)
from segur_faq.corpus.nodes import Mapping as MappingNode
from segur_faq.corpus.nodes import Node, parse
from segur_faq.corpus.problem import Problems
from segur_faq.corpus.reading import Entry, Reading, Waiver, written_values

T = TypeVar("T")

_FORMATS = {str(FORMAT): ""}
_KINDS = {"official": "un organisme public", "secondary": "toute autre source"}


def read_corpus(
    directory: Path, overlay: Mapping[Path, bytes] | None = None, *, keep_nodes: bool = True
) -> Reading:
    """Read a folder of YAML. Problems are in the result; nothing is raised for a bad file.

    Args:
        directory: the folder.
        overlay: path -> bytes that count in the place of those on disk, where there may be none.
        keep_nodes: whether what is below the answers' nodes, which takes most of the memory, will
            be looked at. Problems have their places either way.
    """
    problems = Problems()
    files = read_files(directory, problems, overlay)
    return understand(directory, files, problems, keep_nodes=keep_nodes)


def understand(
    directory: Path, files: Iterable[SourceFile], problems: Problems, *, keep_nodes: bool = True
) -> Reading:
    """Make a reading of files whose text is there already.

    Args:
        directory: the folder that they are from.
        files: what `read_files` gives.
        problems: what it reported; more is added.
        keep_nodes: as for `read_corpus`.
    """
    reading = Reading(directory)
    by_kind: dict[str, list[SourceFile]] = {CASCADE: [], SOURCES: [], GLOSSARY: [], ANSWERS: []}
    with uncollected():
        for file in files:
            by_kind[file.kind].append(file)
            if keep_nodes:
                reading.files[file.name] = file
        _Reader(reading, problems, keep_nodes).read(by_kind)
    reading.problems = sorted(problems)
    return reading


class _Reader:
    """Fills a `Reading` from its files, the cascade first."""

    def __init__(self, reading: Reading, problems: Problems, keep_nodes: bool) -> None:
        self._keep_nodes = keep_nodes
        self._reading = reading
        self._problems = problems
        self._vocabulary = Vocabulary(problems)
        self._title = ""
        self._contact = ""

    def read(self, files: dict[str, list[SourceFile]]) -> None:
        for root in self._roots(files[CASCADE]):
            self._cascade(root)
        for root in self._roots(files[SOURCES]):
            for item in self._list(root, "sources"):
                self._reading.sources.append(Entry(self._source(item), item))
        for root in self._roots(files[GLOSSARY]):
            for item in self._list(root, "terms"):
                self._reading.terms.append(Entry(self._term(item), item))
        for root in self._roots(files[ANSWERS]):
            for item in self._list(root, "answers"):
                self._reading.answers.append(Entry(self._answer(item), item))
                if not self._keep_nodes and isinstance(item, MappingNode):
                    # The id alone may still be pointed at: two answers may have the same.
                    item.pairs = {key: pair for key, pair in item.pairs.items() if key == "id"}
        self._vocabulary.report_unknown()
        reading = self._reading
        self._refuse_twins([(e.value.id, e) for e in reading.answers], "la réponse")
        self._refuse_twins([(e.value.id, e) for e in reading.sources], "la source")
        self._refuse_twins([(e.value.term, e) for e in reading.terms], "le terme")
        reading.corpus = Corpus(
            title=self._title,
            levels=tuple(e.value for e in reading.levels),
            answers=tuple(e.value for e in reading.answers),
            sources=tuple(e.value for e in reading.sources),
            terms=tuple(e.value for e in reading.terms),
            groups=self._vocabulary.groups,
            gaps=tuple(e.value for e in reading.gaps),
            contact=self._contact,
        )

    def _roots(self, files: list[SourceFile]) -> Iterator[Node]:
        """Yield the roots of files, which are let go one by one."""
        files.reverse()
        while files:
            file = files.pop()
            root = parse(file, self._problems)
            if root is not None:
                if self._keep_nodes:
                    self._reading.roots[file.name] = root
                yield root

    def _top(self, root: Node, *keys: str) -> Fields:
        top = Fields(root, FILE, self._problems, ("format", *keys))
        top.choice("format", _FORMATS, required=True)
        return top

    def _list(self, root: Node, key: str) -> list[Node]:
        return self._top(root, key).items(key, required=True)

    def _cascade(self, root: Node) -> None:
        top = self._top(root, "title", "contact", "levels", "groups", "gaps")
        self._title = top.text("title", required=True)
        self._contact = top.text("contact")
        nodes = top.items("levels", required=True)
        # Names first: an `under` and a group may use a level or option that comes later.
        self._vocabulary.declare(nodes)
        self._vocabulary.declare_groups(top.node("groups"))
        for node in nodes:
            level, options = self._level(node)
            self._reading.levels.append(Entry(level, node))
            self._reading.options += [(level, option) for option in options]
        for node in top.items("gaps"):
            self._reading.gaps.append(Entry(self._gap(node), node))
        self._refuse_twins([(e.value.id, e) for e in self._reading.levels], "le niveau")
        for entry in self._reading.levels:
            self._refuse_twins(
                [(o.value.id, o) for lv, o in self._reading.options if lv is entry.value],
                "l'option",
                f" au niveau « {entry.value.id} »",
            )

    def _gap(self, node: Node) -> Gap:
        fields = Fields(node, "une case vide voulue", self._problems)
        where = self._vocabulary.condition(fields.node("where", required=True))
        return Gap(where, fields.text("reason", required=True))

    def _level(self, node: Node) -> tuple[Level, list[Entry[Option]]]:
        fields = Fields(node, "un niveau", self._problems)
        options = [Entry(self._option(n), n) for n in fields.items("options", required=True)]
        level = Level(
            id=fields.text("id", required=True),
            question=fields.text("question", required=True),
            options=tuple(o.value for o in options),
            name=fields.text("name"),
            help=fields.text("help"),
            general=fields.text("general"),
            under=self._condition(fields, "under"),
            asked=fields.flag("asked", default=True),
        )
        return level, options

    def _option(self, node: Node) -> Option:
        fields = Fields(node, "une option", self._problems)
        return Option(
            id=fields.text("id", required=True),
            label=fields.text("label", required=True),
            short_label=fields.text("short_label"),
            aliases=fields.texts("aliases"),
            under=self._condition(fields, "under"),
            family=fields.text("family"),
            help=fields.text("help"),
        )

    def _answer(self, node: Node) -> Answer:
        levels = self._vocabulary.levels
        fields = Fields(node, "une réponse", self._problems, levels=levels)
        self._waiver(node, fields.node("lint"))
        applies_node = fields.node("applies", required=True)
        applies, everywhere = self._vocabulary.applies(applies_node)
        return Answer(
            id=fields.text("id", required=True),
            question=fields.text("question", required=True),
            short=fields.text("short", required=True),
            applies=applies,
            everywhere=everywhere,
            exceptions=self._vocabulary.exceptions(fields.node("except")),
            body=fields.text("body", lines=True),
            follow_up=self._follow_up(fields.node("follow_up")),
            links=tuple(self._link(item) for item in fields.items("links")),
            sources=tuple(self._citation(n) for n in fields.items("sources", required=True)),
            caveat=fields.text("caveat"),
            found_by=fields.texts("found_by"),
            see_also=fields.texts("see_also"),
            former_ids=fields.texts("former_ids"),
        )

    def _follow_up(self, node: Node | None) -> FollowUp | None:
        if node is None:
            return None
        fields = Fields(node, "une question de suite", self._problems)
        options = [
            Entry(self._follow_up_option(n), n) for n in fields.items("options", required=True)
        ]
        self._refuse_twins([(e.value.id, e) for e in options], "l'option")
        return FollowUp(
            id=fields.text("id", required=True),
            question=fields.text("question", required=True),
            options=tuple(e.value for e in options),
            help=fields.text("help"),
        )

    def _follow_up_option(self, node: Node) -> FollowUpOption:
        fields = Fields(node, "une option de question", self._problems)
        return FollowUpOption(
            id=fields.text("id", required=True),
            label=fields.text("label", required=True),
            aliases=fields.texts("aliases"),
            text=fields.text("text"),
            follow_up=self._follow_up(fields.node("follow_up")),
            answer=fields.text("answer"),
        )

    def _waiver(self, answer: Node, node: Node | None) -> None:
        if node is not None:
            fields = Fields(node, "une exception à lint", self._problems)
            codes = fields.node("ignore")
            fields.texts("ignore", required=True)
            fields.text("reason", required=True)
            self._reading.waivers.append(Waiver(answer, tuple(written_values(codes))))

    def _link(self, node: Node) -> Link:
        fields = Fields(node, "un lien", self._problems)
        return Link(fields.text("title", required=True), fields.text("url", required=True))

    def _citation(self, node: Node) -> Citation:
        fields = Fields(node, "une source citée", self._problems)
        return Citation(fields.text("ref", required=True), fields.date("read_on", required=True))

    def _source(self, node: Node) -> Source:
        fields = Fields(node, "une source", self._problems)
        return Source(
            id=fields.text("id", required=True),
            title=fields.text("title", required=True),
            publisher=fields.text("publisher", required=True),
            kind=fields.choice("kind", _KINDS, required=True),
            url=fields.text("url", required=True),
            read_on=fields.date("read_on", required=True),
            dated=fields.date("dated"),
        )

    def _term(self, node: Node) -> Term:
        fields = Fields(node, "un terme", self._problems)
        return Term(
            term=fields.text("term", required=True),
            expansion=fields.text("expansion", required=True),
            definition=fields.text("definition"),
            synonyms=fields.texts("synonyms"),
        )

    def _condition(self, fields: Fields, key: str) -> Condition:
        return self._vocabulary.condition(fields.node(key))

    def _refuse_twins(
        self, entries: list[tuple[str, Entry[T]]], what: str, where: str = ""
    ) -> None:
        """Report an id that is used twice: the model knows things by their id."""
        first: dict[str, Entry[T]] = {}
        for name, entry in entries:
            if not name:
                continue
            if name in first:
                self._problems.add(
                    "duplicate-id",
                    entry.head(),
                    f"{what} « {name} » existe déjà{where}, à {first[name].head()}",
                    "Supprimez l'élément de trop, ou donnez-lui un autre nom.",
                )
            first.setdefault(name, entry)
