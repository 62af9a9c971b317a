"""Reports of changes: each is read as it was meant, and none is longer than a reader bears."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from segur_faq.history.changes import Changed, Changes, Entry, KeyChange, Kind
from segur_faq.history.paths import PathChange
from segur_faq.history.reports import json as as_json
from segur_faq.history.reports import markdown, text

NONE = Kind()


def of_paths(*paths):
    return Changes(NONE, NONE, NONE, NONE, NONE, paths=paths)


def of_added(*titles):
    added = tuple(Entry(f"r{number}", title) for number, title in enumerate(titles))
    return Changes(Kind(added), NONE, NONE, NONE, NONE)


def markdown_of(title):
    """Give the line on which a report names one answer more."""
    lines = markdown.render(of_added(title)).splitlines()
    (line,) = [line for line in lines if line.startswith("- ajout")]
    return line


MARKUP = st.lists(
    st.sampled_from(
        [*"ab1 \\`*_[]()<>#|&~-+=.!@$^:/;\"'\n", "https://a.fr/", "www.", "<b>", "&lt;", "- "]
    ),
    max_size=24,
).map("".join)


@given(MARKUP)
def test_whatever_a_text_holds_markdown_shows_it_and_nothing_else(said):
    title = " ".join(said.split()) or "?"
    tokens = MarkdownIt("commonmark").parse(markdown_of(title))
    assert [token.type for token in tokens if token.nesting == 1] == [
        "bullet_list_open", "list_item_open", "paragraph_open",
    ]  # fmt: skip
    (inline,) = [token for token in tokens if token.type == "inline"]
    html = {t.content for t in inline.children if t.type == "html_inline"}
    assert html <= {"<!-- -->", "<span>", "</span>"}
    assert {t.type for t in inline.children} <= {
        "text", "text_special", "code_inline", "html_inline", "link_open", "link_close",
    }  # fmt: skip
    shown = "".join(t.content for t in inline.children if t.type != "html_inline")
    assert shown == f"ajout de r0\u00a0: {title}"


@pytest.mark.parametrize(
    "start", ["1. ", "1) ", "- ", "+ ", "* ", "--- ", "=== ", "# ", "> ", "[ ] "]
)
def test_a_line_of_a_body_begins_nothing_in_markdown(start):
    change = KeyChange("body", f"{start}au premier mot près", f"{start}au dernier mot près")
    changes = Changes(Kind(changed=(Changed("r", "Q ?", (change,)),)), NONE, NONE, NONE, NONE)
    (said,) = [line for line in markdown.render(changes).splitlines() if "premier" in line]
    tokens = MarkdownIt("commonmark").parse(said.strip().replace("`body`\u00a0: ", ""))
    assert [token.type for token in tokens if token.nesting == 1] == [
        "bullet_list_open", "list_item_open", "paragraph_open",
    ]  # fmt: skip


@pytest.mark.parametrize("call", ["@equipe", "@org/equipe", "#12", "org/depot#3", "!7", "%v2"])
def test_nobody_is_called_and_no_issue_named(call):
    assert call not in markdown_of(f"Voir {call}.")
    assert "a@b.fr" in markdown_of("Écrire à a@b.fr.")


def test_addresses_stay_addresses_in_markdown():
    assert "<https://exemple.fr/a_b~c#d&e>." in markdown_of("Lire https://exemple.fr/a_b~c#d&e.")


def test_a_long_report_fits_a_comment_and_says_what_it_leaves_out():
    written = markdown.render(of_added(*["Une question que l'on pose ?"] * 3_000))
    assert len(written) < 65_536
    assert "ne tient pas ici" in written
    assert written.count("<details>") == written.count("</details>") == 1


def test_a_long_report_still_tells_what_paths_show():
    changes = replace(
        of_added(*["Une question que l'on pose ?"] * 3_000),
        paths=(PathChange((("a", ("b",)),), ("r1",)),),
    )
    assert markdown.render(changes).endswith("- `a=b`\u00a0: + `r1`\n")


def test_a_long_list_of_answers_is_cut():
    names = tuple(f"a{number}" for number in range(12))
    told = text.render(of_paths(PathChange((("a", ("b", "c")), ("d", ("e",))), names)))
    assert "a=b,c d=e\u00a0: + a0, a1," in told
    assert "a7 et 4\u00a0autres\n" in told


def test_a_long_list_of_paths_is_cut_but_in_json():
    changes = of_paths(*(PathChange((("a", (f"o{n}",)),), (f"x{n}",)) for n in range(250)))
    for report in (text.render(changes), markdown.render(changes)):
        assert report.count("a=o") == 60
        assert "190\u00a0autres" in report
    assert len(json.loads(as_json.render(changes, "a", "b"))["paths"]) == 250


def test_paths_with_the_same_answers_stand_on_one_line():
    changes = of_paths(*(PathChange((("a", (name,)),), ("x",)) for name in "bc"))
    assert "  a=b ou a=c\u00a0: + x\n" in text.render(changes)
    assert "- `a=b` ou `a=c`\u00a0: + `x`\n" in markdown.render(changes)


def test_answers_that_leave_a_path_for_another_are_named_once():
    came = PathChange((("a", ("b",)),), ("x", "y"))
    went = PathChange((("a", ("c",)),), (), ("x", "y"))
    assert "  a=b au lieu de a=c\u00a0: x, y\n" in text.render(of_paths(came, went))
