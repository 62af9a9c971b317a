"""The schemas that stand beside a corpus are held against what it would give."""

from pathlib import Path

import pytest
from lint.lint_cases import found, lay_base

from segur_faq.cli.main import main

NEW = """format: 1
answers:
  - id: nouvelle-reponse
    question: Une question\u00a0?
    applies: {public: all, support: [jeu], demarche: [rendre], annexe: all}
    short: Une réponse.
    sources: [{ref: reglement, read_on: 2026-01-15}]
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus whose schemas have just been written."""
    directory = lay_base(tmp_path)
    assert main(["schema", "--write", "--trees", str(directory)]) == 0
    return directory


def test_schemas_just_written_are_right(corpus: Path) -> None:
    assert (corpus / ".schema").is_dir()
    assert found(corpus) == []


def test_an_answer_more_makes_the_schema_of_answers_stale(corpus: Path) -> None:
    (corpus / "answers" / "cas.yaml").write_text(NEW, "utf-8")
    # The cascade may name an answer too: the one to turn to.
    stale = [f".schema/{name}.json:1:1 stale-schema" for name in ("answers", "cascade")]
    assert found(corpus) == stale


def test_a_schema_that_went_away_is_stale(corpus: Path) -> None:
    (corpus / ".schema" / "sources.json").unlink()
    assert found(corpus) == [".schema/sources.json:1:1 stale-schema"]


def test_answers_in_another_order_change_nothing(corpus: Path) -> None:
    moved, kept = sorted((corpus / "answers").glob("*.yaml"))[:2]
    moved.rename(kept.with_name("zzz.yaml"))
    assert found(corpus) == []


def test_nothing_is_said_while_the_corpus_has_errors(corpus: Path) -> None:
    """The command that would write the schemas anew refuses such a corpus."""
    (corpus / "answers" / "cas.yaml").write_text(NEW.replace("[jeu]", "[inconnu]"), "utf-8")
    assert found(corpus) == ["answers/cas.yaml:5:38 unknown-option"]
