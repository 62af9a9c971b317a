"""Terms in a text, and terms that a word means."""

from segur_faq.corpus.glossary import answers_using, find_terms, terms_in
from segur_faq.corpus.model import Answer, Corpus, Term

CPS = Term("CPS", "Carte de Professionnel", synonyms=("carte pro",))
ECPS = Term("e-CPS", "Carte dématérialisée")
BAL = Term("BAL", "Boîte aux lettres", synonyms=("boîte mail", "carte pro"))
TERMS = (CPS, ECPS, BAL)


def answer(ident, question, body=""):
    return Answer(ident, question, "Oui.", {}, body=body)


def test_the_longest_term_wins_and_case_counts():
    assert terms_in(TERMS, "La e-CPS suffit.") == (ECPS,)
    assert terms_in(TERMS, "La CPS, l'e-CPS et une BAL") == (BAL, CPS, ECPS)
    assert terms_in(TERMS, "une cps, des CPSx, un BALlon") == ()
    assert terms_in((), "CPS") == ()


def test_a_word_means_a_term_in_any_case_or_accent():
    corpus = Corpus("", (), (), terms=TERMS)
    assert find_terms(corpus, "cps") == (CPS,)
    assert find_terms(corpus, "boite MAIL") == (BAL,)
    assert find_terms(corpus, "boîte aux lettres") == (BAL,)
    assert find_terms(corpus, "carte pro") == (CPS, BAL)
    assert find_terms(corpus, "rien") == ()


def test_answers_that_ask_about_a_term_come_first():
    told = answer("told", "Pourquoi ?", body="Par la BAL.")
    asked = answer("asked", "Quelle BAL ?")
    other = answer("other", "Quoi ?")
    corpus = Corpus("", (), (told, asked, other), terms=TERMS)
    assert answers_using(corpus, BAL) == (asked, told)
