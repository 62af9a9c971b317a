"""The report for people: what is wrong underlined as a terminal draws it, agreement in number."""

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint.report_cases import NAME, fix_of, outcome_of, place_of, problem_at, report_of

from segur_faq.corpus.problem import Place, Problem, Severity
from segur_faq.lint.outcome import Outcome, Part
from segur_faq.lint.reports import concise, text
from segur_faq.lint.reports.excerpt import MARGIN, excerpt

WARNING = Severity.WARNING


def drawn(line: str) -> list[str]:
    """Lay a line on the columns of a terminal: tabs to multiples of 8, wide characters on two."""
    cells: list[str] = []
    for char in line:
        if char == "\t":
            cells += [" "] * (8 - len(cells) % 8)
        elif unicodedata.category(char) in ("Mn", "Me"):
            if cells:
                cells[-1 if cells[-1] else -2] += char
        else:
            cells += [char, ""] if unicodedata.east_asian_width(char) in "WF" else [char]
    return cells


def underlined(rendered: str) -> list[str]:
    """Give what stands above the carets, column by column."""
    found = []
    for above, below in pairwise(rendered.splitlines()):
        if below.strip(" │^\t") == "" and "^" in below:
            pairs = zip(drawn(above), drawn(below), strict=False)
            found.append("".join(c for c, mark in pairs if mark == "^"))
    return found


def shown(content: str, marked: str, width: int = 100) -> list[str]:
    place = place_of(content, marked)
    return ["".join(line) for line in excerpt(content.split("\n"), place, width)]


# --- the underline ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "before",
    [
        "",
        "un, ",
        '"a\tb", "\t',
        "日本, ",
        "😀 😀, ",
        "e\u0301te\u0301, ",
        "Où ça, ",
        "ｆｕｌ, ",
        "1\u20e3 ",
    ],
    ids=["nothing", "words", "tabs", "kanji", "emoji", "combining", "accents", "full width", "key"],
)
@pytest.mark.parametrize("wrong", ["absent", "日本語", "e\u0301te\u0301", "a\tb"], ids=ascii)
def test_the_underline_is_below_what_is_wrong(before: str, wrong: str) -> None:
    content = f"    see_also: [{before}{wrong}]\n"
    rendered = text.render(outcome_of(content, problem_at(content, wrong)))
    assert content in rendered
    assert [line.split() for line in underlined(rendered)] == [wrong.split()]


def test_an_accent_alone_is_underlined_with_its_letter() -> None:
    assert underlined("\n".join(shown("    a: e\u0301te\u0301\n", "\u0301t"))) == ["e\u0301t"]


def test_an_absent_value_has_one_caret() -> None:
    content = "    caveat:\n"
    end = Place(NAME, 1, 12, 1, 12)
    lines = ["".join(line) for line in excerpt(content.split("\n"), end, 100)]
    assert lines[1] == " " * 6 + "│ " + " " * 11 + "^"


@pytest.mark.parametrize("line", [2, 3, 99])
def test_what_has_no_text_has_no_excerpt(line: int) -> None:
    assert excerpt(["a: b", "   "], Place(NAME, line, 1, line, 2), 100) == []


def test_what_is_wrong_at_the_end_of_a_line_is_underlined_beyond_it() -> None:
    assert shown("a: b   \nc: d", "   ") == ["    1 │ a: b", "      │     ^^^"]


# --- several lines ----------------------------------------------------------------------------


def test_several_lines_are_shown_the_first_one_underlined() -> None:
    content = "    except:\n      support:\n        - livre\n    short: a\n"
    place = Place(NAME, 2, 7, 4, 5)  # as the parser has it: up to the next key
    lines = ["".join(line) for line in excerpt(content.split("\n"), place, 100)]
    assert lines == [
        "    2 │       support:",
        "      │       ^^^^^^^^",
        "    3 │         - livre",
    ]


def test_of_many_lines_the_first_ones_are_shown() -> None:
    content = "body: |\n" + "".join(f"  ligne {n}\n" for n in range(2, 10)) + "\n# note\nshort: a\n"
    lines = excerpt(content.split("\n"), Place(NAME, 1, 7, 12, 1), 100)
    assert ["".join(line) for line in lines] == [
        "    1 │ body: |",
        "      │       ^",
        "    2 │   ligne 2",
        "    3 │   ligne 3",
        "      │ … 6 lignes de plus",
    ]


def test_one_line_more_is_singular_and_a_blank_one_has_no_space_behind() -> None:
    lines = excerpt(["a: 'b", "", "  c", "  d'"], Place(NAME, 1, 4, 4, 5), 100)
    assert ["".join(line) for line in lines][2:] == [
        "    2 │",
        "    3 │   c",
        "      │ … 1 ligne de plus",
    ]


# --- long lines -------------------------------------------------------------------------------


def test_a_long_line_is_cut_around_what_is_wrong() -> None:
    line, below = shown("avant " * 40 + "FAUTE" + " après" * 40 + "\n", "FAUTE")
    assert line.startswith("    1 │ …")
    assert line.endswith("…")
    assert len(line) <= 100
    assert underlined(f"{line}\n{below}") == ["FAUTE"]
    place = line.index("FAUTE")
    assert 30 < place < 70


def test_a_long_line_is_cut_on_one_side_when_the_other_is_near() -> None:
    first, _ = shown("FAUTE" + " après" * 40 + "\n", "FAUTE")
    assert first.startswith("    1 │ FAUTE")
    assert first.endswith("…")
    last, _ = shown("avant " * 40 + "FAUTE\n", "FAUTE")
    assert last.startswith("    1 │ …")
    assert last.endswith("FAUTE")
    assert len(last) == 100


def test_what_is_longer_than_a_line_shows_its_beginning() -> None:
    line, below = shown("avant " * 4 + "F" * 300 + " après\n", "F" * 300)
    assert line.startswith("    1 │ …FFF")
    assert line.endswith("F…")
    assert set(underlined(f"{line}\n{below}")[0]) == {"F"}


LETTERS = st.sampled_from(["a", " ", "é", "e\u0301", "日", "😀", "\t", "1\u20e3", "…", "ㅤ", "-"])


@given(
    st.lists(LETTERS, max_size=80),
    st.lists(LETTERS, min_size=1, max_size=60),
    st.lists(LETTERS, max_size=80),
    st.integers(30, 120),
)
def test_whatever_stands_around_it_the_mistake_is_underlined(before, marked, after, width) -> None:
    head, wrong = "".join(before), "x" + "".join(marked).replace(" ", "_")
    line = head + wrong + "".join(after).rstrip()
    place = Place(NAME, 1, len(head) + 1, 1, len(head) + len(wrong) + 1)
    (_, above), (_, below) = excerpt([line], place, width)
    room = width - MARGIN
    assert len(drawn(above)) <= room
    assert len(drawn(below)) <= room
    assert below.strip(" \t").strip("^") == ""
    columns = ((" " * MARGIN) + above, (" " * MARGIN) + below)
    (seen,) = underlined("\n".join(columns))
    flat = [" " if cell == "\t" else cell for cell in wrong]
    whole = "".join(flat).replace(" ", "").rstrip()
    assert seen.replace(" ", "").startswith(
        whole[: len(seen.replace(" ", "").rstrip("…"))].rstrip()
    )
    if len(drawn(wrong.replace("\t", " " * 8))) + 2 <= room:
        assert seen.replace(" ", "") == whole


# --- the whole report -------------------------------------------------------------------------


def test_each_problem_shows_its_place_code_and_hint() -> None:
    content = "    see_also: [retard-penalités]\n"
    problem = problem_at(content, "retard-penalités")
    lines = text.render(outcome_of(content, problem)).split("\n")
    head, line, _, hint, blank, end = lines
    assert head == f"{NAME}:1:16: erreur {problem.code}\u00a0: {problem.message}"
    assert "see_also: [retard-penalités]" in line
    assert hint == f"   {problem.hint}"
    assert (blank, end) == ("", "")


def test_what_a_message_quotes_stays_on_its_line() -> None:
    content = "a: b\n"
    problem = problem_at(content, "b", message="« deux\nlignes\t» non", hint="Une\n\nfois.")
    outcome = outcome_of(content, problem)
    assert len(text.render(outcome).splitlines()) == 5
    assert len(concise.render(outcome).splitlines()) == 1


@pytest.mark.parametrize(("places", "shown"), [(10, 10), (11, 3)])
def test_on_a_terminal_one_mistake_in_many_places_is_shown_a_few_times(places, shown) -> None:
    content = "".join(f"a{number}: b\n" for number in range(places)) + "z: b\n"
    same = [problem_at(content, f"a{n}:", message="ceci ne va pas") for n in range(places)]
    outcome = outcome_of(content, *same, problem_at(content, "z:", message="cela non plus"))
    on_screen, piped = text.render(outcome, width=80), text.render(outcome)
    assert on_screen.count("ceci ne va pas") == shown
    assert on_screen.count("cela non plus") == piped.count("cela non plus") == 1
    assert piped.count("ceci ne va pas") == places
    assert (f"{places - shown}" in on_screen and "-f concise" in on_screen) == (shown < places)


@pytest.mark.parametrize("name", [NAME, "mes réponses/un nom à espaces.yaml"])
def test_on_a_terminal_sentences_are_broken_between_words(name: str) -> None:
    long = {"message": "ceci est trop long " * 5, "hint": "refaites " * 9}
    content = "a: b\n"
    outcome = Outcome((Part(report_of({name: content}, problem_at(content, "b", name, **long))),))
    whole, narrow = text.render(outcome), text.render(outcome, width=40)
    assert narrow.split() == whole.split()
    assert len(narrow.splitlines()) > len(whole.splitlines())
    assert all(len(line) <= 40 or name in line for line in narrow.splitlines())
    colored = text.render(outcome, color=True, width=40)
    assert re.sub("\x1b\\[[0-9;]*m", "", colored) == narrow


def test_a_problem_without_hint_has_no_line_for_it() -> None:
    content = "a: b\n"
    assert text.render(outcome_of(content, problem_at(content, "b", hint=""))).endswith("^\n\n")


def test_colour_only_when_asked() -> None:
    content = "a: b\nc: d\n"
    problems = problem_at(content, "b"), problem_at(content, "d", severity=WARNING)
    outcome = outcome_of(content, *problems)
    assert "\x1b" not in text.render(outcome) + text.summary(outcome)
    colored = text.render(outcome, color=True)
    assert "\x1b[31m" in colored
    assert "\x1b[33m" in colored
    codes = [piece.partition("m")[0] for piece in colored.split("\x1b[")[1:]]
    assert codes.count("0") * 2 == len(codes)


def test_no_line_ends_with_a_space() -> None:
    content = 'short: ""   \ncaveat:   \n'
    place = Place(NAME, 2, 8, 2, 8)
    outcome = outcome_of(content, problem_at(content, '""'), Problem(place, "empty-value", "vide"))
    assert all(line == line.rstrip() for line in text.render(outcome).splitlines())


def test_a_report_without_problem_is_empty() -> None:
    outcome = outcome_of("a: b\n")
    assert text.render(outcome) == concise.render(outcome) == ""
    assert "aucun problème" in text.summary(outcome)


# --- the closing lines ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("errors", "warnings", "expected"),
    [
        (1, 0, "1 erreur, 0 avertissement"),
        (2, 0, "2 erreurs, 0 avertissement"),
        (0, 1, "0 erreur, 1 avertissement"),
        (0, 2, "0 erreur, 2 avertissements"),
        (1, 1, "1 erreur, 1 avertissement"),
    ],
)
def test_the_summary_agrees_in_number(errors: int, warnings: int, expected: str) -> None:
    content = "abcd\n"
    problems = [
        *(problem_at(content, letter) for letter in "ab"[:errors]),
        *(problem_at(content, letter, severity=WARNING) for letter in "cd"[:warnings]),
    ]
    outcome = outcome_of(content, *problems)
    assert (outcome.errors, outcome.warnings) == (errors, warnings)
    summary = text.summary(outcome).replace("\u00a0", " ")
    assert summary == f"{expected} (1 fichier et 0 réponse)."


@pytest.mark.parametrize(("number", "verb"), [(1, "1 se répare"), (2, "2 se réparent")])
def test_the_summary_offers_the_repairs(number: int, verb: str) -> None:
    content = "ab c\n"
    problems = [problem_at(content, w, fix=fix_of(content, w, "z")) for w in "ab"[:number]]
    outcome = outcome_of(content, *problems, problem_at(content, "c"))
    lines = text.summary(outcome).splitlines()
    assert lines[-1] == f"{verb} par segur-faq lint --fix"
    assert text.summary(outcome, "segur-faq lint --fix ici").endswith("--fix ici")
    assert len(text.summary(outcome, "").splitlines()) == 1


def test_the_summary_says_when_a_file_could_not_be_read() -> None:
    broken = Problem(Place("trees/answers/autre.yaml", 3, 1), "syntax", "guillemet jamais fermé")
    report = report_of({NAME: "a: b\n"}, broken, is_complete=False)
    whole = text.summary(Outcome((Part(report),)))
    assert "restent à vérifier" in whole
    alone = text.summary(Outcome((Part(report, frozenset({NAME})),)))
    assert "restent à vérifier" in alone
    assert "trees/answers/autre.yaml:3:1" in alone
    assert "aucun problème" not in alone


def test_what_could_not_be_checked_has_not_passed() -> None:
    broken = Problem(Place("trees/answers/autre.yaml", 3, 1), "syntax", "guillemet jamais fermé")
    report = report_of({NAME: "a: b\n"}, broken, is_complete=False)
    outcome = Outcome((Part(report, frozenset({NAME})),))
    assert outcome.problems == ()
    assert outcome.has_failed


def test_only_the_problems_of_what_was_asked_about_are_told() -> None:
    other = "trees/answers/autre.yaml"
    files = {NAME: "a: b\n", other: "c: d\n"}
    here, there = problem_at(files[NAME], "b"), problem_at(files[other], "d", other)
    part = Part(report_of(files, here, there), frozenset({NAME}))
    assert part.problems == (here,)
    assert part.files == (NAME,)
    assert Part(part.report).problems == (there, here)


def test_warnings_count_when_they_are_said_to() -> None:
    content = "a: b\n"
    outcome = outcome_of(content, problem_at(content, "b", severity=WARNING))
    assert not outcome.has_failed
    assert replace(outcome, is_strict=True).has_failed
