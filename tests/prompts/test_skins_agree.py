"""The three skins are one state machine: the same decisions lead to the same answers in each."""

import io
import json

import pytest
from prompts.menu_driver import ENTER, driven_menus, keys_to

from segur_faq.cli.main import main
from segur_faq.journey.decisions import (
    AskAgain,
    Back,
    Choose,
    Correct,
    Follow,
    Read,
    Recap,
    Restart,
    ShowAll,
    ShowOwn,
)
from segur_faq.journey.dialogue import State, advance
from segur_faq.journey.path import UNKNOWN
from segur_faq.journey.screens import screen_of
from segur_faq.prompts.numbered import NumberedAsker

SEGUR = Choose("offre", "segur")
HOSPITAL = Choose("couloir", "hopital")
IMAGING = Choose("couloir", "imagerie")

CARDS = [SEGUR, HOSPITAL, Choose("produit", "cartes")]
"""Where one answer is left, which ends with a question."""

NEEDS = {
    "one answer": ([SEGUR, IMAGING, Choose("produit", "psc")], ["dmp-imagerie"]),
    "another offer": ([Choose("offre", "labels"), Choose("produit", "cartes")],
                      ["label-candidature"]),
    "one of several": ([SEGUR, HOSPITAL, Choose("produit", "mssante"), Read("mssante-bal")],
                       ["mssante-hopital", "mssante-bal"]),
    "not knowing": ([SEGUR, Choose("couloir", UNKNOWN), Choose("produit", "psc"),
                     Read("cartes-couloirs")],
                    ["dmp-imagerie", "cartes-couloirs"]),
    "answering what was left open": (
        [SEGUR, Choose("couloir", UNKNOWN), Choose("produit", "psc"), IMAGING],
        ["dmp-imagerie"]),
    "going back": ([SEGUR, HOSPITAL, Back(), IMAGING, Choose("produit", "psc")], ["dmp-imagerie"]),
    "correcting": ([SEGUR, HOSPITAL, Choose("produit", "dmp"), Recap(), Correct("couloir"), IMAGING,
                    Read("dmp-imagerie")],
                   ["dmp-imagerie", "dmp-alimentation"]),
    "ending early": ([SEGUR, HOSPITAL, ShowAll(), Read("dmp-hopital")],
                     ["dmp-hopital", "mssante-hopital", "dmp-alimentation", "mssante-bal",
                      "cartes-commande"]),
    "seeing one's own": ([SEGUR, HOSPITAL, ShowOwn("couloir", "hopital"), Read("mssante-hopital")],
                         None),
    "a question of the answer, and the one that it leads to": (
        [*CARDS, Follow("structure", "cabinet"), Follow("praticiens", "un")], ["cartes-commande"]),
    "a question that leads to another answer": (
        [*CARDS, Follow("structure", "cabinet"),
         Follow("praticiens", "plusieurs", "cartes-couloirs")], ["cartes-commande"]),
    "going back inside a question": (
        [*CARDS, Follow("structure", "autre", "mssante-bal"), Back(),
         Follow("structure", "cabinet"), Back(), Follow("structure", "societe")],
        ["cartes-commande"]),
    "answering otherwise": (
        [*CARDS, Follow("structure", "societe"), AskAgain(("structure", "praticiens")),
         Follow("structure", "autre", "mssante-bal")], ["cartes-commande"]),
    "passing a question": ([*CARDS, Follow("structure", UNKNOWN)], ["cartes-commande"]),
    "starting again": ([SEGUR, IMAGING, Choose("produit", "psc"), Restart(),
                        Choose("offre", "labels"), Choose("produit", "cartes")],
                       ["label-candidature"]),
}  # fmt: skip


def follow(index, decisions, take):
    """Walk through the screens; `take(screen, decision)` is a skin. Give the last state."""
    state = State()
    for decision in decisions:
        screen = screen_of(index, state)
        assert decision in [row.decision for row in screen.rows]
        assert take(screen, decision) == decision
        state = advance(index, state, decision)
    return state


def position(screen, decision):
    return [row.decision for row in screen.rows].index(decision)


@pytest.fixture
def by_menu():
    with driven_menus() as menus:
        yield lambda screen, decision: menus.press(
            screen, *keys_to(screen, position(screen, decision))
        )


def by_number(screen, decision):
    line = f"{position(screen, decision) + 1}\n"
    return NumberedAsker(io.StringIO(line), io.StringIO(), leave_at_end=False).ask(screen)


@pytest.mark.parametrize("need", NEEDS)
def test_the_skins_reach_the_same_answers(need, small_index, small_corpus, by_menu, capsys):
    decisions, remaining = NEEDS[need]
    end = follow(small_index, decisions, by_menu)
    assert follow(small_index, decisions, by_number) == end
    answer = screen_of(small_index, end).answer
    assert answer is not None
    if remaining is None:
        return
    pairs = [f"{level}={option}" for level, option in end.path]
    capsys.readouterr()
    assert main(["ask", *pairs, "--no-input", "-f", "json", "--trees", str(small_corpus)]) == 0
    value = json.loads(capsys.readouterr().out)
    given = [found["id"] for found in value["answers"]]
    assert given == remaining
    if not end.follow_ups.known:
        assert answer.id in given
        return
    # What was said to its question leads there in words too, one answer after another.
    pairs += [f"{asked}={option}" for asked, option in end.follow_ups.known.items()]
    assert main(["ask", *pairs, "--no-input", "--trees", str(small_corpus)]) == 0
    shown = capsys.readouterr().out
    assert answer.question in shown
    assert f"segur-faq ask {' '.join(pairs)} --trees" in shown


@pytest.mark.parametrize(
    "need",
    [
        "one answer",
        "one of several",
        "not knowing",
        "passing a question",
        "a question that leads to another answer",
    ],
)
def test_typing_a_label_takes_the_same_row_in_both(need, small_index):
    decisions, _ = NEEDS[need]

    def typed_label(screen, decision):
        label = screen.rows[position(screen, decision)].label
        line = NumberedAsker(io.StringIO(f"{label}\n"), io.StringIO(), leave_at_end=False)
        by_line = line.ask(screen)
        assert menus.press(screen, label.replace("?", ""), ENTER) == by_line
        return by_line

    with driven_menus() as menus:
        follow(small_index, decisions, typed_label)


def test_the_replay_line_leads_to_the_same_answer(small_index, small_corpus, capsys):
    trees = ["--trees", str(small_corpus)]
    assert main(["ask", "couloir=Radiologie", "produit=PSC", "--no-input", *trees]) == 0
    first = capsys.readouterr().out
    replay = next(line for line in first.splitlines() if "segur-faq ask " in line)
    words = replay.partition("segur-faq ask ")[2].split()
    assert main(["ask", *words, "--no-input"]) == 0
    assert capsys.readouterr().out == first
