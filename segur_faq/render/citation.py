"""An answer quoted: what it says, who says it and since when, and how to find it again."""

import shlex

from segur_faq.corpus.version import version_of
from segur_faq.journey.follow_up import follow
from segur_faq.render.card import Card
from segur_faq.render.follow_up import line_of, outcome
from segur_faq.render.markdown import escape
from segur_faq.render.markup import is_safe
from segur_faq.text import typeset


def as_text(card: Card) -> str:
    """Give a citation to paste into a mail."""
    answer = card.answer
    sources = [typeset(f"Source : {r.line}. {r.source.url}") for r in card.references]
    lines = [
        typeset(f"« {answer.question} »"),
        answer.short,
        *_case(card),
        *_caveat(card),
        *sources,
    ]
    return "\n".join([*lines, _version(card), *_way(card)]) + "\n"


def as_markdown(card: Card) -> str:
    """Give a citation to paste into a ticket or a page."""
    answer = card.answer
    quote = [f"> **{escape(answer.question)}**", ">", f"> {escape(answer.short)}"]
    quote += [line for c in (*_case(card), *_caveat(card)) for line in (">", f"> {escape(c)}")]
    sources = [f"{_link(r.line, r.source.url)}" for r in card.references]
    tail = [typeset(f"Source : {source}") for source in sources]
    tail += [f"`{line}`" for line in (_show(card), _replay(card)) if line]
    return "\n".join([*quote, "", "  \n".join(tail)]) + "\n"


def _case(card: Card) -> list[str]:
    """Give what the reader was asked and said, and what the answer says then.

    With the question: « Non » alone would tell nothing to whoever reads the mail.
    """
    steps = follow(card.answer, card.choices).steps
    return [f"{asked.question} {outcome(line_of(asked, option))}" for asked, option in steps]


def _caveat(card: Card) -> list[str]:
    return [typeset(f"À savoir : {card.answer.caveat}")] if card.answer.caveat else []


def _version(card: Card) -> str:
    return typeset(f"Réponse : {_show(card)}")


def _way(card: Card) -> list[str]:
    replay = _replay(card)
    return [typeset(f"Parcours : {replay}")] if replay else []


def _replay(card: Card) -> str:
    """Give the command that makes the journey again and tells what has changed; may be empty."""
    if not card.replay:
        return ""
    program, command, *words = shlex.split(card.replay)
    end = words.index("--trees") if "--trees" in words else len(words)
    quoted = f"{card.answer.id}@{version_of(card.answer)}"
    line = " ".join([*words[:end], quoted])
    return shlex.join([program, command, "--replay", line, *words[end:]])


def _show(card: Card) -> str:
    """Give the command that shows this very version again, or tells that it has changed."""
    program, command, answer_id, *rest = shlex.split(card.command)
    return shlex.join([program, command, f"{answer_id}@{version_of(card.answer)}", *rest])


def _link(title: str, url: str) -> str:
    return f"[{escape(title)}](<{url}>)" if is_safe(url) else f"{escape(title)} ({escape(url)})"
