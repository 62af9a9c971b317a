"""The written forms of an answer or a term, packed into one blob: what scripts ask for, ready made.

Forms say nearly the same in other dress, so that together they take little more room than one.
Imports nothing heavy: the fast lane unpacks them.
"""

import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = "\x1d"

ELSEWHERE = "\x1e"
"""Stands, in a form, where ` --trees FOLDER` goes if the corpus was named on the command line.

Neither character can be in a corpus, which holds no control characters.
"""

ANSWER_FORMS = ("text", "markdown", "json")
"""Of an answer; its fields follow, in the order of `render.fields.FIELDS`."""

TERM_FORMS = ("text", "json")


def pack(forms: "Sequence[str]") -> bytes:
    """Put forms together."""
    return zlib.compress(_BETWEEN.join(forms).encode("utf-8"), 6)


def unpack(blob: bytes) -> list[str]:
    """Give the forms back.

    Raises:
        zlib.error, UnicodeDecodeError: the blob is not what `pack` gave.
    """
    return zlib.decompress(blob).decode("utf-8").split(_BETWEEN)


def json_object(members: str) -> str:
    """Give a whole JSON document from the members of its object, as `render.json` writes it.

    Args:
        members: the lines between the braces, which `json_members` took out.
    """
    return '{\n  "format": 1,\n' + members + "\n}\n"


def json_members(document: str) -> str:
    """Take the members out of a document of `render.json`, less the first, which is its format."""
    return document.split("\n", 2)[2].rpartition("\n}")[0]


def json_list(key: str, several: "Sequence[str]") -> str:
    """Give the JSON document that holds several objects in a list."""
    objects = [
        "    {\n" + "\n".join(f"    {line}" for line in members.split("\n")) + "\n    }"
        for members in several
    ]
    return json_object(f'  "{key}": [\n' + ",\n".join(objects) + "\n  ]")
