"""The line that leads editors to the schema: put in once, and nothing else moves."""

import pytest

from segur_faq.schema.modeline import with_modeline

LINE = "# yaml-language-server: $schema=../.schema/answers.json"


def added(text: str) -> str:
    return with_modeline(text, "../.schema/answers.json", ".schema")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("format: 1\n", f"{LINE}\nformat: 1\n"),
        ("# Un mot.\nformat: 1\n", f"{LINE}\n# Un mot.\nformat: 1\n"),
        ("format: 1\r\nanswers:\r\n", f"{LINE}\r\nformat: 1\r\nanswers:\r\n"),
        ("format: 1\ranswers:\r", f"{LINE}\rformat: 1\ranswers:\r"),
        ("\ufeffformat: 1\n", f"\ufeff{LINE}\nformat: 1\n"),
        ("---\nformat: 1\n", f"{LINE}\n---\nformat: 1\n"),
        ("", f"{LINE}\n"),
        ("format: 1", f"{LINE}\nformat: 1"),
        # A text that only quotes one is no comment.
        (f"a: |\n  {LINE}\n", f"{LINE}\na: |\n  {LINE}\n"),
        ("# yaml-language-server est utile\n", f"{LINE}\n# yaml-language-server est utile\n"),
        # A file that moved.
        (
            "# Mot.\n\n  #yaml-language-server : $schema=../../.schema/cascade.json # oui\na: b\n",
            "# Mot.\n\n  #yaml-language-server : $schema=../.schema/answers.json # oui\na: b\n",
        ),
    ],
)
def test_it_is_put_at_the_head(before, after):
    assert added(before) == after
    assert added(after) == after


@pytest.mark.parametrize("chosen", ["https://exemple.fr/a.json", "../mon-schema.json", "none"])
def test_one_that_somebody_chose_stays(chosen):
    text = f"# Un mot.\n# yaml-language-server: $schema={chosen}\nformat: 1\n"
    assert added(text) == text
