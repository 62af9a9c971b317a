"""Asking whether an answer was useful: the two screens, and what was said on them.

Beside the journey rather than in it: whatever is said, or left unsaid, the journey goes on from
where it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from segur_faq.journey import wording
from segur_faq.journey.decisions import Decision, Opine
from segur_faq.journey.rows import Row
from segur_faq.journey.screen import Screen

YES, NO, SKIP, NEVER = "yes", "no", "skip", "never"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a reader said of an answer; `reason` and `note` only when it was of no use."""

    useful: bool
    reason: str = ""
    note: str = ""


def usefulness_screen() -> Screen:
    """Build the question that follows an answer."""
    rows = (
        Row(wording.USEFUL_YES, Opine(YES), is_action=True, key="o"),
        Row(wording.USEFUL_NO, Opine(NO), is_action=True, key="n"),
        Row(wording.USEFUL_SKIP, Opine(SKIP), is_action=True, key="p"),
        Row(wording.USEFUL_NEVER, Opine(NEVER), is_action=True),
    )
    return Screen(title=wording.USEFUL, rows=rows, pointed=Opine(SKIP))


def reason_screen(reasons: Sequence[tuple[str, str]]) -> Screen:
    """Build the question that follows « Non »: why, of `(id, label)` pairs, or no reason given."""
    rows = [Row(label, Opine(reason)) for reason, label in reasons]
    # Without a key: reasons are found by their words, and « périmé » begins like « passer ».
    skip = Row(wording.NO_REASON, Opine(SKIP), is_action=True)
    return Screen(title=wording.WHY_NOT, rows=(*rows, skip))


def said(decision: Decision) -> str:
    """Give what was said on one of these screens; to go back, or leave, is to say nothing."""
    return decision.said if isinstance(decision, Opine) else SKIP
