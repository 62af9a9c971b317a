"""The form of an address: what opens, and what is wrong with the others."""

import pytest

from segur_faq.lint.url_form import fault_of
from segur_faq.lint.urls import less_closing, without_addresses

SOUND = """\
https://exemple.fr
HTTP://Exemple.FR:8080/a?b=c&d[0]=e:1#f
https://exemple.fr/@alice/(b)/%20c;v=1,2
https://192.0.2.7/x
https://[2001:db8::1]:443/x
http://localhost:80
https://é.fr/ç
https://xn--9ca.fr
mailto:accueil@exemple.fr
mailto:a@exemple.fr,b.c+d@sous.exemple.fr?subject=Bonjour%20à%20vous
"""

WRONG = {
    "https:/exemple.fr": "1 barre",
    "https:exemple.fr": "0 barre",
    "https:///exemple.fr": "3 barres",
    "https//exemple.fr": "deux-points",
    "htps://exemple.fr": "htps",
    "www.exemple.fr": "https://",
    "exemple.fr:8080/x": "https://",
    "accueil@exemple.fr": "électronique",
    "mailto:accueil": "électronique",
    "guide.pdf": "nulle part",
    "": "nulle part",
    "https://": "nom de site",
    "https://exemple": "nom de site",
    "https://exemple..fr": "nom de site",
    "https://-exemple.fr": "nom de site",
    "https://exemple.f": "nom de site",
    "https://192.0.2.777": "IP",
    "https://exemple.fr:a": "port",
    "https://https://exemple.fr": "deux fois",
    "https://a:b@exemple.fr": "connexion",
    "https://a@exemple.fr": "connexion",
    "https://exemple.fr/?token=abcd": "jeton",
    "https://exemple.fr/a b": "espace",
    "https://exemple.fr/a\u00a0b": "espace",
    "https://exemple.fr/(a": "paires",
    "https://exemple.fr/a]": "paires",
    "https://exemple.fr/50%": "hexadécimaux",
    "https://exemple.fr/a.": "finit",
    "https://exemple.fr/a»": "finit",
    "https://exemple.fr/a|b": "place",
    "ftp://exemple.fr": "ftp",
    "javascript:alert(1)": "javascript",
}


@pytest.mark.parametrize("address", SOUND.splitlines())
def test_what_opens_has_no_fault(address: str) -> None:
    assert fault_of(address, is_link=True) is None


@pytest.mark.parametrize(("address", "word"), WRONG.items())
def test_a_fault_is_named(address: str, word: str) -> None:
    fault = fault_of(address, is_link=True)
    assert fault is not None
    assert word in fault.message.replace("\u00a0", " ") + fault.hint


@pytest.mark.parametrize(
    "address",
    ["https://", "https://{serveur}/x", "https://…/x", "https://serveur/x", "hl7://x", "a://"],
)
def test_a_text_may_name_a_pattern_of_address(address: str) -> None:
    assert fault_of(address, is_link=False) is None
    assert fault_of(address, is_link=True) is not None


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://exemple.fr/a.", "https://exemple.fr/a"),
        ("https://exemple.fr/a),", "https://exemple.fr/a"),
        ("https://exemple.fr/a_(b).", "https://exemple.fr/a_(b)"),
        ("https://exemple.fr/f[0]…", "https://exemple.fr/f[0]"),
        ("https://exemple.fr/f[0]]", "https://exemple.fr/f[0]"),
    ],
)
def test_an_address_ends_before_the_sentence_goes_on(written: str, address: str) -> None:
    assert less_closing(written) == address


def test_addresses_leave_blanks_of_their_length() -> None:
    text = "Voir (https://exemple.fr/[a]), puis https:/x ; fin."
    assert without_addresses(text) == text.replace("https://exemple.fr/[a]", " " * 22).replace(
        "https:/x", " " * 8
    )
