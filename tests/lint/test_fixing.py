"""Repairs: on the bytes, nothing else moved, never for the worse, and nothing left to do twice."""

import os
import re
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint.lint_cases import QUICK, cases, lay, lay_base
from lint.report_cases import NAME, fix_of, place_of, problem_at, source

from segur_faq.corpus.problem import Edit, Fix, Place, Problem, Severity
from segur_faq.corpus.reader import read_corpus
from segur_faq.corpus.reading import Reading
from segur_faq.corpus.writing import write_file
from segur_faq.errors import SegurFaqError
from segur_faq.lint import fixing
from segur_faq.lint.diffing import diff
from segur_faq.lint.fixing import Repairs, apply, repair, write_repairs
from segur_faq.lint.registry import all_rules
from segur_faq.lint.runner import Report, report_on, run

ANSWER = """format: 1
answers:
  - id: cas
    question: Une question\u00a0?   # à revoir
    applies: {public: [Étudiants, "enfants"], support: [CD], demarche: [rendre], annexe: all}
    short: 'Une réponse.'
    sources: [{ref: reglement, read_on: 2026-01-15}]
"""
REPAIRED = (
    ANSWER.replace("Étudiants", "adulte").replace("enfants", "jeunesse").replace("CD", "disque")
)


def applied(content: str | bytes, *fixes: Fix) -> tuple[bytes, int]:
    """Give a file's bytes after one round, and how many repairs were made."""
    file = source(content)
    problems = [Problem(f.edits[0].place, "tab", "non", fix=f) for f in fixes]
    contents, counts = apply({NAME: file}, problems, {NAME})
    return contents.get(NAME, file.content), counts[NAME]


# --- one round, pure --------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def quick_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixing, "run", partial(run, rules=QUICK))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=ascii)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "with a mark"])
def test_everything_else_stays_byte_for_byte(end: str, mark: str) -> None:
    text = "a: b  # ç\n\n\tc:   'd'\n日本: 😀 e\n"
    raw = (mark + text.replace("\n", end)).encode()
    for word in ("a", "'d'", "e", "日本", "c:   'd'"):
        after, count = applied(raw, fix_of(text, word, "é"))
        assert count == 1
        assert after == (mark + text.replace(word, "é", 1).replace("\n", end)).encode()


def test_what_is_inserted_takes_the_ends_of_line_of_the_file() -> None:
    text = "a: b\nc: d\n"
    after, _ = applied(text.replace("\n", "\r\n").encode(), fix_of(text, "b\nc", "x\ny\nz"))
    assert after == b"a: x\r\ny\r\nz: d\r\n"


def test_an_empty_place_is_an_insertion_even_at_the_end() -> None:
    fixes = [
        Fix("", (Edit(Place(NAME, line, col, line, col), "!"),)) for line, col in [(1, 3), (2, 1)]
    ]
    assert applied("ab\n", *fixes) == (b"ab!\n!", 2)


def test_control_characters_elsewhere_stay() -> None:
    raw = "a: \x1b[31m\u200b b\n".encode()
    file = source(raw)
    place = Place(NAME, 1, 11, 1, 12)
    problem = Problem(place, "tab", "non", fix=Fix("", (Edit(place, "c"),)))
    contents, _ = apply({NAME: file}, [problem], {NAME})
    assert contents == {NAME: "a: \x1b[31m\u200b c\n".encode()}


@pytest.mark.parametrize(
    "place",
    [
        Place(NAME, 0, 1, 1, 1),
        Place(NAME, 1, 0, 1, 1),
        Place(NAME, 1, 5, 1, 6),
        Place(NAME, 3, 1, 3, 1),
        Place(NAME, 1, 2, 1, 1),
    ],
)
def test_a_place_outside_of_the_text_changes_nothing(place: Place) -> None:
    assert applied("abc\n", Fix("", (Edit(place, "x"),))) == (b"abc\n", 0)


@pytest.mark.parametrize(
    ("first", "second"), [("bc", "cd"), ("bc", "bc"), ("bc", "c"), ("bc", "de"), ("abcde", "c")]
)
def test_of_two_that_touch_the_first_is_made(first: str, second: str) -> None:
    text = "abcdef\n"
    after, count = applied(text, fix_of(text, first, "1"), fix_of(text, second, "2"))
    assert (after.decode(), count) == (text.replace(first, "1"), 1)


def test_two_insertions_at_one_place_are_not_both_made() -> None:
    here = Place(NAME, 1, 2, 1, 2)
    fixes = [Fix("", (Edit(here, text),)) for text in "xy"]
    assert applied("ab\n", *fixes) == (b"axb\n", 1)


def test_a_repair_is_made_whole_or_not_at_all() -> None:
    text = "a b c\n"
    both = Fix("", (*fix_of(text, "a", "1").edits, *fix_of(text, "c", "3").edits))
    assert applied(text, both) == (b"1 b 3\n", 1)
    assert applied(text, fix_of(text, "c", "2"), both) == (b"a b 2\n", 1)
    assert applied(text, both, fix_of(text, "b", "2")) == (b"1 2 3\n", 2)


def test_the_changes_of_one_repair_may_touch_but_not_overlap() -> None:
    text = "abcd\n"
    touching = Fix("", (*fix_of(text, "b", "1").edits, *fix_of(text, "c", "2").edits))
    assert applied(text, touching) == (b"a12d\n", 1)
    overlapping = Fix("", (*fix_of(text, "bc", "1").edits, *fix_of(text, "cd", "2").edits))
    assert applied(text, overlapping) == (b"abcd\n", 0)


def test_a_repair_of_two_files_is_not_made() -> None:
    text = "a: b\n"
    elsewhere = "trees/answers/autre.yaml"
    fix = Fix("", (*fix_of(text, "b", "1").edits, *fix_of(text, "b", "1", elsewhere).edits))
    files = {NAME: source(text), elsewhere: source(text, elsewhere)}
    assert apply(files, [Problem(place_of(text, "b"), "tab", "non", fix=fix)], files)[0] == {}


def test_a_repair_that_changes_nothing_is_none() -> None:
    text = "a: b\n"
    assert applied(text, fix_of(text, "b", "b")) == (b"a: b\n", 0)


def test_only_the_files_that_may_change_do() -> None:
    problem = problem_at("a: b\n", "b", fix=fix_of("a: b\n", "b", "c"))
    assert apply({NAME: source("a: b\n")}, [problem], set())[0] == {}
    assert apply({}, [problem], {NAME})[0] == {}


LINES = st.lists(st.text("ab é日😀\t'#\u0301", max_size=6), min_size=1, max_size=6)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(), st.data())
def test_repairs_of_any_text_do_what_they_say(lines, end, marked, data) -> None:
    text = "\n".join(lines)
    raw = (("\ufeff" if marked else "") + text.replace("\n", end)).encode()
    stretches = []
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text)))
        stretches.append((start, data.draw(st.integers(start, len(text)))))
    fixes = [Fix("", (Edit(stretch(text, a, b), f"<{n}>"),)) for n, (a, b) in enumerate(stretches)]
    after, count = applied(raw, *fixes)
    made = [n for n, (a, b) in enumerate(stretches) if f"<{n}>" in after.decode()]
    assert len(made) == count
    expected = text
    for number in sorted(made, key=lambda n: stretches[n], reverse=True):
        a, b = stretches[number]
        expected = expected[:a] + f"<{number}>" + expected[b:]
    assert after == (("\ufeff" if marked else "") + expected.replace("\n", end)).encode()


def stretch(text: str, start: int, end: int) -> Place:
    spots = []
    for offset in (start, end):
        before = text[:offset]
        spots += [before.count("\n") + 1, offset - before.rfind("\n")]
    return Place(NAME, *spots)


# --- a corpus, round after round --------------------------------------------------------------


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    directory = lay_base(tmp_path)
    (directory / "answers" / "cas.yaml").write_text(ANSWER, "utf-8", newline="")
    return directory


def linted(directory: Path) -> Report:
    return run(read_corpus(directory), QUICK)


def bytes_of(directory: Path) -> dict[str, bytes]:
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in directory.rglob("*.yaml")
    }


def test_another_name_of_an_option_becomes_its_id(corpus: Path) -> None:
    before = bytes_of(corpus)
    repairs = repair(linted(corpus), {f"{corpus.as_posix()}/answers/cas.yaml"})
    assert bytes_of(corpus) == before
    write_repairs(repairs)
    assert bytes_of(corpus) == {**before, "answers/cas.yaml": REPAIRED.encode()}
    assert sum(repairs.counts.values()) == 3
    assert not [p for p in repairs.after.problems if p.code == "unknown-option"]


@pytest.mark.parametrize(
    "value",
    [
        "[Gens]",  # unknown: what is near is offered, not made
        "[adultes, Jeunesses]",
        "[commun]",  # the name of two options
        "[disque]",  # an option of another level
        "[Audiovisuel]",
        '["\\u00c9tudiants"]',  # by an escape
        "[!!str Étudiants]",
        "[&a Étudiants]",
        "[grand\n      public]",
    ],
)
def test_what_is_not_certain_is_left_to_people(corpus: Path, value: str) -> None:
    cascade = corpus / "cascade.yaml"
    text = cascade.read_text("utf-8").replace("[enfants]", "[enfants, commun]")
    cascade.write_text(text.replace("[classe]", "[classe, Commun, disque]"), "utf-8")
    name = corpus / "answers" / "cas.yaml"
    name.write_text(
        ANSWER.replace('[Étudiants, "enfants"]', value).replace("CD", "disque"), "utf-8"
    )
    before = name.read_bytes()
    report = linted(corpus)
    words = [
        p for p in report.problems if p.code == "unknown-option" and "cas.yaml" in p.place.file
    ]
    assert words
    write_repairs(repair(report, {name.as_posix()}))
    fixed = "adultes" in value  # a label, in other letters; the rest is only near
    assert (name.read_bytes() != before) == fixed
    assert name.read_bytes() == before.replace(b"[adultes, ", b"[adulte, ")


def test_an_id_that_reads_as_a_number_is_quoted(corpus: Path) -> None:
    name = corpus / "answers" / "cas.yaml"
    name.write_text(REPAIRED.replace("annexe: all", "annexe: [Centre, 'nord']"), "utf-8")
    write_repairs(repair(linted(corpus), {name.as_posix()}))
    assert name.read_text("utf-8") == REPAIRED.replace("annexe: all", "annexe: [\"1\", '2']")


def test_nothing_changes_twice(corpus: Path) -> None:
    write_repairs(repair(linted(corpus)))
    before = bytes_of(corpus)
    again = repair(linted(corpus))
    assert again.contents == {}
    write_repairs(again)
    assert bytes_of(corpus) == before


@pytest.mark.parametrize(
    "case", cases("invalid"), ids=lambda case: f"{case.parent.name}/{case.name}"
)
def test_no_repair_of_any_rule_makes_things_worse_or_has_to_be_made_twice(
    case: Path, tmp_path: Path
) -> None:
    directory = lay(case, tmp_path)
    report = linted(directory)
    fixable = {rule.code for rule in all_rules() if rule.is_fixable}
    assert {p.code for p in report.problems if p.fix is not None} <= fixable
    if not any(p.fix for p in report.problems):
        return
    repairs = repair(report)
    assert repairs.given_up == frozenset()
    write_repairs(repairs)
    after = linted(directory)
    assert after.problems == repairs.after.problems
    assert len(after.problems) < len(report.problems)
    assert repair(after).contents == {}


# --- what makes things worse ------------------------------------------------------------------


class FakeRules:
    """Stands in for the rules: tells of each word of a table, and repairs it by another."""

    def __init__(self, **repairs: str) -> None:
        self.repairs = repairs

    def __call__(self, reading: Reading) -> Report:
        problems = list(reading.problems)
        for name, file in reading.files.items():
            for word, other in self.repairs.items():
                for found in re.finditer(rf"\b{word}\b", file.text):
                    place = stretch(file.text, *found.span())
                    here = Place(name, place.line, place.column, place.end_line, place.end_column)
                    fix = Fix("", (Edit(here, other),)) if other else None
                    problems.append(Problem(here, "tab", "non", fix=fix))
        return report_on(reading, problems)


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch):
    def install(**repairs: str) -> FakeRules:
        fake = FakeRules(**repairs)
        monkeypatch.setattr(fixing, "run", fake)
        return fake

    return install


@pytest.fixture
def two_files(corpus: Path) -> Path:
    (corpus / "answers" / "cas.yaml").unlink()
    for name in ("zcas", "fin"):
        text = REPAIRED.replace("id: cas", f"id: {name}").replace("Une réponse.", "un zmot")
        (corpus / "answers" / f"{name}.yaml").write_text(text, "utf-8")
    return corpus


def repaired(directory: Path, fake: FakeRules) -> tuple[Repairs, dict[str, bytes]]:
    repairs = repair(fake(read_corpus(directory)))
    return repairs, {Path(name).name: content for name, content in repairs.contents.items()}


def test_a_repair_may_uncover_another(two_files: Path, rules) -> None:
    repairs, contents = repaired(two_files, rules(zmot="zterme", zterme="zvocable"))
    assert contents.keys() == {"zcas.yaml", "fin.yaml"}
    assert all("un zvocable" in content.decode() for content in contents.values())
    assert sum(repairs.counts.values()) == 4


def test_a_file_that_would_be_worse_is_left_as_it_was(two_files: Path, rules) -> None:
    file = two_files / "answers" / "fin.yaml"
    file.write_text(file.read_text("utf-8").replace("un zmot", "zautre"), "utf-8")
    fake = rules(zmot="zterme", zautre="zpire zpire", zpire="")
    repairs, contents = repaired(two_files, fake)
    assert contents.keys() == {"zcas.yaml"}
    assert {Path(name).name for name in repairs.given_up} == {"fin.yaml"}
    assert sum(repairs.counts.values()) == 1
    assert "zautre" in repairs.after.reading.files[file.as_posix()].text


def test_what_was_repaired_before_is_given_up_too(two_files: Path, rules) -> None:
    repairs, contents = repaired(two_files, rules(zmot="zterme", zterme="zpire zpire", zpire=""))
    assert contents == {}
    assert repairs.counts == {}
    assert len(repairs.given_up) == 2


@pytest.mark.parametrize("broken", ['"', "[", "a: b: c", "\t- x"])
def test_a_file_that_could_not_be_read_any_more_is_left_as_it_was(
    two_files: Path, rules, broken: str
) -> None:
    repairs, contents = repaired(two_files, rules(reglement=broken))
    assert contents == {}
    assert repairs.given_up
    assert repairs.after.is_complete


def test_a_repair_loses_and_renames_nothing(two_files: Path, rules) -> None:
    repairs, contents = repaired(two_files, rules(zcas="chose", zmot="zterme"))
    assert contents.keys() == {"fin.yaml"}
    assert {Path(name).name for name in repairs.given_up} == {"zcas.yaml"}


def test_what_would_never_stand_still_is_left_as_it_was(two_files: Path, rules) -> None:
    repairs, contents = repaired(two_files, rules(zmot="zterme", zterme="zmot"))
    assert contents == {}
    assert {Path(name).name for name in repairs.given_up} == {"zcas.yaml", "fin.yaml"}


def test_a_file_is_given_up_when_another_gets_errors(two_files: Path, rules, monkeypatch) -> None:
    fake = rules(zmot="zterme")

    def accusing(reading: Reading) -> Report:
        report = fake(reading)
        if "zterme" not in "".join(f.text for f in reading.files.values()):
            return report
        other = Problem(Place(f"{two_files.as_posix()}/sources.yaml"), "tab", "non")
        return report_on(reading, (*report.problems, other))

    monkeypatch.setattr(fixing, "run", accusing)
    repairs = repair(accusing(read_corpus(two_files)))
    assert repairs.contents == {}
    assert len(repairs.given_up) == 2


def test_an_error_less_is_worth_a_warning_that_it_hid(two_files: Path, rules, monkeypatch) -> None:
    fake = rules(zmot="zterme")

    def uncovering(reading: Reading) -> Report:
        report = fake(reading)
        hidden = tuple(
            Problem(Place(name, n), "stray-file", "non", severity=Severity.WARNING)
            for name, file in reading.files.items()
            for n in (1, 2)
            if "zterme" in file.text
        )
        return report_on(reading, (*report.problems, *hidden))

    monkeypatch.setattr(fixing, "run", uncovering)
    assert len(repair(uncovering(read_corpus(two_files))).contents) == 2


# --- writing ----------------------------------------------------------------------------------


def test_a_file_that_changed_meanwhile_is_not_touched(corpus: Path) -> None:
    repairs = repair(linted(corpus))
    name = corpus / "answers" / "cas.yaml"
    name.write_text(ANSWER + "# encore\n", "utf-8")
    with pytest.raises(SegurFaqError, match="a changé"):
        write_repairs(repairs)
    assert name.read_text("utf-8") == ANSWER + "# encore\n"


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_a_file_keeps_its_mode(corpus: Path, mode: int) -> None:
    name = corpus / "answers" / "cas.yaml"
    name.chmod(mode)
    write_repairs(repair(linted(corpus)))
    assert name.stat().st_mode & 0o7777 == mode
    assert not list(corpus.rglob(".*"))


def test_a_link_stays_one(corpus: Path) -> None:
    name = corpus / "answers" / "cas.yaml"
    name.rename(corpus / "answers" / "vrai.txt")
    name.symlink_to("vrai.txt")
    write_repairs(repair(linted(corpus), {name.as_posix()}))
    assert name.is_symlink()
    assert (corpus / "answers" / "vrai.txt").read_text("utf-8") == REPAIRED


def test_what_cannot_be_written_is_told_and_stays(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"avant")

    def refuse(*_: object) -> None:
        raise OSError(28, "plein")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(SegurFaqError, match="n'a pas pu être écrit"):
        write_file(path, b"apres")
    assert path.read_bytes() == b"avant"
    assert list(tmp_path.iterdir()) == [path]


def test_a_device_is_written_to_and_stays_one() -> None:
    write_file(Path(os.devnull), b"rien")
    assert not Path(os.devnull).is_file()


# --- the diff ---------------------------------------------------------------------------------


def test_a_diff_is_what_patch_takes() -> None:
    before, after = b"a\nb\nc\n", b"a\nB\nc\n"
    assert diff("x.yaml", before, after).splitlines() == [
        "--- x.yaml", "+++ x.yaml", "@@ -1,3 +1,3 @@", " a", "-b", "+B", " c",
    ]  # fmt: skip
    assert diff("x.yaml", before, before) == ""


def test_a_diff_keeps_the_ends_of_line_and_tells_of_a_missing_one() -> None:
    shown = diff("x.yaml", b"a\r\nb", b"a\r\nc")
    assert " a\r\n" in shown
    assert shown.endswith("-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n")


def test_a_diff_lets_nothing_act_on_the_terminal() -> None:
    shown = diff("x.yaml", "a\x1b[31m\u202e\nb\n".encode(), "a\x1b[31m\u202e\nc\n".encode())
    assert not set(shown) & set("\x1b\u202e")


def test_a_diff_is_coloured_when_asked() -> None:
    colored = diff("x.yaml", b"a\nb\n", b"a\nc\n", color=True)
    assert "\x1b[31m-b\x1b[0m\n" in colored
    assert "\x1b[32m+c\x1b[0m\n" in colored
    assert re.sub(r"\x1b\[\d+m", "", colored) == diff("x.yaml", b"a\nb\n", b"a\nc\n")
