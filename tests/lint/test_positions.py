"""Each character of a text is where it is written, in every style of YAML."""

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from segur_faq.corpus import nodes
from segur_faq.corpus.files import ANSWERS, SourceFile
from segur_faq.corpus.problem import Problems
from segur_faq.lint.positions import Spot, column_of, spots_of, style_of
from segur_faq.text import harmless

PIECES = st.sampled_from(
    ["a", "b ", " ", "  ", "\n    ", "\n\n    ", "\n      ", "é", "\u00a0", ":", "#", "\t", "😀",
     "-", "\n\n\n    ", "\n \n    ", " \n    "]
)  # fmt: skip
TEXT = st.lists(PIECES, min_size=1, max_size=14).map("".join)
ESCAPES = st.sampled_from(
    ["\\\\", "\\n", "\\\n    ", "\\u00e9", "\\x41", "\\ ", "\\_", "\\t", '\\"', "\\/",
     "\\U0001f600"]
)  # fmt: skip
HEADERS = st.sampled_from(["", "-", "+", "2", "2-", "+2"])


def joined(*parts: object) -> st.SearchStrategy[str]:
    """Give texts made of fixed parts and drawn ones."""
    drawn = [part if isinstance(part, st.SearchStrategy) else st.just(part) for part in parts]
    return st.tuples(*drawn).map("".join)


PLAIN = TEXT
SINGLE = joined("'", st.lists(TEXT | st.just("''"), max_size=4).map("".join), "'")
DOUBLE = joined('"', st.lists(TEXT | ESCAPES, max_size=6).map("".join), '"')
BLOCK = joined(
    st.sampled_from("|>"), HEADERS, st.sampled_from(["", " # c"]), "\n",
    st.sampled_from(["", "\n", "  \n"]), "    ", TEXT,
)  # fmt: skip
AFTER = st.sampled_from(["", "\n", "\n\n", "\n# c\n", "\n  z: 1\n", "\nz: 1", " # c\n  z: 1\n"])


def scalar_of(text: str) -> tuple[list[str], nodes.Scalar] | None:
    """Read the text under `k: {j: …}`, if the file is right."""
    file = SourceFile("f.yaml", ANSWERS, text)
    outer = nodes.parse(file, Problems())
    inner = outer.get("k") if isinstance(outer, nodes.Mapping) else None
    scalar = inner.get("j") if isinstance(inner, nodes.Mapping) else None
    return (file.lines, scalar) if isinstance(scalar, nodes.Scalar) else None


@settings(max_examples=400, deadline=None)
@given(value=PLAIN | SINGLE | DOUBLE | BLOCK, after=AFTER, is_pure=st.booleans())
def test_each_character_is_where_it_is_written(value: str, after: str, is_pure: bool) -> None:
    loader = nodes._LOADER
    nodes._LOADER = yaml.SafeLoader if is_pure else loader
    try:
        read = scalar_of(f"k:\n  j: {value}{after}")
    finally:
        nodes._LOADER = loader
    if read is None or not read[1].text.strip():
        return  # not YAML, or a text that reading reports as empty
    lines, scalar = read
    spots = spots_of(lines, scalar)
    assert spots is not None
    assert len(spots) == len(scalar.text)
    assert spots == sorted(spots)
    column = column_of(lines, scalar)
    if column:
        assert [spot.column for spot in spots] == [*range(column, column + len(spots))]
        assert {spot.line for spot in spots} == {spot.end_line for spot in spots} == {spots[0].line}
    for char, spot in zip(scalar.text, spots, strict=True):
        written = lines[spot.line - 1][spot.column - 1 : spot.end_column - 1]
        if spot.line == spot.end_line and len(written) == 1:
            assert written == char
        elif spot.line == spot.end_line:
            assert written[:1] in ("\\", "'")
        else:
            assert char in " \n"


def test_what_is_refused_has_no_spots() -> None:
    for value in ("&a texte", "!!str texte"):
        read = scalar_of(f"k:\n  j: {value}\n")
        assert read is not None
        assert spots_of(*read) is None


def test_styles() -> None:
    for value, style in (
        ("a", ""),
        ("'a'", "'"),
        ('"a"', '"'),
        ("|\n    a", "|"),
        (">-\n    a", ">"),
    ):
        read = scalar_of(f"k:\n  j: {value}\n")
        assert read is not None
        assert style_of(*read) == style


def test_only_a_text_that_stands_as_it_is_has_a_column() -> None:
    for value, column in (
        ("un mot", 6),
        ("'un mot'", 7),
        ('"un mot"', 7),
        ("'l''un'", 0),
        ('"un\\u00a0mot"', 0),
        ("un\n    mot", 0),
        ("|\n    un mot", 0),
    ):
        read = scalar_of(f"k:\n  j: {value}\n")
        assert read is not None
        assert column_of(*read) == column, value


def test_a_fold_is_the_end_of_its_line() -> None:
    read = scalar_of("k:\n  j: >-\n    un\n    deux\n\n    trois\n")
    assert read is not None
    lines, scalar = read
    spots = spots_of(lines, scalar)
    assert scalar.text == "un deux\ntrois"
    assert spots is not None
    assert spots[2] == Spot(3, 7, 4, 5)
    assert spots[7] == Spot(4, 9, 6, 5)


def test_a_character_that_is_refused_counts_for_one() -> None:
    read = scalar_of(f'k:\n  j: "a\\u200bb{harmless(chr(0x200B))}"\n')
    assert read is not None
    assert read[1].text == "a\ufffdb\ufffd"
    spots = spots_of(*read)
    assert spots is not None
    assert [spot.column for spot in spots] == [7, 8, 14, 15]
