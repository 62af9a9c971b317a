"""Somebody who holds a conversation with the program, without a terminal."""

from journey.searching import searcher

from segur_faq.cli.console import Color
from segur_faq.cli.conversation import Conversation
from segur_faq.cli.opinions import Opinions
from segur_faq.cli.options import AnswerFormat
from segur_faq.cli.output import AnswerWriter
from segur_faq.journey.decisions import Back, Decision, Quit, Search
from segur_faq.journey.dialogue import State
from segur_faq.journey.path import Path
from segur_faq.journey.screen import Screen

ONE = Path((("offre", "segur"), ("couloir", "imagerie"), ("produit", "psc")))
"""Where one answer is left, `dmp-imagerie`."""


class Somebody:
    """Decides what was planned, and leaves; a text is what is typed in a line.

    Attributes:
        seen: the screens shown.
    """

    reads_aloud = False

    def __init__(self, *plan: Decision | str) -> None:
        self._plan = list(plan)
        self.seen: list[Screen] = []

    def ask(self, screen: Screen) -> Decision:
        self.seen.append(screen)
        decision = self._plan.pop(0) if self._plan else Quit()
        assert not isinstance(decision, str), f"a line was to be asked for at {screen.title}"
        offered = {row.decision for row in (*screen.rows, *screen.findable)}
        assert decision in offered or isinstance(decision, Back | Quit | Search), screen.title
        return decision

    def read(self, prompt: str) -> str:
        typed = self._plan.pop(0)
        assert isinstance(typed, str), prompt
        return typed

    @property
    def titles(self) -> list[str]:
        return [screen.title for screen in self.seen]


def follow(index, asker, path: Path, wanted: bool | None) -> None:
    """Hold a conversation from a path on; `wanted` as `--feedback` says."""
    corpus = index.corpus
    write = AnswerWriter(corpus, AnswerFormat.TEXT, Color.NEVER, None)
    opinions = Opinions(corpus, wanted)
    Conversation(index, asker, write, searcher(index), opinions).follow(State(path))
