"""`ask --replay LINE`: a journey that was quoted, made again, and what has changed since."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path as Folder

from segur_faq.cli import console
from segur_faq.cli.output import AnswerWriter
from segur_faq.cli.quote import Quote, find_quoted, is_as_quoted, parse_quote
from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer, Corpus
from segur_faq.corpus.version import version_of
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.journey import wording
from segur_faq.journey.follow_up import split_pairs
from segur_faq.journey.leading import led_to
from segur_faq.journey.path import Path, parse_path
from segur_faq.journey.why import why
from segur_faq.text import count, enumeration

_WAY_OUT = 'Par exemple : segur-faq ask --replay "couloir=imagerie certificat-delai@1a2b3c4d"'


_COMMAND = re.compile(r"(?:.*[\s`«]|^)segur-faq\s(?P<words>[^`»]*)", re.DOTALL)
"""The last command of a citation pasted whole, its Markdown or its quotation marks left out."""


@dataclass(frozen=True, slots=True)
class Line:
    """A replay line, read: the choices, and the answers that it quotes."""

    pairs: tuple[str, ...]
    quotes: tuple[Quote, ...]


def read_line(line: str) -> Line:
    """Read a line as it was printed or pasted, with or without the command itself.

    Raises:
        SegurFaqError: it has words that are neither choices nor answers.
    """
    command = _COMMAND.search(line)
    words = _words(command["words"] if command else line)
    pairs: list[str] = []
    quotes: list[Quote] = []
    while words:
        word = words.pop(0)
        if word == "--trees":
            del words[:1]
        elif " " in word.strip():
            words = [*_words(word), *words]
        elif "=" in word and not word.startswith("-"):
            pairs.append(word)
        elif "@" in word[1:]:
            quotes.append(parse_quote(word))
        elif word not in ("ask", "show", "--replay", "--no-input"):
            raise SegurFaqError(f"« {word} » n'est ni un choix ni ID@VERSION.", _WAY_OUT)
    if not pairs and not quotes:
        raise SegurFaqError("Cette ligne ne dit ni choix ni réponse.", _WAY_OUT)
    return Line(tuple(pairs), tuple(quotes))


def _words(line: str) -> list[str]:
    try:
        return shlex.split(line.replace("\u00a0", " "))
    except ValueError as error:
        raise SegurFaqError("Il manque un guillemet dans cette ligne.", _WAY_OUT) from error


def replay(
    index: AnswerIndex, line: Line, write: AnswerWriter, directory: Folder, baseline: str | None
) -> ExitCode:
    """Show where a line leads today, and say what has changed.

    Args:
        index: the corpus, and what applies where.
        line: what was quoted.
        write: how answers are written.
        directory: the corpus's folder, for its history.
        baseline: a folder or revision to compare with; None to look for versions in Git.

    Raises:
        SegurFaqError: the line names what does not exist; the baseline cannot be read.
    """
    corpus = index.corpus
    known = _still_known(corpus, line)
    pairs, choices = split_pairs(corpus, known)
    path = parse_path(corpus, pairs)
    answers = led_to(index, path, choices)
    quoted = [_find(corpus, quote) for quote in line.quotes]
    shown = [answer for answer in quoted if answer is not None] if line.quotes else answers
    if shown:
        console.out(write.cards([write.card(a, path, choices) for a in shown], len(shown) > 1))
    same = bool(shown) and known == line.pairs
    for answer in shown:
        same = _holds(index, answer, answers, path) and same
    for found, quote in zip(quoted, line.quotes, strict=True):
        same = found is not None and is_as_quoted(found, quote, directory, baseline) and same
    if not line.quotes:
        same = same and _has_not_moved(answers, line, directory, baseline)
    return ExitCode.DONE if same else ExitCode.NEGATIVE


def _still_known(corpus: Corpus, line: Line) -> tuple[str, ...]:
    """Keep the choices that the corpus still has, and tell those that are gone.

    Only beside a quoted answer, of which there is more to tell.
    """
    if not line.quotes:
        return line.pairs
    known = []
    for pair in line.pairs:
        try:
            parse_path(corpus, split_pairs(corpus, [pair])[0])
        except SegurFaqError as error:
            console.complain(f"Le choix « {pair} » n'existe plus ici.", error.hint)
        else:
            known.append(pair)
    return tuple(known)


def _find(corpus: Corpus, quote: Quote) -> Answer | None:
    return find_quoted(
        corpus,
        quote.answer_id,
        f"La réponse « {quote.answer_id} » n'existe pas, ou plus.",
        "Par mots : segur-faq search TEXTE. Tous les identifiants : segur-faq list -f ids",
    )


def _holds(index: AnswerIndex, answer: Answer, answers: list[Answer], path: Path) -> bool:
    """Tell whether the choices still lead to an answer; if not, say so."""
    if answer in answers:
        return True
    console.say(f"Ces choix ne mènent plus à « {answer.id} ».")
    missing = why(index, answer, path).missing
    if missing is not None:
        console.say(f"Elle n'y est pas à cause de : {wording.settled_as(*missing)}.")
    return False


def _has_not_moved(
    answers: list[Answer], line: Line, directory: Folder, baseline: str | None
) -> bool:
    """Compare what choices lead to with what they led to in the baseline, and say it."""
    if baseline is None:
        console.say(
            "Cette ligne ne porte pas de version : rien ne dit ce qui a changé depuis. "
            "--baseline compare avec un dossier ou une révision Git."
        )
        return True
    from segur_faq.cli.past import read_state

    earlier = AnswerIndex(read_state(baseline, directory).corpus)
    pairs, choices = split_pairs(earlier.corpus, line.pairs)
    before = {a.id: a for a in led_to(earlier, parse_path(earlier.corpus, pairs), choices)}
    now = {former: a for a in answers for former in (a.id, *a.former_ids)}
    kept = [answer_id for answer_id in before if answer_id in now]
    changes = [
        ("changée", [i for i in kept if version_of(before[i]) != version_of(now[i])]),
        ("de moins", [i for i in before if i not in now]),
        ("de plus", [a.id for a in answers if not {a.id, *a.former_ids} & before.keys()]),
    ]
    for what, ids in changes:
        if ids:
            plural = "changées" if what == "changée" and len(ids) > 1 else what
            console.say(
                f"Depuis {baseline}, {count(len(ids), 'réponse')} {plural} : "
                f"{enumeration(ids, 'et')}."
            )
    if not any(ids for _, ids in changes):
        console.say(f"Rien n'a changé ici depuis {baseline}.")
        return True
    return False
