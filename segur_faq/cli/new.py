"""`segur-faq new`: a stub for an answer, in the right file, ready to be written and linted."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.completion import complete_pair, complete_source
from segur_faq.cli.french import typer
from segur_faq.cli.load import load_corpus, refuse_unknown_source
from segur_faq.cli.options import Trees
from segur_faq.cli.skin import choose_asker
from segur_faq.corpus.draft import DraftAnswer, DraftSource, answers_file, propose_id
from segur_faq.corpus.files import SOURCES
from segur_faq.corpus.ids import ID_FORM
from segur_faq.corpus.insertion import add_item
from segur_faq.corpus.locate import inside_package, locate
from segur_faq.corpus.model import ALL, Condition, Corpus, Level
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.journey.path import find_level, find_option
from segur_faq.prompts.asker import Asker
from segur_faq.prompts.draft import Stopped, ask_file, ask_options, ask_source, ask_text
from segur_faq.text import harmless

Applies = dict[str, str | tuple[str, ...]]


def new(
    pairs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NIVEAU=OPTION,OPTION]...",
            help="Ce à quoi la réponse s'applique ; « all » pour toutes les options d'un niveau.",
            autocompletion=complete_pair,
            show_default=False,
        ),
    ] = None,
    question: Annotated[
        str | None, typer.Option("--question", metavar="TEXTE", help="La question.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            metavar="ID",
            help="La page qui fonde la réponse, lue aujourd'hui.",
            autocompletion=complete_source,
        ),
    ] = None,
    file: Annotated[
        str | None, typer.Option("--file", metavar="NOM", help="Le fichier de answers/ : dmp, ins…")
    ] = None,
    answer_id: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="L'identifiant ; sinon tiré de la question."),
    ] = None,
    simple: Annotated[
        bool, typer.Option("--simple", help="Questions en lignes numérotées.")
    ] = False,
    trees: Trees = None,
) -> int:
    """Ajoute au corpus l'ébauche d'une réponse, à compléter."""
    corpus = load_corpus(trees)
    directory = locate(trees)
    if directory.resolve() == inside_package():
        raise SegurFaqError(
            "Le corpus installé avec le programme ne se modifie pas : il serait perdu.",
            "Placez-vous dans une copie du dépôt, ou donnez un dossier par --trees.",
        )
    taken = {*corpus.answers_by_id, *corpus.current_ids}
    if answer_id is not None:
        _check_id(answer_id, taken)
    if source is not None:
        refuse_unknown_source(corpus, source, ExitCode.UNABLE)
    stated = _stated(corpus, pairs or [])
    asker = choose_asker(simple)
    if asker is None:
        _refuse_what_is_missing(corpus, stated, question, source, file)
    today = datetime.date.today().isoformat()
    try:
        question = question or ask_text(_needed(asker), "Question, telle qu'un lecteur la pose")
        applies = _complete(corpus, stated, asker)
        page = source or ask_source(_needed(asker), corpus, today)
        file = file or ask_file(_needed(asker), directory)
    except Stopped:
        console.say("Rien n'a été écrit.")
        return ExitCode.DONE
    if harmless(question) != question or "\n" in question:
        raise SegurFaqError("La question contient un caractère de contrôle.", "Retapez-la.")
    path = answers_file(directory, file)
    if isinstance(page, DraftSource):
        add_item(directory / f"{SOURCES}.yaml", "sources", page.lines)
        page = page.id
    draft = DraftAnswer(answer_id or propose_id(question, taken), question, applies, page, today)
    line = add_item(path, "answers", draft.lines) + _refresh_schemas(directory, path)
    console.out(f"{path}:{line}\n")
    console.say(f"Ébauche « {draft.id} » ajoutée. Complétez-la, puis : segur-faq lint {directory}")
    return ExitCode.DONE


def _refresh_schemas(directory: Path, path: Path) -> int:
    """Let editors know the new ids; tell how many lines that adds at the head of a file."""
    from segur_faq.cli.schema import refresh

    before = path.read_bytes().count(b"\n")
    refresh(directory)
    return path.read_bytes().count(b"\n") - before


def _stated(corpus: Corpus, pairs: list[str]) -> Applies:
    """Read `level=option,option` words, and `level=all`.

    Raises:
        SegurFaqError: a word is no such pair, or names what does not exist.
    """
    stated: Applies = {}
    for pair in pairs:
        name, equals, values = pair.partition("=")
        if not equals:
            raise SegurFaqError(
                f"« {pair} » n'est pas de la forme niveau=option.",
                f"Par exemple : {corpus.levels[0].id}={ALL}.",
            )
        level = find_level(corpus, name)
        words = [word for word in values.split(",") if word]
        if not words or level.id in stated:
            raise SegurFaqError(
                f"« {level.id} » est donné deux fois." if words else f"« {pair} » ne cite rien.",
                f"Par exemple : {level.id}={ALL}.",
            )
        stated[level.id] = (
            ALL if words == [ALL] else tuple(find_option(level, word).id for word in words)
        )
    return stated


def _needed_levels(corpus: Corpus, stated: Applies) -> Iterator[tuple[Level, list[str]]]:
    """Yield the levels that an answer must state, with the options that it may name there."""
    for level in corpus.levels:
        if _may_hold(level.under, stated):
            options = [o.id for o in level.options if _may_hold(o.under, stated)]
            if options:
                yield level, options


def _may_hold(condition: Condition, stated: Applies) -> bool:
    return all(
        stated.get(level) == ALL or set(stated.get(level, ())) & set(options)
        for level, options in condition.items()
    )


def _complete(corpus: Corpus, stated: Applies, asker: Asker | None) -> Applies:
    """Ask for the levels that are not stated, each after those that it depends on."""
    for level in corpus.levels:
        for needed, options in _needed_levels(corpus, stated):
            if needed is level and level.id not in stated:
                offered = [o for o in level.options if o.id in options]
                stated[level.id] = ask_options(_needed(asker), level, offered)
    return {level.id: stated[level.id] for level in corpus.levels if level.id in stated}


def _refuse_what_is_missing(
    corpus: Corpus, stated: Applies, question: str | None, source: str | None, file: str | None
) -> None:
    """Refuse to go on without a terminal when something has to be asked.

    Raises:
        SegurFaqError: something is missing; all that is is named.
    """
    options = {"--question": question, "--source": source, "--file": file}
    missing = [name for name, value in options.items() if not value]
    missing += [f"{lv.id}=…" for lv, _ in _needed_levels(corpus, stated) if lv.id not in stated]
    if missing:
        raise SegurFaqError(
            "Il manque de quoi faire l'ébauche, et il n'y a pas de terminal où le demander.",
            f"Ajoutez : {', '.join(missing)}.",
        )


def _needed(asker: Asker | None) -> Asker:
    assert asker is not None, "what is missing has been refused"
    return asker


def _check_id(answer_id: str, taken: set[str]) -> None:
    """Refuse an id that is taken, or that the linter would refuse.

    Raises:
        SegurFaqError: with the form that an id has.
    """
    if answer_id in taken:
        raise SegurFaqError(f"L'identifiant « {answer_id} » est déjà pris.", "Donnez-en un autre.")
    if not ID_FORM.fullmatch(answer_id):
        raise SegurFaqError(
            f"« {answer_id} » n'a pas la forme d'un identifiant.",
            "Des minuscules sans accent, des chiffres, un tiret entre les mots.",
        )
