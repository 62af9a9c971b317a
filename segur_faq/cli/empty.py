"""Telling why nothing remains under a path."""

from segur_faq.cli import console
from segur_faq.corpus.index import AnswerIndex
from segur_faq.journey import wording
from segur_faq.journey.path import Path
from segur_faq.journey.walk import culprit


def tell_what_emptied(index: AnswerIndex, path: Path) -> None:
    """Say that nothing remains, and at which choice that came to be."""
    console.say(wording.NOTHING)
    found = culprit(index, path)
    if found is not None:
        level, option, choices = found
        possible = index.is_possible(choices)
        console.say(
            wording.emptied_by(level, f"{option.label} ({level.id}={option.id})", not possible)
        )
