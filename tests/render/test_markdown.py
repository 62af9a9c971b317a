"""Markdown, read back by a Markdown parser: what is text in the corpus stays text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from render.cards import answer, card, link

from segur_faq.corpus.model import Term
from segur_faq.render.markdown import escape, render

HOSTILE = [
    "# Titre", "*a* **b** _c_ __d__", "`code`", "[x](https://exemple.fr)", "![x](https://x.fr/i)",
    "[x](javascript:alert(1))", "<script>alert(1)</script>", "<https://exemple.fr>", "a | b",
    "1. un", "12) douze", "- tiret", "+ plus", "---", "~~~", "> cité", "AT&T &amp; &lt;b&gt; &#27;",
    "fin \\", "\\*", "[/] [bold]", "=====", "a\n# b", "a\n\nb", "```", "{a}", "!", "#", "a #",
]  # fmt: skip


def parsed(markdown):
    return MarkdownIt("commonmark").parse(markdown)


def text_of(inline):
    return "".join(" " if child.type == "softbreak" else child.content for child in inline.children)


def texts(markdown):
    """Give the text of every block, as a reader of the rendered page sees it."""
    return [text_of(token) for token in parsed(markdown) if token.type == "inline"]


def one_line(text):
    return " ".join(line.strip() for line in text.split("\n") if line.strip())


def inline_types(markdown):
    return {
        child.type
        for token in parsed(markdown)
        if token.type == "inline"
        for child in token.children
    }


def structure(markdown):
    """Give the blocks of a page, without their text."""
    return [(token.type, token.tag) for token in parsed(markdown)]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_title_stays_text(hostile):
    other = answer(id="autre", question=hostile)
    safe = answer(id="autre", question="Un titre")
    fields = {"see_also": ("autre",), "terms": ()}
    shown = render(
        card(other, question=hostile, short=hostile, caveat=hostile, links=(link(hostile),),
             **fields)
    )  # fmt: skip
    tame = render(
        card(safe, question="Un titre", short="Un titre", caveat="Un titre",
             links=(link("Un titre"),), **fields)
    )  # fmt: skip
    assert structure(shown) == structure(tame)
    assert inline_types(shown) == inline_types(tame)
    title, short, caveat, _, first_link = texts(shown)[:5]
    assert (title, short, first_link) == (one_line(hostile),) * 3
    assert caveat.endswith(one_line(hostile))
    assert any(text.startswith(one_line(hostile)) for text in texts(shown)[5:])


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"])).map(str.strip))
@example("1. un")
@example("- a")
@example("2026-11-22")
@example("~~~")
def test_any_text_is_read_back_as_it_was(text):
    if not text:
        return
    assert texts(f"# {escape(text)}") == [text]
    assert texts(f"**{escape(text)}**") == [text]
    assert texts(f"- {escape(text)}") == [text]


@pytest.mark.parametrize("hostile", ["<b>x</b>", "- a", "a\nb", "&amp;"])
def test_a_hostile_glossary_stays_text(hostile):
    shown = render(card(body="DMP", terms=(Term("DMP", hostile),)))
    assert any(text.endswith(one_line(hostile)) for text in texts(shown))
    assert "html_inline" not in inline_types(shown)


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "Avant <img src=x onerror=alert(1)> après",
        "<!-- caché -->",
        "Un <b>mot</b>.",
        "<div>\n\n**gras**\n\n</div>",
        "<?php ?>",
    ],
)
def test_html_in_a_body_is_text(body):
    shown = render(card(body=body))
    types = {token.type for token in parsed(shown)} | inline_types(shown)
    assert not types & {"html_block", "html_inline"}
    assert one_line(body.replace("**", "")) in " ".join(texts(shown)[2:])


def test_a_body_without_html_is_left_as_it_was_written():
    body = "Un **mot**, <https://exemple.fr>, <moi@exemple.fr>, 1 < 2 : `<b>`\n\n    <b>code</b>"
    assert body in render(card(body=body))


@pytest.mark.parametrize(
    "url",
    ["https://exemple.fr/a b", "https://exemple.fr/(a)", "https://exemple.fr/f[0]=theme:591&b=<c>"],
)
def test_an_address_is_a_link_to_the_same_place(url):
    tokens = [t for t in parsed(render(card(links=(link("Le guide", url),)))) if t.children]
    targets = [c.attrs["href"] for t in tokens for c in t.children if c.type == "link_open"]
    assert MarkdownIt().normalizeLink(url.replace("<", "%3C").replace(">", "%3E")) in targets


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_an_address_that_is_not_safe_to_open_is_text(url):
    shown = render(card(links=(link("Le guide", url),), sources=()))
    assert "link_open" not in inline_types(shown)
    assert f"](<{url}" not in shown  # not every parser of Markdown refuses it
    assert any(url in text for text in texts(shown))


def test_everything_is_there_and_no_line_ends_with_a_space(small_index):
    other = answer(id="autre", question="Autre ?")
    shown = render(card(other, see_also=("autre",), body="Corps.", path=["couloir=a"]))
    assert not [line for line in shown.splitlines() if line != line.rstrip()]
    for said in (
        "Corps.",
        "Autre ?",
        "`autre`",
        "`segur-faq ask couloir=a`",
        "https://exemple.fr/p",
    ):
        assert said in shown
