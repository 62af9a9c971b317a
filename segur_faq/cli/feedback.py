"""`segur-faq feedback`: what readers said on this machine, or on several, and what they lacked."""

import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.french import typer
from segur_faq.cli.load import load_corpus
from segur_faq.cli.options import Trees
from segur_faq.corpus.model import Corpus
from segur_faq.corpus.version import version_of
from segur_faq.corpus.writing import write_file
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.feedback.exchange import ExchangeError, as_json, from_json
from segur_faq.feedback.model import Unanswered, Vote
from segur_faq.feedback.place import VARIABLE, opinions_file
from segur_faq.feedback.store import Store, StoreError
from segur_faq.feedback.summary import lacks, tallies
from segur_faq.render import opinions
from segur_faq.text import count


class Action(StrEnum):
    """What to do with the opinions."""

    SUMMARY = "summary"
    GAPS = "gaps"
    EXPORT = "export"
    IMPORT = "import"
    CLEAR = "clear"


class FeedbackFormat(StrEnum):
    """How a summary is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class Sort(StrEnum):
    """What a summary is sorted by."""

    VOTES = "votes"
    USEFUL = "useful"
    ANSWER = "answer"


def feedback(
    action: Annotated[
        Action,
        typer.Argument(
            metavar="[ACTION]",
            help="summary : les avis par réponse. gaps : ce qui a été cherché en vain. "
            "export FICHIER, import FICHIER... : d'une machine à l'autre. clear : tout oublier.",
        ),
    ] = Action.SUMMARY,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FICHIER]...", show_default=False)
    ] = None,
    chosen_format: Annotated[
        FeedbackFormat, typer.Option("--format", "-f", help="Forme du bilan.")
    ] = FeedbackFormat.TABLE,
    sort: Annotated[
        Sort, typer.Option("--sort", help="Tri : le plus d'avis, les moins utiles, l'identifiant.")
    ] = Sort.VOTES,
    yes: Annotated[
        bool, typer.Option("--yes", help="Avec clear : oublie sans demander confirmation.")
    ] = False,
    trees: Trees = None,
) -> int:
    """Fait le bilan des avis donnés après les réponses ; rien ne quitte cette machine."""
    path = opinions_file()
    if path is None:
        raise SegurFaqError(
            "Aucun avis n'est gardé ici.",
            f"La variable {VARIABLE} l'interdit, ou il n'y a pas de dossier personnel.",
        )
    store, given = Store(path), list(files or ())
    _check_files(action, given)
    try:
        match action:
            case Action.EXPORT:
                return _export(store, given[0])
            case Action.IMPORT:
                return _import(store, given)
            case Action.CLEAR:
                return _clear(store, yes)
            case Action.GAPS:
                return _tell(opinions.gaps(lacks(store.unanswered()), chosen_format))
        corpus = load_corpus(trees)
        versions = {answer.id: version_of(answer) for answer in corpus.answers}
        questions = {answer.id: answer.question for answer in corpus.answers}
        counted = tallies(_on_current_ids(store.votes(), corpus), versions, sort)
        return _tell(opinions.summary(counted, questions, chosen_format))
    except StoreError as error:
        raise SegurFaqError(
            f"Les avis de {path} sont inaccessibles ({error}).",
            "Vérifiez les droits et la place qui reste ; si le fichier est abîmé, déplacez-le : "
            "un autre sera fait au prochain avis.",
        ) from error


def _on_current_ids(votes: list[Vote], corpus: Corpus) -> list[Vote]:
    """Count the votes on a former id with those on the answer that bears another now."""
    found = [(vote, corpus.find(vote.answer)) for vote in votes]
    return [replace(vote, answer=answer.id) if answer else vote for vote, answer in found]


def _check_files(action: Action, given: list[Path]) -> None:
    wanted = {Action.EXPORT: len(given) == 1, Action.IMPORT: bool(given)}.get(action, not given)
    if not wanted:
        raise SegurFaqError(
            f"« {action} » {_EXPECTED.get(action, _NO_FILE)}.",
            "Aide : segur-faq feedback --help",
        )


_NO_FILE = "n'attend aucun fichier"
_EXPECTED = {Action.EXPORT: "attend un fichier", Action.IMPORT: "attend un fichier ou plusieurs"}


def _tell(text: str) -> int:
    console.out(text)
    if not text:
        console.say("Rien pour l'instant.")
    return ExitCode.DONE


def _export(store: Store, path: Path) -> int:
    votes, unanswered = store.votes(), store.unanswered()
    write_file(path, as_json(votes, unanswered))
    questions = count(len(unanswered), "question sans réponse", "questions sans réponse")
    console.say(f"{path} : {count(len(votes), 'avis', 'avis')}, {questions}.")
    return ExitCode.DONE


def _import(store: Store, paths: list[Path]) -> int:
    """Merge files: all of them are read before anything is kept."""
    several: list[Vote | Unanswered] = []
    for path in paths:
        try:
            votes, unanswered = from_json(path.read_bytes().decode("utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise SegurFaqError(f"{path} n'a pas pu être lu.") from error
        except ExchangeError as error:
            raise SegurFaqError(
                f"{path} n'a pas été importé : {error}.",
                "Un export se fait par segur-faq feedback export FICHIER.",
            ) from error
        several += [*votes, *unanswered]
    added = store.add(*several)
    console.say(f"{count(added, 'nouveau', 'nouveaux')} sur {len(several)}.")
    return ExitCode.DONE


def _clear(store: Store, yes: bool) -> int:
    number = len(store.votes()) + len(store.unanswered())
    if number and not yes:
        if not (console.is_terminal(sys.stdin) and console.is_terminal(sys.stderr)):
            raise SegurFaqError(
                "Il n'y a pas de terminal où demander confirmation.", "Ajoutez --yes pour oublier."
            )
        console.say(f"Oublier {number} avis et questions ? Tapez « oui » pour confirmer :")
        if sys.stdin.readline().strip().lower() != "oui":
            console.say("Rien n'a été oublié.")
            return ExitCode.NEGATIVE
    store.clear()
    console.say("Les avis sont oubliés.")
    return ExitCode.DONE
