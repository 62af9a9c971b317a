"""The question that an answer ends with, on a real terminal."""

import pytest

from segur_faq.feedback.store import Store

from .terminal import CTRL_C, ESCAPE, Terminal

pytestmark = pytest.mark.timeout(120)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 15)])
def test_a_question_of_two_levels_that_leads_to_another_answer(
    columns, rows, small_corpus, tmp_path
):
    terminal = Terminal(
        "ask", "--trees", str(small_corpus), "couloir=imagerie", "produit=cartes",
        columns=columns, rows=rows,
        SEGUR_FAQ_FEEDBACK=str(tmp_path), DISPLAY="", WAYLAND_DISPLAY="",
    )  # fmt: skip
    try:
        terminal.see("Quelle réponse")
        terminal.press(*"commander")
        terminal.point_at("Comment commander")
        terminal.press("\r")
        terminal.has_said("Sur le site de l'ANS.")
        terminal.see("Quelle est votre structure", "Sans préciser")
        terminal.point_at("Société d'exercice")
        assert "La société commande" not in terminal.all_text
        terminal.press("\x1b[B")
        terminal.point_at("Cabinet libéral")
        terminal.press("\r")
        terminal.has_said("Le praticien commande lui-même.")
        terminal.see("Combien de praticiens")
        terminal.press(ESCAPE)
        terminal.see("Quelle est votre structure")
        terminal.point_at("Cabinet libéral")
        terminal.press("\r")
        terminal.see("Combien de praticiens")
        terminal.press(*"plus")
        terminal.point_at("Plusieurs")
        terminal.press("\r")
        terminal.has_said("Oui, sauf au service des cartes.")
        terminal.see("été utile", "Oui")
        terminal.press("o")
        terminal.has_said("Merci.")
        terminal.see("Que voulez-vous faire")
        terminal.press("c")
        terminal.has_said("Parcours : segur-faq ask")
        terminal.press(*"quit")
        terminal.point_at("Quitter")
        terminal.press("\r")
        assert terminal.leave() == 0
    finally:
        terminal.close()
    assert terminal.settings_at_end == terminal.settings
    (vote,) = Store(tmp_path / "opinions.sqlite").votes()
    assert (vote.answer, vote.useful) == ("cartes-couloirs", True)
    assert vote.path.endswith("structure=cabinet praticiens=plusieurs")


def test_ctrl_c_at_the_question_leaves_the_terminal_as_it_was(small_corpus, tmp_path):
    terminal = Terminal(
        "ask", "--trees", str(small_corpus), "structure=cabinet", SEGUR_FAQ_FEEDBACK=str(tmp_path)
    )
    try:
        terminal.see("Combien de praticiens")
        terminal.has_said("Sur le site de l'ANS.", "Le praticien commande lui-même.")
        terminal.press(CTRL_C)
        assert terminal.leave() == 130
    finally:
        terminal.close()
    assert terminal.settings_at_end == terminal.settings
    assert Store(tmp_path / "opinions.sqlite").votes() == []
