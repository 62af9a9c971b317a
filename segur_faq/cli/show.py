"""`segur-faq show ID…`: answers by their id, for people and for scripts."""

from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.completion import complete_id
from segur_faq.cli.console import Color
from segur_faq.cli.french import typer
from segur_faq.cli.load import load_corpus
from segur_faq.cli.options import AnswerFormat, ColorChoice, Format, Trees
from segur_faq.cli.output import AnswerWriter
from segur_faq.cli.quote import find_quoted, is_as_quoted, parse_quote
from segur_faq.corpus.keys import FIELDS
from segur_faq.corpus.locate import locate
from segur_faq.corpus.model import Answer, Corpus
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.journey.follow_up import Choices, split_pairs
from segur_faq.journey.path import Path, parse_path
from segur_faq.render.card import Card
from segur_faq.text import did_you_mean, nearest

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="ID[@VERSION]... [NIVEAU=OPTION]...",
        help="Identifiants des réponses, et les choix qui y ont mené.",
        autocompletion=complete_id,
    ),
]
FieldName = Annotated[
    str | None,
    typer.Option(
        "--field", metavar="CLÉ", help="N'écrit que cette clé : short, body, links, sources…"
    ),
]


def show(
    words: Words,
    chosen_format: Format = None,
    field: FieldName = None,
    cite: Annotated[
        bool,
        typer.Option("--cite", help="Une citation à coller : réponse, sources, version, commande."),
    ] = False,
    tell_why: Annotated[
        bool,
        typer.Option("--why", help="Dit ce qui lie la réponse aux choix donnés (niveau=option)."),
    ] = False,
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="ÉTAT",
            help="Avec ID@VERSION : le dossier ou la révision Git où était cette version.",
        ),
    ] = None,
    color: ColorChoice = Color.AUTO,
    trees: Trees = None,
) -> int:
    """Affiche des réponses d'après leur identifiant."""
    pairs = [word for word in words if "=" in word]
    ids = [word for word in words if "=" not in word]
    if not ids:
        raise SegurFaqError("Il manque un identifiant.", "Par niveau=option : segur-faq list.")
    corpus = load_corpus(trees)
    pairs, choices = split_pairs(corpus, pairs)
    path = parse_path(corpus, pairs)
    if tell_why:
        _refuse_no_why(path, chosen_format)
    write = AnswerWriter(corpus, chosen_format, color, trees)
    quotes = [parse_quote(word) for word in ids]
    found = [(_find(corpus, quote.answer_id), quote) for quote in quotes]
    answers = [answer for answer, _ in found if answer is not None]
    cards = _cards(write, answers, path, choices)
    many = len(ids) > 1
    if cards and field is not None:
        console.out(_field(cards, field, write, many))
    elif cards and cite:
        console.out(_citations(cards, write.chosen))
    elif cards:
        console.out(write.cards(cards, many))
    if tell_why:
        console.out(_reasons(corpus, answers, path))
    unchanged = [
        is_as_quoted(answer, quote, locate(trees), baseline)
        for answer, quote in found
        if answer is not None
    ]
    return ExitCode.DONE if len(cards) == len(ids) and all(unchanged) else ExitCode.NEGATIVE


def _cards(write: AnswerWriter, answers: list[Answer], path: Path, choices: Choices) -> list[Card]:
    """Gather what is shown; choices that do not lead to an answer are no way back to it."""
    if not path.pairs and not choices:
        return [write.card(answer) for answer in answers]
    from segur_faq.corpus.index import AnswerIndex
    from segur_faq.journey.leading import leading_to

    index = AnswerIndex(write.corpus)
    return [write.card(answer, *leading_to(index, answer, path, choices)) for answer in answers]


def _citations(cards: list[Card], chosen: AnswerFormat | None) -> str:
    from segur_faq.render import citation

    if chosen not in (None, AnswerFormat.TEXT, AnswerFormat.MARKDOWN):
        raise SegurFaqError("Une citation s'écrit en text ou en markdown.", "Retirez --format.")
    write = citation.as_markdown if chosen is AnswerFormat.MARKDOWN else citation.as_text
    return "\n".join(map(write, cards))


def _refuse_no_why(path: Path, chosen: AnswerFormat | None) -> None:
    """Refuse `--why` where there is nothing to explain, or no place to say it.

    Raises:
        SegurFaqError: with the way out.
    """
    if not path.known:
        raise SegurFaqError(
            "--why explique un parcours : il manque les choix.",
            "Par exemple : segur-faq show ID couloir=imagerie --why",
        )
    if chosen in (AnswerFormat.JSON, AnswerFormat.MARKDOWN):
        raise SegurFaqError("--why s'écrit en text ou en rich.", "Retirez --format.")


def _reasons(corpus: Corpus, answers: list[Answer], path: Path) -> str:
    """Give what binds each answer to the path, under its id when there are several."""
    from segur_faq.corpus.index import AnswerIndex
    from segur_faq.journey import why, wording

    index = AnswerIndex(corpus)
    text = ""
    for answer in answers:
        heading, *reasons = wording.reasons(why.why(index, answer, path))
        about = f" ({answer.id})" if len(answers) > 1 else ""
        text += "\n" + "".join(f"{line}\n" for line in (heading + about, *reasons))
    return text


def _find(corpus: Corpus, answer_id: str) -> Answer | None:
    return find_quoted(
        corpus,
        answer_id,
        f"Aucune réponse n'a l'identifiant « {answer_id} ».",
        "Tous les identifiants : segur-faq list --format ids",
    )


def _field(cards: list[Card], field: str, write: AnswerWriter, many: bool) -> str:
    from segur_faq.render import json
    from segur_faq.render.fields import field_text

    if field not in FIELDS:
        close = nearest(field, FIELDS, limit=1)
        raise SegurFaqError(
            f"Une réponse n'a pas de clé « {field} ».",
            did_you_mean(close, f"Clés : {', '.join(FIELDS)}."),
        )
    if write.chosen is AnswerFormat.JSON:
        values = [{"id": c.answer.id, field: json.card_value(c)[field]} for c in cards]
        return json.dumps({"answers": values} if many else values[0])
    return "".join(f"{text}\n" for text in (field_text(card, field) for card in cards) if text)
