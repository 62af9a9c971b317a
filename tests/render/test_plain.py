"""Plain text: what becomes of Markdown where there is no colour and no click."""

import unicodedata
from textwrap import dedent

import pytest
from render.cards import answer, card, link

from segur_faq.corpus.model import Citation, Term
from segur_faq.render.plain import plain_markdown, render


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Un **mot** *fort* et `du code`.", "Un mot fort et du code."),
        ("Un paragraphe\nsur deux lignes.", "Un paragraphe sur deux lignes."),
        ("Un.\n\nDeux.", "Un.\n\nDeux."),
        ("Forcée,  \nla ligne.", "Forcée,\nla ligne."),
        ("Forcée,\\\nla ligne.", "Forcée,\nla ligne."),
        ("- a\n- b", "- a\n- b"),
        ("* a\n\n* b", "- a\n- b"),
        ("- a\n  suite\n- b", "- a suite\n- b"),
        ("- a\n  - b\n    - c\n- d", "- a\n  - b\n    - c\n- d"),
        ("1. a\n2. b\n3. c", "1. a\n2. b\n3. c"),
        ("1. a\n1. b", "1. a\n2. b"),
        ("9. a\n10. b", "9. a\n10. b"),
        ("0. a\n1. b", "0. a\n1. b"),
        ("3) a\n4) b", "3. a\n4. b"),
        ("1. a\n   - b\n2. c", "1. a\n  - b\n2. c"),
        ("- a\n  1. b\n  2. c\n- d", "- a\n  1. b\n  2. c\n- d"),
        ("- forcée,\\\n  la ligne\n- b", "- forcée,\n  la ligne\n- b"),
        ("Avant :\n\n- a\n\nAprès.", "Avant :\n\n- a\n\nAprès."),
        ("# Titre\n\nTexte.", "Titre\n\nTexte."),
        ("> Cité.", "Cité."),
        ("Avant\n\n---\n\naprès", "Avant\n\n---\n\naprès"),
        ("```sh\nsegur-faq  list\n  suite\n```", "    segur-faq  list\n      suite"),
        ("Avant\n\n    du code\n\naprès", "Avant\n\n    du code\n\naprès"),
        ("&eacute; &amp; \\*", "é & *"),
        ("", ""),
    ],
)
def test_markdown_as_text(markdown, text):
    assert plain_markdown(markdown) == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("[Le guide](https://exemple.fr/g)", "Le guide (https://exemple.fr/g)"),
        ("[**Le** guide](https://exemple.fr/g)", "Le guide (https://exemple.fr/g)"),
        ("<https://exemple.fr/g>", "https://exemple.fr/g"),
        ("[https://exemple.fr/g](https://exemple.fr/g)", "https://exemple.fr/g"),
        ("[](https://exemple.fr/g)", "https://exemple.fr/g"),
        ("https://exemple.fr/g_h_i", "https://exemple.fr/g_h_i"),
        ("<moi@exemple.fr>", "moi@exemple.fr"),
        ("[moi](mailto:moi@exemple.fr)", "moi (mailto:moi@exemple.fr)"),
        ("[a](https://a.fr) et [b](https://b.fr)", "a (https://a.fr) et b (https://b.fr)"),
        ("[a]\n\n[a]: https://a.fr", "a (https://a.fr)"),
        ("[a](ftp://exemple.fr/f)", "a (ftp://exemple.fr/f)"),
        ("[a](javascript:alert(1))", "[a](javascript:alert(1))"),
    ],
)
def test_the_address_of_a_link_is_always_in_sight(markdown, text):
    assert plain_markdown(markdown) == text


@pytest.mark.parametrize(
    "html", ["<script>alert(1)</script>", "<b>gras</b>", "un <br/> deux", "<!-- rien -->"]
)
def test_html_is_text(html):
    assert plain_markdown(html) == html
    assert plain_markdown(f"Avant.\n\n{html}\n") == f"Avant.\n\n{html}"


@pytest.mark.parametrize(
    "markdown",
    [
        "a&#13;b",
        "a&#12;b",
        "a&#27;[31mb",
        "a&#x202E;b",
        "a&#x9b;31mb",
        "`a`&rlm;",
        "<https://exemple.fr/%1B[31m%0D%E2%80%AE>",
        "[<https://exemple.fr/%1B]0;titre%07>](https://exemple.fr)",
        "![a&#13;b](https://exemple.fr/i.png)",
    ],
)
def test_no_entity_and_no_percent_sign_writes_a_control_character(markdown):
    # The reading of files refuses these characters; Markdown has its own ways to write them.
    text = plain_markdown(markdown)
    assert {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp")} <= {"\n"}


def test_no_line_ends_with_a_space():
    body = "Un  \ndeux\n\n- a\n\n  b\n\n```\ncode   \n\n```\n\n` x ` "
    assert not [line for line in plain_markdown(body).splitlines() if line != line.rstrip()]


def test_an_answer_says_everything_that_is_known():
    other = answer(id="autre-reponse", question="Autre question ?")
    text = render(
        card(
            other,
            body="Le DMP.",
            caveat="À vérifier.",
            links=(link("Le guide", "https://exemple.fr/guide"),),
            see_also=("autre-reponse",),
            terms=(Term("DMP", "Dossier Médical Partagé"),),
            path=["couloir=a"],
        )
    )
    for said in (
        "Une question ?", "Une réponse.", "Le DMP.", "À vérifier.", "Le guide",
        "https://exemple.fr/guide", "ANS", "https://exemple.fr/p", "22/11/2026",
        "Dossier Médical Partagé", "Autre question ?", "autre-reponse",
        "segur-faq show une-reponse", "segur-faq ask couloir=a",
    ):  # fmt: skip
        assert said in text.replace("\u00a0", " ")
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    assert not [line for line in text.splitlines() if line != line.rstrip()]


def test_hearsay_is_said():
    official = render(card())
    hearsay = render(card(sources=(Citation("autre", "2026-11-22"),)))
    assert "source secondaire" in hearsay
    assert "source secondaire" not in official


def test_what_an_answer_lacks_leaves_no_heading():
    bare = render(card(sources=()))
    assert len(bare.split("\n\n")) == 3


def test_the_body_of_the_small_corpus(small_index):
    body = small_index.corpus.answers_by_id["dmp-alimentation"].body
    assert plain_markdown(body) == dedent(
        """\
        Deux voies sont possibles :

        - l'API ;
        - la transaction, qui demande
          - un certificat ;
          - une carte.

        Puis, dans l'ordre :

        3. lisez le guide (https://exemple.fr/guide) ;
        4. écrivez à contact@exemple.fr.

        Le code est TD2, ou https://exemple.fr/td2.

            POST /dmp
              corps"""
    )
