"""Terms of the glossary as text or JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from segur_faq.corpus.model import Answer, Term
from segur_faq.render import json
from segur_faq.text import count, typeset


@dataclass(frozen=True, slots=True)
class Definition:
    """A term with the answers that speak of it."""

    term: Term
    answers: tuple[Answer, ...]


def as_text(definitions: Sequence[Definition]) -> str:
    """Give a paragraph per term."""
    return "\n".join("".join(f"{line}\n" for line in _lines(d)) for d in definitions)


def _lines(definition: Definition) -> list[str]:
    term = definition.term
    lines = [typeset(f"{term.term} : {term.expansion}")]
    if term.definition:
        lines.append(term.definition)
    if term.synonyms:
        lines.append(typeset(f"On dit aussi : {', '.join(term.synonyms)}."))
    if definition.answers:
        number = len(definition.answers)
        verb = "parle" if number == 1 else "parlent"
        lines.append(typeset(f"{count(number, 'réponse')} en {verb} :"))
        lines += [f"- {typeset(f'{a.id} : {a.question}')}" for a in definition.answers]
    return lines


def as_json(definitions: Sequence[Definition], many: bool) -> str:
    """Give one term as an object, or several under `terms`."""
    values = [_value(definition) for definition in definitions]
    return json.dumps({"terms": values} if many else values[0])


def _value(definition: Definition) -> dict[str, Any]:
    term = definition.term
    return {
        "term": term.term,
        "expansion": term.expansion,
        "definition": term.definition,
        "synonyms": list(term.synonyms),
        "answers": [answer.id for answer in definition.answers],
    }
