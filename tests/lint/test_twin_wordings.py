"""Searches are compared in two steps: the first lets nothing through that the second reports."""

from hypothesis import given
from hypothesis import strategies as st

from segur_faq.lint.rules.content.twin_wordings import _MARKS, _outlines
from segur_faq.lint.vocabulary import plainly

LINE = st.text(st.characters(exclude_characters="\n"), max_size=12) | st.text(
    "aeéÉEœoOEçcC ’'-?½12ﬁfiñn", max_size=6
)


@given(st.lists(LINE, min_size=2, max_size=6))
def test_what_is_equal_for_the_second_step_is_for_the_first(wordings: list[str]) -> None:
    plain = ["".join(c for c in text if c not in _MARKS) for text in plainly(wordings)]
    outlines = _outlines(wordings)
    for one, outline in zip(plain, outlines, strict=True):
        for other, same in zip(plain, outlines, strict=True):
            assert one != other or outline == same


def test_most_different_searches_differ_at_once() -> None:
    outlines = _outlines(["durée du prêt", "prolonger un prêt", "rendre un livre"])
    assert len(set(outlines)) == 3
