"""`segur-faq show ID…`: answers by their id, for people and for scripts."""

from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.completion import complete_id
from segur_faq.cli.console import Color
from segur_faq.cli.french import typer
from segur_faq.cli.load import load_corpus
from segur_faq.cli.options import AnswerFormat, ColorChoice, Format, Trees
from segur_faq.cli.output import AnswerWriter
from segur_faq.corpus.keys import FIELDS
from segur_faq.corpus.model import Answer, Corpus
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.render.card import Card
from segur_faq.text import nearest, quoted

Ids = Annotated[
    list[str],
    typer.Argument(metavar="ID...", help="Identifiants des réponses.", autocompletion=complete_id),
]
FieldName = Annotated[
    str | None,
    typer.Option(
        "--field", metavar="CLÉ", help="N'écrit que cette clé : short, body, links, sources…"
    ),
]


def show(
    ids: Ids,
    chosen_format: Format = None,
    field: FieldName = None,
    color: ColorChoice = Color.AUTO,
    trees: Trees = None,
) -> int:
    """Affiche des réponses d'après leur identifiant."""
    corpus = load_corpus(trees)
    write = AnswerWriter(corpus, chosen_format, color, trees)
    answers = [answer for answer in (_find(corpus, answer_id) for answer_id in ids) if answer]
    cards = [write.card(answer) for answer in answers]
    many = len(ids) > 1
    if cards and field is not None:
        console.out(_field(cards, field, write, many))
    elif cards:
        console.out(write.cards(cards, many))
    return ExitCode.DONE if len(cards) == len(ids) else ExitCode.NEGATIVE


def _find(corpus: Corpus, answer_id: str) -> Answer | None:
    """Give the answer of that id, telling on the way what the user should know."""
    answer = corpus.find(answer_id)
    if answer is None:
        close = nearest(answer_id, [*corpus.answers_by_id, *corpus.current_ids])
        console.complain(
            f"Aucune réponse n'a l'identifiant « {answer_id} ».",
            f"Vouliez-vous dire {quoted(close)} ?"
            if close
            else "Tous les identifiants : segur-faq list --format ids",
        )
    elif answer.id != answer_id:
        console.say(f"« {answer_id} » s'appelle désormais « {answer.id} ».")
    return answer


def _field(cards: list[Card], field: str, write: AnswerWriter, many: bool) -> str:
    from segur_faq.render import json
    from segur_faq.render.fields import field_text

    if field not in FIELDS:
        close = nearest(field, FIELDS, limit=1)
        raise SegurFaqError(
            f"Une réponse n'a pas de clé « {field} ».",
            (f"Vouliez-vous dire {quoted(close)} ? " if close else "")
            + f"Clés : {', '.join(FIELDS)}.",
        )
    if write.chosen is AnswerFormat.JSON:
        values = [{"id": c.answer.id, field: json.card_value(c)[field]} for c in cards]
        return json.dumps({"answers": values} if many else values[0])
    return "".join(f"{text}\n" for text in (field_text(card, field) for card in cards) if text)
