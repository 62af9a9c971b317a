"""Quotes, brackets and braces as YAML cannot take them: never closed, or closed too early."""

import re

from segur_faq.corpus.stumble import Seen, Told

_OPEN_APOSTROPHE = re.compile(r"(?:^|[:,\[{-] )\s*('(?:[^']|'')*)$")
_SEVERAL = ("or ']'", "or '}'")
"""What the parser says inside a list or pairs on one line."""


def closed_too_early(seen: Seen) -> Told | None:
    """Tell what is wrong around something that a quote, a bracket or a brace has closed."""
    if not seen.says("expected key", "block end", "document start"):
        return None
    if seen.rest[:1] in tuple("]}"):
        return seen.told(
            "ce signe ferme ce que rien n'a ouvert",
            "Retirez-le, ou ajoutez celui qui manque avant.",
        )
    before = seen.here[: seen.column].rstrip()
    sign = before[-1:]
    if sign not in tuple("\"']}"):
        return None
    opened = _opened_above(seen, sign, before)
    if opened is not None:
        message = (
            f"ce qui est ouvert ici n'est fermé qu'à la ligne {seen.line + 1}, devant du texte"
        )
        hint = (
            "Fermez-le à la fin de sa valeur."
            if sign == '"'
            else 'Retirez cette apostrophe, ou mettez la valeur entre guillemets droits ("…").'
        )
        return Told(*opened, message, hint)
    if seen.rest[:1] == ",":
        return seen.told(
            "cette virgule sépare les éléments d'une liste que rien n'ouvre",
            "Mettez toute la liste entre crochets : [un, deux].",
        )
    message, hint = {
        '"': (
            "ce guillemet ferme le texte avant sa fin",
            "Mettez tout le texte dans une seule paire de guillemets droits ; pour y citer un mot, "
            "écrivez « … ».",
        ),
        "'": (
            "cette apostrophe ferme le texte avant sa fin",
            'Un texte qui contient une apostrophe se met entre guillemets droits ("…").',
        ),
    }.get(
        sign,
        (
            "ce signe ferme la valeur, et du texte le suit",
            "S'il fait partie du texte, mettez tout le texte entre guillemets droits ; sinon, "
            "retirez ce qui suit.",
        ),
    )
    return seen.told(message, hint, len(before) - 1)


def _opened_above(seen: Seen, sign: str, before: str) -> tuple[int, int] | None:
    """Give the place of a quote, not closed on its line, that the one just read closes."""
    if sign in "]}" or before.count(sign) % 2 == 0:
        return None
    for line in range(seen.line - 1, -1, -1):
        text = seen.lines[line]
        if sign == '"' and text.count('"') % 2:
            return line, text.rindex('"')
        found = _OPEN_APOSTROPHE.search(text) if sign == "'" else None
        if found is not None:
            return line, found.start(1)
    return None


def never_closed(seen: Seen) -> Told | None:
    """Tell what nothing closes; or, between brackets or braces, that a comma is missing."""
    line, column = seen.start_line, seen.start_column
    if seen.says("unexpected end of stream"):
        if seen.text(line)[column : column + 1] == "'":
            return Told(
                line,
                column,
                "cette apostrophe ouvre un texte que rien ne ferme",
                'Retirez-la, ou mettez le texte entre guillemets droits ("…").',
            )
        hint = "Fermez-le à la fin de sa valeur, ou retirez-le."
        return Told(line, column, "ce guillemet n'est jamais fermé", hint)
    if not seen.says(*_SEVERAL):
        return None
    is_list = seen.says(_SEVERAL[0])
    separate = f"éparez les {'éléments' if is_list else 'paires'} par des virgules."
    follows = seen.rest.strip()
    if seen.line != line or not follows or follows[0] in "]}#":
        return Told(
            line,
            column,
            "ce crochet n'est pas fermé" if is_list else "cette accolade n'est pas fermée",
            f"Ajoutez « {']' if is_list else '}'} » à la fin, et s{separate}",
        )
    word = re.search(r"\S+\s*$", seen.here[: seen.column]) if follows[0] == ":" else None
    return seen.told("il manque une virgule avant ceci", f"S{separate}", word and word.start())
