"""Plain text, for pipes and files: no colour, no trailing space, one paragraph a line.

Lines are not wrapped: what reads them (a mail, `grep`, an editor) does it better.
"""

from collections.abc import Iterable

from segur_faq.render import follow_up
from segur_faq.render.card import HEARSAY, Card
from segur_faq.render.markup import parse
from segur_faq.text import typeset


def render(card: Card, body: str | None = None) -> str:
    """Give an answer as plain text; `body` is its own as text, where that is known already."""
    answer = card.answer
    blocks = [answer.question, answer.short, plain_markdown(answer.body) if body is None else body]
    blocks.append("\n".join(map(_follow_up, follow_up.lines(card.follow_up, card.choices))))
    if answer.caveat:
        blocks.append(typeset(f"À savoir : {answer.caveat}"))
    blocks.append(_list("Liens", (f"{link.title} : {link.url}" for link in answer.links)))
    blocks.append(
        _list("Sources", (f"{r.line} : {r.source.url}" for r in card.references))
        + (f"\n{HEARSAY}" if card.rests_on_hearsay else "")
    )
    blocks.append(_list("Sigles", (f"{t.term} : {t.expansion}" for t in card.terms)))
    blocks.append(_list("Voir aussi", (f"{a.id} : {a.question}" for a in card.related)))
    tail = [typeset(f"Identifiant : {answer.id} ({card.command})")]
    if card.replay:
        tail.append(typeset(f"Pour revenir ici : {card.replay}"))
    blocks.append("\n".join(tail))
    return "\n\n".join(filter(None, blocks)) + "\n"


def _follow_up(line: follow_up.Line) -> str:
    indent = "  " * line.depth
    if line.pair:
        return f"{indent}- {follow_up.as_text(line)}"
    return indent + " ".join(filter(None, (line.text, line.outcome)))


def _list(heading: str, lines: Iterable[str]) -> str:
    items = [f"- {typeset(line)}" for line in lines]
    return "\n".join((typeset(f"{heading} :"), *items)) if items else ""


def plain_markdown(markdown: str) -> str:
    """Give a Markdown body as text: lists keep their marks, emphasis goes, links show their URL."""
    lines: list[str] = []
    marks: list[str] = []  # of each open list: "-", or the next number
    pending = ""  # the mark that the next paragraph starts with
    for token in parse(markdown):
        match token.type:
            case "bullet_list_open":
                marks.append("-")
            case "ordered_list_open":
                marks.append(str(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                marks.pop()
                if not marks:
                    lines.append("")
            case "list_item_open":
                pending = "- " if marks[-1] == "-" else f"{marks[-1]}. "
                if marks[-1] != "-":
                    marks[-1] = str(int(marks[-1]) + 1)
            case "inline":
                indent = "  " * max(len(marks) - 1, 0) + (pending or ("  " if marks else ""))
                text = _inline(token)
                hanging = "\n" + " " * len(indent)
                lines.append(indent + text.replace("\n", hanging))
                pending = ""
                if not marks:
                    lines.append("")
            case "fence" | "code_block":
                lines += [f"    {line}".rstrip() for line in token.content.rstrip("\n").split("\n")]
                lines.append("")
            case "hr":
                lines += ["---", ""]
    return "\n".join(lines).strip("\n")


def _inline(token: object) -> str:
    parts: list[str] = []
    targets: list[tuple[str, int]] = []
    for child in getattr(token, "children", None) or ():
        match child.type:
            case "text" | "code_inline" | "html_inline" | "text_special":
                parts.append(child.content)
            case "softbreak":
                parts.append(" ")
            case "hardbreak":
                parts.append("\n")
            case "link_open":
                targets.append((str(child.attrGet("href") or ""), len(parts)))
            case "link_close":
                target, start = targets.pop()
                label = "".join(parts[start:])
                if not label:
                    parts.append(target)
                elif target not in (label, f"mailto:{label}"):
                    parts.append(f" ({target})")
            case "image":
                parts.append(child.content)
    return "".join(parts)
