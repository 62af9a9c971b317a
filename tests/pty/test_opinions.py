"""The keys of an answer, pressed on a real terminal."""

import pytest

from segur_faq.feedback.store import Store

from .terminal import Terminal

pytestmark = pytest.mark.timeout(120)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 15)])
def test_the_keys_of_an_answer(columns, rows, small_corpus, tmp_path):
    terminal = Terminal(
        "ask", "--trees", str(small_corpus), "couloir=imagerie", "produit=psc",
        columns=columns, rows=rows,
        SEGUR_FAQ_FEEDBACK=str(tmp_path), DISPLAY="", WAYLAND_DISPLAY="",
    )  # fmt: skip
    try:
        terminal.see("été utile", "Oui", "Ne plus demander")
        terminal.point_at("Passer")
        terminal.press("n")
        terminal.see("Pourquoi ?", "périmé")
        terminal.press(*"clair")
        terminal.point_at("Ce n'est pas clair")
        terminal.press("\r")
        terminal.has_said("Merci.")
        terminal.see("Que voulez-vous faire")
        terminal.press("c")
        terminal.has_said("dmp-imagerie@")
        terminal.see("Que voulez-vous faire")
        terminal.press("w")
        terminal.has_said("Écrite pour", "Mènerait ailleurs")
        terminal.see("Que voulez-vous faire")
        terminal.press("o")
        terminal.has_said("Pas de navigateur")
        terminal.see("Que voulez-vous faire")
        terminal.press("y")
        terminal.has_said("La citation est partie")
        terminal.press(*"quit")
        terminal.point_at("Quitter")
        terminal.press("\r")
        assert terminal.leave() == 0
    finally:
        terminal.close()
    assert terminal.settings_at_end == terminal.settings
    assert b"\x1b]52;c;" in terminal.raw
    (vote,) = Store(tmp_path / "opinions.sqlite").votes()
    assert (vote.answer, vote.useful, vote.reason) == ("dmp-imagerie", False, "pas-clair")
