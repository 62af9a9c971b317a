"""What a rule yields. The runner adds the rule's code and severity, and makes a `Problem` of it."""

from typing import NamedTuple

from segur_faq.corpus.problem import Fix, Place


class Finding(NamedTuple):
    """A mistake seen by a rule.

    Attributes:
        place: the exact value that is wrong.
        message: what is wrong, in French, without a final full stop.
        hint: what would be right: accepted values, nearest spelling, the repair.
        fix: the repair, where `--fix` may make it without anyone thinking.
    """

    place: Place
    message: str
    hint: str = ""
    fix: Fix | None = None
