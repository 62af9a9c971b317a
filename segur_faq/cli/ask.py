"""`segur-faq ask`: the journey, in whichever skin suits the terminal, or none with `--no-input`."""

import os
import sys
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.console import Color
from segur_faq.cli.empty import tell_what_emptied
from segur_faq.cli.french import typer
from segur_faq.cli.load import load_index
from segur_faq.cli.options import AnswerFormat, ColorChoice, Format, Pairs, Trees
from segur_faq.cli.output import render_cards
from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.journey.dialogue import State, advance
from segur_faq.journey.path import Path, parse_path, replay_words
from segur_faq.journey.screens import screen_of
from segur_faq.journey.walk import Outcome, Question, walk
from segur_faq.prompts.asker import Asker
from segur_faq.render.card import card_of
from segur_faq.text import count, enumeration, typeset


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
    reached = walk(index, path)
    answers = [answer for group in reached.groups for answer in group.answers]
    if not answers and not (no_input and chosen_format is AnswerFormat.JSON):
        tell_what_emptied(index, path)
        return ExitCode.NEGATIVE
    if no_input:
        console.out(_without_asking(index, path, answers, chosen_format, color))
        return ExitCode.DONE if answers else ExitCode.NEGATIVE
    asker = _asker(simple)
    if asker is None:
        if len(answers) > 1:
            raise _nobody_to_ask(path, reached, len(answers))
        console.out(_answer_text(index, path, answers[0], chosen_format, color))
        return ExitCode.DONE
    _converse(index, path, asker, chosen_format, color)
    return ExitCode.DONE


def _converse(
    index: AnswerIndex, path: Path, asker: Asker, chosen: AnswerFormat | None, color: Color
) -> None:
    """Show screens and follow decisions until the reader leaves."""
    state = State(path)
    printed: Answer | None = None
    while not state.finished:
        screen = screen_of(index, state)
        if screen.answer is not None and screen.answer is not printed:
            console.out(_answer_text(index, screen.path, screen.answer, chosen, color))
        printed = screen.answer
        state = advance(index, state, asker.ask(screen))


def _asker(simple: bool) -> Asker | None:
    """Choose the skin that the terminal can hold; None when there is nobody to ask."""
    keyboard = console.is_terminal(sys.stdin) and console.is_terminal(sys.stderr)
    if simple and sys.stdin is not None:
        return _numbered(keyboard)
    if not keyboard:
        return None
    if os.environ.get("ACCESSIBLE") or os.environ.get("TERM", "dumb") in ("dumb", ""):
        return _numbered(keyboard)
    # Only now: importing questionary costs more than all the rest of the program.
    try:
        from segur_faq.prompts.menu import MenuAsker

        return MenuAsker()
    except Exception:  # a console that prompt_toolkit cannot drive, such as mintty without winpty
        return _numbered(keyboard)


def _numbered(keyboard: bool) -> Asker:
    from segur_faq.prompts.numbered import NumberedAsker

    width = console.width(sys.stderr) if keyboard else None
    return NumberedAsker(sys.stdin, sys.stderr, leave_at_end=keyboard, width=width)


def _nobody_to_ask(path: Path, reached: Question | Outcome, remaining: int) -> SegurFaqError:
    """Explain that a terminal is needed, and how to do without one."""
    words = " ".join(f"{level}={option}" for level, option in path)
    command = f"segur-faq ask {words} --no-input".replace("  ", " ")
    if isinstance(reached, Question):
        position = reached.level
        missing = (
            f"Il manque : {position.id}=… ({enumeration(o.option.id for o in reached.offers)}). "
        )
    else:
        missing = ""
    return SegurFaqError(
        typeset(
            f"Il reste {count(remaining, 'réponse')}, et il n'y a pas de terminal où demander."
        ),
        typeset(f"{missing}Pour la liste de ce qui reste : {command}"),
    )


def _without_asking(
    index: AnswerIndex,
    path: Path,
    answers: list[Answer],
    chosen: AnswerFormat | None,
    color: Color,
) -> str:
    """Give the answer that the choices settle, or the list of those that remain."""
    if chosen is AnswerFormat.JSON:
        from segur_faq.render import json

        cards = [card_of(index.corpus, answer) for answer in answers]
        return json.dumps(
            {
                "path": dict(path.in_order(index.corpus.levels)),
                "answers": [json.card_value(card) for card in cards],
            }
        )
    if len(answers) == 1:
        return _answer_text(index, path, answers[0], chosen, color)
    from segur_faq.render import listing

    console.say(
        f"{count(len(answers), 'réponse')} : précisez par niveau=option, ou lisez-en une par "
        "segur-faq show IDENTIFIANT."
    )
    return listing.plain(answers)


def _answer_text(
    index: AnswerIndex, path: Path, answer: Answer, chosen: AnswerFormat | None, color: Color
) -> str:
    card = card_of(index.corpus, answer, replay_words(path, index.corpus))
    return render_cards([card], chosen, color)
