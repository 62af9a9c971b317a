"""The schemas as files: what stands in the hidden folder of a corpus that editors are told of."""

import json

from segur_faq.corpus.model import Corpus
from segur_faq.schema.kinds import KINDS, Codes, schema_of
from segur_faq.schema.shapes import Schema

_NOTICE = "Écrit par « segur-faq schema --write » : ne se modifie pas à la main."


def schema_files(corpus: Corpus, codes: Codes) -> dict[str, str]:
    """Give by name what each file of the folder is to hold."""
    return {
        f"{kind}.json": as_text({"$comment": _NOTICE, **schema_of(corpus, kind, codes)})
        for kind in KINDS
    }


def as_text(schema: Schema) -> str:
    """Write a schema, one value a line."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
