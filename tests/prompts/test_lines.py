"""Breaking lines: nothing too wide, nothing lost."""

from hypothesis import example, given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth

from segur_faq.prompts.lines import columns, wrap

words = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), max_size=30)
texts = st.lists(words, max_size=12).map(lambda drawn: " ".join(filter(None, drawn)))


@given(texts, st.integers(8, 60))
@example("漢字" * 20, 9)
@example("e\u0301" * 20, 8)
@example("a" * 40 + " b", 8)
@example("un  deux   trois", 8)
@example("", 8)
def test_no_line_is_too_wide_and_nothing_is_lost(text, width):
    lines = wrap(text, width)
    assert lines
    assert all(get_cwidth(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(texts, st.integers(60, 90))
def test_words_that_fit_are_never_cut(text, width):
    assert " ".join(wrap(text, width)) == text


@given(texts)
def test_a_line_that_fits_is_left_as_it_is(text):
    assert wrap(text, max(get_cwidth(text), 8)) == [text]


@given(st.integers(-5, 8))
def test_an_impossible_width_is_taken_for_a_small_one(width):
    assert wrap("douze lettres", width) == ["douze", "lettres"]


def test_no_break_spaces_hold():
    assert wrap("un mot :\u00a0suite", 8) == ["un mot", ":\u00a0suite"]


@given(st.text())
def test_columns_are_what_a_terminal_takes(text):
    assert columns(text) >= 0
    if text.isprintable():
        assert columns(text) == get_cwidth(text)
