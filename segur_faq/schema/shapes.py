"""The pieces that schemas are made of, in the dialect of editors' YAML servers.

Draft-07, the newest that all of them read, with the keys by which they complete and explain
(`markdownDescription`, `enumDescriptions`), and say what is wrong (`errorMessage`). The program
takes every scalar for text; what an editor takes for a number is accepted where a text is.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from segur_faq.corpus.ids import ID_FORM
from segur_faq.corpus.model import ALL
from segur_faq.schema import errors
from segur_faq.schema.words import Word
from segur_faq.text import typeset

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"

DATE = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
URL = r"^([Hh][Tt][Tt][Pp][Ss]?://[^\s/]\S*|[Mm][Aa][Ii][Ll][Tt][Oo]:[^\s@]+@\S+)$"
_FEW = 500
"""Of words listed one by one, hover shows the one pointed at, where `enum` shows them all; but a
validator tries them one after the other."""

ID = rf"^{ID_FORM.pattern}$"


def explained(word: Word, shape: Mapping[str, Any]) -> Schema:
    """Add to a shape what completion and hover say of it."""
    text = typeset(word.text)
    said = {"description": text}
    if word.example:
        said["markdownDescription"] = f"{text}\n\n```yaml\n{word.example}\n```"
    return {**said, **shape}


def text() -> Schema:
    """Give the shape of a text that is not blank."""
    return _or_else(errors.TEXT, {"type": ["string", "number"], "pattern": r"\S"})


def texts() -> Schema:
    """Give the shape of a list of texts."""
    return {**items(text()), "errorMessage": typeset(errors.TEXTS)}


def identifier() -> Schema:
    """Give the shape of an id; `all` is a word of its own."""
    shape = {"type": ["string", "integer"], "pattern": ID, "not": {"const": ALL}}
    return _or_else(errors.ID, shape)


def url() -> Schema:
    """Give the shape of an address that can be opened."""
    return _or_else(errors.URL, {"type": "string", "pattern": URL})


def date() -> Schema:
    """Give the shape of an ISO date: YAML 1.2, as editors read it, has no other type for it."""
    return _or_else(errors.DATE, {"type": "string", "pattern": DATE, "format": "date"})


def exactly(number: int) -> Schema:
    """Give the shape of one number, quoted or not; completion proposes it without quotes."""
    shape = {
        "type": ["integer", "string"],
        "minimum": number,
        "maximum": number,
        "pattern": f"^{number}$",
        "default": number,
    }
    return _or_else(f"Écrivez {number}.", shape)


def flag() -> Schema:
    """Give the shape of a yes or no."""
    return _or_else(errors.FLAG, {"type": ["boolean", "string"], "pattern": "^(true|false)$"})


def _or_else(said: str, shape: Schema) -> Schema:
    """Add to a shape what an editor says of a value that has another."""
    return {**shape, "errorMessage": typeset(said)}


def one_of(choices: Mapping[str, str]) -> Schema:
    """Give the shape of one word among several, each with what it means.

    A word such as `1` is also accepted without its quotes, without being proposed a second time.
    """
    if not choices:
        return {"not": {}}
    # Servers propose what `const` and `enum` list, but not what lies between two bounds.
    numbers = numbers_among(choices)
    bare: list[Schema] = (
        [{"type": "integer", "minimum": min(numbers), "maximum": max(numbers)}] if numbers else []
    )
    if len(choices) <= _FEW:
        words: list[Schema] = [
            {"const": word, "description": typeset(meaning)} for word, meaning in choices.items()
        ]
        return {"anyOf": [*words, *bare]}
    meanings = [typeset(meaning) for meaning in choices.values()]
    among: Schema = {"enum": list(choices), "enumDescriptions": meanings}
    return {"anyOf": [among, *bare]} if bare else among


def numbers_among(words: Iterable[str]) -> list[int]:
    """Give the words that are numbers when they are written without quotes."""
    return [int(w) for w in words if w.isascii() and w.isdecimal() and str(int(w)) == w]


def items(shape: Mapping[str, Any], **more: Any) -> Schema:
    """Give the shape of a list."""
    return {"type": "array", "items": dict(shape), "errorMessage": typeset(errors.LIST), **more}


def pairs(properties: Mapping[str, Any], required: Sequence[str] = (), **more: Any) -> Schema:
    """Give the shape of a mapping that has these keys and no other."""
    return {
        "type": "object",
        "additionalProperties": False,
        **({"required": list(required)} if required else {}),
        "properties": dict(properties),
        **more,
    }


def ref(name: str) -> Schema:
    """Refer to a definition, whatever its name."""
    return {"$ref": f"#/definitions/{quote(name.replace('~', '~0').replace('/', '~1'), safe='~')}"}
