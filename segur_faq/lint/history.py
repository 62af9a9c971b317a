"""What only a comparison with an earlier state shows: ids that are gone, texts not checked again.

Nothing of this can be waived in the corpus: it concerns one change, not an answer for ever.
"""

import os
from collections.abc import Iterator
from dataclasses import replace

from segur_faq.corpus.files import ANSWERS
from segur_faq.corpus.model import Answer
from segur_faq.corpus.problem import Place, Problem, Severity
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.baseline import TEXTS, Baseline, Remembered, is_same_question, said_by
from segur_faq.lint.conditions import below
from segur_faq.lint.known import are_all_known, texts
from segur_faq.lint.runner import Report
from segur_faq.text import quoted

VANISHED, UNREVIEWED = "vanished-id", "unreviewed-change"

CODES = {VANISHED: Severity.ERROR, UNREVIEWED: Severity.WARNING}
"""The rules of this module; their pages are in `rules/history`."""

_FEW = 200
"""New answers among which the one that took the place of another is looked for."""


def with_history(report: Report, baseline: Baseline) -> Report:
    """Give a report with what the comparison shows too."""
    found = {*report.problems, *problems(report.reading, baseline)}
    return replace(report, problems=tuple(sorted(found)))


def problems(reading: Reading, baseline: Baseline) -> Iterator[Problem]:
    """Compare a corpus with what it was."""
    # Of what could not be read, nobody can tell whether it is gone.
    if reading.is_whole and are_all_known(reading, ANSWERS, reading.answers):
        yield from _vanished(reading, baseline)
    for entry in reading.sound_answers:
        yield from _unreviewed(entry, baseline)


def _vanished(reading: Reading, baseline: Baseline) -> Iterator[Problem]:
    owners: dict[str, Entry[Answer]] = {}
    for entry in reading.answers:
        for former, _ in texts(below(entry.node, "former_ids")):  # whatever its form
            owners[former] = entry
    owners |= {entry.value.id: entry for entry in reading.answers}
    earlier = {name for old in baseline.values() for name in (old.id, *old.former_ids)}
    new = [entry for entry in reading.answers if entry.value.id not in earlier]
    for old in baseline.values():
        lost = [name for name in old.former_ids if name not in owners]
        if old.id not in owners:
            yield _gone(reading, old, lost, new)
            continue
        for name in lost:
            yield _problem(
                VANISHED,
                owners[old.id].head(),
                f"« {name} » ne répond plus : c'était un ancien identifiant de cette réponse",
                f"Remettez « {name} » dans ses former_ids.",
            )


def _gone(reading: Reading, old: Remembered, lost: list[str], new: list[Entry[Answer]]) -> Problem:
    """Report an answer that has neither its id nor a successor, where it seems to be now."""
    names = ", ".join((old.id, *lost))
    heir = _heir(old, new)
    if heir is not None:
        return _problem(
            VANISHED,
            heir.head(),
            f"« {old.id} » ne répond plus, et semble être devenu « {heir.value.id} »",
            f"Ajoutez « former_ids: [{names}] » à cette réponse, ou rendez-lui son identifiant.",
        )
    files = {_inside(reading, name): name for name in reading.files}
    line = f" (ligne {old.line})" if old.line else ""
    return _problem(
        VANISHED,
        Place(files.get(old.file, str(reading.directory))),
        f"« {old.id} » ne répond plus : cette réponse était dans {old.file}{line}",
        f"Si une autre la remplace, ajoutez-y « former_ids: [{names}] » ; sinon remettez-la, avec "
        "un « short » et un « caveat » qui disent qu'elle n'a plus cours.",
    )


def _heir(old: Remembered, new: list[Entry[Answer]]) -> Entry[Answer] | None:
    """Find the new answer that says the same as one that is gone, or answers the same question."""
    for entry in new[:_FEW]:
        said = said_by(entry.value)
        if any(said.get(key) == old.said.get(key, "") for key in ("question", "short")):
            return entry
    return next((e for e in new[:_FEW] if is_same_question(e.value.question, old.question)), None)


def _unreviewed(entry: Entry[Answer], baseline: Baseline) -> Iterator[Problem]:
    answer = entry.value
    names = (answer.id, *answer.former_ids)
    old = next((baseline[name] for name in names if name in baseline), None)
    if old is None:
        return
    said = said_by(answer)
    changed = [key for key in TEXTS if said.get(key) != old.said.get(key)]
    reviewed = any(c.read_on > old.read.get(c.ref, "") for c in answer.sources)
    if changed and not reviewed:
        verb = "ont" if len(changed) > 1 else "a"
        yield _problem(
            UNREVIEWED,
            entry.key(changed[0]) if changed[0] in said else entry.head(),
            f"{quoted(changed, 'et')} {verb} changé, mais aucune source n'a été relue depuis",
            "Relisez les sources de cette réponse, puis mettez leur « read_on » à jour. "
            "Si le sens n'a pas changé, il n'y a rien d'autre à faire.",
        )


def _inside(reading: Reading, name: str) -> str:
    return os.path.relpath(name, reading.directory).replace(os.sep, "/")


def _problem(code: str, place: Place, message: str, hint: str) -> Problem:
    return Problem(place, code, message, hint, CODES[code])
