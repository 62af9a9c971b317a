"""Asking for opinions after an answer, and keeping them: nothing here may trouble a journey."""

import sys

from segur_faq.cli import console
from segur_faq.corpus.model import Answer, Corpus
from segur_faq.corpus.version import version_of
from segur_faq.feedback.model import Gap, Reason, Unanswered, Vote
from segur_faq.feedback.place import opinions_file
from segur_faq.feedback.store import Store, StoreError
from segur_faq.journey import wording
from segur_faq.journey.decisions import Decision, Quit, Search
from segur_faq.journey.follow_up import Choices
from segur_faq.journey.opinion import (
    NEVER,
    NO,
    SKIP,
    YES,
    Opinion,
    reason_screen,
    said,
    usefulness_screen,
)
from segur_faq.journey.path import Path, replay_words
from segur_faq.prompts.asker import Asker
from segur_faq.text import harmless


class Opinions:
    """Asks a reader, once per answer, and keeps what is said.

    Args:
        corpus: where the answers are from.
        wanted: `--feedback` or `--no-feedback`; None is as remembered.
    """

    def __init__(self, corpus: Corpus, wanted: bool | None) -> None:
        self._corpus = corpus
        path = opinions_file()
        self._store = Store(path) if path is not None else None
        self._asked: set[str] = set()
        if self._store is not None and wanted:
            self._remember(self._store, never=False)
        # A program at the keyboard's place has no opinion.
        self._asks = (
            self._store is not None
            and wanted is not False
            and console.is_terminal(sys.stdin)
            and not self._store.never_ask
        )

    def ask(
        self, asker: Asker, answer: Answer, path: Path, choices: Choices
    ) -> Opinion | Decision | None:
        """Ask what a reader thinks of an answer just read.

        Returns:
            What was said; what was done instead, when that leads elsewhere; None if neither.
        """
        if not self._asks or self._store is None or answer.id in self._asked:
            return None
        self._asked.add(answer.id)
        decision = asker.ask(usefulness_screen())
        if isinstance(decision, Search | Quit):
            return decision
        match said(decision):
            case choice if choice == YES:
                opinion = Opinion(useful=True)
            case choice if choice == NO:
                opinion = self._why_not(asker)
            case choice if choice == NEVER:
                self._asks = False
                self._remember(self._store, never=True)
                console.tell(wording.NEVER_AGAIN)
                return None
            case _:
                return None
        words = " ".join(replay_words(path, self._corpus, choices))
        vote = Vote(
            answer.id, version_of(answer), opinion.useful, words, opinion.reason, opinion.note
        )
        self._keep(vote, tell=True)
        return opinion

    def found_nothing(self, words: str) -> None:
        """Keep words that no answer is close to."""
        self._keep(Unanswered(Gap.SEARCH, _line(words)))

    def left_unknown(self, path: Path) -> None:
        """Keep a path that « Je ne sais pas » left without an answer."""
        self._keep(Unanswered(Gap.UNKNOWN, " ".join(replay_words(path, self._corpus, {}))))

    def _why_not(self, asker: Asker) -> Opinion:
        reason = said(asker.ask(reason_screen([(r.value, r.label) for r in Reason])))
        if reason == SKIP:
            return Opinion(useful=False)
        note = _line(asker.read(wording.NOTE)) if reason == Reason.OTHER else ""
        return Opinion(useful=False, reason=reason, note=note)

    def _keep(self, opinion: Vote | Unanswered, tell: bool = False) -> None:
        if self._store is None:
            return
        try:
            self._store.add(opinion)
        except StoreError:
            if tell:
                console.tell(wording.NOT_KEPT)
            return
        if tell:
            console.tell(wording.THANKS)

    @staticmethod
    def _remember(store: Store, never: bool) -> None:
        try:
            if store.never_ask is not never:
                store.set_never_ask(never)
        except StoreError:
            console.tell(wording.NOT_KEPT)


def _line(typed: str) -> str:
    """Give what was typed, or pasted, as one line that can be shown again."""
    return harmless(" ".join(typed.split()))
