"""A coverage grid as text, JSON or CSV."""

import csv
import io

from segur_faq.journey.coverage import Cell, Coverage, State
from segur_faq.render import json
from segur_faq.text import count, typeset

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_KEY = typeset("!0 : trou ; - : case vide voulue ; rien : la cascade ne le permet pas.")


def as_text(coverage: Coverage, own: bool) -> str:
    """Give a table whose columns are lettered, the key to the letters, and the list of holes."""
    names = [_letters(number) for number in range(len(coverage.columns.options))]
    width = max((len(line[0].row.brief) for line in coverage.cells if line), default=0)
    lines = [" " * width + "".join(f"{name:>5}" for name in names)]
    lines += [
        f"{line[0].row.brief:<{width}}" + "".join(f"{_mark(cell, own):>5}" for cell in line)
        for line in coverage.cells
        if line
    ]
    lines.append("")
    lines += [
        f"{name:>3}  {option.label}"
        for name, option in zip(names, coverage.columns.options, strict=True)
    ]
    holes, gaps = coverage.in_state(State.HOLE), coverage.in_state(State.GAP)
    lines += ["", _KEY, "", typeset(f"{count(len(holes), 'trou')}{' :' if holes else '.'}")]
    for line in coverage.cells:
        empty = [n for n, cell in zip(names, line, strict=True) if cell.state is State.HOLE]
        if empty:
            lines.append(typeset(f"- {line[0].row.label} : {', '.join(empty)}"))
    if gaps:
        lines += ["", typeset(f"{count(len(gaps), 'case vide voulue', 'cases vides voulues')} :")]
        lines += [typeset(f"- {c.row.label} × {c.column.label} : {c.reason}") for c in gaps]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _letters(number: int) -> str:
    """Name columns as spreadsheets do: A to Z, then AA."""
    more, letter = divmod(number, len(_LETTERS))
    return (_letters(more - 1) if more else "") + _LETTERS[letter]


def _mark(cell: Cell, own: bool) -> str:
    match cell.state:
        case State.HOLE:
            return "!0"
        case State.GAP:
            return "-"
        case State.IMPOSSIBLE:
            return ""
    return str(cell.own if own else cell.total)


def as_json(coverage: Coverage) -> str:
    """Give every cell with its counts and state."""
    return json.dumps(
        {
            "rows": coverage.rows.id,
            "columns": coverage.columns.id,
            "cells": [
                {
                    "row": cell.row.id,
                    "column": cell.column.id,
                    "total": cell.total,
                    "own": cell.own,
                    "state": cell.state,
                    "reason": cell.reason,
                }
                for line in coverage.cells
                for cell in line
            ],
        }
    )


def as_csv(coverage: Coverage) -> str:
    """Give a line per cell, for a spreadsheet's pivot table."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([coverage.rows.id, coverage.columns.id, "total", "own", "state", "reason"])
    for line in coverage.cells:
        for c in line:
            writer.writerow([c.row.id, c.column.id, c.total, c.own, c.state, c.reason])
    return text.getvalue()
