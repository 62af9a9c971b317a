"""Every test here has a cache of its own, and may spoil it."""

import pytest
from compiled.folders import compile_now, old_corpus


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """The folder of the cache, which is not there yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("SEGUR_FAQ_CACHE", str(folder))
    return folder


@pytest.fixture
def trees(tmp_path, monkeypatch):
    """The folder of the small corpus, which the program reads."""
    folder = old_corpus(tmp_path / "corpus")
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(folder))
    return folder


@pytest.fixture
def compiled(trees):
    """The same folder, once it is compiled."""
    compile_now(trees)
    return trees
