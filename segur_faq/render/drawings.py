"""A tree of questions as text, JSON, Mermaid or Graphviz."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from segur_faq.corpus.model import FollowUp
from segur_faq.journey.tree import Branch
from segur_faq.render import follow_up, json
from segur_faq.text import count, typeset


def as_text(root: Branch, width: int | None = None) -> str:
    """Give an indented tree; the ids of the answers stand at its leaves."""
    return "".join(f"{line}\n" for line in _lines(root, "", width))


def _lines(branch: Branch, indent: str, width: int | None) -> Iterator[str]:
    if branch.option is None:
        yield _cut(f"{count(branch.total, 'réponse')}", width)
    if branch.level is not None:
        mark = "" if branch.branches else " …"
        yield _cut(f"{indent}{branch.level.title}{mark}", width)
        for number, below in enumerate(branch.branches, start=1):
            last = number == len(branch.branches)
            label = below.option.label if below.option else ""
            yield _cut(f"{indent}{'└─' if last else '├─'} {label} ({below.total})", width)
            yield from _lines(below, indent + ("   " if last else "│  "), width)
    for answer in branch.answers:
        yield _cut(f"{indent}· {answer.id}", width)
        for line in follow_up.lines(answer.follow_up, {}):
            inside = f"{indent}  {'    ' * line.depth}"
            lead = f" → {line.answer}" if line.answer else ""
            yield _cut(f"{inside}  {line.pair}{lead}" if line.pair else inside + line.text, width)


def _cut(line: str, width: int | None) -> str:
    return line if width is None or len(line) <= width else line[: width - 1] + "…"


def as_json(root: Branch) -> str:
    """Give nested objects: the level asked, and under `options` what each choice leads to."""
    return json.dumps(_value(root))


def _value(branch: Branch) -> dict[str, Any]:
    value: dict[str, Any] = {"total": branch.total}
    if branch.option is not None:
        value = {"option": branch.option.id, "label": branch.option.label, **value}
    if branch.level is not None:
        value["level"] = branch.level.id
        value["options"] = [_value(below) for below in branch.branches]
    else:
        value["answers"] = [answer.id for answer in branch.answers]
        value["follow_ups"] = {
            answer.id: follow_up.value(answer.follow_up)
            for answer in branch.answers
            if answer.follow_up
        }
    return value


def as_mermaid(root: Branch) -> str:
    """Give a Mermaid flowchart."""
    lines = ["flowchart LR"]
    for number, box, parent in _numbered(_box(root)):
        lines.append(f'  n{number}["{_mermaid(box.caption)}"]')
        if parent is not None:
            lines.append(f'  n{parent} -->|"{_mermaid(box.label)}"| n{number}')
    return "\n".join(lines) + "\n"


def as_dot(root: Branch) -> str:
    """Give a Graphviz graph."""
    lines = ["digraph cascade {", "  rankdir=LR;", "  node [shape=box];"]
    for number, box, parent in _numbered(_box(root)):
        lines.append(f'  n{number} [label="{_dot(box.caption)}"];')
        if parent is not None:
            lines.append(f'  n{parent} -> n{number} [label="{_dot(box.label)}"];')
    return "\n".join([*lines, "}"]) + "\n"


@dataclass(frozen=True, slots=True)
class _Box:
    """A node of a drawing: what is in it, what is on the arrow that leads to it, what is below."""

    caption: str
    label: str
    below: list["_Box"]


def _box(branch: Branch) -> _Box:
    label = branch.option.brief if branch.option else ""
    if branch.level is not None:
        below = list(map(_box, branch.branches))
        return _Box(f"{branch.level.title} ({branch.total})", label, below)
    if len(branch.answers) == 1:
        (answer,) = branch.answers
        asks = typeset(" : ") + answer.follow_up.question if answer.follow_up else ""
        return _Box(answer.id + asks, label, _cases(answer.follow_up))
    return _Box(count(branch.total, "réponse"), label, [])


def _cases(asked: FollowUp | None) -> list[_Box]:
    """Give the options of a follow-up, each with what it asks in turn."""
    if asked is None:
        return []
    return [
        _Box(
            f"{asked.id}={option.id}" + (f" → {option.answer}" if option.answer else ""),
            option.label,
            _cases(option.follow_up),
        )
        for option in asked.options
    ]


def _numbered(root: _Box) -> Iterator[tuple[int, _Box, int | None]]:
    """Yield every node with its number and its parent's."""
    waiting: list[tuple[_Box, int | None]] = [(root, None)]
    number = 0
    while waiting:
        box, parent = waiting.pop(0)
        yield number, box, parent
        waiting += [(below, number) for below in box.below]
        number += 1


def _mermaid(text: str) -> str:
    return (
        text.replace("#", "#35;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
    )


def _dot(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
