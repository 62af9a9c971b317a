"""What is not language in a text, code and addresses, and what is not French.

The rules of typography must not touch these: a space inside an address breaks it.
"""

import re
from collections.abc import Callable

from segur_faq.text import fold

CODE = "\x00"
"""Stands for each character of code or of Markdown: a reader sees words there."""

ADDRESS = "\x01"
"""Stands for each character of an address, and of other signs that are no punctuation."""

_CODE = re.compile(
    r"^[ ]{0,3}(?P<fence>`{3,}|~{3,})[^\n`]*\n(?:.*?^[ ]{0,3}(?P=fence)[`~]*[ \t]*$|.*\Z)"
    r"|(?<![`\\])(?P<ticks>`+)(?!`)(?:(?!\n[ ]*\n).){1,2000}?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)
_ADDRESS = re.compile(
    r"(?:\b(?:https?|ftps?|sftp|ldaps?|wss?|file)://|\b(?:mailto|urn|tel|data):(?=\S)|\bwww\.)"
    r"(?:[^\s<>«»\"“”()\x00]|\([^\s()]*\))+"
)
_AFTER_ADDRESS = ".,;:!?…'’*_])"

_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:(?=\s)", re.MULTILINE)  # [reference]: address
_MARKUP = (
    (
        "](",
        re.compile(
            r"(?<=\])\(\s*(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)"
            r"(?:\s+\"[^\"\n]*\"|\s+'[^'\n]*')?\s*\)"
        ),
    ),
    ("<", re.compile(r"(?<!<)</?[a-zA-Z][^<>\n]*>(?!>)")),  # <https://a.example>, <br>
)
_SIGNS = (
    ("@", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (":\\", re.compile(r"(?<!\w)[A-Za-z]:\\\S*")),  # C:\folder
    ("&", re.compile(r"&#?\w{2,12};")),  # &nbsp;
    (":", re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])")),  # :smile:
)
_FACE = re.compile(r"(?:(?<=\s)|(?<!.))[:;]-?[)(DPp|](?!\w)", re.DOTALL)


def hidden(text: str) -> str:
    """Put a sign that is no language in the place of each character of literals.

    Line feeds stay, and so does the length: what is found is where it was.
    """
    if "`" in text or "~~~" in text:
        text = _CODE.sub(_hide(CODE), text)
    if "]:" in text:
        text = _DEFINITION.sub(_hide(ADDRESS), text)
    for sign, pattern in _MARKUP:
        if sign in text:
            text = pattern.sub(_hide(CODE), text)
    if ":" in text or "www." in text:
        text = _ADDRESS.sub(_hide_address, text)
    for sign, pattern in _SIGNS:
        if sign in text:
            text = pattern.sub(_hide(ADDRESS), text)
    if ":" in text or ";" in text:
        text = _FACE.sub(_hide_face, text)
    return text


def _hide(sign: str) -> Callable[[re.Match[str]], str]:
    return lambda match: re.sub(r"[^\n]", sign, match[0])


def _hide_address(match: re.Match[str]) -> str:
    address = match[0].rstrip(_AFTER_ADDRESS)
    if "(" in address and match[0][len(address) :].startswith(")"):
        address += ")"
    return ADDRESS * len(address) + match[0][len(address) :]


def _hide_face(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 300) : match.start()]
    if match[0].endswith(")") and before.count("(") > before.count(")"):
        return match[0]  # (like this :)
    return ADDRESS * len(match[0])


def without_indented_code(text: str) -> str:
    """Hide the lines of Markdown that are code because they are indented."""
    lines = text.split("\n")
    is_after_blank, is_code, in_list = True, False, False
    for number, line in enumerate(lines):
        width = len(line) - len(line.lstrip(" "))
        if width == len(line):
            is_after_blank = True
            continue
        is_code = width >= 4 and not in_list and (is_after_blank or is_code)
        if is_code:
            lines[number] = CODE * len(line)
        elif _ITEM.match(line):
            in_list = True
        elif width < 2 and is_after_blank:
            in_list = False
        is_after_blank = False
    return "\n".join(lines)


def word_set(text: str) -> frozenset[str]:
    """Give the words of a list that is written as a text."""
    return frozenset(text.split())


_ITEM = re.compile(r" *(?:[-*+]|\d{1,9}[.)]) ")
_WORD = re.compile(r"[^\W\d_]+")
_FRENCH = word_set(
    "a au aux avec ce ces cette dans de des du elle en est et il ils la le les leur leurs mais ne "
    "non nous oui ou par pas plus pour que quel quelle quels quelles qui sa sans se ses si son "
    "sont sur un une vos votre vous y"
)
_ENGLISH = word_set(
    "an and are by can does for from has how in is it its of on that the their this to what when "
    "where which who why with you your"
)


def is_english(text: str) -> bool:
    """Tell whether a text, such as the title of a foreign page, is English rather than French."""
    words = {word.lower() for word in _WORD.findall(text)}
    return not words.isdisjoint(_ENGLISH) and words.isdisjoint(_FRENCH) and not _has_accents(text)


def is_french(text: str) -> bool:
    """Tell whether some words, such as a message that is quoted, have a sign of French."""
    return _has_accents(text) or not _FRENCH.isdisjoint(w.lower() for w in _WORD.findall(text))


def _has_accents(text: str) -> bool:
    letters = "".join(_WORD.findall(text)).lower()
    return fold(letters) != letters


_NEAR = 200
_DATA = re.compile(r'[{\[]\s*"|"\s*:\s*["{\[\d]|"\s*:\s*(?:true|false|null)\b|\w="')


def looks_like_data(text: str, start: int, end: int) -> bool:
    """Tell whether quotes are those of JSON or of attributes, by what else is on their line."""
    first = max(text.rfind("\n", 0, start) + 1, start - _NEAR)
    last = text.find("\n", end, end + _NEAR)
    return _DATA.search(text, first, end + _NEAR if last < 0 else last) is not None
