"""Lists of answers for scripts: ids, tab-separated lines, CSV, JSON."""

import csv
import io
import re
from collections.abc import Sequence

from segur_faq.corpus.model import ALL, Answer, Level
from segur_faq.journey.path import Path
from segur_faq.render import json


def ids(answers: Sequence[Answer]) -> str:
    """Give one id a line."""
    return "".join(f"{answer.id}\n" for answer in answers)


def plain(answers: Sequence[Answer]) -> str:
    """Give one `id<tab>question` a line, even if a question holds tabs or line feeds."""
    questions = (re.sub(r"\s*[\t\n]\s*", " ", answer.question) for answer in answers)
    return "".join(f"{a.id}\t{question}\n" for a, question in zip(answers, questions, strict=True))


def as_json(path: Path, answers: Sequence[Answer]) -> str:
    """Give the choices and what they leave."""
    return json.dumps(
        {"path": dict(path.pairs), "answers": [json.summary_value(answer) for answer in answers]}
    )


def as_csv(levels: Sequence[Level], answers: Sequence[Answer]) -> str:
    """Give a table for a spreadsheet: a column per level, its options separated by spaces."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["id", "question", "short", *(level.id for level in levels)])
    for answer in answers:
        applies = [
            ALL if level.id in answer.everywhere else " ".join(answer.applies.get(level.id, ()))
            for level in levels
        ]
        writer.writerow([answer.id, answer.question, answer.short, *applies])
    return text.getvalue()
