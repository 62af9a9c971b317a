"""The question that an answer ends with, in every format: whole, in order, never obeyed."""

import json
import re

import pytest
from markdown_it import MarkdownIt
from prompt_toolkit.utils import get_cwidth
from render.cards import card

from segur_faq.corpus.model import FollowUp, FollowUpOption
from segur_faq.render import citation, markdown, plain, terminal
from segur_faq.render import json as json_renderer
from segur_faq.render.card import Card
from segur_faq.render.fields import field_text
from segur_faq.render.follow_up import line_of

NUMBER = FollowUp(
    "nombre",
    "Combien sont-ils ?",
    (
        FollowUpOption("un", "Un seul", text="Un suffit."),
        FollowUpOption("plusieurs", "Plusieurs", answer="une-autre"),
    ),
)
KIND = FollowUp(
    "structure",
    "Quelle structure ?",
    (
        FollowUpOption("societe", "Une société", text="Elle commande."),
        FollowUpOption("cabinet", "Un cabinet", text="Il commande.", follow_up=NUMBER),
        FollowUpOption("autre", "Une autre", text="Écrivez.", answer="encore-une"),
    ),
    help="C'est écrit sur la porte.",
)
SAID = ("Quelle structure ?", "C'est écrit sur la porte.", "Une société", "Elle commande.",
        "Un cabinet", "Il commande.", "Combien sont-ils ?", "Un seul", "Un suffit.", "Plusieurs",
        "une-autre", "Une autre", "Écrivez.", "encore-une")  # fmt: skip
PAIRS = ("structure=societe", "structure=cabinet", "nombre=un", "nombre=plusieurs",
         "structure=autre")  # fmt: skip


def asking(question: FollowUp | None = KIND, choices=(), **fields) -> Card:
    """Give the card of an answer that ends with a question, some of which is settled."""
    bare = card(follow_up=question, **fields)
    return Card(
        bare.answer, bare.references, bare.terms, bare.related, bare.command,
        follow_up=question, choices=dict(choices),
    )  # fmt: skip


def rich(shown: Card, width: int = 40) -> str:
    return terminal.render(shown, width, color=False)


FORMATS = {"text": plain.render, "rich": rich, "markdown": markdown.render}


def squeezed(text: str) -> str:
    """Give a text without the blank space and the marks that a format breaks it with."""
    return "".join(re.sub(r"[\\*`#>│]", "", text).split())


def in_order(text: str, parts) -> bool:
    at = 0
    for part in parts:
        at = text.find(squeezed(part), at)
        if at < 0:
            return False
        at += len(squeezed(part))
    return True


@pytest.mark.parametrize("name", FORMATS)
def test_all_of_it_is_there_in_the_order_written(name):
    text = squeezed(FORMATS[name](asking()))
    assert in_order(text, SAID)
    assert in_order(text, PAIRS)


@pytest.mark.parametrize("name", FORMATS)
def test_an_answer_that_asks_nothing_and_one_about_to_ask_show_none(name):
    silent = FORMATS[name](card())
    for text in SAID:
        assert text not in silent
    assert FORMATS[name](asking(None)) == silent


@pytest.mark.parametrize(
    ("choices", "kept"),
    [
        ({"structure": "societe"}, SAID[:4]),
        ({"structure": "cabinet"}, (*SAID[:2], *SAID[4:11])),
        ({"structure": "cabinet", "nombre": "un"}, (*SAID[:2], *SAID[4:9])),
        ({"nombre": "un"}, (*SAID[:9], *SAID[11:])),
        ({"couleur": "rouge"}, SAID),
        ({"structure": "inconnue"}, SAID),
    ],
    ids=str,
)
@pytest.mark.parametrize("name", FORMATS)
def test_of_a_question_that_was_answered_only_the_choice_is_kept(name, choices, kept):
    text = FORMATS[name](asking(choices=choices))
    assert in_order(squeezed(text), kept)
    for other in set(SAID) - set(kept):
        assert squeezed(other) not in squeezed(text)


@pytest.mark.parametrize("choices", [{}, {"structure": "cabinet", "nombre": "un"}])
def test_json_and_the_field_have_all_of_it_whatever_was_said(choices):
    shown = asking(choices=choices)
    value = json.loads(json_renderer.render([shown], many=False))["follow_up"]
    assert list(value) == ["id", "question", "help", "options"]
    assert [option["id"] for option in value["options"]] == ["societe", "cabinet", "autre"]
    keys = ["id", "label", "aliases", "text", "follow_up", "answer"]
    assert all(list(option) == keys for option in value["options"])
    nested = value["options"][1]["follow_up"]
    assert (nested["id"], nested["options"][1]["answer"]) == ("nombre", "une-autre")
    assert value["options"][0]["follow_up"] is None
    lines = field_text(shown, "follow_up").split("\n")
    assert [line.split("\t")[0] for line in lines] == list(PAIRS)
    assert all(line.split("\t")[1] for line in lines)


def test_json_says_that_there_is_none():
    assert json.loads(json_renderer.render([card()], many=False))["follow_up"] is None
    assert field_text(card(), "follow_up") == ""


# --- terminals ---------------------------------------------------------------------------------


def deep(levels: int, text: str) -> FollowUp:
    under = deep(levels - 1, text) if levels else None
    return FollowUp(f"q{levels}", text, (FollowUpOption("o", text, (), text, under),), help=text)


@pytest.mark.parametrize("depth", [0, 3, 12])
@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_too_wide_and_nothing_is_lost(width, depth):
    long = "anticonstitutionnellement " * 4 + "漢字" * 20
    text = rich(asking(deep(depth, long)), width)
    assert max(map(get_cwidth, text.splitlines())) <= width
    assert not [line for line in text.splitlines() if line != line.rstrip()]
    assert "".join(text.split()).count("".join(long.split())) == 4 * (depth + 1)


HOSTILE = ["[/]", "[bold]x[/bold]", "[link=https://x.fr]y[/link]", ":warning:", "<b>x</b>", "*x*",
           "_x_", "`x`", "[x](https://x.fr)", "![x](https://x.fr)", "# x", "- x", "1. x", "> x",
           "<!-- x -->", "&amp;", "a | b", "~~~", "\\x"]  # fmt: skip


def hostile_question(hostile: str) -> FollowUp:
    under = FollowUp("dessous", hostile, (FollowUpOption("b", hostile, (), hostile),), hostile)
    return FollowUp("q", hostile, (FollowUpOption("a", hostile, (), hostile, under),), hostile)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_rich_or_a_reader_of_text_would_obey_is_text(hostile):
    shown = asking(hostile_question(hostile))
    assert rich(shown, 80).count(hostile) == 8
    assert plain.render(shown).count(hostile) == 8


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_markdown_would_obey_is_text(hostile):
    def read(text):
        tokens = MarkdownIt().parse(markdown.render(asking(hostile_question(text))))
        inside = [child for token in tokens for child in token.children or ()]
        return tokens, inside

    tokens, inside = read(hostile)
    tame_tokens, tame_inside = read("un texte")
    assert [token.type for token in tokens] == [token.type for token in tame_tokens]
    assert {child.type for child in inside} == {child.type for child in tame_inside}
    paragraphs = ["".join(c.content for c in t.children) for t in tokens if t.type == "inline"]
    assert sum(text.count(hostile) for text in paragraphs) == 8


def test_markdown_nests_what_is_asked_in_turn():
    tokens = MarkdownIt().parse(markdown.render(asking()))
    depths = {}
    depth = 0
    for token in tokens:
        depth += (token.type == "bullet_list_open") - (token.type == "bullet_list_close")
        if token.type == "inline":
            depths[token.content] = depth

    def depth_of(text):
        return next(d for content, d in depths.items() if text in content)

    assert depth_of("structure=societe") == depth_of("structure=autre") == 1
    assert depth_of("Combien sont-ils") == 2
    assert depth_of("nombre=un") == depth_of("nombre=plusieurs") == 3


# --- one option, and citations -----------------------------------------------------------------


def test_an_option_that_was_just_chosen_is_told_on_its_own():
    chosen = line_of(KIND, KIND.options[2])
    text = terminal.render_option("Quoi ?", chosen, "segur-faq ask structure=autre", 40, False)
    for said in (
        "Quoi ?",
        "Une autre",
        "structure=autre",
        "Écrivez.",
        "encore-une",
        "segur-faq ask",
    ):
        assert said in text
    assert "Un cabinet" not in text
    for hostile in HOSTILE:
        option = FollowUpOption("a", hostile, (), hostile)
        drawn = terminal.render_option(hostile, line_of(KIND, option), "", 80, color=False)
        assert drawn.count(hostile) == 3


@pytest.mark.parametrize("as_quote", [citation.as_text, citation.as_markdown])
def test_a_citation_says_what_holds_in_the_case_of_the_reader_and_nothing_of_the_others(as_quote):
    chosen = squeezed(as_quote(asking(choices={"structure": "cabinet", "nombre": "un"})))
    assert in_order(chosen, ["Une réponse.", "Un cabinet", "Il commande.", "Un seul", "Un suffit."])
    assert squeezed("Elle commande.") not in chosen
    unsettled = squeezed(as_quote(asking()))
    for said in SAID:
        assert squeezed(said) not in unsettled
