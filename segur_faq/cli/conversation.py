"""A conversation: screens shown and decisions followed until the reader leaves.

The state machine is `journey.dialogue`; here it meets the terminal, the search and the opinions.
"""

from dataclasses import dataclass, field, replace
from functools import partial

from segur_faq.cli import console
from segur_faq.cli.browser import open_address
from segur_faq.cli.clipboard import copy
from segur_faq.cli.opinions import Opinions
from segur_faq.cli.output import AnswerWriter
from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer
from segur_faq.journey import wording
from segur_faq.journey.decisions import (
    Cite,
    Copy,
    Decision,
    Explain,
    Follow,
    Open,
    Quit,
    Restart,
    Search,
)
from segur_faq.journey.dialogue import State, advance
from segur_faq.journey.follow_up import Choices
from segur_faq.journey.found import Searcher
from segur_faq.journey.leading import leading_to
from segur_faq.journey.opinion import Opinion
from segur_faq.journey.path import Path
from segur_faq.journey.reading import pages_screen, way_on
from segur_faq.journey.screen import Screen
from segur_faq.journey.screens import screen_of
from segur_faq.journey.why import why
from segur_faq.prompts.asker import Asker
from segur_faq.render import citation


@dataclass(slots=True)
class Conversation:
    """One run of `ask` with a reader.

    Attributes:
        index: the corpus, and what applies where.
        asker: the skin.
        write: how answers are written.
        search: finds words.
        opinions: asks whether answers were useful.
    """

    index: AnswerIndex
    asker: Asker
    write: AnswerWriter
    search: Searcher
    opinions: Opinions
    _printed: str = ""
    _has_read: bool = False
    _of_no_use: set[str] = field(default_factory=set)

    def follow(self, state: State) -> None:
        """Go on until the reader leaves."""
        while not state.finished:
            screen = screen_of(self.index, state)
            decision: Decision | None = None
            if screen.answer is not None:
                screen, decision = self._read(state, screen, screen.answer)
            self._printed = screen.answer.id if screen.answer else ""
            if decision is None:
                ranked = partial(_ranked, self.search, self.index.remaining(state.path.known))
                decision = self._completed(self.asker.ask(replace(screen, ranked=ranked)))
            if screen.answer is not None:
                self._use(screen, screen.answer, decision)
            self._note_what_lacked(state, screen, decision)
            state = advance(self.index, state, decision, self.search)

    def _read(self, state: State, screen: Screen, answer: Answer) -> tuple[Screen, Decision | None]:
        """Show an answer that was not on the screen before, and once it is whole, ask about it.

        Returns:
            The screen that comes next, and what the reader did rather than give an opinion.
        """
        choices = screen.follow_ups.known
        asks = screen.asks is not None
        is_first = asks and screen.asks is answer.follow_up  # else what was settled is to be read
        if answer.id != self._printed:
            console.out(self.write.answer(answer, *self._way(screen, answer), is_first))
            self._has_read = True
        if not asks:
            opinion = self.opinions.ask(self.asker, answer, screen.path, choices)
            if isinstance(opinion, Search | Quit):
                return screen, self._completed(opinion)
            if isinstance(opinion, Opinion) and not opinion.useful:
                self._of_no_use.add(answer.id)
        # Beside the options of a question, they would look like more of them.
        needs_way_on = answer.id in self._of_no_use and not asks
        return way_on(self.index, state, screen) if needs_way_on else screen, None

    def _completed(self, decision: Decision) -> Decision:
        """Ask for the words of a search that has none yet."""
        return Search(self.asker.read(wording.SEARCH_WHAT)) if decision == Search() else decision

    def _use(self, screen: Screen, answer: Answer, decision: Decision) -> None:
        """Do what a decision wants of an answer, beside the journey."""
        match decision:
            case Follow(_, chosen) if screen.asks is not None:
                option = screen.asks.option(chosen)
                if option is not None:
                    path, choices = self._way(screen, answer)
                    said = {**choices, screen.asks.id: option.id}
                    console.out(self.write.option(screen.asks, option, path, said))
            case Cite():
                console.out("\n" + self._citation(screen, answer))
            case Copy():
                taken = copy(self._citation(screen, answer))
                console.tell(wording.COPIED if taken else wording.NOT_COPIED)
            case Explain():
                console.out(
                    "\n" + "\n".join(wording.reasons(why(self.index, answer, screen.path))) + "\n"
                )
            case Open():
                self._open(pages_screen(self.index.corpus, answer))

    def _way(self, screen: Screen, answer: Answer) -> tuple[Path, Choices]:
        """Give the choices that lead to an answer, to be told beside it."""
        return leading_to(self.index, answer, screen.path, screen.follow_ups.known)

    def _citation(self, screen: Screen, answer: Answer) -> str:
        return citation.as_text(self.write.card(answer, *self._way(screen, answer)))

    def _open(self, pages: Screen) -> None:
        """Let the reader choose among an answer's pages, and open one."""
        chosen = pages.rows[0].decision if len(pages.rows) == 2 else self.asker.ask(pages)
        if isinstance(chosen, Open):
            console.tell(wording.opening(chosen.url))
            if not open_address(chosen.url):
                console.tell(wording.NO_BROWSER)

    def _note_what_lacked(self, state: State, screen: Screen, decision: Decision) -> None:
        """Keep what the reader looked for in vain."""
        if isinstance(decision, Search) and decision.words:
            if not self.search(decision.words, self.index.remaining({})).answers:
                self.opinions.found_nothing(decision.words)
        elif isinstance(decision, Quit | Restart):
            if state.path.left_open and not self._has_read:
                self.opinions.left_unknown(state.path)
            self._has_read = False


def _ranked(search: Searcher, mask: int, typed: str) -> tuple[str, ...]:
    return search(typed, mask).answers
