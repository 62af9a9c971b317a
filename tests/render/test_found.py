"""Results of a search: what pipes are given, what a terminal shows, and what neither obeys."""

import json
import re

import pytest
from prompt_toolkit.utils import get_cwidth

from segur_faq.render import found, marked
from segur_faq.search.finding import Findings, Result
from segur_faq.search.query import Query
from segur_faq.search.ranking import Hit

STYLE = re.compile("\x1b\\[[0-9;]*m")
UNDERLINED = re.compile("\x1b\\[(?:\\d+;)*4(?:;\\d+)*m([^\x1b]*)\x1b")


def result(number: int = 0, *stems: str, **texts: str) -> Result:
    hit = Hit(number, 0.5)
    hit.likeness, hit.coverage, hit.score = 0.25, 1.0, 1.23456
    hit.stems = list(stems)
    told = {
        "answer_id": f"reponse-{number}",
        "question": "Où est la carte ?",
        "short": "Au guichet.",
        "passage": "Au guichet.",
        "closest": "carte perdue",
        **texts,
    }
    return Result(**told, hit=hit)


def findings(*results: Result, text: str = "carte", **understood) -> Findings:
    query = Query()
    query.weights = {"cart": 1.0}
    for name, value in understood.items():
        setattr(query, name, value)
    return Findings(text, query, len(results) + 2, list(results))


TWO = findings(result(0), result(1, question="Et la seconde ?", passage="Ailleurs."))


# --- for pipes ---------------------------------------------------------------------------------


def test_ids_are_one_a_line():
    assert found.as_ids(TWO) == "reponse-0\nreponse-1\n"
    assert found.as_ids(findings()) == ""


def test_the_text_has_the_question_passage_and_id_of_each_in_a_paragraph():
    first, second = found.as_text(TWO, explain=False).split("\n\n")
    assert [line.strip() for line in first.splitlines()] == [
        "1. Où est la carte ?",
        "Au guichet.",
        "reponse-0",
    ]
    assert second.splitlines()[0] == "2. Et la seconde ?"
    assert found.as_text(findings(), explain=False) == ""


@pytest.mark.parametrize("explain", [False, True])
def test_nothing_is_styled_nor_ends_in_spaces(explain):
    text = found.as_text(TWO, explain)
    assert "\x1b" not in text
    assert all(line == line.rstrip() for line in text.splitlines())
    assert text.endswith("\n")


def test_an_explanation_tells_every_part_of_the_score():
    hit = result()
    hit.hit.named, hit.hit.outside = [("lane", "a")], [("wave", "2")]
    line = found.as_text(findings(hit), explain=True).splitlines()[-1]
    for part in ("1,23", "0,50", "0,25", "1,00", "lane=a", "wave=2", "carte perdue"):
        assert part in line
    without = found.why(result(closest=""))
    assert "«" not in without
    assert "1,23" in without


def test_json_has_what_was_understood_and_found():
    value = json.loads(
        found.as_json(
            findings(
                result(),
                corrections={"certifcat": "certificat"},
                unknown=["zzz"],
                options=[("lane", "a")],
            ),
            {"wave": "2"},
            explain=False,
        )
    )
    assert value == {
        "format": 1,
        "query": "carte",
        "path": {"wave": "2"},
        "corrections": [{"typed": "certifcat", "meant": "certificat"}],
        "unknown": ["zzz"],
        "options": ["lane=a"],
        "total": 3,
        "results": [
            {
                "id": "reponse-0",
                "question": "Où est la carte ?",
                "short": "Au guichet.",
                "passage": "Au guichet.",
                "score": 1.2346,
            }
        ],
    }


def test_json_explains_when_asked():
    hit = result(0, "cart")
    hit.hit.named = [("lane", "a")]
    (explained,) = json.loads(found.as_json(findings(hit), {}, explain=True))["results"]
    assert explained["explanation"] == {
        "text": 0.5,
        "wordings": 0.25,
        "coverage": 1.0,
        "closest": "carte perdue",
        "names": ["lane=a"],
        "outside": [],
        "stems": ["cart"],
    }


# --- what is said ------------------------------------------------------------------------------


def test_nothing_is_said_of_what_is_plain():
    assert found.notices(TWO, {}) == []


def test_corrections_unknown_words_and_options_are_each_said():
    told = found.notices(
        findings(
            corrections={"certifcat": "certificat", "crate": "carte"},
            unknown=["zzz"],
            options=[("lane", "a"), ("wave", "2")],
        ),
        {"wave": "2"},
    )
    corrected, unknown, options = told
    for word in ("Vouliez-vous dire", "certificat", "carte", "certifcat", "crate"):
        assert word in corrected
    assert "zzz" in unknown
    assert "lane=a" in options
    assert "wave=2" not in options  # it was given


def test_words_that_say_nothing_are_said_to():
    assert len(found.notices(findings(weights={}), {})) == 1
    assert found.notices(findings(weights={}, unknown=["zzz"]), {}) == [
        found.understood_otherwise(findings(unknown=["zzz"]))[0]
    ]


# --- on a terminal -----------------------------------------------------------------------------


def drawn(*results: Result, width: int = 80, color: bool = True, explain: bool = False) -> str:
    return marked.render(findings(*results), width, color, explain)


def test_the_words_found_are_set_off_where_they_are():
    shown = drawn(
        result(
            0,
            "securise",
            "conf11",
            "ecp",
            question="L'adresse sécurisée est-elle sûre ?",
            passage="Le code SC.DMP/CONF.11 et l'e-CPS, déjà SÉCURISÉES.",
        )
    )
    assert UNDERLINED.findall(shown) == ["sécurisée", "SC.DMP/CONF.11", "e-CPS", "SÉCURISÉES"]


def test_colour_changes_no_character():
    given = result(0, "cart", "guichet")
    assert STYLE.sub("", drawn(given)) == drawn(given, color=False)
    assert "\x1b" not in drawn(given, color=False)


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_too_wide_and_nothing_is_lost(width):
    long = result(question="Une question " * 9, passage="anticonstitutionnellement" * 4)
    shown = drawn(long, long, width=width, explain=True, color=False)
    assert max(map(get_cwidth, shown.splitlines())) <= width
    together = "".join(shown.split())
    assert together.count("anticonstitutionnellement" * 4) == 2
    assert "carteperdue" in together


def test_an_explanation_is_drawn_when_asked():
    assert "1,23" in drawn(result(), explain=True)
    assert "1,23" not in drawn(result())


@pytest.mark.parametrize(
    "text", ["[/] [bold]gras[/bold]", "[red]", "[link=https://x.fr]y[/link]", ":warning:"]
)
def test_markup_in_a_text_is_text(text):
    shown = drawn(result(0, "gras", question=text, passage=text, closest=text), color=False)
    assert shown.count(text) == 2


# --- what cannot get through -------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["\x1b[31mrouge", "a\x07", "\u202eabc", "\x9b1m", "\udc80"])
def test_what_was_typed_reaches_no_terminal_as_it_is(typed):
    text = found.as_json(findings(text=typed), {}, explain=True)
    assert not set("\x1b\x07\u202e\x9b\udc80") & set(text)
    assert not set("\x1b\x07\u202e\x9b\udc80") & set(json.loads(text)["query"])
