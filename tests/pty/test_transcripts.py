"""One whole journey in each skin, as it stands on the screen, held to what was last agreed.

An offer, a lane left open, a product, one of the answers that remain, its follow-up of two
questions, an opinion, a citation and the reasons. `UPDATE_TRANSCRIPTS=1` writes the transcripts
again: read what changed before it is kept.
"""

import os
import shlex
from pathlib import Path

import pytest
from cli.program import run

from .terminal import ENTER, Terminal

pytestmark = pytest.mark.timeout(120)

KEPT = Path(__file__).resolve().parent.parent / "transcripts"

JOURNEY = (
    ("d'offre ?", "ségur", "Ségur"),
    ("couloir ?", "sais pas", "Je ne sais pas"),
    ("service ?", "cartes", "Cartes"),
    ("Quelle réponse", "commander", "Comment commander"),
    ("votre structure ?", "libéral", "Cabinet libéral"),
    ("de praticiens", "un seul", "Un seul"),
    ("été utile", "n", ""),
    ("Pourquoi ?", "clair", "Ce n'est pas clair"),
    ("voulez-vous faire", "c", ""),
    ("Parcours :", "w", ""),
    ("Pourquoi cette réponse", "quitter", "Quitter"),
)
"""What is waited for, what is typed then, and the row that it finds; without one, it is a key."""

COMMANDS = (
    "ask couloir=- produit=cartes --no-input",
    "ask couloir=- produit=cartes structure=cabinet praticiens=un --no-input",
    "ask couloir=- produit=cartes structure=cabinet praticiens=plusieurs --no-input",
    "show cartes-commande couloir=imagerie structure=cabinet --cite",
    "show cartes-commande couloir=imagerie --field short --why",
    "ask couloir=biologie produit=psc --no-input",
)


def hold(name: str, text: str) -> None:
    """Compare a transcript with the one that is kept, or keep it."""
    file = KEPT / f"{name}.txt"
    if os.environ.get("UPDATE_TRANSCRIPTS"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")


@pytest.fixture
def variables(small_corpus, tmp_path):
    return {"SEGUR_FAQ_TREES": str(small_corpus), "SEGUR_FAQ_FEEDBACK": str(tmp_path / "avis")}


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 15)])
def test_menus(columns, rows, variables):
    terminal = Terminal("ask", columns=columns, rows=rows, **variables)
    screens = []
    try:
        for awaited, typed, row in JOURNEY:
            terminal.has_said(awaited)
            terminal.see("· ? aide")  # the last line of a menu
            screens.append(terminal.text.rstrip() + "\n")
            terminal.press(*typed)
            if row:
                terminal.point_at(row)
                terminal.press(ENTER)
        assert terminal.leave() == 0
    finally:
        terminal.close()
    hold(f"menus-{columns}x{rows}", f"{'═' * columns}\n".join(screens))


def test_numbered(variables):
    terminal = Terminal("ask", "--simple", columns=80, rows=24, **variables)
    try:
        for awaited, typed, _ in JOURNEY:
            terminal.has_said(awaited)
            terminal.wait_at("quitter) :")
            terminal.press(typed + "\r")
        assert terminal.leave() == 0
    finally:
        terminal.close()
    hold("numbered", terminal.all_text.rstrip() + "\n")


def test_scripted(variables):
    told = []
    for command in COMMANDS:
        ran = run(*shlex.split(command), env=variables)
        told.append(f"$ segur-faq {command}\n{ran.out}{ran.err}[{ran.code}]\n")
    hold("scripted", "\n".join(told).replace("\u00a0", " "))
