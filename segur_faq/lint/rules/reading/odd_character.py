r"""Caractère étranger au texte

Ce que la règle vérifie
    Aucune valeur ne contient d'espace d'une autre largeur (fine, cadratin …), de trait d'union
    conditionnel, de lettre ou chiffre pleine chasse, de ligature de mise en page, de signe
    propre à une police, ni de mot tout en lettres cyrilliques qui ressemblent aux nôtres.
    L'espace ordinaire et les espaces insécables U+00A0 et U+202F suffisent.
Pourquoi
    Ces caractères, venus d'un copier-coller, ressemblent à d'autres sans leur être égaux : une
    recherche, une référence ou une adresse qui les contient échoue, sans que l'on voie pourquoi.
Exemple
    short: "Le DMP est alimenté en\u2009temps r\u00adéel."
À écrire plutôt
    short: Le DMP est alimenté en temps réel.
"""

from collections.abc import Iterator

from segur_faq.corpus.files import SourceFile
from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.problem import Fix, Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.alien import Alien, aliens, has_alien_signs, may_have_aliens
from segur_faq.lint.finding import Finding
from segur_faq.lint.passages import Passage
from segur_faq.lint.spaces import SPACES, joint
from segur_faq.text import NBSP

SEVERITY = Severity.WARNING

_LABEL = "Mettre une espace ordinaire ou insécable"
_ESCAPES = ("\\u", "\\U", "\\x")


def check(reading: Reading) -> Iterator[Finding]:
    for file in reading.files.values():
        if has_alien_signs(file.signs) or _has_escapes(file.text):
            for scalar in _values(reading.roots.get(file.name)):
                yield from _check(file, scalar)


def _has_escapes(text: str) -> bool:
    return "\\" in text and any(escape in text for escape in _ESCAPES)


def _values(root: Node | None) -> Iterator[Scalar]:
    pending = [root]
    while pending:
        node = pending.pop()
        if isinstance(node, Scalar):
            if may_have_aliens(node.text):
                yield node
        elif isinstance(node, Sequence):
            pending += node.items
        elif isinstance(node, Mapping):
            pending += [value for _, value in node.pairs.values()]


def _check(file: SourceFile, scalar: Scalar) -> Iterator[Finding]:
    passage = Passage(file, scalar, "")
    for alien in aliens(scalar.text):
        place = passage.place(alien.start, alien.end)
        codes = ", ".join(f"U+{ord(c):04X}" for c in dict.fromkeys(_text(passage, alien)))
        yield Finding(
            place,
            f"{alien.what} ({codes})",
            "Mettez une espace ordinaire ou insécable."
            if alien.kind == "space"
            else "Retapez ce passage au clavier : il vient sans doute d'un copier-coller.",
            _fix(passage, alien) if alien.kind == "space" else None,
        )


def _text(passage: Passage, alien: Alien) -> str:
    return passage.text[alien.start : alien.end]


def _fix(passage: Passage, alien: Alien) -> Fix | None:
    """Give the repair of a space, unless it begins a text or line: it may stand for more."""
    text, (start, end) = passage.text, (alien.start, alien.end)
    blank = SPACES + "\t" + "".join(c for c in text[start:end])
    while start and text[start - 1] in blank:
        start -= 1
    while end < len(text) and text[end] in blank:
        end += 1
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in ("", "\n"):
        return None
    if any(passage.is_fold(at) for at in range(start, end)):
        return passage.fix(_LABEL, *passage.without(start, end))
    space = "" if after in ("", "\n") else joint(before, after)
    if space == " " and (before == ":" or after == "#"):
        space = NBSP  # without quotes, YAML would read a key or a comment there
    return passage.fix(_LABEL, (start, end, space))
