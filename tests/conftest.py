"""What every test shares: a neutral environment, and the small corpus of `cli.small_corpus`."""

import pytest
from cli.small_corpus import write_corpus

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.reader import read_corpus

_LOUD = (
    "ACCESSIBLE",
    "COLUMNS",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "LANGUAGE",
    "LINES",
    "NO_COLOR",
    "PY_COLORS",
    "PYTHONIOENCODING",
    "PYTHONUNBUFFERED",
    "PYTHONUTF8",
    "SEGUR_FAQ_TREES",
)
"""Variables of the developer's shell, or of a CI, that would change what the program writes."""


@pytest.fixture(autouse=True)
def neutral_environment(monkeypatch, tmp_path_factory):
    # One cache for the whole run: what a test does to it belongs in a folder of its own.
    monkeypatch.setenv("SEGUR_FAQ_CACHE", str(tmp_path_factory.getbasetemp().parent / "cache"))
    # What a reader is asked after an answer has its own tests.
    monkeypatch.setenv("SEGUR_FAQ_FEEDBACK", "0")
    for name in _LOUD:
        monkeypatch.delenv(name, raising=False)
    for name in ("LANG", "LC_ALL"):
        monkeypatch.setenv(name, "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture(scope="session")
def small_corpus(tmp_path_factory):
    """The folder of the small corpus; not to be written to."""
    return write_corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="session")
def small_index(small_corpus):
    """The small corpus, read and ready to walk."""
    reading = read_corpus(small_corpus)
    assert not reading.problems, reading.problems
    return AnswerIndex(reading.corpus)
