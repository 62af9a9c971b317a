"""Opinions counted, as lines, CSV or JSON."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from segur_faq.feedback.model import Reason
from segur_faq.feedback.summary import Lack, Tally
from segur_faq.render import json
from segur_faq.text import count, typeset


def summary(tallies: Sequence[Tally], questions: Mapping[str, str], form: str) -> str:
    """Give the votes on each answer; empty in lines when there are none."""
    if form == "json":
        answers = [{**asdict(tally), "share": round(tally.share, 4)} for tally in tallies]
        return json.dumps({"answers": answers})
    if form == "csv":
        head = ("answer", "votes", "useful", "share", "reasons", "former")
        return _csv(head, (_cells(tally) for tally in tallies))
    return "\n".join(_paragraph(tally, questions.get(tally.answer, "")) for tally in tallies)


def gaps(lacks: Sequence[Lack], form: str) -> str:
    """Give what was looked for in vain; empty in lines when there is nothing."""
    if form == "json":
        return json.dumps({"gaps": [asdict(lack) for lack in lacks]})
    if form == "csv":
        rows = ((lack.kind, lack.text, lack.times, lack.last) for lack in lacks)
        return _csv(("kind", "text", "times", "last"), rows)
    return "".join(f"{lack.times}\t{lack.kind}\t{_line(lack.text)}\n" for lack in lacks)


def _cells(tally: Tally) -> tuple[object, ...]:
    reasons = " ".join(f"{reason}={times}" for reason, times in tally.reasons.items())
    share = f"{tally.share:.2f}"
    return (tally.answer, tally.votes, tally.useful, share, reasons, tally.former)


def _paragraph(tally: Tally, question: str) -> str:
    useful = f"utile {tally.useful} fois sur {tally.votes}"
    lines = [f"{tally.answer} : {useful}"]
    if question:
        lines.append(f"  {question}")
    lines += [f"  - {_label(reason)} : {times}" for reason, times in tally.reasons.items()]
    lines += [f"  « {_line(note)} »" for note in tally.notes]
    if tally.former:
        lines.append(f"  ({count(tally.former, 'avis', 'avis')} sur un texte qui a changé depuis)")
    return "".join(f"{typeset(line)}\n" for line in lines)


def _line(text: str) -> str:
    """Give somebody's words on one line, that it may not be taken for several."""
    return " ".join(text.split())


def _label(reason: str) -> str:
    known = {r.value: r.label for r in Reason}
    return known.get(reason, reason)


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue()
