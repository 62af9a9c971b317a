"""Marks of Markdown that mean nothing where they stand: readers see them as they are.

What the parser took for a mark is no longer text; what looks like one among what it left as text
was forgotten, unless it is something else (a footnote's star, an interval, a code in brackets).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from segur_faq.lint.markdown import Paragraph
from segur_faq.lint.urls import without_addresses


class Loose(NamedTuple):
    """A mark without meaning.

    Attributes:
        start, end: where it stands in the paragraph.
        message, hint: what is wrong, and what would be right.
        repaired: what to write there instead, where there is no doubt.
    """

    start: int
    end: int
    message: str
    hint: str
    repaired: str = ""


# --- stars -------------------------------------------------------------------------------------

_RUN = re.compile(r"\*+")
_LEVEL = re.compile(r"(?<![\w*])[A-Z][A-Z0-9]+\Z")
_CALL_OF_NOTE = re.compile(r"(?<![\w*])\w+\*(?![\w*])")
_SPACED = re.compile(r"(?<!\S)\* (?=[^\d\W]{3})[^*\n]*\S \*(?![^\s.,;:!?])")


def stars(paragraph: Paragraph) -> Iterator[Loose]:
    """Yield the stars that emphasize nothing."""
    plain = paragraph.plain()
    if "*" not in plain:
        return
    for found in _SPACED.finditer(plain):
        inside = found[0][1:-1].strip()
        yield Loose(*found.span(), *_SPACES, repaired=f"*{inside}*")
        plain = plain[: found.start()] + " " * len(found[0]) + plain[found.end() :]
    text, before = paragraph.text, paragraph.before
    runs = [run.span() for run in _RUN.finditer(plain) if _is_astray(text, *run.span(), before)]
    while runs:
        start, end = runs.pop(0)
        is_alike = bool(runs) and runs[0][1] - runs[0][0] == end - start
        if is_alike and not _is_emphasized(paragraph, start):
            pair = _pair(paragraph.text, start, end, *runs[0])
            if pair:
                runs.pop(0)
                yield pair
                continue
        yield _alone(paragraph.text, start, end)


_SPACES = (
    "ces étoiles ne mettent rien en valeur : une espace les sépare des mots",
    "Retirez les espaces : **mot**, et non ** mot **.",
)


def _is_emphasized(paragraph: Paragraph, at: int) -> bool:
    """Tell whether there is emphasis around a place."""
    depth = 0
    for token, start, _ in paragraph.pieces:
        if start >= at:
            break
        depth += token.type in ("strong_open", "em_open")
        depth -= token.type in ("strong_close", "em_close")
    return depth > 0


def _is_astray(text: str, start: int, end: int, earlier: str) -> bool:
    """Tell whether stars look like emphasis that failed."""
    before, after = text[start - 1 : start], text[end : end + 1]
    opens = bool(after.strip()) and not before.isalnum()
    if "*" in (before, after):  # the rest of the run is emphasis: one star is missing or too many
        return True
    if end - start == 1:
        begins = start == 0 or text[start - 1] == "\n"
        return opens and not (begins and _CALL_OF_NOTE.search(earlier + text[:start]))
    if end - start > 2 and not (before.isalnum() or after.isalnum()):
        return False  # `****` hides a word
    if before.isdigit() and after.isdigit():
        return False
    # « RGS** » is a level, but « - BAL** : » has lost its first stars.
    word = _LEVEL.search(text[:start])
    is_level = word is not None and word.start() > 0 and not text[end:].lstrip().startswith(":")
    return not (is_level and not after.isalnum())


def _pair(text: str, start: int, end: int, second: int, last: int) -> Loose | None:
    """Explain two runs of stars that were meant to go together, if they were."""
    inside, after = text[end:second], text[last : last + 1]
    if "*" in inside or not inside.strip():
        return None
    before = text[start - 1 : start]
    words = inside.strip(" \u00a0")
    if inside != words:
        sound = f"{text[start:end]}{words}{text[start:end]}"
        is_sure = not before.isalnum() and not after.isalnum()
        return Loose(start, last, *_SPACES, repaired=sound if is_sure else "")
    if after.isalnum() and not before.isalnum():
        return Loose(
            second,
            last,
            "ces étoiles ne ferment rien : un mot les suit sans espace",
            "Mettez une espace après elles.",
        )
    return None


def _alone(text: str, start: int, end: int) -> Loose:
    mark = text[start:end]
    if text[end : end + 1].strip() and not text[start - 1 : start].isalnum():
        message = f"« {mark} » n'est jamais refermé"
    else:
        message = f"« {mark} » ne ferme rien"
    return Loose(
        start,
        end,
        message,
        "Mettez autant d'étoiles avant qu'après le passage, ou une barre oblique inverse devant "
        "une étoile à lire telle quelle : \\*.",
    )


# --- brackets ----------------------------------------------------------------------------------

_INTERVAL = re.compile(
    r"[\[\]]\s?[-−]?\d+(?:[.,]\d+)?\s?[;,]\s?[-−+]?(?:\d+(?:[.,]\d+)?|∞)\s?[\[\]]"
    r"|(?<=«[ \u00a0\u202f])[\[\]](?=[ \u00a0\u202f]»)"
)
_REFUSED = re.compile(r"\(\s*<?(?:javascript|vbscript|file|data):", re.IGNORECASE)
_READ_AS_IT_IS = {"", " ", "x", "…", "...", "sic"}
_SPACED_TARGET = re.compile(r"[ \u00a0](?=\((?:https?:|mailto:|www\.))")

_BARE_HINT = (
    "Donnez l'adresse juste après, entre parenthèses : [texte](https://…). Des crochets à lire "
    "tels quels s'écrivent \\[ et \\]."
)


def brackets(paragraph: Paragraph) -> Iterator[Loose]:
    """Yield the brackets that make no link."""
    plain = paragraph.plain()
    if "[" not in paragraph.text and "]" not in plain:
        return
    plain = _INTERVAL.sub(lambda found: " " * len(found[0]), without_addresses(plain))
    yield from _stray_parentheses(paragraph, plain)
    opened: list[int] = []
    for at, char in enumerate(plain):
        if char == "[":
            opened.append(at)
        elif char == "]" and opened:
            fault = _bracketed(paragraph.text, opened.pop(), at)
            if fault:
                yield fault
        elif char == "]":
            yield Loose(at, at + 1, "ce crochet n'est pas ouvert", _BARE_HINT)
    for at in opened:
        yield Loose(at, at + 1, "ce crochet n'est jamais refermé", _BARE_HINT)


def _stray_parentheses(paragraph: Paragraph, plain: str) -> Iterator[Loose]:
    """Report the parentheses right after a link that close nothing."""
    for token, _, end in paragraph.pieces:
        if (
            token.type == "link_close"
            and token.markup != "autolink"
            and plain[end:].startswith(")")
        ):
            depth = 0
            for char in plain[:end]:
                depth = max(depth + (char == "(") - (char == ")"), 0)
            if not depth:
                yield Loose(
                    end,
                    end + 1,
                    "cette parenthèse est de trop après le lien",
                    "Retirez-la ; une adresse qui en contient s'écrit entre chevrons : (<https://…>).",
                )


def _bracketed(text: str, start: int, end: int) -> Loose | None:
    """Tell what is wrong with a text in brackets, which the parser did not take for a link."""
    inside, after = text[start + 1 : end], text[end + 1 :]
    if _REFUSED.match(after):
        return Loose(
            start,
            end + 2,
            "un lien s'ouvre par http, https ou mailto seulement",
            "Donnez l'adresse publique de la page.",
        )
    if after.startswith("("):
        closing = after.find(")")
        last = end + 2 + closing if closing >= 0 else end + 2
        what = (
            "l'adresse de ce lien est incomplète, ou contient une espace ou une parenthèse"
            if closing >= 0
            else "la parenthèse de ce lien n'est jamais refermée"
        )
        return Loose(start, last, what, "Écrivez [texte](https://…), l'adresse d'un seul tenant.")
    if _SPACED_TARGET.match(after):
        return Loose(
            end,
            end + 3,
            "une espace sépare le texte du lien de son adresse",
            "Collez-les : [texte](https://…).",
            repaired="](",
        )
    is_code = _is_code(inside)
    if after.startswith("[") and not is_code:
        return Loose(
            start,
            end + 1,
            "ce lien renvoie à une adresse qui n'est définie nulle part",
            _BARE_HINT,
        )
    if is_code or text[start - 1 : start] == "]":  # the label of a reference: reported before it
        return None
    return Loose(start, end + 1, "crochets sans adresse : ce n'est pas un lien", _BARE_HINT)


def _is_code(inside: str) -> bool:
    """Tell whether brackets hold a reference such as `[INS4]`, or a mark that people read."""
    if inside in _READ_AS_IT_IS:
        return True
    return inside == inside.upper() and inside[0] != "^" and not any(map(str.isspace, inside))


# --- code and lists ----------------------------------------------------------------------------

_MARK = re.compile(
    r"[ \t]*(?:(?P<glued>[-+](?=[^\W\d_]| +\S|«)|\d{1,3}[.)](?=[^\W\d_]{2}| +\S|«))"
    r"|(?P<bullet>[•◦▪·●○])|(?P<dash>[–—])[ \u00a0])"
)
_SITE = re.compile(r"\d+\.[\w-]+\.\w")


def backticks(paragraph: Paragraph) -> Iterator[Loose]:
    """Yield the first backtick that opens no code."""
    at = paragraph.plain().find("`")
    if at >= 0:
        yield Loose(
            at,
            at + 1,
            "cet accent grave n'ouvre aucun code : rien ne le referme",
            "Mettez-en autant avant qu'après ; une apostrophe s'écrit '.",
        )


def list_marks(paragraph: Paragraph) -> Iterator[Loose]:
    """Yield the marks at the beginning of a line that make no list."""
    start, dashes = 0, []
    for line in paragraph.plain().split("\n"):
        found = _MARK.match(line)
        if found and found["glued"]:
            at = start + found.start("glued")
            end = start + found.end("glued")
            if paragraph.text[end] != " " and not _SITE.match(line.lstrip()):
                yield Loose(
                    at,
                    end,
                    "cette marque de liste touche son mot : ce n'est pas une liste",
                    "Mettez une espace après elle.",
                    repaired=f"{paragraph.text[at:end]} ",
                )
        elif found and found["bullet"]:
            at = start + found.start("bullet")
            yield Loose(at, at + 1, *_NO_LIST)
        elif found and found["dash"]:
            dashes.append(start + found.start("dash"))
        start += len(line) + 1
    if len(dashes) > 1:  # one alone may be the end of a remark between dashes
        yield from (Loose(at, at + 1, *_NO_LIST) for at in dashes)


_NO_LIST = (
    "ce signe ne fait pas de liste : les lignes se suivraient",
    "Commencez chaque élément par un tiret et une espace : « - ».",
)
