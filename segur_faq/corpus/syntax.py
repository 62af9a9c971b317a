"""What a YAML syntax error means, in French, and where its cause is.

PyYAML and libyaml word the same error differently; both are recognised by a few words of theirs.
"""

from typing import Any

from segur_faq.corpus.files import SourceFile
from segur_faq.corpus.problem import Place

_ADVICE: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "un deux-points suivi d'une espace coupe ce texte en deux",
        'Mettez le texte entre guillemets droits ("…"), ou vérifiez l\'indentation de la ligne.',
    ),
    (
        "unexpected end of stream",
        "un guillemet ouvert ici n'est jamais fermé",
        "Fermez-le, ou doublez l'apostrophe d'un texte entre apostrophes (\"…\" est plus sûr).",
    ),
    (
        "or ']'",
        "ce crochet n'est pas fermé, ou une virgule manque dans la liste",
        "Fermez la liste par « ] » et séparez ses éléments par des virgules.",
    ),
    (
        "or '}'",
        "cette accolade n'est pas fermée, ou une virgule manque",
        "Fermez par « } » et séparez les paires par des virgules.",
    ),
    (
        "expected ':'",
        "il manque un deux-points après cette clé",
        "Écrivez « clé: valeur », avec une espace après le deux-points.",
    ),
    (
        "cannot start any token",
        "une valeur ne peut pas commencer par ce caractère",
        'Mettez la valeur entre guillemets droits ("…").',
    ),
    (
        "escape",
        "cette séquence d'échappement n'existe pas entre guillemets",
        "Doublez la barre oblique inverse (\\\\), ou mettez le texte entre apostrophes.",
    ),
    (
        "sequence entries are not allowed",
        "un élément de liste (« - ») n'est pas possible ici",
        "Mettez la liste à la ligne sous sa clé, ou le texte entre guillemets.",
    ),
    (
        "directive",
        "cette directive YAML n'est pas comprise",
        "Retirez la ligne qui commence par « % », ou mettez la valeur entre guillemets.",
    ),
    (
        "tag",
        "une étiquette de type (« ! ») est mal écrite, et n'est de toute façon pas acceptée",
        'Retirez-la, ou mettez la valeur entre guillemets droits ("…").',
    ),
    (
        "anchor",
        "une valeur ne peut pas commencer par « & » ou « * »",
        'Mettez la valeur entre guillemets droits ("…").',
    ),
    (
        "document start",
        "ce texte n'est ni une clé ni un élément de liste du document",
        "Vérifiez l'indentation de la ligne et de celle d'avant.",
    ),
    (
        "block end",
        "cette ligne n'est pas alignée avec celles de son bloc",
        "Alignez-la sur la clé ou le tiret de même niveau ; vérifiez aussi la ligne d'avant.",
    ),
    (
        "expected key",
        "cette ligne n'est pas alignée avec celles de son bloc, ou sa clé n'a pas de deux-points",
        "Alignez-la sur la clé de même niveau ; vérifiez aussi la ligne d'avant.",
    ),
    (
        "'-' indicator",
        "cette ligne n'est pas alignée avec les tirets de sa liste",
        "Alignez-la sur le tiret ou sous le texte de l'élément ; vérifiez aussi la ligne d'avant.",
    ),
)
_DEFAULT = (
    "la syntaxe YAML n'est pas correcte ici",
    "Vérifiez l'indentation, les guillemets et les deux-points de la ligne et de celle d'avant.",
)
_CAUSE_IS_THE_START = ("unexpected end of stream", "or ']'", "or '}'", "expected ':'")


def explain_syntax_error(error: Any, source: SourceFile) -> tuple[str, Place, str, str]:
    """Give the code, place, message and hint for an error of the parser."""
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    line_text = source.lines[mark.line] if mark.line < len(source.lines) else ""
    if "\t" in line_text[: mark.column + 1] and not line_text[: mark.column].strip():
        column = line_text.index("\t") + 1
        place = Place(source.name, mark.line + 1, column, mark.line + 1, column + 1)
        return (
            "tab",
            place,
            "une tabulation sert d'indentation",
            "Remplacez-la par des espaces : YAML n'accepte pas les tabulations à cet endroit.",
        )
    before = line_text[: mark.column].rstrip()
    if "expected" in problem and before.endswith(('"', "'", "]", "}")):
        opened = _opened_above(before, source.lines[: mark.line])
        if opened:
            column = source.lines[opened - 1].rindex('"') + 1
            return (
                "syntax",
                Place(source.name, opened, column, opened, column + 1),
                f"le guillemet ouvert ici n'est fermé qu'à la ligne {mark.line + 1}, "
                "devant du texte",
                "Fermez-le à la fin de sa valeur.",
            )
        return (
            "syntax",
            Place(source.name, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2),
            "du texte suit ce qui vient d'être fermé par un guillemet, un crochet ou une accolade",
            "Mettez toute la valeur dans la même paire de guillemets, ou retirez le signe de trop.",
        )
    if error.context_mark is not None and any(words in problem for words in _CAUSE_IS_THE_START):
        mark = error.context_mark
    message, hint = next(
        ((message, hint) for words, message, hint in _ADVICE if words in problem), _DEFAULT
    )
    line, column = min(mark.line + 1, len(source.lines)), mark.column + 1
    return "syntax", Place(source.name, line, column, line, column + 1), message, hint


def _opened_above(before: str, lines: list[str]) -> int:
    """Give the line of a quote, not closed there, that the quote at the end of `before` closes."""
    if before.endswith('"') and before.count('"') % 2:
        for number in range(len(lines), 0, -1):
            if lines[number - 1].count('"') % 2:
                return number
    return 0
