"""Both lanes run on the real corpus here, or on the small one, compiled once for all tests."""

import shutil

import pytest
from compiled.folders import age, compile_now, old_corpus, read

from segur_faq.compiled import saving
from segur_faq.corpus.locate import locate


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def in_that_cache(cache, monkeypatch):
    monkeypatch.setenv("SEGUR_FAQ_CACHE", str(cache))


@pytest.fixture(scope="session")
def real_folder(cache, tmp_path_factory):
    """A copy of the real corpus, compiled: the corpus itself may be worked on meanwhile."""
    folder = tmp_path_factory.mktemp("vrai") / "trees"
    shutil.copytree(locate(), folder)
    return _compiled(age(folder), cache)


@pytest.fixture(scope="session")
def small_folder(cache, tmp_path_factory):
    """The small corpus, compiled."""
    return _compiled(old_corpus(tmp_path_factory.mktemp("petit")), cache)


def _compiled(folder, cache):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEGUR_FAQ_CACHE", str(cache))
        # Else a module saved while the tests run would leave nothing to the fast lane.
        patch.setattr(saving, "program_files", list)
        compile_now(folder)
    return folder


@pytest.fixture(scope="session")
def real_corpus(real_folder):
    return read(real_folder).corpus


@pytest.fixture
def real(real_folder, real_corpus, monkeypatch):
    """The real corpus, which both lanes read."""
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(real_folder))
    return real_corpus


@pytest.fixture
def small(small_folder, monkeypatch):
    """The folder of the small corpus, which both lanes read."""
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(small_folder))
    return small_folder
