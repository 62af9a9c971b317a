"""Typed access to the keys of one mapping, for `reader`: whatever does not fit is a problem.

A method always returns a usable value, empty where the text has none, so that one mistake does not
hide the next. What is said of a value of the wrong shape is in `misfit`.
"""

from collections.abc import Container
from collections.abc import Mapping as Pairs
from collections.abc import Sequence as Several

from segur_faq.corpus.dates import is_date, meant_date
from segur_faq.corpus.entries import FILE, KEYS, LISTS, home_of, meant_key
from segur_faq.corpus.misfit import misfit_of_entry, misfit_of_list, misfit_of_text
from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.problem import Place, Problems
from segur_faq.text import enumeration

_NO_BREAK = "\u00a0\u202f"
_NONE: frozenset[str] = frozenset()


class Fields:
    """The keys of a mapping that has a known list of them.

    Args:
        node: what stands where the mapping should; anything else is reported.
        what: the thing described, with its article (« une réponse »), for messages.
        problems: where to report.
        accepted: the keys that it may have; those of its kind unless told.
        levels: the levels of the cascade, if a condition is among what it has.
    """

    def __init__(
        self,
        node: Node,
        what: str,
        problems: Problems,
        accepted: Several[str] = (),
        levels: Container[str] = (),
    ) -> None:
        accepted = accepted or KEYS[what]
        self._what = what
        self._problems = problems
        self.mapping = node if isinstance(node, Mapping) else None
        self._node = node
        self._meant: frozenset[str] = _NONE
        """Keys that are there under a wrong name: that they are missing needs no second report."""
        if self.mapping is None:
            problems.add(*misfit_of_entry(node, what, accepted))
            return
        for name in self.mapping.pairs.keys() - accepted:
            self._unknown_key(self.mapping.pairs[name][0], accepted, levels)

    def _unknown_key(self, key: Scalar, accepted: Several[str], levels: Container[str]) -> None:
        assert self.mapping is not None
        message, hint = f"{self._what} n'a pas de clé « {key.text} »", ""
        bare = key.text.strip(_NO_BREAK)
        before, colon, after = key.text.partition(":")
        meant = meant_key(key.text, [k for k in accepted if k not in self.mapping])
        close = [meant] if meant else []
        if bare in accepted:
            close = [bare]
            message = f"une espace insécable s'est glissée dans la clé « {bare} »"
            hint = f"Effacez-la : « {bare}: »."
        elif colon and before in accepted:
            close = [before]
            message = f"il manque une espace après « {before}: »"
            hint = f"Écrivez « {before}: {after} »."
        elif key.text in levels:
            close = []
            hint = "C'est un niveau : décalez cette ligne sous « applies »."
        elif self._what == FILE and key.text in LISTS:
            close = list(accepted)
            hint = home_of(key.text, self._what)
        elif close:
            hint = f"Vouliez-vous écrire « {close[0]} » ? "
        else:
            hint = home_of(key.text, self._what)
        self._meant |= frozenset(close)
        if not hint or hint.endswith(" "):
            hint += f"Clés possibles : {', '.join(accepted)}."
        self._problems.add("unknown-key", key.place, message, hint)

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
        if required and self.mapping is not None and key not in self._meant:
            head, line = self._head(), f"{key}: 1" if key == "format" else f"{key}: …"
            # What is written between braces begins before its first key.
            is_block = (head.line, head.column) == self._node.place[1:3]
            self._problems.add(
                "missing-key",
                head,
                f"il manque la clé « {key} » : {self._what} doit l'avoir",
                f"Ajoutez une ligne « {line} », alignée sur celle-ci."
                if is_block
                else f"Ajoutez « {line} » entre les accolades.",
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
            self._problems.add(*misfit_of_text(node, key, lines))
            return ""
        text = node.text.strip()
        if not text:
            self._empty(node, key, required)
        return text if lines else _on_one_line(text)

    def texts(self, key: str, required: bool = False) -> tuple[str, ...]:
        """Give a list of texts."""
        items = self.items(key, required, of_texts=True)
        # Lists of texts are most of a corpus: what is wrong with one is looked for only then.
        texts = [item.text.strip() if isinstance(item, Scalar) else "" for item in items]
        for item, text in zip(items, texts, strict=True) if not all(texts) else ():
            if not isinstance(item, Scalar):
                self._problems.add(
                    "wrong-type",
                    item.place,
                    f"un élément de « {key} » est un simple texte",
                    'S\'il contient un deux-points, mettez-le entre guillemets droits ("…") ; '
                    "sinon, retirez ses crochets ou ses accolades.",
                )
            elif not text:
                self._problems.add(
                    "empty-value",
                    item.place,
                    f"un élément de « {key} » est vide",
                    "Écrivez-le, ou supprimez-le.",
                )
        return tuple([_on_one_line(text) if "\n" in text else text for text in texts if text])

    def items(self, key: str, required: bool = False, of_texts: bool = False) -> list[Node]:
        """Give the nodes of a list."""
        node = self.node(key, required)
        if node is None:
            return []
        if not isinstance(node, Sequence):
            if isinstance(node, Scalar) and not node.text:
                self._empty(node, key, required)
            else:
                self._problems.add(*misfit_of_list(node, key, of_texts))
            return []
        if required and not node.items:
            self._empty(node, key, required)
        return node.items

    def flag(self, key: str, default: bool) -> bool:
        """Give a yes or no, written `true` or `false`."""
        if self.mapping is None or key not in self.mapping:
            return default
        return self.choice(key, {"true": "oui", "false": "non"}) != "false"

    def choice(self, key: str, accepted: Pairs[str, str], required: bool = False) -> str:
        """Give a text that must be one of a few, each given with what it means."""
        text = self.text(key, required)
        if text and text not in accepted:
            words = [
                f"« {word} »" + f" ({sense})" * bool(sense) for word, sense in accepted.items()
            ]
            self._wrong_value(
                key, f"« {key} » ne peut pas valoir « {text} »", f"Écrivez {enumeration(words)}."
            )
            return ""
        return text

    def date(self, key: str, required: bool = False) -> str:
        """Give an ISO date, as text."""
        text = self.text(key, required)
        if text and not is_date(text):
            meant = meant_date(text)
            self._wrong_value(
                key,
                f"« {text} » n'est pas {'' if meant else 'un jour du calendrier, '}"
                "écrit année-mois-jour",
                f"Écrivez « {meant} »." if meant else "Par exemple : 2026-11-22.",
            )
            return ""
        return text

    def _wrong_value(self, key: str, message: str, hint: str) -> None:
        node = self.node(key)
        assert node is not None
        self._problems.add("wrong-value", node.place, message, hint)

    def _empty(self, node: Node, key: str, required: bool) -> None:
        self._problems.add(
            "empty-value",
            node.place,
            f"« {key} » n'a pas de valeur",
            "Écrivez-la : cette clé est obligatoire."
            if required
            else "Écrivez-la, ou supprimez cette ligne.",
        )


def _on_one_line(text: str) -> str:
    if "\n" not in text:
        return text
    return " ".join(line.strip(" ") for line in text.split("\n") if line.strip(" "))
