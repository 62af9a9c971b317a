"""JSON, with the YAML's own key names: what a script may rely on (the README documents it)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from segur_faq.corpus.model import ALL, FORMAT, Answer
from segur_faq.corpus.version import version_of
from segur_faq.render import follow_up
from segur_faq.render.card import Card


def dumps(value: Mapping[str, Any]) -> str:
    """Write an object under the version of the format, readable as it stands."""
    return json.dumps({"format": FORMAT, **value}, ensure_ascii=False, indent=2) + "\n"


def render(cards: Sequence[Card], many: bool) -> str:
    """Give one answer as an object, or several under `answers`."""
    if many:
        return dumps({"answers": [card_value(card) for card in cards]})
    return dumps(card_value(cards[0]))


def card_value(card: Card) -> dict[str, Any]:
    """Give an answer whole: every key is always there, empty where there is nothing."""
    answer = card.answer
    return {
        "id": answer.id,
        "question": answer.question,
        "applies": applies_value(answer),
        "except": [{level: list(o) for level, o in e.items()} for e in answer.exceptions],
        "short": answer.short,
        "body": answer.body,
        "follow_up": follow_up.value(answer.follow_up),
        "links": [{"title": link.title, "url": link.url} for link in answer.links],
        "caveat": answer.caveat,
        "sources": [
            {
                "ref": r.source.id,
                "title": r.source.title,
                "publisher": r.source.publisher,
                "kind": r.source.kind,
                "url": r.source.url,
                "read_on": r.read_on,
                "dated": r.source.dated,
            }
            for r in card.references
        ],
        "found_by": list(answer.found_by),
        "see_also": list(answer.see_also),
        "former_ids": list(answer.former_ids),
        "terms": [{"term": t.term, "expansion": t.expansion} for t in card.terms],
        "version": version_of(answer),
    }


def applies_value(answer: Answer) -> dict[str, Any]:
    """Give `applies` as the YAML writes it: the word `all`, or the list of ids."""
    return {
        level: ALL if level in answer.everywhere else list(options)
        for level, options in answer.applies.items()
    }


def summary_value(answer: Answer) -> dict[str, Any]:
    """Give what a list says of an answer."""
    return {
        "id": answer.id,
        "question": answer.question,
        "short": answer.short,
        "applies": applies_value(answer),
    }
