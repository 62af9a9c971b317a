"""The collector is kept away while a corpus is read, and is back whatever happens."""

import gc
from collections.abc import Iterator

import pytest

from segur_faq.corpus.collecting import uncollected


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Leave the collector as it was found."""
    was_enabled = gc.isenabled()
    gc.enable()
    yield
    gc.unfreeze()
    if not was_enabled:
        gc.disable()


def test_it_is_away_inside_and_back_after() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_back_after_an_error() -> None:
    with pytest.raises(ValueError, match="tant pis"), uncollected():
        raise ValueError("tant pis")
    assert gc.isenabled()


def test_who_had_sent_it_away_finds_it_so() -> None:
    gc.disable()
    with uncollected():
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_only_a_great_many_objects_are_left_out_for_good() -> None:
    gc.collect()
    frozen = gc.get_freeze_count()
    with uncollected():
        few = [[] for _ in range(100)]
    assert gc.get_freeze_count() == frozen
    with uncollected():
        many: list[list[int]] = [[] for _ in range(200_000)]
    assert gc.get_freeze_count() >= frozen + len(many)
    assert few
