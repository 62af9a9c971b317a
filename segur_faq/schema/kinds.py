"""The schema of each kind of file, and of all: what `reader` accepts, said in JSON Schema.

What the files say of one another beyond ids (what is unreachable, named twice, badly written) is
for `lint`.
"""

from collections.abc import Callable, Mapping

from segur_faq.corpus.files import ANSWERS, CASCADE, GLOSSARY, SOURCES
from segur_faq.corpus.model import ALL, FORMAT, Corpus
from segur_faq.schema import conditions, errors, words
from segur_faq.schema.shapes import (
    DRAFT,
    ID,
    Schema,
    date,
    exactly,
    explained,
    flag,
    identifier,
    items,
    one_of,
    pairs,
    ref,
    text,
    texts,
    url,
)
from segur_faq.schema.words import Word
from segur_faq.text import typeset

Codes = Mapping[str, str]
"""Codes of the rules that an answer may waive -> their titles."""

EVERY_KIND = "all"


def schema_of(corpus: Corpus, kind: str, codes: Codes) -> Schema:
    """Give the schema of a kind of file, with the ids of a corpus; `all` fits whichever it is."""
    if kind == EVERY_KIND:
        return _for_all(corpus, codes)
    return {
        "$schema": DRAFT,
        "title": typeset(f"{corpus.title} : {words.TITLES[kind]}"),
        **_FILES[kind](corpus, codes),
        "definitions": _definitions(corpus, codes)[kind],
    }


def _for_all(corpus: Corpus, codes: Codes) -> Schema:
    """Give one schema that tells the kind of a file by its key."""
    whole: Schema = {
        "description": "Un fichier de la FAQ : réponses, cascade, sources ou glossaire.",
        "required": ["format"],
        "properties": {
            "format": explained(words.FORMAT, exactly(FORMAT)),
            **{key: explained(words.FILES[key], {}) for key in _KEYS.values()},
        },
        "anyOf": [{"required": [key]} for key in _KEYS.values()],
    }
    for kind, key in _KEYS.items():
        file = f"file-{kind}"
        whole = {"if": {"required": [key]}, "then": ref(file), "else": whole}
    parts: dict[str, Schema] = {}
    for kind, build in _FILES.items():
        parts |= _definitions(corpus, codes)[kind]
        parts[f"file-{kind}"] = build(corpus, codes)
    return {"$schema": DRAFT, "title": corpus.title, "type": "object", **whole,
            "definitions": parts}  # fmt: skip


def _definitions(corpus: Corpus, codes: Codes) -> dict[str, dict[str, Schema]]:
    """Give, by kind of file, the parts that its schema refers to."""
    options = conditions.definitions(corpus)
    condition = {"condition": conditions.condition(corpus)}
    return {
        ANSWERS: {
            **options,
            **condition,
            "answer": _answer(corpus, codes),
            "follow-up": _follow_up(corpus),
            "answer-id": _answer_ids(corpus),
            "source-id": one_of({s.id: f"{s.title} ({s.publisher})" for s in corpus.sources}),
        },
        CASCADE: {**options, **condition, "answer-id": _answer_ids(corpus)},
        SOURCES: {},
        GLOSSARY: {},
    }


def _answer_ids(corpus: Corpus) -> Schema:
    return one_of({a.id: a.question for a in corpus.answers if a.id})


def _file(key: str, shape: Schema, **more: Schema) -> Schema:
    return pairs(
        {
            "format": explained(words.FORMAT, exactly(FORMAT)),
            **{k: explained(words.FILES[k], s) for k, s in {**more, key: shape}.items()},
        },
        required=["format", *(k for k in more if k == "title"), key],
    )


def _entry(help_texts: Mapping[str, Word], required: tuple[str, ...], **shapes: Schema) -> Schema:
    """Give the shape of a mapping, every key of which is explained."""
    assert shapes.keys() == help_texts.keys()
    return pairs({k: explained(help_texts[k], shapes[k]) for k in shapes}, required)


def _answers_file(corpus: Corpus, codes: Codes) -> Schema:
    return _file("answers", items(ref("answer"), minItems=1))


def _answer(corpus: Corpus, codes: Codes) -> Schema:
    link = _entry(words.LINK, ("title", "url"), title=text(), url=url())
    citation = _entry(words.CITATION, ("ref", "read_on"), ref=ref("source-id"), read_on=date())
    waiver = _entry(
        words.LINT,
        ("ignore", "reason"),
        ignore=items(one_of(codes), minItems=1),
        reason=text(),
    )
    shapes = {
        "id": identifier(),
        "question": text(),
        "applies": conditions.applies(corpus),
        "except": {
            "anyOf": [
                ref("condition"),
                items(ref("condition"), minItems=1, errorMessage=typeset(errors.CONDITIONS)),
            ]
        },
        "short": text(),
        "body": text(),
        "follow_up": ref("follow-up"),
        "links": items(link),
        "caveat": text(),
        "sources": items(citation, minItems=1),
        "found_by": texts(),
        "see_also": items(ref("answer-id")),
        "former_ids": items(identifier()),
        "lint": waiver,
    }
    required = ("id", "question", "applies", "short", "sources")
    shape = _entry(words.ANSWER, required, **shapes)
    rules = conditions.requirements(corpus)
    return {**shape, "allOf": rules} if rules else shape


def _follow_up(corpus: Corpus) -> Schema:
    not_a_level: Schema = {"not": {"enum": [ALL, *(level.id for level in corpus.levels)]}}
    option = _entry(
        words.FOLLOW_UP_OPTION,
        ("id", "label"),
        id=identifier(),
        label=text(),
        aliases=texts(),
        text=text(),
        follow_up=ref("follow-up"),
        answer=ref("answer-id"),
    )
    return _entry(
        words.FOLLOW_UP,
        ("id", "question", "options"),
        id={**identifier(), **not_a_level},
        question=text(),
        help=text(),
        options=items(
            {
                **option,
                "anyOf": [
                    {"required": [key], "errorMessage": typeset(errors.OUTCOME)}
                    for key in ("text", "follow_up", "answer")
                ],
                "not": {"required": ["follow_up", "answer"]},
            },
            minItems=1,
        ),
    )


def _cascade_file(corpus: Corpus, codes: Codes) -> Schema:
    option = _entry(
        words.OPTION,
        ("id", "label"),
        id=identifier(),
        label=text(),
        short_label=text(),
        aliases=texts(),
        under=ref("condition"),
        family=text(),
        help=text(),
    )
    level = _entry(
        words.LEVEL,
        ("id", "question", "options"),
        id=identifier(),
        name=text(),
        question=text(),
        help=text(),
        general=text(),
        under=ref("condition"),
        asked=flag(),
        options=items(option, minItems=1),
    )
    gap = _entry(words.GAP, ("where", "reason"), where=ref("condition"), reason=text())
    return _file(
        "levels",
        items(level, minItems=1),
        title=text(),
        contact=ref("answer-id"),
        groups={
            "type": "object",
            "propertyNames": {"pattern": ID, "not": {"const": ALL}},
            "additionalProperties": ref("condition"),
        },
        gaps=items(gap),
    )


def _sources_file(corpus: Corpus, codes: Codes) -> Schema:
    source = _entry(
        words.SOURCE,
        ("id", "title", "publisher", "kind", "url", "read_on"),
        id=identifier(),
        title=text(),
        publisher=text(),
        kind=one_of(words.KINDS),
        url=url(),
        read_on=date(),
        dated=date(),
    )
    return _file("sources", items(source, minItems=1))


def _glossary_file(corpus: Corpus, codes: Codes) -> Schema:
    term = _entry(
        words.TERM,
        ("term", "expansion"),
        term=text(),
        expansion=text(),
        definition=text(),
        synonyms=texts(),
    )
    return _file("terms", items(term, minItems=1))


_FILES: dict[str, Callable[[Corpus, Codes], Schema]] = {
    ANSWERS: _answers_file,
    CASCADE: _cascade_file,
    SOURCES: _sources_file,
    GLOSSARY: _glossary_file,
}

_KEYS = {ANSWERS: "answers", CASCADE: "levels", SOURCES: "sources", GLOSSARY: "terms"}
"""Kind of file -> the key by which it is known."""

KINDS = tuple(_FILES)
