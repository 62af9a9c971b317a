"""The wizard as a person meets it. Few tests: what needs no terminal is tested without one."""

import pytest

from .terminal import CTRL_C, CTRL_D, DOWN, ENTER, ESCAPE, LEFT, UP, Terminal

pytestmark = pytest.mark.timeout(120)

OFFER, LANE, PRODUCT = "quel type d'offre", "quel couloir", "quel produit ou service"
WHICH, NEXT, CHOICE = "Quelle réponse", "Que voulez-vous faire", "Quel choix"


@pytest.fixture
def ask(small_corpus):
    """Open a terminal on the journey through the small corpus."""
    opened = []

    def open_terminal(*arguments, **options):
        terminal = Terminal("ask", "--trees", str(small_corpus), *arguments, **options)
        opened.append(terminal)
        return terminal

    yield open_terminal
    for terminal in opened:
        terminal.close()


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 15)])
def test_a_whole_journey(columns, rows, ask):
    terminal = ask(columns=columns, rows=rows)
    terminal.see("offre ?")
    terminal.point_at("Ségur")
    terminal.press(ENTER)
    terminal.see("couloir ?", "Biologie")
    terminal.press(UP)  # round the end
    terminal.point_at("Quitter")
    terminal.press(*"ima")
    terminal.point_at("Imagerie")
    terminal.press(ENTER)
    terminal.see("produit ou", "Imagerie")
    terminal.press("p", "r", "o", " ")
    terminal.point_at("Pro Santé Connect")
    terminal.press(ENTER)
    terminal.see("faire ?")
    terminal.press(*"quit")
    terminal.point_at("Quitter")
    terminal.press(ENTER)
    assert terminal.leave() == 0
    shown = "".join(terminal.all_text.split())
    for said in ("Oui,c'estuneobligation.", "https://exemple.fr/page?f[0]=theme:591&f[1]=theme:2619",
                 "segur-faqshowdmp-imagerie"):  # fmt: skip
        assert said in shown
    assert terminal.settings_at_end == terminal.settings


def test_typing_accents_filters_and_nothing_is_chosen_by_mistake(ask):
    terminal = ask("offre=segur")
    terminal.see(LANE)
    terminal.press(*"hôp")
    terminal.point_at("Hôpital")
    assert "Biologie" not in terminal.text
    terminal.press("z")
    terminal.see("rien ne correspond")
    terminal.press(ENTER, ENTER, "\x7f")
    terminal.point_at("Hôpital")
    terminal.press("\x1b[3~", "\x1bOP")  # Delete and F1 are no letters
    terminal.press(ENTER)
    terminal.see(PRODUCT)
    assert "Hôpital" in terminal.text


def test_back_from_each_step_to_the_first(ask):
    terminal = ask()
    terminal.see(OFFER)
    terminal.press(ENTER)
    terminal.see(LANE)
    terminal.press(*"hop", ENTER)
    terminal.see(PRODUCT)
    terminal.press(*"mss")
    terminal.point_at("MSSanté")
    terminal.press(ENTER)
    terminal.see(WHICH)
    terminal.press(ENTER)
    terminal.see(NEXT)
    for title, pointed in (
        (WHICH, "L'hôpital a-t-il"),
        (PRODUCT, "MSSanté"),
        (LANE, "Hôpital"),
        (OFFER, "Ségur"),
    ):
        terminal.press(ESCAPE if title in (WHICH, LANE) else LEFT)
        terminal.see(title)
        terminal.point_at(pointed)
    terminal.press(LEFT)
    terminal.see("au début")
    terminal.press(CTRL_D)
    assert terminal.leave() == 0


def test_a_choice_is_corrected_and_the_others_stay(ask):
    terminal = ask("offre=segur", "couloir=hopital", "produit=dmp")
    terminal.see(WHICH)
    terminal.press(*"corriger")
    terminal.point_at("Corriger")
    terminal.press(ENTER)
    terminal.see(CHOICE)
    terminal.press(DOWN)
    terminal.point_at("Couloir")
    terminal.press(ENTER)
    terminal.see(LANE)
    terminal.point_at("Hôpital")
    terminal.press(*"imag")
    terminal.point_at("Imagerie")
    terminal.press(ENTER)
    terminal.see(WHICH, "Imagerie", "DMP", "Le RIS doit-il")


def test_one_of_several_is_read_and_the_list_comes_back_where_it_was(ask, tmp_path):
    answers = tmp_path / "answers.txt"
    terminal = ask("couloir=hopital", "produit=mssante", "--color", "always", stdout=answers)
    terminal.see(WHICH)
    terminal.press(DOWN)
    terminal.point_at("Quels types de BAL")
    terminal.press(ENTER)
    terminal.see(NEXT)
    terminal.press(ENTER)  # back to the list, the first row
    terminal.see(WHICH)
    terminal.point_at("Quels types de BAL")
    terminal.press(CTRL_D)
    assert terminal.leave() == 0
    written = answers.read_text()
    assert written.startswith("Quels types de BAL MSSanté existent ?\n")
    assert "segur-faq ask couloir=hopital produit=mssante" in written
    assert "\x1b" not in written
    assert WHICH not in written


def test_a_slash_searches_from_where_one_is_and_back_returns_there(ask):
    terminal = ask("offre=segur", "couloir=hopital")
    terminal.see(PRODUCT)
    terminal.press("/")
    terminal.see("Mots à chercher")
    terminal.press(*"zzz", ENTER)
    terminal.see("Rien ne correspond", "zzz", PRODUCT)
    terminal.press("/")
    terminal.see("Mots à chercher")
    terminal.press(*"bal de sevice", ENTER)
    terminal.see("Vouliez-vous dire", "service", WHICH, "Hôpital")
    terminal.point_at("L'hôpital a-t-il")
    terminal.press(ENTER)
    terminal.see("organisationnelle.", NEXT)
    terminal.press(LEFT)
    terminal.see(WHICH)
    terminal.press(ESCAPE)
    terminal.see(PRODUCT)
    terminal.point_at("Rechercher")
    terminal.press("/")
    terminal.see("Mots à chercher")
    terminal.press(ESCAPE)
    terminal.see(PRODUCT)
    terminal.press(CTRL_D)
    assert terminal.leave() == 0
    assert terminal.settings_at_end == terminal.settings


def test_free_text_comes_first_and_the_cascade_narrows_it(ask):
    terminal = ask("alimenter", "le", "DMP", "offre=segur")
    terminal.see(WHICH, "« alimenter le DMP »", "(3)")
    terminal.point_at("Comment alimenter le DMP")
    terminal.press(*"préciser")
    terminal.point_at("Préciser")
    terminal.press(ENTER)
    terminal.see(LANE)
    terminal.press(*"hop")
    terminal.point_at("Hôpital")
    terminal.press(ENTER)
    terminal.see(WHICH, "« alimenter le DMP »", "(2)", "Hôpital")
    assert "Le RIS" not in terminal.text
    terminal.press(*"qui alim")
    terminal.point_at("À l'hôpital")
    terminal.press(ENTER)
    terminal.has_said("segur-faq ask offre=segur couloir=hopital")
    terminal.see(NEXT)
    terminal.press(CTRL_C)
    assert terminal.leave() == 130


@pytest.mark.parametrize(
    ("arguments", "title"),
    [
        ([], OFFER),
        (["couloir=hopital", "produit=dmp"], WHICH),
        (["couloir=imagerie", "produit=psc"], NEXT),
        (["couloir=hopital", "produit=dmp"], CHOICE),
        (["--simple"], "Numéro"),
    ],
    ids=["question", "list", "reading", "recap", "numbered"],
)
def test_ctrl_c_is_130_everywhere_and_gives_the_terminal_back(arguments, title, ask):
    terminal = ask(*arguments)
    if title == CHOICE:
        terminal.see(WHICH)
        terminal.press(*"corriger")
        terminal.point_at("Corriger")
        terminal.press(ENTER)
    terminal.see(title)
    terminal.press(CTRL_C)
    assert terminal.leave() == 130
    assert terminal.settings_at_end == terminal.settings
    for word in ("Traceback", "Abort", "Cancelled", "Interrupt"):
        assert word not in terminal.all_text


@pytest.mark.parametrize("how", ["--simple", "TERM=dumb", "ACCESSIBLE=1"])
def test_numbered_lines_are_never_repainted(how, ask):
    variables = dict([how.split("=")]) if "=" in how else {}
    terminal = ask(*([] if variables else [how]), columns=40, **variables)
    terminal.see(OFFER.split()[0], "Numéro")
    terminal.press("1\n")
    terminal.has_said("-> Ségur", "couloir ?")
    terminal.press("imag\n")
    terminal.has_said("-> Imagerie", "service ?")
    terminal.press("psc\n")
    terminal.has_said("obligation", "faire ?")
    terminal.press(CTRL_D)
    assert terminal.leave() == 0
    assert terminal.raw.count(b"\r") == terminal.raw.count(b"\r\n")
    before_the_answer = terminal.raw.partition(b"obligation")[0].rpartition(b"-> Pro")[0]
    assert before_the_answer
    assert b"\x1b" not in before_the_answer
