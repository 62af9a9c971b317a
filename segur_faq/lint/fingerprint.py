"""What tells a problem from another over time: for services that compare two runs."""

import hashlib
from collections import Counter

from segur_faq.lint.outcome import Outcome


def fingerprints(outcome: Outcome) -> list[str]:
    """Give one hash per problem, in their order, no two alike.

    It rests on the file, the rule and the line's own text, not on its number: what is added above
    changes nothing. Equal lines are told apart by their order.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    prints = []
    for problem in outcome.problems:
        place = problem.place
        source = outcome.source(place.file)
        lines = source.lines if source else []
        line = lines[place.line - 1].strip() if place.line <= len(lines) else problem.message
        subject = (place.file, problem.code, line)
        seen[subject] += 1
        text = "\0".join((*subject, str(seen[subject])))
        prints.append(hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32])
    return prints
