"""What was meant by a word of a condition that nothing answers to, and how to write it."""

import re
from collections.abc import Iterable

from segur_faq.corpus.draft import scalar
from segur_faq.corpus.ids import ID_FORM
from segur_faq.corpus.nodes import Scalar
from segur_faq.corpus.problem import Edit, Fix, Place
from segur_faq.text import nearest


def did_you_mean(word: str, accepted: Iterable[str]) -> str:
    """Propose the nearest spelling, if there is a near one."""
    close = nearest(word, accepted, limit=1)
    return f"Vouliez-vous écrire « {close[0]} » ? " if close else ""


def parts(text: str) -> list[str]:
    """Part what may be a list that has lost its brackets or its commas."""
    return re.findall(r"[^\s,;()\[\]{}]+", text)


def respelling(word: Scalar, option: str) -> Fix | None:
    """Give the repair that writes an option's id for a word, if the word is simply written.

    What is quoted stays so; a word of several lines, with escapes or with a tag is left to people.
    """
    place = word.place
    length = place.end_column - place.column
    if place.end_line != place.line or not ID_FORM.fullmatch(option):
        return None
    if word.quoted and length == len(word.text) + 2:
        start, end, text = place.column + 1, place.end_column - 1, option
    elif not word.quoted and length == len(word.text):
        start, end, text = place.column, place.end_column, scalar(option)
    else:
        return None
    edit = Edit(Place(place.file, place.line, start, place.line, end), text)
    return Fix(f"Écrire « {option} »", (edit,))
