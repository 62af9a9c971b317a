"""YAML as editors read it (version 1.2), and a public validator to hold it against a schema."""

import re
from typing import Any, ClassVar

import jsonschema
import yaml

from segur_faq.corpus.reader import read_corpus
from segur_faq.lint.registry import all_rules
from segur_faq.schema.kinds import KINDS, schema_of

CODES = {rule.code: rule.title for rule in all_rules() if rule.check}


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """The core schema of YAML 1.2: a date is a text, and so are `no` and `12:30`."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, pattern, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    form = re.compile(rf"^(?:{pattern})$")
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", form, list(first))


def load(text: str) -> Any:
    """Give a document as an editor understands it."""
    return yaml.load(text, Loader=Loader)


def schemas_of(directory: Any) -> dict[str, Any]:
    """Give the schema of each kind of file, and of all, of a folder."""
    corpus = read_corpus(directory).corpus
    return {kind: schema_of(corpus, kind, CODES) for kind in (*KINDS, "all")}


def accepts(schema: Any, document: Any) -> bool:
    """Tell whether a document fits, dates and addresses included."""
    checker = jsonschema.Draft7Validator.FORMAT_CHECKER
    return jsonschema.Draft7Validator(schema, format_checker=checker).is_valid(document)
