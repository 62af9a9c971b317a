"""The numbered skin: one line in, one line out, never repainted.

For screen readers, dumb terminals and programs that drive the wizard line by line. Same screens and
same powers as the menus.
"""

from collections.abc import Sequence
from typing import TextIO

from segur_faq.errors import SegurFaqError
from segur_faq.journey.decisions import Back, Decision, Quit, Search
from segur_faq.journey.rows import Row
from segur_faq.journey.screen import Screen
from segur_faq.prompts.lines import wrap
from segur_faq.prompts.matching import found_rows, matching_rows, only_row
from segur_faq.text import harmless, typeset

_PROMPT = typeset("Numéro ou mots (r retour, ? aide, q quitter) : ")
_HELP = (
    "Tapez le numéro d'une ligne, ou quelques lettres de ce qu'elle dit, puis Entrée. "
    "/ suivi de mots : les chercher dans les réponses. "
    "r : revenir. ? : cette aide. q : quitter."
)


class NumberedAsker:
    """Asks by numbered lines.

    Args:
        read: where the answers come from, one a line.
        write: where the questions go.
        leave_at_end: the end of the input means « quit » (Ctrl-D at a keyboard) rather than an
            error (a pipe that ran dry).
        width: the columns of the terminal, to break lines between words; None leaves them whole.
    """

    reads_aloud = True

    def __init__(
        self, read: TextIO, write: TextIO, leave_at_end: bool, width: int | None = None
    ) -> None:
        self._read = read
        self._write = write
        self._leave_at_end = leave_at_end
        self._width = width
        self._listed: set[int] = set()
        """The numbers that the reader has seen: no other takes a row."""

    def ask(self, screen: Screen) -> Decision:
        """Show a screen and wait for a line that means a decision."""
        self._listed = set()
        self._say("")
        for notice in screen.notices:
            self._say(notice)
        if screen.recap:
            self._say(screen.recap)
        self._say(screen.title)
        self._list(screen.rows, screen.rows, with_headings=True)
        while True:
            typed = self._line(_PROMPT)
            if typed is None:
                return self._end()
            # What an arrow key puts in the line (« ESC [ A ») must not be echoed as it is.
            decision = self._understand(screen, harmless(typed.strip()))
            if decision is not None:
                return decision

    def read(self, prompt: str) -> str:
        """Ask for a line of text."""
        self._say("")
        line = self._line(typeset(f"{prompt} : "))
        if line is None:
            raise self._nobody()
        return harmless(line.strip())

    def _understand(self, screen: Screen, typed: str) -> Decision | None:
        """Give the decision that a line means; None when it means none, and the reader was told."""
        rows = screen.rows
        match typed.casefold():
            case "":
                return None
            case "?":
                self._explain(screen)
                return None
            case "q":
                return Quit()
            case "r":
                return Back()
        if typed.startswith("/"):
            return Search(typed[1:].strip())
        keyed = [row for row in rows if row.key == typed.casefold()]
        if keyed:
            return self._taken(keyed[0])
        if typed.isdecimal():
            number = int(typed[:9])  # Python refuses to read thousands of digits
            if number in self._listed:
                return self._taken((*rows, *screen.findable)[number - 1])
        meant = only_row(rows, typed)
        if meant is not None:
            return self._taken(meant)
        # Answers after rows: a row is never passed over for an answer that says the same word.
        found = matching_rows(rows, typed) or found_rows(screen, typed)
        if found:
            self._say(f"Lignes où se trouve « {typed} » :")
            self._list((*rows, *screen.findable), found)
        elif typed.isdecimal():
            self._say(f"Il n'y a pas de ligne {typed} : choisissez de 1 à {len(rows)}.")
        else:
            self._say(f"Rien ne correspond à « {typed} ».")
        return None

    def _taken(self, row: Row) -> Decision:
        self._say(f"-> {row.label}")
        return row.decision

    def _explain(self, screen: Screen) -> None:
        if screen.help:
            self._say(screen.help)
        for number, row in enumerate(screen.rows, start=1):
            if row.help:
                self._say(f"{number}. {row.label} : {row.help}")
        self._say(_HELP)

    def _list(self, rows: Sequence[Row], shown: Sequence[Row], with_headings: bool = False) -> None:
        for number, row in enumerate(rows, start=1):
            if row not in shown:
                continue
            self._listed.add(number)
            if with_headings:
                for heading in row.headings:
                    self._say(f"{heading} :")
            self._say(f"{number}. {row.label}" + (f" ({row.beside})" if row.beside else ""))

    def _line(self, prompt: str) -> str | None:
        *lines, last = wrap(prompt, self._width) if self._width else [prompt]
        self._write.write("".join(f"{line}\n" for line in lines) + last)
        self._write.flush()
        line = self._read.readline()
        return line if line else None

    def _end(self) -> Decision:
        self._say("")
        if self._leave_at_end:
            return Quit()
        raise self._nobody()

    @staticmethod
    def _nobody() -> SegurFaqError:
        return SegurFaqError(
            "L'entrée s'est terminée avant la réponse.",
            "Donnez les choix sur la ligne de commande : niveau=option.",
        )

    def _say(self, line: str) -> None:
        line = typeset(line)
        for part in wrap(line, self._width) if self._width else [line]:
            self._write.write(part + "\n")
