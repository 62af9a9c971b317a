"""`segur-faq ask`: the journey, in whichever skin suits the terminal, or none with `--no-input`."""

import shlex
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.completion import complete_pair
from segur_faq.cli.console import Color
from segur_faq.cli.conversation import Conversation
from segur_faq.cli.empty import tell_what_emptied
from segur_faq.cli.french import typer
from segur_faq.cli.load import Finder, load_finder
from segur_faq.cli.opinions import Opinions
from segur_faq.cli.options import AnswerFormat, ColorChoice, Format, Trees, split_words
from segur_faq.cli.output import AnswerWriter
from segur_faq.cli.skin import choose_asker
from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer, Corpus, Level
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.journey import wording
from segur_faq.journey.dialogue import begin
from segur_faq.journey.follow_up import Choices, carriers, split_pairs
from segur_faq.journey.found import Found, Searcher
from segur_faq.journey.path import Path, parse_path, replay_words
from segur_faq.journey.walk import Offer, offers_at, walk
from segur_faq.render.found import understood_otherwise
from segur_faq.search.limits import MOST
from segur_faq.text import count, enumeration


def ask(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NIVEAU=OPTION]... [TEXTE]...",
            help="Choix déjà connus, par exemple couloir=imagerie (« - » laisse un niveau ouvert), "
            "et mots à chercher.",
            autocompletion=complete_pair,
            show_default=False,
        ),
    ] = None,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Ne demande rien : donne ce que les choix laissent.")
    ] = False,
    simple: Annotated[
        bool,
        typer.Option("--simple", help="Questions en lignes numérotées (lecteurs d'écran, tubes)."),
    ] = False,
    feedback: Annotated[
        bool | None,
        typer.Option(
            "--feedback/--no-feedback",
            help="Demande, ou non, si chaque réponse a été utile (l'avis reste ici).",
            show_default=False,
        ),
    ] = None,
    chosen_format: Format = None,
    color: ColorChoice = Color.AUTO,
    trees: Trees = None,
) -> int:
    """Pose les questions une à une et affiche la réponse."""
    finder = load_finder(trees)
    index = AnswerIndex(finder.corpus)
    pairs, text = split_words(words or ())
    pairs, choices = split_pairs(index.corpus, pairs)
    path = parse_path(index.corpus, pairs)
    write = AnswerWriter(index.corpus, chosen_format, color, trees)
    answers = [answer for group in walk(index, path).groups for answer in group.answers]
    if not answers:
        tell_what_emptied(index, path)
        if no_input and chosen_format is AnswerFormat.JSON:
            console.out(write.outcome_json(answers, path, choices))
        return ExitCode.NEGATIVE
    if choices:
        answers = _asking(index.corpus, answers, choices)
    asker = None if no_input else choose_asker(simple)
    if asker is not None:
        if asker.reads_aloud and chosen_format is None:
            write = replace(write, chosen=AnswerFormat.TEXT)
        search = searcher(finder)
        opinions = Opinions(index.corpus, feedback)
        conversation = Conversation(index, asker, write, search, opinions)
        state = begin(index, path, text, search, Path(tuple(choices.items())))
        if choices and len(answers) == 1 and not text:
            state = replace(state, reading=answers[0].id)
        if text and state.found is None:
            opinions.found_nothing(text)
        conversation.follow(state)
        return ExitCode.DONE
    if text:
        answers = _closest(index, path, text, searcher(finder))
    if no_input:
        if answers or chosen_format is AnswerFormat.JSON:
            console.out(_without_asking(write, path, answers, choices))
        return ExitCode.DONE if answers else ExitCode.NEGATIVE
    if text and not answers:
        return ExitCode.NEGATIVE
    if len(answers) != 1:
        raise _nobody_to_ask(index, path, text, len(answers), trees)
    console.out(write.cards(write.way(answers[0], path, choices), many=False))
    return ExitCode.DONE


def searcher(finder: Finder) -> Searcher:
    """Give the search that a journey uses, from the one of the corpus."""

    @lru_cache(maxsize=64)  # a menu asks again at every key, for what it shows
    def search(words: str, mask: int) -> Found:
        findings = finder.find(words, MOST, lambda number: bool(mask >> number & 1))
        return Found(
            words,
            tuple(result.id for result in findings.results),
            {result.id: result.passage for result in findings.results},
            tuple(understood_otherwise(findings)),
        )

    return search


def _closest(index: AnswerIndex, path: Path, text: str, search: Searcher) -> list[Answer]:
    """Give what words find under a path, telling how they were understood."""
    found = search(text, index.remaining(path.known))
    for notice in found.notices or (() if found.answers else (wording.found_nothing(text),)):
        console.say(notice)
    return [index.corpus.answers_by_id[answer_id] for answer_id in found.answers]


def _asking(corpus: Corpus, answers: list[Answer], choices: Choices) -> list[Answer]:
    """Keep the answers whose own questions the choices answer.

    Raises:
        SegurFaqError: there is none.
    """
    kept = carriers(corpus, answers, choices)
    if kept:
        return kept
    elsewhere = carriers(corpus, corpus.answers, choices)
    pairs = enumeration((f"{asked}={option}" for asked, option in choices.items()), "et")
    raise SegurFaqError(
        f"Aucune des réponses qui restent ne pose la question de {pairs}.",
        f"Elle est posée par : {enumeration((a.id for a in elsewhere), 'et')}."
        if elsewhere
        else "Retirez ce choix.",
        exit_code=ExitCode.NEGATIVE,
    )


def _nobody_to_ask(
    index: AnswerIndex, path: Path, text: str, remaining: int, trees: str | None
) -> SegurFaqError:
    """Explain that a terminal is needed, and how to do without one."""
    elsewhere = ["--trees", trees] if trees else []
    given = [*replay_words(path, index.corpus, {}), *text.split()]
    words = ["segur-faq", "ask", *given, "--no-input", *elsewhere]
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


def _without_asking(
    write: AnswerWriter, path: Path, answers: list[Answer], choices: Choices
) -> str:
    """Give the answer that the choices settle, or the list of those that remain."""
    if write.chosen is AnswerFormat.JSON:
        return write.outcome_json(answers, path, choices)
    if len(answers) == 1:
        return write.cards(write.way(answers[0], path, choices), many=False)
    if write.chosen is not None:
        return write.cards([write.card(answer, path, choices) for answer in answers], many=True)
    from segur_faq.render import listing

    console.say(
        f"{count(len(answers), 'réponse')} : précisez par niveau=option, ou lisez-en une par "
        "segur-faq show IDENTIFIANT."
    )
    return listing.plain(answers)
