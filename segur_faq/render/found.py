"""Results of a search, for pipes and scripts; `render.marked` draws them on a terminal.

Imports nothing heavy: the fast lane runs it.
"""

from segur_faq.text import harmless, quoted, typeset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from segur_faq.search.finding import Findings, Result


def as_ids(findings: "Findings") -> str:
    """Give one id a line, the best first."""
    return "".join(f"{result.id}\n" for result in findings.results)


def as_text(findings: "Findings", explain: bool) -> str:
    """Give a few lines for each result: its id, its question, the passage found."""
    return "\n".join(
        "".join(f"{line}\n" for line in _lines(number, result, explain))
        for number, result in enumerate(findings.results, start=1)
    )


def _lines(number: int, result: "Result", explain: bool) -> "Sequence[str]":
    lines = [f"{number}. {result.question}", f"   {result.passage}", f"   {result.id}"]
    return [*lines, f"   {why(result)}"] if explain else lines


def why(result: "Result") -> str:
    """Tell in one line what the rank of a result is made of."""
    hit = result.hit
    reasons = [
        f"score {_decimal(hit.score)}",
        f"texte {_decimal(hit.fulltext)}",
        f"façons de demander {_decimal(hit.likeness)}",
        f"part de la demande {_decimal(hit.coverage)}",
        *(f"nomme {level}={option}" for level, option in hit.named),
        *(f"hors de {level}={option}" for level, option in hit.outside),
    ]
    closest = f" ; au plus près de « {result.closest} »" if result.closest else ""
    return typeset(f"Pourquoi : {', '.join(reasons)}{closest}")


def _decimal(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


def as_json(findings: "Findings", path: "Mapping[str, str]", explain: bool) -> str:
    """Give what was understood and what was found, as the README documents it."""
    import json

    query = findings.query
    value = {
        "format": 1,
        "query": harmless(findings.text),
        "path": dict(path),
        "corrections": [{"typed": t, "meant": m} for t, m in query.corrections.items()],
        "unknown": query.unknown,
        "options": [f"{level}={option}" for level, option in query.options],
        "total": findings.total,
        "results": [_value(result, explain) for result in findings.results],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _value(result: "Result", explain: bool) -> "dict[str, Any]":
    hit = result.hit
    value: dict[str, Any] = {
        "id": result.id,
        "question": result.question,
        "short": result.short,
        "passage": result.passage,
        "score": round(hit.score, 4),
    }
    if explain:
        value["explanation"] = {
            "text": round(hit.fulltext, 4),
            "wordings": round(hit.likeness, 4),
            "coverage": round(hit.coverage, 4),
            "closest": result.closest,
            "names": [f"{level}={option}" for level, option in hit.named],
            "outside": [f"{level}={option}" for level, option in hit.outside],
            "stems": hit.stems,
        }
    return value


def notices(findings: "Findings", path: "Mapping[str, str]") -> list[str]:
    """Tell what was understood otherwise than typed, and which options were recognised."""
    told = understood_otherwise(findings)
    named = [f"{level}={option}" for level, option in findings.query.options if level not in path]
    if named:
        told.append(
            typeset(
                f"Reconnu, et un peu favorisé : {', '.join(named)} (à ajouter pour s'y limiter)."
            )
        )
    return told


def understood_otherwise(findings: "Findings") -> list[str]:
    """Tell which words were corrected, which are in no answer, and that none says anything."""
    query = findings.query
    told = []
    if not query.weights and not query.unknown:
        told.append("Aucun de ces mots ne dit de quoi il s'agit.")
    if query.corrections:
        meant = quoted(query.corrections.values(), "et")
        typed = quoted(query.corrections, "et")
        told.append(f"Vouliez-vous dire {meant} ? C'est ce qui est cherché, au lieu de {typed}.")
    if query.unknown:
        verb = "ne figure" if len(query.unknown) == 1 else "ne figurent"
        told.append(f"{quoted(query.unknown, 'et')} {verb} dans aucune réponse.")
    return [typeset(notice) for notice in told]
