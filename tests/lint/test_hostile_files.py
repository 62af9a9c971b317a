"""Whatever stands in a corpus's folder, lint says where it is, what it is and what to do."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lint.lint_cases import BASE, LOADERS, lay_base, lint, place_of

from segur_faq.corpus import files, nodes
from segur_faq.lint.outcome import Outcome, Part
from segur_faq.lint.registry import all_rules
from segur_faq.lint.reports import json, text
from segur_faq.lint.runner import Report
from segur_faq.text import is_hostile

CODES = {rule.code for rule in all_rules()}
HEAD = "format: 1\nanswers:\n"
ANSWER = """  - id: cas
    question: Une question\u00a0?
    applies: {public: all, support: [jeu], demarche: [rendre], annexe: all}
    short: Une réponse.
    sources: [{ref: reglement, read_on: 2026-01-15}]
"""

BROKEN = [
    b"{",
    b"[",
    b"}",
    b"- - -",
    b"format: 1: 2",
    b"format: 1\n answers: []\n",
    b"format: 1\nanswers:\n- id: a\n  - b\n",
    b"format: 1\nanswers: [a, b\n",
    b"format: 1\nanswers: {a: b\n",
    b"format: 1\nanswers: 'a\n",
    b'format: 1\nanswers: "a\n',
    b'format: 1\nanswers: "\\q"\n',
    b'format: 1\nanswers: "\\x"\n',
    b"format: 1\nanswers: `a`\n",
    b"format: 1\nanswers: @a\n",
    b"format: 1\nanswers: %a\n",
    b"%YAML 3.0\n---\na\n",
    b"format: 1\nanswers: !<a b\n",
    b"format: 1\nanswers: !x!y z\n",
    b"format: 1\nanswers: &\n",
    b"format: 1\nanswers: * a\n",
    b"format: 1\nanswers: *absent\n",
    b"format: 1\nanswers: |9x\n  a\n",
    b"format: 1\nanswers: >-\n a\nb\n",
    b"format: 1\n\tanswers: []\n",
    b"format: 1\nanswers:\n\t- a\n",
    b"? a\n? b\n- c\n",
    b"--- a\n--- b\n",
    b"...\n...\n",
    b"a\nb: c\n",
    b"a: b: c: d\n",
    b"<<: *a\n",
    b"[a]: b\n",
    b"{a: b}: c\n",
    b"format: 1\nanswers:\n  - id: a\n   question: b\n",
    b"format: 1\nanswers:\n    - id: a\n  - id: b\n",
    b"\x00",
    b"\xef\xbb\xbf",
    b"\xef\xbb\xbf\xef\xbb\xbfformat: 1\n",
    b"\xff\xfe\x00\x00",
    b"\xc3",
    b"format: 1\nanswers: [\xe9t\xe9]\n",
    b"\xed\xa0\x80",
    b"\xef\xbf\xbf",
    b"\xe2\x80\xa8",
    b"\x1b]0;titre\x07",
    b"---\n",
    b"# rien\n",
    b"~",
    b'""',
]


def complaints(directory: Path) -> Report:
    """Lint a folder, and hold every problem to what a maintainer needs of it."""
    report = lint(directory)
    for problem in report.problems:
        place = problem.place
        assert place.file.startswith(str(directory))
        assert place.line >= 1
        assert place.column >= 1
        assert (place.end_line, place.end_column) >= (place.line, place.column) or (
            place.end_line == 1  # a whole file
        )
        assert problem.code in CODES
        assert len(problem.message) > 10
        assert len(problem.hint) > 10
        assert not problem.message.endswith(".")
        assert problem.hint[-1] in ".?)…"  # an address that is only begun ends one
        written = place.file + problem.message + problem.hint
        assert not any(is_hostile(char) or char == "\n" for char in written)
    outcome = Outcome((Part(report),))
    shown = text.render(outcome) + text.summary(outcome) + json.render(outcome)
    assert not any(is_hostile(char) for char in shown)
    return report


def codes(directory: Path) -> list[str]:
    return [problem.code for problem in complaints(directory).problems]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return lay_base(tmp_path)


@pytest.fixture(params=["c", "pure"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run with libyaml and without."""
    monkeypatch.setattr(nodes, "_LOADER", LOADERS[request.param])
    return str(request.param)


# What a file system holds


def test_a_named_pipe_is_not_opened(corpus: Path) -> None:
    os.mkfifo(corpus / "answers" / "cas.yaml")
    assert codes(corpus) == ["unreadable-file"]


@pytest.mark.parametrize("target", ["/etc/hostname", "../../outside.yaml", "/dev/zero"])
def test_a_link_out_of_the_corpus_is_not_followed(corpus: Path, target: str) -> None:
    (corpus.parent / "outside.yaml").write_text(HEAD + ANSWER, "utf-8")
    (corpus / "answers" / "cas.yaml").symlink_to(target)
    assert codes(corpus) == ["outside-corpus"]


def test_a_link_inside_the_corpus_is_followed(corpus: Path) -> None:
    (corpus / "answers" / "cas.texte").write_text(HEAD + ANSWER, "utf-8")
    (corpus / "answers" / "cas.yaml").symlink_to("cas.texte")
    report = complaints(corpus)
    assert report.problems == ()
    assert len(report.reading.answers) == 5


def test_a_corpus_may_itself_be_a_link(corpus: Path) -> None:
    link = corpus.parent / "lien"
    link.symlink_to(corpus)
    assert codes(link) == []


@pytest.mark.parametrize("target", ["absent.yaml", "cas.yaml"])
def test_a_link_to_nothing_or_to_itself_is_unreadable(corpus: Path, target: str) -> None:
    (corpus / "answers" / "cas.yaml").symlink_to(target)
    assert codes(corpus) == ["unreadable-file"]


def test_a_link_to_a_folder_is_not_followed_in_silence(corpus: Path) -> None:
    (corpus / "answers" / "encore").symlink_to(corpus / "answers")
    assert codes(corpus) == ["stray-file"]


def test_a_folder_named_like_a_file(corpus: Path) -> None:
    (corpus / "answers" / "cas.yaml").mkdir()
    (corpus / "answers" / "cas.yaml" / "cas.yaml").write_text(HEAD + ANSWER, "utf-8")
    assert codes(corpus) == []
    (corpus / "cascade.yaml").unlink()
    (corpus / "cascade.yaml").mkdir()
    assert codes(corpus) == ["missing-cascade"]


@pytest.mark.parametrize("failing", ["file", "folder"])
def test_what_may_not_be_read_is_reported(
    corpus: Path, failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Permissions do not stop the root user, so that the refusal is played."""
    refused = corpus / "answers"

    def refusing(real: Callable[..., object]) -> Callable[..., object]:
        def call(path: object, *rest: object) -> object:
            if Path(str(path)).is_relative_to(refused):
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, *rest)

        return call

    if failing == "file":
        monkeypatch.setattr(Path, "read_bytes", refusing(Path.read_bytes))
    else:
        monkeypatch.setattr(os, "scandir", refusing(os.scandir))
    report = complaints(corpus)
    assert {problem.code for problem in report.problems} == {"unreadable-file"}
    assert not report.is_complete


def test_a_file_may_weigh_the_limit_and_not_a_byte_more(corpus: Path) -> None:
    content = (HEAD + ANSWER).encode()
    file = corpus / "answers" / "cas.yaml"
    file.write_bytes(content + b"#" * (files.MAX_BYTES - len(content)))
    assert codes(corpus) == []
    file.write_bytes(content + b"#" * (files.MAX_BYTES - len(content) + 1))
    assert codes(corpus) == ["too-large"]


@pytest.mark.parametrize("name", [b"\x1b[31mrouge.yaml", b"deux\nlignes.yaml", b"\xff\xfe.yaml"])
def test_the_name_of_a_file_is_only_text(corpus: Path, name: bytes) -> None:
    directory = os.fsencode(corpus / "answers")
    try:
        Path(os.fsdecode(os.path.join(directory, name))).write_text("a: b", "utf-8")
    except OSError:
        pytest.skip("the file system refuses this name")
    assert set(codes(corpus)) == {"missing-key", "unknown-key"}


def test_an_empty_folder(tmp_path: Path) -> None:
    report = complaints(tmp_path)
    assert [problem.code for problem in report.problems] == ["missing-cascade"]
    assert report.problems[0].place.file == str(tmp_path)


# What a file holds


def test_billion_laughs_are_refused_at_once(corpus: Path, loader: str) -> None:
    laughs = "a0: &a0 [lol]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 30)
    )
    (corpus / "answers" / "cas.yaml").write_text(laughs, "utf-8")
    start = time.process_time()
    found_codes = set(codes(corpus))
    assert time.process_time() - start < 1
    assert "anchor-or-alias" in found_codes


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_ten_thousand_levels_of_nesting(corpus: Path, loader: str, opening: str) -> None:
    (corpus / "answers" / "cas.yaml").write_text(opening * 10_000, "utf-8")
    start = time.process_time()
    assert codes(corpus) == ["too-deep"]
    assert time.process_time() - start < 1


def test_a_thousand_levels_in_a_cascade(corpus: Path) -> None:
    option = "[{id: oui, label: Oui}, {id: non, label: Non}]"
    levels = "".join(
        f"  - {{id: n{number}, question: Quoi\u00a0?, options: {option}}}\n"
        for number in range(1_000)
    )
    (corpus / "cascade.yaml").write_text(f"format: 1\ntitle: Long\nlevels:\n{levels}", "utf-8")
    assert set(codes(corpus)) == {"unknown-level", "ambiguous-level"}


@pytest.mark.parametrize("content", BROKEN, ids=ascii)
@pytest.mark.parametrize("place", ["cascade.yaml", "answers/prets.yaml"])
def test_broken_files_are_reported_alike_by_both_parsers(
    corpus: Path, content: bytes, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (corpus / place).write_bytes(content)
    seen = []
    for loader in LOADERS.values():
        monkeypatch.setattr(nodes, "_LOADER", loader)
        report = complaints(corpus)
        assert report.errors
        own = [p for p in report.problems if place_of(p, corpus).startswith(place)]
        assert own
        seen.append([(p.place.file, p.place.line, p.code) for p in report.problems])
    assert seen[0] == seen[1]


@pytest.mark.parametrize(
    ("content", "refused_by"),
    [
        (HEAD + ANSWER.replace("Une réponse.", "Une\tréponse."), "pure"),
        (HEAD + ANSWER.replace("[jeu]", "[jeu, livre ?]"), "pure"),
        (HEAD + ANSWER.replace("public: all", "public:, a: b"), "c"),
        ("%AML\n---\n" + HEAD + ANSWER, "c"),
    ],
    ids=["tab in a text", "question mark in brackets", "no value in braces", "directive"],
)
def test_where_the_two_parsers_are_known_to_differ(
    corpus: Path, content: str, refused_by: str, loader: str
) -> None:
    """Only the wheel built without libyaml is concerned; this is the whole of what is known."""
    (corpus / "answers" / "cas.yaml").write_text(content, "utf-8")
    assert bool({"syntax", "tab"} & set(codes(corpus))) == (loader == refused_by)


@pytest.mark.parametrize(
    "value",
    [
        '"\\e[31m"',
        '"\\x1b]0;titre\\a"',
        '"\\u202e"',
        '"\\0"',
        '"\\N"',
        '"\\L"',
        '"\\uD800"',
        "a\u202eb",
        "a\u200bb",
        "a\ufeffb",
        "a\x00b",
        "a\x85b",
        "a\u2028b",
        "a\ufffeb",
    ],
    ids=ascii,
)
def test_characters_that_could_act_on_a_terminal(corpus: Path, loader: str, value: str) -> None:
    content = HEAD + ANSWER.replace("Une réponse.", value)
    (corpus / "answers" / "cas.yaml").write_bytes(content.encode("utf-8", "surrogatepass"))
    assert set(codes(corpus)) <= {"control-character", "syntax"}
    assert codes(corpus)


# Anything at all

FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yaml"))
PIECES = st.sampled_from(
    ["\t", ":", ": ", "- ", "#", '"', "'", "[", "]", "{", "}", "&a ", "*a", "!!str ", "<<: ", "| ",
     "? ", ", ", "all", "\n", "---\n", "%", "\ufeff", "\x1b", "é", "\r", "null"]
)  # fmt: skip
EDIT = st.tuples(
    st.sampled_from(["delete", "double", "insert", "delete line", "double line", "indent line"]),
    st.floats(0, 1, exclude_max=True),
    PIECES,
)


def edited(source: str, edits: list[tuple[str, float, str]]) -> str:
    """Make the slips of a person who edits a file."""
    for how, where, piece in edits:
        if how.endswith("line"):
            lines = source.splitlines(keepends=True) or ["\n"]
            number = int(where * len(lines))
            line = lines[number]
            new = {"delete line": "", "double line": line * 2, "indent line": " " + line}[how]
            source = "".join([*lines[:number], new, *lines[number + 1 :]])
        else:
            at = int(where * len(source))
            char = source[at : at + 1]
            new = {"delete": "", "double": char * 2, "insert": char + piece}[how]
            source = source[:at] + new + source[at + 1 :]
    return source


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_base(tmp_path_factory.mktemp("playground"))


HEALTHY = {name: (BASE / name).read_text("utf-8") for name in FILES}


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(FILES), edits=st.lists(EDIT, min_size=1, max_size=3))
@example(name="answers/prets.yaml", edits=[("insert", 0.8125, "\r"), ("double", 0.8125, "\t")])
def test_slips_never_raise(
    playground: Path, name: str, edits: list[tuple[str, float, str]]
) -> None:
    file = playground / name
    file.write_text(edited(HEALTHY[name], edits), "utf-8", newline="")
    try:
        complaints(playground)
    finally:
        file.write_text(HEALTHY[name], "utf-8")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(FILES), content=st.text(max_size=60) | st.binary(max_size=60))
def test_any_content_never_raises(playground: Path, name: str, content: str | bytes) -> None:
    file = playground / name
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    file.write_bytes(raw)
    try:
        assert complaints(playground).problems
    finally:
        file.write_text(HEALTHY[name], "utf-8")


def test_the_pure_parser_is_there_when_libyaml_is_not() -> None:
    assert nodes._LOADER in (getattr(yaml, "CSafeLoader", None), yaml.SafeLoader)
