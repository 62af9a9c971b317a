"""The program reads the small corpus here, unless a test names another."""

import sys

import pytest
from cli.program import Ran
from cli.somebody import ONE, Somebody, follow

from segur_faq.cli import console
from segur_faq.cli.main import main
from segur_faq.feedback.place import opinions_file
from segur_faq.feedback.store import Store
from segur_faq.journey.decisions import Decision
from segur_faq.journey.path import Path


@pytest.fixture(autouse=True)
def on_the_small_corpus(small_corpus, monkeypatch):
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(small_corpus))


@pytest.fixture
def call(capsys):
    """Run the program in this process, which is thirty times faster; there is no terminal."""

    def run_here(*arguments: str) -> Ran:
        capsys.readouterr()
        try:
            code = main(arguments)
        except SystemExit as left:
            code = left.code
        streams = capsys.readouterr()
        return Ran(int(code or 0), streams.out, streams.err)

    return run_here


@pytest.fixture
def store(tmp_path, monkeypatch):
    """Where opinions are kept, empty."""
    monkeypatch.setenv("SEGUR_FAQ_FEEDBACK", str(tmp_path / "data"))
    return Store(opinions_file())


@pytest.fixture
def keyboard(monkeypatch):
    """Make the program believe that somebody is there to be asked."""
    monkeypatch.setattr(console, "is_terminal", lambda stream: stream is not sys.stdout)


@pytest.fixture
def converse(small_index, store, keyboard):
    """Hold a conversation from a path on; give who held it."""

    def hold(*plan: Decision | str, path: Path = ONE, wanted: bool | None = None) -> Somebody:
        somebody = Somebody(*plan)
        follow(small_index, somebody, path, wanted)
        return somebody

    return hold
