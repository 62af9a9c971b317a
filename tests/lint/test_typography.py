"""What the rules of typography report, and what they must not, in texts of one line or two."""

import time

import pytest
from lint.typography import CODES, found

STATED = {
    "punctuation-space": (
        ["Oui ?", "Oui?", "Oui? Non⍽!", "a; b", "ratio 1 : 2", "`a: b`: oui", "**Note**: x",
         "**Note:** x", "Quoi?!", "« oui⍽»", "«oui⍽»", "«⍽oui »", "«⍽oui»", "a\n? oui",
         "mot , oui", "mot . Oui", "«⍽Erreur: accès⍽»", "etc.: oui", "10 %: oui", "«\nmot⍽»",
         "Étape 1: faire", "mot…?", "(10 €); b", "x\t?", "[un lien](https://a.example): oui",
         "Oui !\n\n- non"],
        ["Oui⍽?", "Oui\u202f!", "Quoi⍽?!", "à 12:30 et 1:2", "https://a.example/?b=c: oui",
         "std:: a", "std::vector", "Bien :-) et ;-)", "(voir⍽:)", "«⍽?⍽»", "(?) (!)", "!important",
         "![image](a.png)", "a\n\n? oui", "- : x", "1. ! z", ".NET et .gitignore", "a ... b",
         "urn:oid:1.2: x", "a &nbsp;: b", "HL7 FHIR: the overview of it", "«»", "« »",
         "theme:591 et a:b", "[x]: https://a.example", "> a\n> ? b", "«⍽Error: bad token⍽»",
         "{cle: valeur}", "offre: [a]", "mot⍽⍽?", "    code ? x ;", "Texte⍽:\n\n    code ? x ;"],
    ),
    "quotation-marks": (
        ["\"mot\"", "le \"mot\", oui", "“mot”", "“ mot ”", "<<mot>>", "<< mot >>",
         "‘mot’", "''mot''", "„mot“", "(\"mot\")", "l'\"avis\"", "**\"mot\"**", "\\\"mot\\\"",
         "un 24\" et \"x\"", "\"a\nb\""],
        ["«⍽mot⍽»", "«⍽a \"b\" c⍽»", "«⍽a “b” c⍽»", "«⍽a ‘b’ c⍽»", "24\" et 27\"",
         "5' 30\"", "{\"a\": \"b\"}", "a=\"b\"", "`\"x\"`", "[a](b \"c\")", "\"a\n\nb\"",
         "the \"word\" of it", "l’adresse", "a << b", "```\n\"a\"\n```", "\"a\": 1"],
    ),
    "numero": (
        ["n° 12", "n°12", "N °⍽12", "n ° 12", "n ° de", "no 12", "No. 12", "n°s 12", "n°A",
         "nº 12", "loi no 78-17", "n°\n12", "du no\n3", "n°⍽⍽12"],
        ["n°⍽12", "n°\u202f12", "N°⍽12", "n°s⍽12", "nos 12", "n° de dossier", "12 °C", "casino 12",
         "there is no 12 in it", "-no 12", "no-reply 12", "`n°12`", "https://a.example/n°12",
         "non 12", "no douze", "n°", "le n°."],
    ),
    "doubled-word": (
        ["de de la", "Le le mot", "Le Le mot", "BD BD", "de\nde la", "l'accès accès",
         "l'avis l'avis", "rendez-vous rendez-vous", "il est est là", "la demande demande.",
         "«⍽de de⍽»", "à à", "les leurs leurs", "au cas cas,", "qu'il qu'il", "que  que",
         "mot mot"],
        ["nous nous", "vous vous", "faire faire", "tout en en parlant", "envoyez-le le jour",
         "est-ce ce mot", "sous sous-traitant", "quelqu'un un jour", "rendez-vous vous attend",
         "ceux qui le sont sont là", "la demande demande un délai", "la leur leur suffit",
         "01 01 02", "A A", "de, de", "oui. Oui", "- BD\n- BD", "a  \na", "mot\n\nmot",
         "that that is the", "un un.fr", "`de` `de`", "à La La Land", "la La", "sous-sous"],
    ),
    "doubled-space": (
        ["a  b", "a⍽ b", "12⍽⍽000", "- a\n- b  c", "a \nb", "a   \nb", "a  \n\nb", "> a  b",
         "a  :-)", "a⍽⍽: b", "a.  B", "1. a  b"],
        ["a b", "- a\n-  b\n   c", "1.  x", "10.   x", "a  \nb", "`a  b`", "| a  | b |",
         "```\na  b \n```", "a\n\n    code  x\n\nb", "##  B", ">  b", "a\n\n\nb", "    a  b"],
    ),
    "apostrophe": (
        ["l´adresse", "l`adresse", "l‘adresse", "lʼavis", "l''adresse", "l\\'adresse",
         "l' adresse", "l’ adresse", "L' ANS", "C' est", "qu 'il", "d 'un mot", "qu il dit",
         "aujourd hui", "l'\nadresse", "n' y", "l\u2019⍽autre"],
        ["l'adresse", "l’adresse", "5' 30", "'l' accepte", "A' et B'", "C' et D'", "d' et e'",
         "`l´adresse`", "rock'n' roll", "the d' of x'", "l 'adresse' x", "l'`adresse`",
         "l'«⍽avis⍽»", "presqu'île", "le coq hardi"],
    ),
    "unclosed-quotation": (
        ["\"mot", "mot\" a", "“mot", "mot”", "\"a\" \"b", "„bas", "Dites \"oui, puis «⍽non⍽»"],
        ["\"mot\"", "“mot”", "„bas“", "24\" x", "{\"a\": \"b}", "`\"`", "«⍽\"⍽»", "5'30\""],
    ),
    "doubled-punctuation": (
        ["a,, b", "a, , b", "a;; b", "a⍽;⍽; b", "mot.. x", "mot..", "etc... x", "etc…", "etc. …",
         "a,. b"],
        ["a, b", "mot... x", "mot…", "../x", "1..n", "M., etc., a", "etc.)", "`a,, b`", "{1,,2}",
         "....", "?!"],
    ),
    "odd-character": (
        ["a\u2009b", "12\u2009000", "mot\u3000x", "cou\u00adpé", "ﬁn", "１２", "РОС", "𝐃𝐌𝐏",
         "\uf0b7 mot", "\u0663", "mot\u2800"],
        ["a⍽b", "a\u202fb", "Москва", "µg", "β-lactamase", "日本語 😀 ⚠️ → ≤", "São", "½ ² ™ • ‑",
         "e\u0301"],
    ),
    "ambiguous-scalar": ([], []),
}  # fmt: skip


def said(code: str, text: str) -> list[str]:
    """Give what a rule says of a body, written as a block."""
    lines = text.replace("⍽", "\u00a0").split("\n")
    first, *rest = [f"      {line}" if line else "" for line in lines]
    indent = "2" if first.startswith(" " * 7) else ""
    whole = "\n".join([f"answers:\n  - body: |{indent}-", first, *rest, "    id: a\n"])
    return [finding.message for c, finding in found(whole) if c == code]


@pytest.mark.parametrize(("code", "text"), [(c, t) for c in STATED for t in STATED[c][0]])
def test_what_is_wrong_is_reported_once(code: str, text: str) -> None:
    assert len(said(code, text)) == 1


@pytest.mark.parametrize(("code", "text"), [(c, t) for c in STATED for t in STATED[c][1]])
def test_what_is_right_is_not_reported(code: str, text: str) -> None:
    assert said(code, text) == []


def test_every_rule_is_in_the_table() -> None:
    assert set(STATED) == set(CODES)


PLAIN = {
    True: ["yes", "No", "ON", "y", "1.10", "007", "12:30", "1e3", "2026-02-16", "~", "null",
           "0x1F", ".5", "1.",
           "+33", "1_000", ".inf", "=", "<<", "0o17", "2026-02-16 10:00:00 +1"],
    False: ['"no"', "'1'", "non", "oui", "1,5", "12 ans", "1.2.3", "v1", "2026-2-1", "10:61",
            "|-\n      12", "Y-a",
            ">-\n      no", "yEs", "1er"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "is_ambiguous"), [(t, k) for k, texts in PLAIN.items() for t in texts]
)
def test_which_texts_are_ambiguous(text: str, is_ambiguous: bool) -> None:
    in_a_list = f"    found_by:\n      - {text}\n" if "\n" not in text else ""
    for written in filter(None, (f"    short: {text}\n", in_a_list)):
        codes = [code for code, _ in found(f"answers:\n  - id: a\n{written}")]
        assert codes.count("ambiguous-scalar") == is_ambiguous


@pytest.mark.parametrize("key", ["format", "asked", "read_on", "dated"])
def test_keys_that_want_no_text(key: str) -> None:
    assert found(f"{key}: 1\n") == []


@pytest.mark.parametrize(
    "piece", ["?", "« ", "\"", "“", "de ", "a  b", "`", "n° ", ":) ", "'", "l' a", "(", ",, ",
    "Я", "\u2009", "- "]
)  # fmt: skip
def test_a_long_line_of_anything_takes_little_time(piece: str) -> None:
    started = time.perf_counter()
    found(f"answers:\n  - body: |\n      a{piece * (40_000 // len(piece))}\n")
    assert time.perf_counter() - started < 20
