"""`define`: the fast lane and the ordinary one write the same bytes, or the fast one nothing."""

import pytest
from compiled.folders import compile_now, old_corpus
from scripted.lanes import NOTHING, agree, fast

from segur_faq.corpus.glossary import find_terms


def test_every_term(real):
    for number, term in enumerate(real.terms):
        written = agree("define", term.term, "-f", ("text", "json")[number % 2])
        assert (written.code, written.err) == (0, b"")
        assert term.expansion.encode() in written.out


@pytest.mark.parametrize("chosen", ["text", "json"])
def test_every_term_synonym_and_expansion_at_once(chosen, real):
    words = [w for t in real.terms for w in (t.term, t.expansion, *t.synonyms)]
    assert len(words) > 2 * len(real.terms)
    dressed = (str, str.lower, str.upper, " {} ".format)
    given = [dressed[number % 4](word) for number, word in enumerate(words)]
    assert agree("define", *given, f"--format={chosen}").code == 0


@pytest.mark.parametrize("chosen", ["text", "json"])
def test_several_terms(chosen, small):
    for words in (["DMP", "CPS"], ["CPS", "DMP", "BAL"], ["DMP"] * 2, ["bal", "boîte mail"]):
        assert agree("define", *words, "-f", chosen).code == 0


GLOSSARY = """\
format: 1
terms:
  - {term: Été, expansion: Saison, synonyms: [beaux jours, chaud]}
  - {term: Canicule, expansion: Grande chaleur, synonyms: [chaud, saison, Été]}
  - {term: Œuvre, expansion: Travail, definition: "Un : deux ; trois ?", synonyms: [ŒUVRE d'art]}
  - {term: Chaud, expansion: Été}
"""


@pytest.mark.parametrize(
    "words",
    [
        ["ete"], ["ÉTÉ"], ["saison"], ["SAISON"], ["chaud"], ["beaux jours"], ["oeuvre"],
        ["oeuvre d’art"], ["œuvre d\u00a0art"], ["ete", "saison", "chaud"], ["\u200bete"],
        ["grande chaleur", "Canicule"], ["travail", "travail"], ["  été\n"], ["ete", "--", "x"],
    ],
    ids=repr,
)  # fmt: skip
@pytest.mark.parametrize("chosen", ["text", "json"])
def test_a_word_that_means_several_terms(words, chosen, tmp_path, monkeypatch):
    """The term itself comes before those that have the word as a synonym or expansion."""
    compile_now(old_corpus(tmp_path, glossary=GLOSSARY))
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(tmp_path))
    reading_words = [word for word in words if word not in ("--", "x")]
    known = "--" not in words and all(_means(tmp_path, word) for word in reading_words)
    agree("define", "-f", chosen, *words, taken=known)


def _means(folder, word):
    from compiled.folders import read

    return find_terms(read(folder).corpus, word)


@pytest.mark.parametrize(
    "words",
    [
        ["define"],
        ["define", ""],
        ["define", " "],
        ["define", "nope"],
        ["define", "DMP", "nope"],
        ["define", "nope", "DMP"],
        ["define", "DM"],
        ["define", "\udce9"],
        ["define", "DMP", "-fjson"],
        ["define", "DMP", "-f=json"],
        ["define", "DMP", "-f", "markdown"],
        ["define", "DMP", "-f", "json", "-f", "json"],
        ["define", "DMP", "--format"],
        ["define", "DMP", "--trees"],
        ["define", "DMP", "--trees", "/nulle/part"],
        ["define", "DMP", "--field", "term"],
        ["define", "--", "DMP"],
        ["define", "DMP", "-h"],
        ["define", "DMP", "--color", "never"],
    ],
    ids=" ".join,
)
def test_what_the_fast_lane_leaves(words, small):
    assert fast(*words) == NOTHING


def test_any_folder_and_any_stream(small, tmp_path):
    folder = tmp_path / "deux mots : l'été"
    compile_now(old_corpus(folder, glossary=GLOSSARY))
    agree("define", "ete", "--trees", str(folder))
    agree("define", "--trees", str(folder), "ete", "--format=json")
    agree("define", "DMP", terminal=True)


def test_a_glossary_that_is_not_there(tmp_path, monkeypatch):
    folder = old_corpus(tmp_path)
    (folder / "glossary.yaml").unlink()
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(folder))
    from compiled.folders import age

    compile_now(age(folder))
    agree("define", "DMP", taken=False)
    agree("show", "dmp-imagerie")
