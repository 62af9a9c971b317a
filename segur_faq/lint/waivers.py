"""Exceptions: what an answer's `lint: {ignore: [...]}` keeps from being reported.

What reading reports cannot be waived: the program would answer wrongly, whatever the reason.
"""

from collections.abc import Collection, Iterable

from segur_faq.corpus.problem import Place, Problem, Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.registry import all_rules
from segur_faq.text import nearest

UNUSED = "unused-ignore"


def less_waived(
    reading: Reading, problems: Iterable[Problem], unrun: Collection[str] = ()
) -> set[Problem]:
    """Give the problems less those waived, and one for each waiver that waives nothing.

    Args:
        reading: the corpus, with its waivers.
        problems: what the rules found.
        unrun: the codes of rules that were not run: what they would find cannot be told.
    """
    kept = set(problems)
    for waiver in reading.waivers:
        where = waiver.answer.place
        for code in waiver.codes:
            waived = {p for p in kept if p.code == code.text and _is_inside(p.place, where)}
            kept -= waived
            if not waived and code.text not in unrun:
                kept.add(Problem(code.place, UNUSED, *_told(code.text), Severity.WARNING))
    return kept


def _told(code: str) -> tuple[str, str]:
    """Give the message and the hint about a code that keeps nothing from being reported."""
    codes = {rule.code: rule.check is not None for rule in all_rules()}
    if code not in codes:
        close = nearest(code, codes, limit=1)
        return f"« {code} » n'est le code d'aucune règle", (
            f"Vouliez-vous écrire « {close[0]} » ?"
            if close
            else "segur-faq lint --list-rules donne les codes."
        )
    if not codes[code]:
        return f"« {code} » ne peut pas être ignoré", "Corrigez ce qu'il signale, et retirez-le."
    return f"rien à ignorer : « {code} » ne signale rien dans cette réponse", "Retirez ce code."


def _is_inside(place: Place, where: Place) -> bool:
    return (
        place.file == where.file
        and (where.line, where.column) <= (place.line, place.column)
        and (place.line, place.column) < (where.end_line, where.end_column)
    )
