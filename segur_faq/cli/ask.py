"""`segur-faq ask`: the journey, in whichever skin suits the terminal, or none with `--no-input`."""

import sys
from dataclasses import replace
from functools import lru_cache
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.completion import complete_case
from segur_faq.cli.console import Color
from segur_faq.cli.conversation import Conversation
from segur_faq.cli.empty import tell_what_emptied
from segur_faq.cli.french import typer
from segur_faq.cli.load import Finder, load_finder
from segur_faq.cli.opinions import Opinions
from segur_faq.cli.options import AnswerFormat, ColorChoice, Format, Trees, split_words
from segur_faq.cli.output import AnswerWriter
from segur_faq.cli.skin import choose_asker
from segur_faq.cli.unasked import asking, closest, nobody_to_ask, without_asking
from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.locate import locate
from segur_faq.corpus.model import Answer
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.journey.decisions import Read
from segur_faq.journey.dialogue import advance, begin
from segur_faq.journey.follow_up import split_pairs
from segur_faq.journey.found import Found, Searcher, among
from segur_faq.journey.path import Path, parse_path, replay_words
from segur_faq.journey.screens import screen_of
from segur_faq.journey.walk import walk
from segur_faq.render.found import understood_otherwise
from segur_faq.search.limits import MOST


def ask(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NIVEAU=OPTION]... [TEXTE]...",
            help="Choix déjà connus, par exemple couloir=imagerie (« - » laisse un niveau ouvert), "
            "et mots à chercher (ou l'identifiant d'une réponse).",
            autocompletion=complete_case,
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
    replay_of: Annotated[
        str | None,
        typer.Option(
            "--replay",
            metavar="LIGNE",
            help="Refait un parcours cité (couloir=imagerie ID@VERSION, ou la citation entière) et "
            "dit ce qui a changé depuis.",
            show_default=False,
        ),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="ÉTAT",
            help="Avec --replay : le dossier ou la révision Git à comparer.",
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
    if replay_of is not None or baseline is not None:
        return _replay(index, words, replay_of, baseline, chosen_format, color, trees)
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
        answers = asking(index.corpus, answers, choices)
    named = index.corpus.find(text)
    if named is not None:
        given = replay_words(path, index.corpus, choices)
        answers, text = [_named(named, text, answers, given)], ""
    asker = None if no_input else choose_asker(simple)
    if asker is not None:
        if asker.reads_aloud and chosen_format is None:
            columns = console.width(sys.stdout) if console.is_terminal(sys.stdout) else None
            write = replace(write, chosen=AnswerFormat.TEXT, columns=columns)
        search = searcher(finder)
        opinions = Opinions(index.corpus, feedback)
        conversation = Conversation(index, asker, write, search, opinions)
        state = begin(index, path, text, search, Path(tuple(choices.items())))
        is_open = screen_of(index, state).answer is not None
        if (named or choices) and len(answers) == 1 and not text and not is_open:
            state = advance(index, state, Read(answers[0].id))
        if text and state.found is None:
            opinions.found_nothing(text)
        conversation.follow(state)
        return ExitCode.DONE
    about = index
    if text:
        found = searcher(finder)(text, index.remaining(path.known))
        about = among(index, found)
        answers = [answer for answer in closest(index.corpus, found) if answer in answers]
    if no_input:
        if answers or chosen_format is AnswerFormat.JSON:
            console.out(without_asking(about, write, path, answers, choices))
        return ExitCode.DONE if answers else ExitCode.NEGATIVE
    if text and not answers:
        return ExitCode.NEGATIVE
    if len(answers) != 1:
        raise nobody_to_ask(about, path, choices, text, len(answers), trees)
    console.out(write.cards(write.way(answers[0], path, choices), many=False))
    return ExitCode.DONE


def _named(answer: Answer, answer_id: str, remaining: list[Answer], given: list[str]) -> Answer:
    """Give the answer whose id stands where words are expected, as long as the choices keep it.

    Raises:
        SegurFaqError: they do not.
    """
    if answer not in remaining:
        raise SegurFaqError(
            f"« {answer_id} » n'est pas parmi les réponses que ces choix laissent.",
            f"Pour savoir pourquoi : segur-faq show {answer.id} {' '.join(given)} --why",
            ExitCode.NEGATIVE,
        )
    if answer.id != answer_id:
        console.say(f"« {answer_id} » s'appelle désormais « {answer.id} ».")
    return answer


def _replay(
    index: AnswerIndex,
    words: list[str] | None,
    line: str | None,
    baseline: str | None,
    chosen: AnswerFormat | None,
    color: Color,
    trees: str | None,
) -> int:
    from segur_faq.cli.replay import read_line, replay

    if line is None or words:
        raise SegurFaqError(
            "--baseline va avec --replay." if line is None else "--replay prend tout le parcours.",
            'Par exemple : segur-faq ask --replay "couloir=imagerie" --baseline HEAD~1',
        )
    write = AnswerWriter(index.corpus, chosen, color, trees)
    return replay(index, read_line(line), write, locate(trees), baseline)


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
