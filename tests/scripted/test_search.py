"""`search`: the fast lane and the ordinary one write the same bytes, or the fast one nothing."""

import sqlite3

import pytest
from compiled.folders import compile_now, old_corpus
from scripted.lanes import NOTHING, agree, captured, fast

from segur_faq.compiled import opening
from segur_faq.scripted.lane import answer

QUERIES = (
    "DMP",
    "comment commander un certificat",
    "INS",
    "identité nationale de santé",
    "formulaire 413",
    "n° 413",
    "SC.DMP/CONF.11",
    "e-CPS",
    "messagerie sécurisée de santé",
    "mssante boite aux letres",
    "teleconsultation",
    "DSR-IMG-DB-Va2",
    "Quels sont les délais de paiement du solde ?",
    "bonjour, je voudrais savoir si mon logiciel peut être référencé en vague 2, merci",
    "imagerie",
    "officine vague 2",
    "l'hébergement HDS d'une appli",
    "PSC espace de confiance",
    "mssante-types-bal",
    "certifcat",
    "homologatoin CNDA zorglub",
    "DMPINSI",
    "drimbox ris",
    "solde de facture",
    "qu'est-ce qu'un label",
    "ROR",
    "hop'en",
    "esms",
    "laboratoire de biologie médicale",
    "test d'intrusion",
    "proxy e-santé",
    "carte CPS perdue",
    "pas",
    "ordonnance numérique « Ségur »",
    "PRO SANTE CONNECT",
    "œdème cœur",
)
FOUND = tuple(query for query in QUERIES if query not in ("pas", "œdème cœur"))


@pytest.mark.parametrize("chosen", ["text", "json", "ids"])
def test_queries_in_every_format(chosen, real):
    for query in QUERIES:
        found = query in FOUND
        written = agree("search", *query.split(), "-f", chosen, taken=found)
        assert written.code == (0 if found else 1)


def test_explained(real):
    for query in FOUND[::4]:
        assert b"Pourquoi" in agree("search", query, "--explain").out
        assert b'"explanation"' in agree("search", "--explain", query, "-f", "json").out


@pytest.mark.parametrize("limit", ["1", "2", "10", "50", "007"])
def test_a_limit(limit, real):
    for query in FOUND[:4]:
        written = agree("search", query, "-f", "ids", "--limit", limit)
        assert 1 <= written.out.count(b"\n") <= int(limit)
    agree("search", FOUND[1], "-n", limit)
    agree("search", FOUND[1], f"--limit={limit}", "-f", "json", "--explain")


def test_every_option_of_every_level(real):
    """One pair, spelled as the cascade spells it, limits a search in the same way."""
    taken = 0
    for level in real.levels:
        for option in level.options:
            pair = f"{level.id}={option.id}"
            some = fast("search", "DMP certificat", pair) != NOTHING
            agree("search", "DMP certificat", pair, "-f", "ids", taken=some)
            taken += some
    assert taken > 30


def test_one_pair_in_every_format(real):
    for query in FOUND[:8]:
        for chosen in ("text", "json", "ids"):
            agree("search", query, "couloir=imagerie", "-f", chosen, "--explain", "-n", "50")
            agree("search", "vague=2", query, "-f", chosen)


def test_notices_are_the_same(real):
    assert "Vouliez-vous dire" in agree("search", "certifcat").err.decode()
    assert "ne figure dans" in agree("search", "certificat", "zorglubesque").err.decode()
    assert "Reconnu" in agree("search", "certificat", "imagerie").err.decode()
    # What is given as a pair is not said to be recognised.
    told = agree("search", "certificat", "imagerie", "couloir=imagerie").err
    assert b"couloir=imagerie" not in told


@pytest.mark.parametrize(
    "words",
    [
        [" dmp "],
        ["", "dmp"],
        ["dmp", "", "bal", ""],
        ["\tdmp\n"],
        ["dmp" + " bal" * 5000],
        ["dmp"] * 500,
        ["dmp", "--explain", "--explain"],
        ["dmp", "--format=json"],
        ["-f", "ids", "dmp"],
        ["dmp", "«", "é", "²", "🙂", "\u0301", "a\u0301"],
        ["dmp", '"', "'", "*", "^", "(", ")", "NEAR", "OR", "AND", "NOT", "{", "title:"],
        ["dmp", "%", "_", "\\", ";", "DROP", "TABLE", "texts"],
        ["dmp", "\udce9"],
    ],
    ids=lambda words: " ".join(words)[:40].encode("ascii", "backslashreplace").decode(),
)
def test_odd_words_that_are_taken(words, small):
    agree("search", *words)
    if not any(word.startswith(("-f", "--format")) for word in words):
        agree("search", *words, "-f", "json")


@pytest.mark.parametrize(
    "words",
    [
        ["search"],
        ["search", ""],
        ["search", " "],
        ["search", "couloir=imagerie"],
        ["search", "zorglubesque"],
        ["search", "le la les"],
        ["search", "dmp", "couloir=imagerie", "produit=dmp"],
        ["search", "dmp", "couloir=nope"],
        ["search", "dmp", "nope=1"],
        ["search", "dmp", "couloir=radiologie"],
        ["search", "dmp", "Couloir=imagerie"],
        ["search", "dmp", "couloir="],
        ["search", "dmp", "couloir=-"],
        ["search", "dmp", "="],
        ["search", "candidater", "couloir=imagerie"],  # found elsewhere only
        ["search", "dmp", "-n", "0"],
        ["search", "dmp", "-n", "51"],
        ["search", "dmp", "-n", "-1"],
        ["search", "dmp", "-n", "x"],
        ["search", "dmp", "-n", "1.0"],
        ["search", "dmp", "-n", " 1"],
        ["search", "dmp", "-n", "²"],
        ["search", "dmp", "-n", "1" * 5000],
        ["search", "dmp", "-n"],
        ["search", "dmp", "-n5"],
        ["search", "dmp", "-n", "--explain", "3"],
        ["search", "dmp", "--limit", "3", "-n", "3"],
        ["search", "dmp", "--explain=1"],
        ["search", "dmp", "--no-explain"],
        ["search", "dmp", "--trees", "--explain", "."],
        ["search", "dmp", "-f", "--explain"],
        ["search", "dmp", "-f", "csv"],
        ["search", "dmp", "-fjson"],
        ["search", "--", "dmp"],
        ["search", "dmp", "--color", "never"],
        ["search", "dmp", "-h"],
    ],
    ids=lambda words: " ".join(words)[:40],
)
def test_what_the_fast_lane_leaves(words, small):
    assert fast(*words) == NOTHING


def test_on_a_terminal_results_are_drawn(small):
    for chosen in ("text", "json", "ids"):
        assert fast("search", "dmp", "-f", chosen, terminal=True) == NOTHING


def test_another_folder(tmp_path):
    folder = tmp_path / "deux mots"
    compile_now(old_corpus(folder))
    agree("search", "dmp", "--trees", str(folder))
    agree("search", "dmp", "--trees", str(folder), "-f", "json", "couloir=imagerie")


@pytest.mark.parametrize("words", [["search", "dmp"], ["search", "zorglubesque"], ["show", "x"]])
def test_the_compiled_file_is_closed_whatever_comes_of_it(words, small, monkeypatch):
    opened = []
    connect = opening.connect
    monkeypatch.setattr(opening, "connect", lambda path: opened.append(connect(path)) or opened[-1])
    captured(lambda: answer(words))
    (connection,) = opened
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")
