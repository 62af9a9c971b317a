"""The question that an answer ends with: in a conversation, and on the command line."""

import io
import json
import sys

import pytest
from cli.program import plain

from segur_faq.corpus.version import version_of
from segur_faq.journey import wording
from segur_faq.journey.decisions import AskAgain, Back, Cite, Follow, Opine, Quit, Read, Restart
from segur_faq.journey.opinion import NO, SKIP, YES
from segur_faq.journey.path import UNKNOWN, Path

CARDS = Path((("offre", "segur"), ("couloir", "hopital"), ("produit", "cartes")))
"""Where one answer is left, `cartes-commande`, which ends with a question."""

PAIRS = [f"{level}={option}" for level, option in CARDS]
STRUCTURE, NUMBER = "Quelle est votre structure ?", "Combien de praticiens y exercent ?"
COMPANY = Follow("structure", "societe")
OFFICE = Follow("structure", "cabinet")
MANY = Follow("praticiens", "plusieurs", "cartes-couloirs")
OTHER = Follow("structure", "autre", "mssante-bal")
SHORT = "Sur le site de l'ANS."


def titles(somebody) -> list[str]:
    return [plain(title) for title in somebody.titles]


# --- in a conversation -------------------------------------------------------------------------


def test_the_answer_comes_first_without_its_options_then_what_each_says(converse, capsys, store):
    somebody = converse(OFFICE, Follow("praticiens", "un"), Opine(SKIP), path=CARDS)
    assert titles(somebody) == [STRUCTURE, NUMBER, plain(wording.USEFUL), plain(wording.WHAT_NEXT)]
    out = capsys.readouterr().out
    assert out.count(SHORT) == 1
    assert plain(out).count(STRUCTURE) == 1  # the screen asks it; what is kept says what was asked
    assert "La société commande" not in out
    told = (SHORT, STRUCTURE, "Le praticien commande lui-même.", NUMBER, "Une carte suffit.")
    places = [plain(out).index(text) for text in told]
    assert places == sorted(places)
    assert " ".join([*PAIRS, "structure=cabinet", "praticiens=un"]) in out


@pytest.mark.parametrize("plan", [(COMPANY,), (Follow("structure", UNKNOWN),),
                                  (OFFICE, Follow("praticiens", UNKNOWN))])  # fmt: skip
def test_whether_it_was_useful_is_asked_once_the_question_is_over_or_passed(
    plan, converse, store, small_index
):
    somebody = converse(*plan, Opine(YES), path=CARDS)
    assert titles(somebody)[len(plan)] == plain(wording.USEFUL)
    assert plain(wording.USEFUL) not in titles(somebody)[: len(plan)]
    (vote,) = store.votes()
    assert vote.answer == "cartes-commande"
    assert vote.version == version_of(small_index.corpus.answers_by_id[vote.answer])
    said = [f"{taken.question}={taken.option}" for taken in plan if taken.option != UNKNOWN]
    assert vote.path == " ".join([*PAIRS, *said])


@pytest.mark.parametrize("left", [Quit(), Restart(), Back()])
def test_who_leaves_before_answering_is_asked_no_opinion(left, converse, store):
    somebody = converse(left, path=CARDS)
    assert plain(wording.USEFUL) not in titles(somebody)
    assert store.votes() == []


def test_an_option_leads_to_the_other_answer_which_is_the_one_asked_about(converse, capsys, store):
    somebody = converse(OTHER, Opine(YES), path=CARDS)
    assert titles(somebody) == [STRUCTURE, plain(wording.USEFUL), plain(wording.WHAT_NEXT)]
    assert [vote.answer for vote in store.votes()] == ["mssante-bal"]
    out = capsys.readouterr().out
    assert out.index("Écrivez d'abord.") < out.index("Une BAL est une boîte aux lettres.")
    assert somebody.seen[-1].answer.id == "mssante-bal"


def test_answering_otherwise_prints_the_option_and_not_the_answer_again(converse, capsys, store):
    somebody = converse(
        COMPANY, Opine(SKIP), AskAgain(("structure", "praticiens")), OFFICE, path=CARDS
    )
    assert titles(somebody)[2:] == [plain(wording.WHAT_NEXT), STRUCTURE, NUMBER]
    out = capsys.readouterr().out
    assert out.count(SHORT) == 1
    assert out.index("La société commande") < out.index("Le praticien commande")


def test_back_from_the_other_answer_shows_the_first_and_asks_again(converse, capsys, store):
    somebody = converse(OTHER, Opine(SKIP), Back(), COMPANY, Opine(SKIP), path=CARDS)
    assert titles(somebody).count(STRUCTURE) == 2
    assert somebody.seen[-1].answer.id == "cartes-commande"
    assert capsys.readouterr().out.count(SHORT) == 2


def test_the_ways_on_wait_until_a_question_is_answered(converse, store):
    somebody = converse(COMPANY, Opine(NO), Opine(SKIP), Back(), COMPANY, path=CARDS)
    first, ways_on, asking, again = (s for s in somebody.seen if s.answer is not None)
    assert [row.decision for row in asking.rows] == [row.decision for row in first.rows]
    for shown in (ways_on, again):
        assert shown.rows[0].headings == (wording.WAY_ON,)


def test_what_was_read_beside_the_path_is_cited_by_the_choices_that_lead_there(
    converse, capsys, store, call
):
    ways_on = (COMPANY, Opine(NO), Opine(SKIP), Read("mssante-bal"))
    converse(*ways_on, Opine(SKIP), Cite(), path=CARDS)
    line = plain(capsys.readouterr().out).rpartition("Parcours : ")[2].strip()
    assert "mssante-bal@" in line
    assert "structure" not in line
    assert call("ask", "--replay", line).code == 0


def test_a_citation_made_there_says_the_case(converse, capsys, store):
    converse(Cite(), COMPANY, Opine(SKIP), Cite(), path=CARDS)
    out = plain(capsys.readouterr().out)
    before, after = out.split("« Comment commander une carte CPS ? »")[1:]
    case = f"{STRUCTURE} Société d'exercice : La société commande"
    assert case not in before
    assert case in after
    assert "structure=societe" in after


# --- line by line ------------------------------------------------------------------------------


def lines(monkeypatch, *typed: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))


def test_a_journey_by_lines(call, monkeypatch):
    lines(monkeypatch, "?", "cabinet lib", "groupe", "q")
    ran = call("ask", "--simple", *PAIRS)
    assert ran.code == 0
    said = plain(ran.err)
    assert said.index("1. Société d'exercice") < said.index("Le statut est sur l'annonce légale.")
    assert said.index("-> Cabinet libéral") < said.index(NUMBER) < said.index("-> Plusieurs")
    assert wording.NOT_SAID in said
    out = plain(ran.out)
    assert out.index(SHORT) < out.index("Le praticien commande") < out.index("Une e-CPS suffit")


@pytest.mark.parametrize("typed", [(), ("2",), ("2", "2")])
def test_ctrl_c_inside_a_question_leaves_at_once(typed, call, monkeypatch):
    class Keyboard(io.StringIO):
        def readline(self, *size):
            line = super().readline(*size)
            if not line:
                raise KeyboardInterrupt
            return line

    monkeypatch.setattr(sys, "stdin", Keyboard("".join(f"{line}\n" for line in typed)))
    ran = call("ask", "--simple", *PAIRS)
    assert ran.code == 130
    assert SHORT in ran.out


def test_choices_given_before_are_not_asked(call, monkeypatch):
    lines(monkeypatch, "q")
    ran = call("ask", "--simple", *PAIRS, "structure=cabinet")
    assert STRUCTURE not in plain(ran.err)
    assert NUMBER in plain(ran.err)
    assert "Le praticien commande" in ran.out
    lines(monkeypatch, "q")
    ran = call("ask", "--simple", "structure=societe")  # one answer asks that: it is opened
    assert SHORT in ran.out
    assert plain(wording.WHAT_NEXT) in plain(ran.err)


def test_back_from_an_answer_opened_by_its_choice_is_the_journey(call, monkeypatch):
    lines(monkeypatch, "r", "q")
    said = plain(call("ask", "--simple", "structure=societe").err)
    assert said.index(plain(wording.WHAT_NEXT)) < said.index("Votre question concerne")
    assert plain(wording.AT_THE_START) not in said


# --- without questions -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "said", "unsaid"),
    [
        (["structure=societe"], ["La société commande"], ["Cabinet libéral"]),
        (["structure=SEL"], ["La société commande"], ["Cabinet libéral"]),
        (["structure=cabinet"], ["Le praticien commande", "praticiens=un", "praticiens=plusieurs"],
         ["Société d'exercice"]),
        (["praticiens=un", "structure=Cabinet Liberal"], ["Une carte suffit."], ["Plusieurs"]),
        (["structure=cabinet", "praticiens=GROUPE"], ["Une e-CPS suffit-elle"], ["Un seul"]),
        (["structure=autre"], ["Écrivez d'abord.", "Une BAL est une boîte"], ["Société"]),
        (["couloir=hopital", "structure=societe"], ["La société commande"], ["Cabinet libéral"]),
    ],
)  # fmt: skip
def test_a_choice_alone_finds_the_answer_and_what_holds_then(given, said, unsaid, call):
    ran = call("ask", *given, "--no-input")
    assert (ran.code, ran.err) == (0, "")
    assert SHORT in ran.out
    for text in said:
        assert text in ran.out
    for text in unsaid:
        assert text not in ran.out
    # The lines that it prints lead to the same text again.
    replay = plain(ran.out).partition("segur-faq ask ")[2].splitlines()[0]
    assert call("ask", *replay.split(), "--no-input").out == ran.out
    assert call("ask", *given).out == ran.out  # nobody is there to be asked


def test_json_holds_the_choices_and_the_whole_answer(call):
    ran = call("ask", "structure=SEL", "couloir=Hôpital", "--no-input", "-f", "json")
    value = json.loads(ran.out)
    assert ran.code == 0
    assert list(value) == ["format", "path", "follow_ups", "answers"]
    assert (value["path"], value["follow_ups"]) == (
        {"couloir": "hopital"},
        {"structure": "societe"},
    )
    assert [answer["id"] for answer in value["answers"]] == ["cartes-commande"]
    assert len(value["answers"][0]["follow_up"]["options"]) == 3


@pytest.mark.parametrize("command", [["ask", "--no-input"], ["show", "cartes-commande"]])
def test_an_unknown_option_gets_the_nearest(command, call):
    ran = call(*command, "structure=sociéte")
    assert ran.code == 0  # accents do not count
    ran = call(*command, "structure=socciete")
    assert (ran.code, ran.out) == (2, "")
    for option in ("« societe »", "cabinet", "autre"):
        assert option in plain(ran.err)
    assert call(*command, "structur=societe").code == 2
    twice = call(*command, "structure=societe", "structure=cabinet")
    assert (twice.code, twice.out) == (2, "")


@pytest.mark.parametrize("chosen", [[], ["-f", "json"]])
@pytest.mark.parametrize(
    ("given", "elsewhere"),
    [
        (["produit=dmp", "structure=societe"], "cartes-commande"),
        (["structure=societe", "praticiens=un"], None),
        (["praticiens=un"], "cartes-commande la pose après structure=cabinet."),
    ],
)
def test_a_question_that_no_answer_left_asks(given, elsewhere, chosen, call):
    ran = call("ask", *given, "--no-input", *chosen)
    assert (ran.code, ran.out) == (1, "")
    assert given[-1] in ran.err
    assert (elsewhere in ran.err) if elsewhere else ("cartes-commande" not in ran.err)


@pytest.mark.parametrize("chosen", ["text", "rich", "markdown"])
def test_show_keeps_what_was_chosen(chosen, call):
    out = call("show", "cartes-commande", "structure=societe", "-f", chosen).out
    assert "La société commande" in out
    assert "Cabinet" not in out
    whole = call("show", "cartes-commande", "-f", chosen).out
    for text in ("La société commande", "Le praticien commande", "Une carte suffit.",
                 "cartes-couloirs", "Écrivez d'abord.", "mssante-bal"):  # fmt: skip
        assert text in whole
    # It shows one answer: the other is for `ask` to lead to.
    assert "Une BAL est" not in call("show", "cartes-commande", "structure=autre").out


def test_show_of_the_json_is_whole_whatever_was_chosen(call):
    bare = call("show", "cartes-commande", "-f", "json").out
    assert call("show", "cartes-commande", "structure=societe", "-f", "json").out == bare


@pytest.mark.parametrize(
    ("cited", "choices"),
    [
        ("cartes-commande", ["structure=societe"]),
        ("cartes-commande", ["structure=cabinet", "praticiens=un"]),
        ("cartes-couloirs", ["structure=cabinet", "praticiens=plusieurs"]),
    ],
)
def test_a_citation_that_is_replayed_leads_back(cited, choices, call):
    pairs = ["couloir=coeur", "produit=cartes", *choices]
    quote = call("show", cited, *pairs, "--cite")
    line = plain(quote.out).partition("Parcours : ")[2].strip()
    assert " ".join(choices) in line
    ran = call("ask", "--replay", line)
    assert ran.code == 0
    assert "n'a pas changé" in ran.err
    assert cited in ran.out


# --- the tree ----------------------------------------------------------------------------------


def test_the_tree_lists_the_questions_under_their_answer(call):
    rows = call("tree", "couloir=hopital", "produit=cartes", "offre=segur").out.splitlines()
    start = next(n for n, row in enumerate(rows) if "cartes-commande" in row)
    said = [
        "Quelle est votre structure ?", "structure=societe", "structure=cabinet",
        "Combien de praticiens y exercent ?", "praticiens=un",
        "praticiens=plusieurs → cartes-couloirs", "structure=autre → mssante-bal",
    ]  # fmt: skip
    below = [plain(row) for row in rows[start + 1 : start + 1 + len(said)]]
    assert [row.strip(" │") for row in below] == said
    indents = [len(row) - len(row.lstrip(" │")) for row in below]
    assert indents[1] == indents[2] == indents[6] > indents[0]
    assert indents[4] == indents[5] > indents[3] > indents[2]


def test_the_tree_as_json_has_them_whole(call):
    value = json.loads(call("tree", "couloir=hopital", "offre=segur", "-f", "json").out)
    cards = next(option for option in value["options"] if option["option"] == "cartes")
    assert cards["answers"] == ["cartes-commande"]
    whole = json.loads(call("show", "cartes-commande", "-f", "json").out)
    assert cards["follow_ups"] == {"cartes-commande": whole["follow_up"]}
    others = [option for option in value["options"] if option is not cards]
    assert all(option["follow_ups"] == {} for option in others)
