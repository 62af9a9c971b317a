"""YAML text -> positioned nodes. Every scalar stays text; what the keys mean is for `reader`.

Built on the parser's events rather than on its nodes: anchors, aliases and tags are still visible
there (a "billion laughs" file is refused alias by alias, in linear time), and it is faster.
PyYAML's own constructors are never used: they turn `1.10` into 1.1, `NO` into False, `12:30` into
750, and keep only the last of two equal keys (yaml/pyyaml#165).
"""

from collections.abc import Callable
from typing import Any

import yaml

from segur_faq.corpus.files import SourceFile
from segur_faq.corpus.problem import Place, Problems
from segur_faq.corpus.syntax import explain_syntax_error
from segur_faq.text import harmless

MAX_DEPTH = 64
"""Collections inside collections; a corpus needs 6."""

# libyaml is ten times faster; without it the pure parser gives the same events and positions.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Node:
    """What all nodes have: the file and the stretch of text that they come from."""

    __slots__ = ("_end", "_start", "file")

    def __init__(self, file: str, start: Any, end: Any) -> None:
        self.file = file
        self._start = start
        self._end = end

    @property
    def place(self) -> Place:
        """Where the node is written."""
        return Place(
            self.file,
            self._start.line + 1,
            self._start.column + 1,
            self._end.line + 1,
            self._end.column + 1,
        )

    @property
    def is_on_one_line(self) -> bool:
        """Tell whether the node is written on one line."""
        return bool(self._start.line == self._end.line)


class Scalar(Node):
    """A text. `quoted` tells `"2"` from `2`."""

    __slots__ = ("quoted", "text")

    def __init__(self, file: str, start: Any, end: Any, text: str, quoted: bool) -> None:
        self.file = file  # not through `super()`: there are a third of a million in a large corpus
        self._start = start
        self._end = end
        self.text = text
        self.quoted = quoted


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, file: str, start: Any) -> None:
        self.file = file
        self._start = self._end = start
        self.items: list[Node] = []


_Pairs = dict[str, tuple[Scalar, Node]]


class Mapping(Node):
    """Pairs in the order written; of two equal keys the first counts."""

    __slots__ = ("pairs",)

    def __init__(self, file: str, start: Any) -> None:
        self.file = file
        self._start = self._end = start
        self.pairs: _Pairs = {}

    def __contains__(self, key: str) -> bool:
        return key in self.pairs

    def get(self, key: str) -> Node | None:
        """Give the node under a key, if the key is there."""
        pair = self.pairs.get(key)
        return pair[1] if pair else None


_Open = Sequence | Mapping | None


def parse(source: SourceFile, problems: Problems) -> Node | None:
    """Give the file's only document as nodes; None, and a problem, when it cannot be read."""
    builder = _Builder(source, problems)
    try:
        loader = _LOADER(source.text)
        try:
            builder.run(loader.get_event)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        code, place, message, hint = explain_syntax_error(error, source)
        problems.add(code, place, message, hint)
        return None
    return builder.root


class _Builder:
    """Turns a stream of events into nodes, refusing what a corpus has no use for."""

    def __init__(self, source: SourceFile, problems: Problems) -> None:
        self.root: Node | None = None
        self._file = source.name
        self._problems = problems
        self._documents = 0
        # By identity: a dictionary has no hash. Kept, so that no other takes its number.
        self._merged: dict[int, _Pairs] = {}

    def run(self, next_event: Callable[[], Any]) -> None:
        """Consume the events of one file; None is the last.

        There are half a million in a large corpus: what is done for each shows.
        """
        file = self._file
        outer: list[tuple[_Open, list[Node] | None, _Pairs | None, Scalar | None]] = []
        opened: _Open = None  # the innermost collection, what it holds, and its key that waits
        items: list[Node] | None = None
        pairs: _Pairs | None = None
        key: Scalar | None = None
        node: Any
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_extras(event)
                style = event.style
                quoted = style == '"' or style == "'"
                node = Scalar(file, event.start_mark, event.end_mark, event.value, quoted)
                if style == '"':
                    self._unescape(node)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_extras(event)
                outer.append((opened, items, pairs, key))
                if len(outer) > MAX_DEPTH:
                    self._too_deep(event)
                    return
                key = None
                if kind is yaml.MappingStartEvent:
                    opened = mapping = Mapping(file, event.start_mark)
                    items, pairs = None, mapping.pairs
                else:
                    opened = sequence = Sequence(file, event.start_mark)
                    items, pairs = sequence.items, None
                continue
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                node = opened
                node._end = event.end_mark
                opened, items, pairs, key = outer.pop()
            elif kind is yaml.AliasEvent:
                node = self._refuse_alias(event)
            elif kind is yaml.DocumentStartEvent and self._documents:
                self._several_documents(event)
                return
            else:
                self._documents += kind is yaml.DocumentStartEvent
                continue
            if items is not None:
                items.append(node)
            elif pairs is None:
                self.root = node
            elif key is None:
                key = node if type(node) is Scalar and node.text else self._refuse_key(node)
            else:
                name = key.text
                if name and name not in pairs and name != "<<":
                    pairs[name] = (key, node)
                else:
                    self._refuse_pair(pairs, key, node)
                key = None
        if self.root is None or (isinstance(self.root, Scalar) and not self.root.text):
            self.root = None
            self._problems.add(
                "empty-file",
                Place(self._file),
                "ce fichier est vide",
                "Reprenez son contenu dans une copie antérieure, ou supprimez-le.",
            )

    def _unescape(self, scalar: Scalar) -> None:
        """Make a text harmless; the file's own characters are: only an escape brings others."""
        clean = harmless(scalar.text)
        if clean != scalar.text:
            scalar.text = clean
            self._problems.add(
                "control-character",
                scalar.place,
                "cette valeur contient un caractère invisible, écrit par un code",
                "Supprimez ce code : il commence par une barre oblique inverse (\\e, \\u200b …).",
            )

    def _refuse_key(self, node: Node) -> Scalar:
        self._problems.add(
            "wrong-type",
            node.place,
            "une clé est un simple mot",
            "Écrivez la clé avant le deux-points, sans crochets ni accolades.",
        )
        return Scalar(self._file, node._start, node._end, "", True)

    def _refuse_pair(self, pairs: _Pairs, key: Scalar, value: Node) -> None:
        """Report a key that cannot be there; a « << » that is quoted is a key like any other."""
        if not key.text:
            return  # `_refuse_key` has reported it
        if key.text == "<<" and not key.quoted:
            self._problems.add(
                "merge-key",
                key.place,
                "la clé de fusion « << » n'est pas acceptée",
                "Écrivez les clés en toutes lettres : chaque réponse se lit seule.",
            )
        elif id(pairs) in self._merged:
            return  # the report of the first key says why the others come again
        elif key.text in pairs:
            first = pairs[key.text][0].place.line
            message = f"la clé « {key.text} » est déjà écrite à la ligne {first}"
            hint = "Gardez une seule des deux : YAML perdrait l'autre sans le dire."
            if key.text == next(iter(pairs)) and first < key.place.line:
                self._merged[id(pairs)] = pairs
                message += " : deux éléments n'en font plus qu'un"
                hint = f"Mettez un tiret devant celle-ci (« - {key.text}: »), ou retirez-la."
            self._problems.add("duplicate-key", key.place, message, hint)
        else:
            pairs[key.text] = (key, value)

    def _at(self, event: Any) -> Place:
        return Node(self._file, event.start_mark, event.end_mark).place

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            self._problems.add(
                "anchor-or-alias",
                self._at(event),
                f"« &{event.anchor} », une ancre de YAML, n'est pas accepté",
                "Retirez-le, et écrivez la valeur à chaque endroit où elle sert ; s'il fait partie "
                'du texte, mettez le texte entre guillemets droits ("…").',
            )
        if event.tag is not None:
            self._problems.add(
                "tag",
                self._at(event),
                f"« {event.tag} », une étiquette de YAML, n'est pas accepté",
                "Retirez-le ; s'il fait partie du texte, mettez le texte entre guillemets droits "
                '("…").',
            )

    def _refuse_alias(self, event: Any) -> Scalar:
        self._problems.add(
            "anchor-or-alias",
            self._at(event),
            f"« *{event.anchor} », un renvoi de YAML, n'est pas accepté",
            "Écrivez ici la valeur elle-même ; si l'étoile fait partie du texte, mettez le texte "
            'entre guillemets droits ("…").',
        )
        return Scalar(self._file, event.start_mark, event.end_mark, f"*{event.anchor}", True)

    def _too_deep(self, event: Any) -> None:
        self.root = None
        self._problems.add(
            "too-deep",
            self._at(event),
            f"plus de {MAX_DEPTH} listes ou clés emboîtées",
            "Un corpus n'en demande guère plus de 10 : vérifiez les crochets et l'indentation.",
        )

    def _several_documents(self, event: Any) -> None:
        self._problems.add(
            "several-documents",
            self._at(event),
            "ce qui suit « --- » ne serait pas lu",
            "Supprimez cette ligne, ou mettez la suite dans un autre fichier.",
        )
