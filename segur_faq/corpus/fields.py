"""Typed access to the keys of one mapping, for `reader`: whatever does not fit is a problem.

A method always returns a usable value, empty where the text has none, so that one mistake does not
hide the next.
"""

from collections.abc import Sequence as Several
from functools import cache

from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.problem import Place, Problems
from segur_faq.text import nearest, quoted


class Fields:
    """The keys of a mapping that has a known list of them.

    Args:
        node: what stands where the mapping should; anything else is reported.
        what: the thing described, with its article (« une réponse »), for messages.
        accepted: the keys that it may have.
        problems: where to report.
    """

    def __init__(self, node: Node, what: str, accepted: Several[str], problems: Problems) -> None:
        self._what = what
        self._problems = problems
        self.mapping = node if isinstance(node, Mapping) else None
        self._node = node
        if self.mapping is None:
            problems.add(
                "wrong-type",
                node.place,
                f"{what} s'écrit en paires « clé: valeur »",
                f"Clés possibles : {', '.join(accepted)}.",
            )
            return
        for name in self.mapping.pairs.keys() - accepted:
            self._unknown_key(self.mapping.pairs[name][0], accepted)

    def _unknown_key(self, key: Scalar, accepted: Several[str]) -> None:
        close = nearest(key.text, accepted, limit=1)
        self._problems.add(
            "unknown-key",
            key.place,
            f"{self._what} n'a pas de clé « {key.text} »",
            (f"Vouliez-vous écrire « {close[0]} » ? " if close else "")
            + f"Clés possibles : {', '.join(accepted)}.",
        )

    def _head(self) -> Place:
        """Where to point when a key is missing: the first key, rather than the whole block."""
        if self.mapping and self.mapping.pairs:
            return next(iter(self.mapping.pairs.values()))[0].place
        return self._node.place

    def node(self, key: str, required: bool = False) -> Node | None:
        """Give the node under a key; a key that is required and absent is reported."""
        pair = self.mapping.pairs.get(key) if self.mapping is not None else None
        if pair is not None:
            return pair[1]
        if required and self.mapping is not None:
            self._problems.add(
                "missing-key",
                self._head(),
                f"il manque la clé « {key} » : {self._what} doit l'avoir",
                f"Ajoutez « {key}: » au même niveau que cette ligne.",
            )
        return None

    def text(self, key: str, required: bool = False, lines: bool = False) -> str:
        """Give a text, without the blank space around it.

        Unless it may have several lines, a line feed in it counts as a space: however the YAML is
        written, a label stays on its line of a menu or a list.
        """
        node = self.node(key, required)
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self._wrong_type(node, f"« {key} » attend un texte, pas une liste ni des paires")
            return ""
        text = node.text.strip()
        if not text:
            self._empty(node, key)
        return text if lines else _on_one_line(text)

    def texts(self, key: str, required: bool = False) -> tuple[str, ...]:
        """Give a list of texts."""
        node = self.node(key, required)
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self._wrong_type(
                node, f"« {key} » attend une liste : [un, deux], ou un tiret par ligne"
            )
            return ()
        # Lists of texts are most of a corpus: what is wrong with one is looked for only then.
        texts = [item.text.strip() if isinstance(item, Scalar) else "" for item in node.items]
        for item, text in zip(node.items, texts, strict=True) if not all(texts) else ():
            if not isinstance(item, Scalar):
                self._wrong_type(item, f"un élément de « {key} » est un simple texte")
            elif not text:
                self._empty(item, key)
        return tuple([_on_one_line(text) if "\n" in text else text for text in texts if text])

    def items(self, key: str, required: bool = False) -> list[Node]:
        """Give the nodes of a list."""
        node = self.node(key, required)
        if node is None:
            return []
        if not isinstance(node, Sequence):
            self._wrong_type(node, f"« {key} » attend une liste, un tiret par élément")
            return []
        if required and not node.items:
            self._empty(node, key)
        return node.items

    def flag(self, key: str, default: bool) -> bool:
        """Give a yes or no, written `true` or `false`."""
        if self.mapping is None or key not in self.mapping:
            return default
        return self.choice(key, ("true", "false")) != "false"

    def choice(self, key: str, accepted: Several[str], required: bool = False) -> str:
        """Give a text that must be one of a few."""
        text = self.text(key, required)
        if text and text not in accepted:
            self._wrong_value(
                key, f"« {key} » ne peut pas valoir « {text} »", f"Écrivez {quoted(accepted)}."
            )
            return ""
        return text

    def date(self, key: str, required: bool = False) -> str:
        """Give an ISO date, as text."""
        text = self.text(key, required)
        if text and not _is_date(text):
            self._wrong_value(
                key, f"« {text} » n'est pas une date", "Écrivez année-mois-jour : 2026-11-22."
            )
            return ""
        return text

    def _wrong_value(self, key: str, message: str, hint: str) -> None:
        node = self.node(key)
        assert node is not None
        self._problems.add("wrong-value", node.place, message, hint)

    def _wrong_type(self, node: Node, message: str) -> None:
        self._problems.add(
            "wrong-type", node.place, message, "Vérifiez l'indentation et les crochets."
        )

    def _empty(self, node: Node, key: str) -> None:
        self._problems.add(
            "empty-value",
            node.place,
            f"« {key} » n'a pas de valeur",
            "Remplissez-la, ou supprimez la ligne si la clé est facultative.",
        )


def _on_one_line(text: str) -> str:
    if "\n" not in text:
        return text
    return " ".join(line.strip(" ") for line in text.split("\n") if line.strip(" "))


@cache  # a corpus holds few dates, many times
def _is_date(text: str) -> bool:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
