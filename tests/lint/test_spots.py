"""From an offset in a value to its place in the file, however the YAML writes it."""

from pathlib import Path

import pytest
from lint.lint_cases import BASE

from segur_faq.corpus.nodes import Mapping, Node, Scalar, Sequence
from segur_faq.corpus.problem import Place
from segur_faq.corpus.reader import read_corpus
from segur_faq.corpus.reading import Reading
from segur_faq.lint.spots import is_plain, place_within, replacement

STYLES = {
    "plain": "definition: Une œuvre notée « BD »\n",
    "plain on two lines": "definition: Une œuvre\n      notée « BD »\n",
    "single quotes": "definition: 'Une œuvre notée « BD »'\n",
    "double quotes": 'definition: "Une œuvre\\u00a0notée « BD »"\n',
    "double quotes, broken": 'definition: "Une œuvre \\\n      not\\xe9e «\\tBD »"\n',
    "folded": "definition: >-  # plié\n      Une œuvre\n      notée « BD »\n",
    "literal": "definition: |\n      Une œuvre\n        notée « BD »\n",
    "flow": "definition: {une: [œuvre, notée « BD »]}\n",
}


def read(tmp_path: Path, written: str) -> tuple[Reading, list[Scalar]]:
    (tmp_path / "cascade.yaml").write_bytes((BASE / "cascade.yaml").read_bytes())
    glossary = f"format: 1\nterms:\n  - term: é😀\n    {written}    expansion: Bande dessinée\n"
    (tmp_path / "glossary.yaml").write_text(glossary, "utf-8")
    reading = read_corpus(tmp_path)
    root = reading.roots[str(tmp_path / "glossary.yaml")]
    return reading, list(scalars(root))


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Mapping):
        return [s for _, value in node.pairs.values() for s in scalars(value)]
    assert isinstance(node, Sequence)
    return [s for item in node.items for s in scalars(item)]


def at(reading: Reading, place: Place) -> str:
    lines = reading.files[place.file].lines[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize("written", STYLES.values(), ids=STYLES)
def test_each_word_of_a_value_is_where_it_is_written(tmp_path: Path, written: str) -> None:
    reading, values = read(tmp_path, written)
    seen = 0
    for scalar in values:
        start = 0
        for word in scalar.text.split():
            start = scalar.text.index(word, start)
            place = place_within(reading, scalar, start, start + len(word))
            assert at(reading, place).replace("\\xe9", "é") == word
            seen += 1
    assert seen > 6


def test_a_stretch_of_two_lines_begins_and_ends_where_its_words_do(tmp_path: Path) -> None:
    reading, values = read(tmp_path, STYLES["folded"])
    scalar = next(s for s in values if "œuvre" in s.text)
    start = scalar.text.index("œuvre")
    place = place_within(reading, scalar, start, scalar.text.index("«"))
    assert at(reading, place) == "œuvre\n      notée"


def test_quotes_and_escapes_are_as_long_as_they_are_written(tmp_path: Path) -> None:
    reading, values = read(tmp_path, "definition: 'L''œuvre d''art'\n")
    scalar = next(s for s in values if "œuvre" in s.text)
    assert scalar.text == "L'œuvre d'art"
    assert at(reading, place_within(reading, scalar, 0, 2)) == "L''"
    assert at(reading, place_within(reading, scalar, 2, 7)) == "œuvre"


def test_what_cannot_be_told_is_the_whole_value(tmp_path: Path) -> None:
    reading, values = read(tmp_path, STYLES["plain"])
    scalar = next(s for s in values if "œuvre" in s.text)
    assert place_within(reading, scalar, 3, 3) == scalar.place
    assert place_within(reading, scalar, 3, 4) == scalar.place  # a space


@pytest.mark.parametrize(("written", "plain"), [("a", True), ("'a'", False), ("|\n  a", False)])
def test_a_plain_text_has_no_quotes_and_no_block(tmp_path: Path, written: str, plain: bool) -> None:
    reading, values = read(tmp_path, f"definition: {written.replace('  a', '      a')}\n")
    scalar = next(s for s in values if s.text.strip() == "a")
    assert is_plain(reading, scalar) is plain


def test_a_repair_is_made_only_where_the_text_is_written_as_it_reads(tmp_path: Path) -> None:
    reading, values = read(tmp_path, STYLES["double quotes, broken"])
    scalar = next(s for s in values if "œuvre" in s.text)
    start = scalar.text.index("notée")
    assert replacement(reading, scalar, start, start + 5, "dite", "Changer") is None
    fix = replacement(reading, scalar, 0, 3, "Cette", "Changer")
    assert fix is not None
    assert [edit.text for edit in fix.edits] == ["Cette"]
    assert replacement(reading, scalar, 0, 3, 'd"une', "Changer") is None
    assert replacement(reading, scalar, 0, start + 5, "Une", "Changer") is None
