"""`ask` when nothing is asked: what the choices and words of the command line lead to."""

import shlex
from collections.abc import Iterator

from segur_faq.cli import console
from segur_faq.cli.options import AnswerFormat
from segur_faq.cli.output import AnswerWriter
from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer, Corpus, Level
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.journey import wording
from segur_faq.journey.follow_up import Choices, carriers, ways_to
from segur_faq.journey.found import Found
from segur_faq.journey.path import Path, replay_words
from segur_faq.journey.walk import Offer, Question, offers_at, walk
from segur_faq.text import count, enumeration


def closest(corpus: Corpus, found: Found) -> list[Answer]:
    """Give the answers that words find, telling how they were understood."""
    for notice in found.notices or (() if found.answers else (wording.found_nothing(found.words),)):
        console.say(notice)
    return [corpus.answers_by_id[answer_id] for answer_id in found.answers]


def asking(corpus: Corpus, answers: list[Answer], choices: Choices) -> list[Answer]:
    """Keep the answers whose own questions the choices answer.

    Raises:
        SegurFaqError: there is none.
    """
    kept = carriers(corpus, answers, choices)
    if kept:
        return kept
    elsewhere = carriers(corpus, corpus.answers, choices)
    pairs = enumeration((f"{asked}={option}" for asked, option in choices.items()), "et")
    if elsewhere:
        hint = f"Elle est posée par : {enumeration((a.id for a in elsewhere), 'et')}."
    else:
        hint = _asked_after(corpus, choices) or "Retirez ce choix."
    raise SegurFaqError(
        f"Aucune des réponses qui restent ne pose la question de {pairs}.",
        hint,
        exit_code=ExitCode.NEGATIVE,
    )


def _asked_after(corpus: Corpus, choices: Choices) -> str:
    """Tell which choices come before a question that an answer asks in turn; may be empty."""
    ways = [
        (answer.id, before)
        for answer in corpus.answers
        for before in ways_to(answer.follow_up, choices)
    ]
    told = [f"{answer_id} la pose après {' '.join(before)}" for answer_id, before in ways]
    return f"{' ; '.join(told)}." if told else ""


def nobody_to_ask(
    index: AnswerIndex,
    path: Path,
    choices: Choices,
    text: str,
    remaining: int,
    trees: str | None,
) -> SegurFaqError:
    """Explain that a terminal is needed, and how to do without one."""
    elsewhere = ["--trees", trees] if trees else []
    given = [*replay_words(path, index.corpus, choices), *text.split()]
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


def without_asking(
    index: AnswerIndex, write: AnswerWriter, path: Path, answers: list[Answer], choices: Choices
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
    for notice in _what_would_part(index, path):
        console.say(notice)
    return listing.plain(answers)


def _what_would_part(index: AnswerIndex, path: Path) -> list[str]:
    """Tell which level would best part what remains, and into what."""
    reached = walk(index, path)
    level = reached.level if isinstance(reached, Question) else reached.separating
    if level is None:
        return []
    offers = offers_at(index, level, path.known)
    parts = enumeration((f"{level.id}={o.option.id} ({o.total})" for o in offers), "et")
    return [f"{wording.separating_help(level)}", f"Cela donnerait : {parts}."]
