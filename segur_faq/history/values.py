"""What the things of a corpus hold, as JSON would: the same value however it is written in YAML."""

from collections.abc import Mapping
from typing import Any

from segur_faq.corpus.model import (
    ALL,
    Answer,
    Condition,
    Corpus,
    FollowUp,
    Level,
    Option,
    Source,
    Term,
)

Value = Any
"""A text, or lists and mappings of texts."""


def corpus_value(corpus: Corpus, names: Mapping[str, str]) -> dict[str, Value]:
    """Give what a corpus says of itself; `names` are those by which answers go today."""
    return {
        "title": corpus.title,
        "contact": names.get(corpus.contact, corpus.contact),
        "levels": [level.id for level in corpus.levels],
        "groups": {name: condition(group) for name, group in sorted(corpus.groups.items())},
        "gaps": [{"where": condition(gap.where), "reason": gap.reason} for gap in corpus.gaps],
    }


def answer_value(answer: Answer, names: Mapping[str, str]) -> dict[str, Value]:
    """Give what an answer says; `names` are those by which other answers go today."""
    return {
        "question": answer.question,
        "applies": {
            level: ALL if level in answer.everywhere else sorted(options)
            for level, options in answer.applies.items()
        },
        "except": sorted((condition(exception) for exception in answer.exceptions), key=repr),
        "short": answer.short,
        "body": "\n".join(line.rstrip() for line in answer.body.splitlines()),
        "follow_up": [piece for asked in answer.follow_ups for piece in _follow_up(asked, names)],
        "links": [{"title": link.title, "url": link.url} for link in answer.links],
        "caveat": answer.caveat,
        "sources": [{"ref": c.ref, "read_on": c.read_on} for c in answer.sources],
        "found_by": list(answer.found_by),
        "see_also": [names.get(name, name) for name in answer.see_also],
        "former_ids": list(answer.former_ids),
    }


def _follow_up(asked: FollowUp, names: Mapping[str, str]) -> list[Value]:
    """Give a question and each of its options apart, so that only what changed is told."""
    options = [
        {
            "option": f"{asked.id}={option.id}",
            "label": option.label,
            "aliases": list(option.aliases),
            "text": option.text,
            "follow_up": option.follow_up.id if option.follow_up else "",
            "answer": names.get(option.answer, option.answer),
        }
        for option in asked.options
    ]
    question = {
        "follow_up": asked.id,
        "question": asked.question,
        "help": asked.help,
        "options": [option.id for option in asked.options],
    }
    return [{key: said for key, said in piece.items() if said} for piece in (question, *options)]


def source_value(source: Source) -> dict[str, Value]:
    """Give what is known of a source."""
    return {
        "title": source.title,
        "publisher": source.publisher,
        "kind": source.kind,
        "url": source.url,
        "read_on": source.read_on,
        "dated": source.dated,
    }


def term_value(term: Term) -> dict[str, Value]:
    """Give what the glossary says of a term."""
    return {
        "expansion": term.expansion,
        "definition": term.definition,
        "synonyms": list(term.synonyms),
    }


def level_value(level: Level) -> dict[str, Value]:
    """Give what a level says, and the order of its options."""
    return {
        "question": level.question,
        "name": level.name,
        "help": level.help,
        "general": level.general,
        "under": condition(level.under),
        "asked": "true" if level.asked else "false",
        "options": [option.id for option in level.options],
    }


def option_value(option: Option) -> dict[str, Value]:
    """Give what an option says."""
    return {
        "label": option.label,
        "short_label": option.short_label,
        "aliases": list(option.aliases),
        "under": condition(option.under),
        "family": option.family,
        "help": option.help,
    }


def condition(meant: Condition) -> dict[str, list[str]]:
    """Give a condition, its order being of no importance."""
    return {level: sorted(options) for level, options in sorted(meant.items())}
