"""The version of an answer's content: what tells whether it has changed since it was quoted."""

from collections.abc import Iterator
from hashlib import blake2b

from segur_faq.corpus.model import Answer, FollowUp

LENGTH = 8
"""Hexadecimal digits: one chance in four thousand million that a change goes unseen."""

_BETWEEN = "\x1f"


def version_of(answer: Answer) -> str:
    """Give a short hash of what an answer says: question, texts, follow-ups, links and sources.

    Where it applies, how it is found and when its sources were read do not count: the words that
    were quoted stay the same.
    """
    said = (
        answer.question,
        answer.short,
        answer.body,
        answer.caveat,
        *_follow_up_parts(answer.follow_up),
        *(part for link in answer.links for part in (link.title, link.url)),
        *(citation.ref for citation in answer.sources),
    )
    content = _BETWEEN.join(said).encode("utf-8", "replace")
    return blake2b(content, digest_size=LENGTH // 2).hexdigest()


def _follow_up_parts(asked: FollowUp | None) -> Iterator[str]:
    """Yield what a follow-up says, with marks for where each question and option begins."""
    if asked is None:
        return
    yield from ("?", asked.question, asked.help)
    for option in asked.options:
        yield from ("-", option.label, option.text, option.answer)
        yield from _follow_up_parts(option.follow_up)
    yield "."
