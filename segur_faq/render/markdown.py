"""Markdown, to paste into a page, a ticket or a mail."""

import re
from collections.abc import Iterable

from segur_faq.render import follow_up
from segur_faq.render.card import HEARSAY, Card
from segur_faq.render.markup import is_safe
from segur_faq.text import typeset


def render(card: Card) -> str:
    """Give an answer as Markdown."""
    answer = card.answer
    blocks = [f"# {escape(answer.question)}", f"**{escape(answer.short)}**", _body(answer.body)]
    blocks.append("\n".join(map(_follow_up, follow_up.lines(card.follow_up, card.choices))))
    if answer.caveat:
        blocks.append("> " + typeset(f"**À savoir :** {escape(answer.caveat)}"))
    blocks.append(_list("Liens", (_link(link.title, link.url) for link in answer.links)))
    blocks.append(_list("Sources", (_link(r.line, r.source.url) for r in card.references)))
    if card.rests_on_hearsay:
        blocks.append(HEARSAY)
    terms = (f"**{escape(t.term)}** : {escape(t.expansion)}" for t in card.terms)
    blocks.append(_list("Sigles", map(typeset, terms)))
    related = (f"{escape(a.question)} (`{a.id}`)" for a in card.related)
    blocks.append(_list("Voir aussi", related))
    blocks.append(f"`{card.command}`" + (f" · `{card.replay}`" if card.replay else ""))
    return "\n\n".join(filter(None, blocks)) + "\n"


def escape(text: str) -> str:
    """Keep a text from being read as markup."""
    text = re.sub(r"\s*\n\s*", " ", text)
    text = re.sub(r"[\\`*_\[\]<>#|&]", r"\\\g<0>", text)
    # What begins a list, a code block or a rule does so at the beginning only.
    return re.sub(r"^(\d+(?=[.)](?:\s|$))|(?=[-+~]))", r"\1\\", text)


def _follow_up(line: follow_up.Line) -> str:
    indent = "  " * line.depth
    if not line.pair:
        heading, hint = escape(line.text), escape(line.outcome)
        if line.depth:
            return f"{indent}- " + " ".join(filter(None, (f"*{heading}*", hint)))
        return f"## {heading}\n" + (f"\n{hint}\n" if hint else "")
    said = [escape(line.outcome), f"Voir `{line.answer}`." if line.answer else ""]
    told = typeset(" : ") + " ".join(filter(None, said)) if any(said) else ""
    mark = f"{indent}  " if line.depth else ""
    return f"{mark}- **{escape(line.text)}** (`{line.pair}`){told}"


def _body(markdown: str) -> str:
    """Give a body as it was written, but for HTML: it is text, wherever the page is pasted."""
    if "<" not in markdown:
        return markdown
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    if not any(token.type in ("html_block", "html_inline") for token in (*tokens, *inline)):
        return markdown
    return re.sub(r"<(?=[a-z/!?])(?!https?:|mailto:|[^\s<>]+@)", r"\\<", markdown, flags=re.I)


def _link(title: str, url: str) -> str:
    target = f"<{url.replace('<', '%3C').replace('>', '%3E')}>"
    return f"[{escape(title)}]({target})" if is_safe(url) else f"{escape(title)} ({escape(url)})"


def _list(heading: str, lines: Iterable[str]) -> str:
    items = [f"- {line}" for line in lines]
    return "\n".join((f"## {heading}\n", *items)) if items else ""
