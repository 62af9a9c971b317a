"""Asking what a new answer needs, with the screens and skins of the journey."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from segur_faq.corpus.draft import DraftSource, propose_id
from segur_faq.corpus.files import ANSWERS
from segur_faq.corpus.model import ALL, SOURCE_KINDS, Corpus, Level, Option
from segur_faq.journey.decisions import Back, Choose, Decision, Quit, Restart
from segur_faq.journey.path import spellings
from segur_faq.journey.rows import Row
from segur_faq.journey.screen import Screen
from segur_faq.prompts.asker import Asker
from segur_faq.text import typeset

_QUIT = Row("Abandonner sans rien écrire", Quit(), is_action=True)
_NO_WAY_BACK = typeset("On ne revient pas ici : continuez, ou abandonnez pour recommencer.")
_DONE = Restart()
"""The decision that stands for « that is all », on a screen where several options may be taken."""


class Stopped(Exception):  # noqa: N818  (nothing went wrong: the writer changed their mind)
    """The writer gave up: nothing is to be written."""


def ask_text(asker: Asker, prompt: str) -> str:
    """Ask for a text until there is one."""
    while True:
        text = asker.read(prompt)
        if text:
            return text


def ask_options(asker: Asker, level: Level, options: Sequence[Option]) -> str | tuple[str, ...]:
    """Ask for the options of a level that an answer holds for: some, or the word `all`."""
    taken: list[str] = []
    pointed: Decision | None = None
    while True:
        rows = [
            Row(f"Toutes les options, même à venir ({ALL})", Choose(level.id, ALL), is_action=True)
        ]
        if taken:
            rows.insert(0, Row("C'est tout", _DONE, is_action=True))
        rows += [
            Row(
                option.label,
                Choose(level.id, option.id),
                detail="[x]" if option.id in taken else "",
                keywords=spellings(option),
                help=option.help,
            )
            for option in options
        ]
        title = typeset(f"{level.title} : à quoi la réponse s'applique-t-elle ?")
        decision = _ask(asker, Screen(title, (*rows, _QUIT), help=level.help, pointed=pointed))
        if decision == _DONE:
            return tuple(option.id for option in options if option.id in taken)
        if isinstance(decision, Choose):
            if decision.option == ALL:
                return ALL
            if decision.option in taken:
                taken.remove(decision.option)
            else:
                taken.append(decision.option)
            pointed = _DONE


def ask_source(asker: Asker, corpus: Corpus, today: str) -> str | DraftSource:
    """Ask for the page that founds an answer: the id of a known one, or a new one to add."""
    rows = [
        Row(source.title, Choose("source", source.id), keywords=(source.id, source.url))
        for source in corpus.sources
    ]
    other = Row("Une autre page", _DONE, is_action=True)
    title = typeset("Quelle page fonde la réponse ?")
    decision = _ask(asker, Screen(title, (*rows, other, _QUIT)))
    if isinstance(decision, Choose):
        return decision.option
    url = ask_text(asker, "Adresse de la page")
    page = ask_text(asker, "Titre de la page")
    publisher = ask_text(asker, "Qui la publie")
    kinds = zip(("Oui", "Non"), SOURCE_KINDS, strict=True)
    kind = _choose(asker, "Cette page est-elle officielle ?", kinds)
    source_id = propose_id(f"{publisher} {page}", {*corpus.sources_by_id})
    return DraftSource(source_id, page, publisher, kind, url, today)


def ask_file(asker: Asker, directory: Path) -> str:
    """Ask for the file of answers to add to."""
    names = sorted(path.stem for path in (directory / ANSWERS).glob("*.yaml"))
    rows = [Row(name, Choose("file", name)) for name in names]
    other = Row("Un nouveau fichier", _DONE, is_action=True)
    title = typeset("Dans quel fichier de réponses ?")
    decision = _ask(asker, Screen(title, (*rows, other, _QUIT)))
    return decision.option if isinstance(decision, Choose) else ask_text(asker, "Nom du fichier")


def _choose(asker: Asker, title: str, choices: Iterable[tuple[str, str]]) -> str:
    rows = [Row(label, Choose("", value)) for label, value in choices]
    decision = _ask(asker, Screen(typeset(title), (*rows, _QUIT)))
    return decision.option if isinstance(decision, Choose) else ""


def _ask(asker: Asker, screen: Screen) -> Decision:
    decision = asker.ask(screen)
    while isinstance(decision, Back):
        # Nothing typed so far may be lost by a key that elsewhere costs nothing.
        decision = asker.ask(replace(screen, notices=(_NO_WAY_BACK,)))
    if isinstance(decision, Quit):
        raise Stopped
    return decision
