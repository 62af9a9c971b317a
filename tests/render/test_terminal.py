"""Rich, at the widths of real terminals: nothing too wide, nothing lost, nothing obeyed."""

import re

import pytest
from prompt_toolkit.utils import get_cwidth
from render.cards import answer, card, link

from segur_faq.cli.load import load_index
from segur_faq.journey.groups import Group, Section, arrange
from segur_faq.render import table
from segur_faq.render.card import card_of
from segur_faq.render.terminal import render

LONG_URL = "https://exemple.fr/" + "un-chemin-sans-fin/" * 9 + "fichier.pdf?a=1&b=[2]"
HOSTILE = ["[/]", "[bold]x[/bold]", "[red]", "[link=https://x.fr]y[/link]", ":warning:", "[1]"]


def joined(text):
    """Give a drawing without its line breaks and margins."""
    return "".join(line.strip().strip("│").strip() for line in text.splitlines())


@pytest.mark.parametrize("width", [20, 40, 80, 100])
def test_no_line_is_too_wide_and_every_address_survives(width):
    shown = render(
        card(
            question="Une question assez longue pour ne pas tenir sur une seule ligne ?",
            short="Une réponse qui ne tient pas non plus. " * 3 + "漢字" * 30,
            body=f"- Un [lien]({LONG_URL})\n- Et <{LONG_URL}0>\n\n```\n{'x' * 150}\n```\n",
            caveat="anticonstitutionnellement" * 5,
            links=(link("Un titre long " * 9, LONG_URL + "1"),),
            path=["couloir=" + "x" * 90],
        ),
        width,
        color=False,
    )
    assert max(map(get_cwidth, shown.splitlines())) <= width
    assert "anticonstitutionnellement" * 5 in joined(shown)
    assert "漢字" * 30 in joined(shown)
    for url in (LONG_URL, LONG_URL + "0", LONG_URL + "1"):
        assert url.replace("[", "%5B").replace("]", "%5D") in joined(shown) or url in joined(shown)


@pytest.mark.parametrize("width", [40, 80])
def test_every_answer_that_is_shipped_fits_with_its_addresses(width):
    corpus = load_index(None).corpus
    for shown in corpus.answers[:: max(1, len(corpus.answers) // 25)]:
        text = render(card_of(corpus, shown), width, color=False)
        assert max(map(get_cwidth, text.splitlines())) <= width, shown.id
        for target in shown.links:
            assert target.url in joined(text)
        assert "".join(shown.question.split()) in "".join(text.split())


@pytest.mark.parametrize("color", [False, True])
def test_colour_is_ansi_and_its_absence_is_none(color):
    text = render(card(body="**gras** [lien](https://exemple.fr)", caveat="x"), 80, color)
    assert ("\x1b[" in text) == color
    assert "\x1b]" not in text  # OSC 8: links that hide their target


@pytest.mark.parametrize("color", [False, True])
def test_colour_changes_no_character(color):
    shown = card(body="# T\n\n**gras** `code`\n\n```py\nx = 1\n```\n", links=(link("a"),))
    bare = re.sub(r"\x1b\[[0-9;]*m", "", render(shown, 60, color))
    assert bare.split() == render(shown, 60, color=False).split()


def test_no_line_ends_with_a_space_when_there_is_no_colour():
    text = render(card(body="- a\n- b\n\n```\ncode\n```\n\n> cité\n", caveat="x"), 60, color=False)
    assert not [line for line in text.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_rich_would_obey_is_text(hostile):
    other = answer(id="autre", question=f"q {hostile}")
    text = render(
        card(other, question=hostile, short=hostile, body=f"corps {hostile}", caveat=hostile,
             links=(link(f"l {hostile}"),), see_also=("autre",), path=[hostile]),
        80, color=False,
    )  # fmt: skip
    assert text.count(hostile) >= 7


@pytest.mark.parametrize("html", ["<script>alert(1)</script>", "<b>gras</b>", "un <br/> deux"])
def test_html_in_a_body_is_text(html):
    assert html in render(card(body=html), 80, color=False)
    assert html in render(card(body=f"- {html}"), 80, color=False)


@pytest.mark.parametrize(
    "body",
    ["a&#13;b", "a&#27;[31mb", "a&#x202E;b", "a&#12;b", "<https://exemple.fr/%1B[31m%0D>",
     "- a&#13;b", "# a&#13;b", "`a` &#x9b;31m"],
)  # fmt: skip
def test_no_entity_and_no_percent_sign_writes_a_control_character(body):
    text = render(card(body=body), 80, color=False)
    assert not set(text) & set("\x1b\r\x0c\x9b\u202e")
    assert len(text.splitlines()) == len(text.split("\n")) - 1


@pytest.mark.parametrize("width", [30, 69, 70, 100])
def test_a_list_of_answers_fits_and_gives_ids_and_questions_in_full(width, small_index):
    choices = {"offre": "segur", "couloir": "hopital"}
    groups = arrange(small_index, choices, small_index.remaining(choices))
    text = table.render(groups, width, color=False)
    assert max(map(get_cwidth, text.splitlines())) <= width
    squeezed = "".join(text.split())
    for group in groups:
        for shown in group.answers:
            assert shown.id in text
            words = shown.question.split()
            assert all(word in squeezed for word in words)
    assert not [line for line in text.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("width", [40, 80])
def test_a_long_id_is_folded_and_leaves_room_for_the_question(width):
    long = "un-identifiant-sans-fin" * 4
    question = "Une question assez longue pour tenir sur plusieurs lignes, quoi qu'il arrive ?"
    section = Section(None, (answer(id=long, question=question),))
    text = table.render([Group(None, None, (section,))], width, color=False)
    assert max(map(get_cwidth, text.splitlines())) <= width
    assert len(text.splitlines()) <= 6
    assert set(question.split()) <= set(text.split())
    first = [line.split()[0] for line in text.splitlines() if line[:1] != " "]
    assert "".join(first) == long


def test_a_list_says_which_answers_name_the_choice(small_index):
    choices = {"offre": "segur", "couloir": "hopital"}
    groups = arrange(small_index, choices, small_index.remaining(choices))
    text = table.render(groups, 80, color=False)
    assert text.index("Hôpital (2)") < text.index("mssante-hopital") < text.index("(3)")
    assert text.index("(3)") < text.index("cartes-commande")
