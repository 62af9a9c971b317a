"""Which reports a command line of `lint` asks for, and where each of them goes."""

import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from segur_faq.cli import console
from segur_faq.cli.console import Color
from segur_faq.corpus.writing import write_file
from segur_faq.errors import SegurFaqError
from segur_faq.lint.outcome import Outcome

FORMAT, FILE = "formats", "files"
"""What the two options are called in the order in which they were given."""

STANDARD_OUTPUT = "-"
_HELP = "Par exemple : -f text -f sarif -o rapport.sarif (chaque -o après son -f)."


class ReportFormat(StrEnum):
    """How a report is written; each has its module in `lint.reports`."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"


READ_BY_PEOPLE = (ReportFormat.TEXT, ReportFormat.CONCISE, ReportFormat.GITHUB)


@dataclass(frozen=True, slots=True)
class Output:
    """A report to write; without a file it goes to standard output."""

    format: ReportFormat
    file: Path | None = None


def choose_outputs(
    formats: Sequence[ReportFormat], files: Sequence[str], order: Sequence[str]
) -> list[Output]:
    """Tell where each report goes.

    A file belongs to the format that it follows. When all formats come before all files, they
    are paired in their order, the first format going to standard output if it has one more.

    Args:
        formats: the formats, as given.
        files: the files, as given.
        order: `FORMAT` or `FILE` for each of them, in the order of the command line.

    Raises:
        SegurFaqError: a file could belong to several, or several reports go to the same place.
    """
    if not formats:
        if len(files) > 1:
            raise SegurFaqError("Plusieurs -o, mais aucun -f.", _HELP)
        outputs = [Output(_usual(to_file=bool(files)), _path(files[0]) if files else None)]
    else:
        places = _places(len(formats), list(files), list(order))
        outputs = [Output(f, _path(p) if p else None) for f, p in zip(formats, places, strict=True)]
    _refuse_same_place(outputs)
    return outputs


def _places(number: int, files: list[str], order: list[str]) -> list[str | None]:
    if number == 1 and len(files) == 1:
        return [files[0]]
    if order == [FORMAT] * number + [FILE] * len(files) and number - len(files) in (0, 1):
        return [*[None] * (number - len(files)), *files]
    places: list[str | None] = []
    remaining = iter(files)
    is_free = False
    for kind in order:
        if kind == FORMAT:
            places.append(None)
            is_free = True
        elif is_free:
            places[-1] = next(remaining)
            is_free = False
        else:
            raise SegurFaqError("Un -o ne suit aucun -f : on ne sait quel rapport y écrire.", _HELP)
    return places


def _refuse_same_place(outputs: Sequence[Output]) -> None:
    if [output.file for output in outputs].count(None) > 1:
        raise SegurFaqError("Plusieurs rapports iraient à la sortie standard.", _HELP)
    files = [os.path.realpath(output.file) for output in outputs if output.file is not None]
    if len(set(files)) < len(files):
        raise SegurFaqError("Deux rapports iraient dans le même fichier.", _HELP)


def _path(file: str) -> Path | None:
    if not file:
        raise SegurFaqError("L'option -o attend un nom de fichier.", _HELP)
    return None if file == STANDARD_OUTPUT else Path(file)


def _usual(to_file: bool) -> ReportFormat:
    """Give the format when none is named: GitHub's own in its CI, for people everywhere else."""
    in_github = os.environ.get("GITHUB_ACTIONS") == "true"
    return ReportFormat.GITHUB if in_github and not to_file else ReportFormat.TEXT


def write_reports(outputs: Sequence[Output], outcome: Outcome, color: Color, aside: bool) -> None:
    """Write the reports, those in files first.

    Args:
        outputs: which, and where.
        outcome: what was found.
        color: `--color`.
        aside: standard output is taken by something else, standard error serves.

    Raises:
        SegurFaqError: a file cannot be written, or belongs to a corpus.
    """
    for output in outputs:
        if output.file is not None:
            _refuse_corpus_file(output.file, outcome)
            write_file(output.file, _rendered(output.format, outcome))
    write = console.err if aside else console.out
    for output in outputs:
        if output.file is None and output.format is ReportFormat.TEXT:
            write(_for_eyes(outcome, color, sys.stderr if aside else sys.stdout))
        elif output.file is None:
            write(_fitting(_rendered(output.format, outcome), output.format, sys.stdout))


def _for_eyes(outcome: Outcome, color: Color, stream: TextIO) -> str:
    from segur_faq.lint.reports import text

    width = console.width(stream) if console.is_terminal(stream) else None
    return text.render(outcome, console.uses_color(stream, color), width)


def _fitting(report: str, chosen: ReportFormat, stream: TextIO | None) -> str:
    """Write accents by their codes where the stream is not of the encoding that programs expect."""
    encoding = (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "")
    if encoding == "utf8" or chosen in READ_BY_PEOPLE:
        return report
    if chosen is ReportFormat.JUNIT:
        return report.encode("ascii", "xmlcharrefreplace").decode()
    from segur_faq.lint.reports.json import escaped

    return escaped(report, lambda char: not char.isascii())


def _rendered(chosen: ReportFormat, outcome: Outcome) -> str:
    report: str = importlib.import_module(f"segur_faq.lint.reports.{chosen}").render(outcome)
    return report


def _refuse_corpus_file(file: Path, outcome: Outcome) -> None:
    target = os.path.realpath(file)
    for part in outcome.parts:
        if any(os.path.realpath(f.path) == target for f in part.report.files.values()):
            raise SegurFaqError(
                f"« {file} » est un fichier du corpus : un rapport l'effacerait.",
                "Donnez à -o un autre nom.",
            )
