"""`segur-faq ask`: the journey, in whichever skin suits the terminal, or none with `--no-input`."""

import shlex
from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.console import Color
from segur_faq.cli.empty import tell_what_emptied
from segur_faq.cli.french import typer
from segur_faq.cli.load import load_index
from segur_faq.cli.options import AnswerFormat, ColorChoice, Format, Pairs, Trees
from segur_faq.cli.output import AnswerWriter
from segur_faq.cli.skin import choose_asker
from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer, Level
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.journey.dialogue import State, advance
from segur_faq.journey.path import Path, parse_path, replay_words
from segur_faq.journey.screens import screen_of
from segur_faq.journey.walk import Offer, offers_at, walk
from segur_faq.prompts.asker import Asker
from segur_faq.text import count, enumeration


def ask(
    pairs: Pairs = None,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Ne demande rien : donne ce que les choix laissent.")
    ] = False,
    simple: Annotated[
        bool,
        typer.Option("--simple", help="Questions en lignes numérotées (lecteurs d'écran, tubes)."),
    ] = False,
    chosen_format: Format = None,
    color: ColorChoice = Color.AUTO,
    trees: Trees = None,
) -> int:
    """Pose les questions une à une et affiche la réponse."""
    index = load_index(trees)
    path = parse_path(index.corpus, pairs or ())
    answers = [answer for group in walk(index, path).groups for answer in group.answers]
    write = AnswerWriter(index.corpus, chosen_format, color, trees)
    if not answers:
        tell_what_emptied(index, path)
        if no_input and chosen_format is AnswerFormat.JSON:
            console.out(write.outcome_json(answers, path))
        return ExitCode.NEGATIVE
    if no_input:
        console.out(_without_asking(write, path, answers))
        return ExitCode.DONE
    asker = choose_asker(simple)
    if asker is not None:
        if asker.reads_aloud and chosen_format is None:
            write = replace(write, chosen=AnswerFormat.TEXT)
        _converse(index, path, asker, write)
    elif len(answers) == 1:
        console.out(write.answer(answers[0], path))
    else:
        raise _nobody_to_ask(index, path, len(answers), trees)
    return ExitCode.DONE


def _converse(index: AnswerIndex, path: Path, asker: Asker, write: AnswerWriter) -> None:
    """Show screens and follow decisions until the reader leaves."""
    state = State(path)
    printed: Answer | None = None
    while not state.finished:
        screen = screen_of(index, state)
        if screen.answer is not None and screen.answer is not printed:
            console.out(write.answer(screen.answer, screen.path))
        printed = screen.answer
        state = advance(index, state, asker.ask(screen))


def _nobody_to_ask(
    index: AnswerIndex, path: Path, remaining: int, trees: str | None
) -> SegurFaqError:
    """Explain that a terminal is needed, and how to do without one."""
    elsewhere = ["--trees", trees] if trees else []
    words = ["segur-faq", "ask", *replay_words(path, index.corpus), "--no-input", *elsewhere]
    missing = [
        f"{level.id} ({enumeration(offer.option.id for offer in offers)})"
        for level, offers in _open_levels(index, path)
    ]
    return SegurFaqError(
        f"Il reste {count(remaining, 'réponse')}, et il n'y a pas de terminal où demander.",
        (f"Il manque : {' ; '.join(missing)}.\n" if missing else "")
        + f"La liste de ce qui reste : {shlex.join(words)}",
    )


def _open_levels(index: AnswerIndex, path: Path) -> Iterator[tuple[Level, tuple[Offer, ...]]]:
    """Yield the levels on which the answer still depends."""
    for level in index.corpus.levels:
        if level.asked and level.id not in path:
            offers = offers_at(index, level, path.known)
            if len(offers) > 1:
                yield level, offers


def _without_asking(write: AnswerWriter, path: Path, answers: list[Answer]) -> str:
    """Give the answer that the choices settle, or the list of those that remain."""
    if write.chosen is AnswerFormat.JSON:
        return write.outcome_json(answers, path)
    if len(answers) == 1:
        return write.answer(answers[0], path)
    if write.chosen is not None:
        return write.cards([write.card(answer, path) for answer in answers], many=True)
    from segur_faq.render import listing

    console.say(
        f"{count(len(answers), 'réponse')} : précisez par niveau=option, ou lisez-en une par "
        "segur-faq show IDENTIFIANT."
    )
    return listing.plain(answers)
