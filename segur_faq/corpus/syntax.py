"""What a YAML syntax error means, in French, and where its cause is.

PyYAML and libyaml word the same error differently; both are recognised by a few words of theirs.
They speak of YAML; whoever reads this made a slip in a text, which the line itself often shows.
"""

import re
from collections.abc import Callable
from typing import Any

from segur_faq.corpus.enclosing import closed_too_early, never_closed
from segur_faq.corpus.files import SourceFile
from segur_faq.corpus.problem import Place
from segur_faq.corpus.stumble import KEY, Seen, Told, indent, misaligned, missing_bar

_QUOTE_IT = 'Mettez la valeur entre guillemets droits ("…").'
_CONFLICT = re.compile(r"<{7}|={7}|>{7}")
_NO_BREAK = "\u00a0\u202f"
_MISALIGNED = ("block end", "expected key", "'-' indicator", "document start")
"""What the parser says of a line that is not where it expects the next."""
_KEY_OR_NOTHING = rf"(?:{KEY}\s*)?"


def explain_syntax_error(error: Any, source: SourceFile) -> tuple[str, Place, str, str]:
    """Give the code, place, message and hint for an error of the parser."""
    seen = Seen(error, source.lines)
    told = next(told for look in _LOOKS if (told := look(seen)) is not None)
    line, column = min(told.line, len(source.lines) - 1) + 1, told.column + 1
    return told.code, Place(source.name, line, column, line, column + 1), told.message, told.hint


def _blank(seen: Seen) -> Told | None:
    """Look for a tab, or a space that is no ordinary one, before what the line says."""
    lead = seen.here[: len(seen.here) - len(seen.here.lstrip())]
    tab = lead[: seen.column + 1].find("\t")
    if tab >= 0 or seen.rest[:1] == "\t":
        return Told(
            seen.line,
            tab if tab >= 0 else seen.column,
            "une tabulation tient lieu d'espaces",
            "Remplacez-la par des espaces : YAML n'accepte pas les tabulations à cet endroit.",
            "tab",
        )
    if lead.strip(" \t"):
        return seen.told(
            "une espace insécable est au début de cette ligne",
            "Effacez-la et tapez des espaces ordinaires.",
            len(lead) - len(lead.lstrip(" \t")),
        )
    return None


def _conflict(seen: Seen) -> Told | None:
    for line in (seen.start_line, seen.line):
        if _CONFLICT.match(seen.text(line)):
            return Told(
                line,
                0,
                "cette ligne est une marque de conflit laissée par Git",
                "Gardez le bon des deux passages, puis supprimez les lignes qui commencent par "
                "<<<<<<<, ======= et >>>>>>>.",
            )
    return None


def _glued_dash(seen: Seen) -> Told | None:
    for line, column in ((seen.start_line, seen.start_column), (seen.line, seen.column)):
        glued = re.match(r"\s*-([^\s-]\S*)", seen.text(line))
        # The parser stops at the dash, or at the colon that comes after.
        if glued is not None and column in (glued.start(1) - 1, seen.text(line).find(":")):
            return Told(
                line,
                glued.start(1) - 1,
                "il manque une espace après ce tiret",
                f"Écrivez « - {glued[1]} ».",
            )
    return None


def _colon(seen: Seen) -> Told | None:
    """Look for a colon where there can be none: in a text, or after a key out of line."""
    if not seen.says("mapping values"):
        return None
    line = seen.here.rstrip()
    if re.fullmatch(rf"\s*(?:- +)?{KEY}\s*", seen.here[: seen.column]):
        return misaligned(
            seen, " Si elle continue un texte, mettez tout ce texte entre guillemets droits."
        )
    if line.endswith("}") and line.count("{") < line.count("}"):
        return seen.told(
            "cette accolade ferme ce que rien n'a ouvert",
            "Ajoutez « { » au début, après le tiret ou le deux-points ; sinon retirez celle-ci.",
            len(line) - 1,
        )
    return seen.told(
        "un deux-points suivi d'une espace coupe ce texte en deux",
        'Mettez tout le texte entre guillemets droits ("…"), ou alignez la ligne si elle commence '
        f"par une clé.{missing_bar(seen)}",
    )


def _keyless(seen: Seen) -> Told | None:
    """Look for a line that is neither a key nor an entry, nor goes on with a text."""
    if seen.says("expected ':'"):
        return _without_key(seen, seen.start_line, seen.start_column)
    return None


def _keyless_above(seen: Seen) -> Told | None:
    """Look for such a line at the head of a block: the parser stops at the next, after its key."""
    start, above = indent(seen.here), seen.above(seen.line)
    is_key = re.fullmatch(rf"\s*{_KEY_OR_NOTHING}", seen.here[: seen.column])
    if not seen.says("mapping values", *_MISALIGNED) or is_key is None or indent(above) != start:
        return None
    if re.match(r"\s*(?:-\s|['\"]|\S+\s*:(?:\s|$))", above):
        return None
    return _without_key(seen, seen.before(seen.line), start)


def _without_key(seen: Seen, line: int, column: int) -> Told:
    text, above = seen.text(line), seen.above(line)
    glued = re.match(rf"({KEY}):(\S|[{_NO_BREAK}])", text[column:])
    if glued is not None:
        key = glued[1]
        return Told(
            line,
            column + len(key) + 1,
            f"une espace insécable suit « {key}: »"
            if glued[2] in _NO_BREAK
            else f"il manque une espace après « {key}: »",
            f"Écrivez « {key}: », une espace ordinaire, puis la valeur.",
        )
    if above.lstrip(" ").startswith("- ") and indent(above) == column == indent(text):
        return Told(
            line,
            column,
            "il manque un tiret devant cette ligne",
            "Ajoutez « - » devant ; si elle continue la ligne d'avant, décalez-la de deux espaces.",
        )
    return Told(
        line,
        column,
        "cette ligne n'est ni une clé suivie d'un deux-points, ni la suite d'un texte",
        "Une clé s'écrit « clé: valeur », avec une espace après le deux-points ; la suite d'un "
        "texte s'aligne sous sa première ligne.",
    )


def _first_sign(seen: Seen) -> Told | None:
    """Look for a sign with which no value begins, unless it is quoted."""
    line, column = seen.start_line, seen.start_column
    if seen.says("cannot start any token", "mapping keys", "node content"):
        line, column = seen.line, seen.column
    elif seen.says("block scalar"):
        return Told(
            line,
            column,
            "après « > » ou « | », le texte commence à la ligne suivante",
            'Si ce signe fait partie du texte, mettez le texte entre guillemets droits ("…").',
        )
    elif not seen.says("alias", "anchor", "a tag", "directive"):
        return None
    sign = seen.text(line)[column : column + 1]
    message = f"une valeur ne peut pas commencer par « {sign} »"
    return Told(line, column, message, _QUOTE_IT + missing_bar(seen))


def _others(seen: Seen) -> Told | None:
    if seen.says("escape"):
        return seen.told(
            "entre guillemets droits, la barre « \\ » annonce un caractère spécial",
            "Doublez-la (\\\\) si elle fait partie du texte.",
            seen.here.rfind("\\", 0, seen.column + 1),
        )
    if seen.says("sequence entries"):
        return seen.told(
            "un tiret ne peut pas ouvrir une liste sur la ligne de sa clé",
            "Mettez la liste à la ligne, sous sa clé ; si le tiret fait partie du texte, mettez le "
            'texte entre guillemets droits ("…").',
        )
    if seen.says(*_MISALIGNED):
        return misaligned(seen)
    return None


def _unknown(seen: Seen) -> Told:
    return seen.told(
        "cette ligne n'est pas du YAML bien écrit",
        "Vérifiez l'alignement, les guillemets et les deux-points de la ligne et de celle d'avant.",
    )


_LOOKS: tuple[Callable[[Seen], Told | None], ...] = (
    _blank, _conflict, _glued_dash, _keyless_above, _colon, closed_too_early, never_closed,
    _keyless, _first_sign, _others, _unknown,
)  # fmt: skip
"""From what the line itself shows to what only the parser's words tell."""
