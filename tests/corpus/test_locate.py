"""Which folder is the corpus."""

import os

import pytest

from segur_faq.corpus import folder
from segur_faq.corpus.folder import VARIABLE
from segur_faq.corpus.locate import locate
from segur_faq.errors import ExitCode, SegurFaqError


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch, tmp_path_factory):
    """No variable, and a current folder without a corpus."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path_factory.mktemp("nowhere"))


def test_the_folder_named_comes_first(tmp_path, monkeypatch):
    named, variable = tmp_path / "named", tmp_path / "variable"
    named.mkdir()
    variable.mkdir()
    monkeypatch.setenv(VARIABLE, str(variable))
    assert locate(str(named)) == named
    assert locate() == locate(None) == variable


def test_the_corpus_worked_on_comes_before_the_one_shipped(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "trees").mkdir()
    assert locate().is_absolute()
    (tmp_path / "trees" / "cascade.yaml").write_text("format: 1\n", encoding="utf-8")
    assert str(locate()) == "trees"
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert locate() == tmp_path


def test_an_empty_variable_counts_for_nothing(monkeypatch):
    shipped = locate()
    monkeypatch.setenv(VARIABLE, "")
    assert locate() == shipped


def test_the_corpus_shipped_is_the_last_resort():
    assert (locate() / "cascade.yaml").is_file()


def test_the_corpus_shipped_is_found_from_anywhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert locate().is_absolute()
    assert (locate() / "cascade.yaml").is_file()


def test_the_corpus_shipped_has_a_short_name_from_above_it(monkeypatch):
    monkeypatch.chdir("/")
    full = "/" / locate()
    monkeypatch.chdir(full.parent)
    assert str(locate()) == full.name


def test_the_corpus_inside_the_package_comes_before_the_checkout_s(tmp_path, monkeypatch):
    outside, inside = tmp_path / "trees", tmp_path / "package" / "trees"
    monkeypatch.setattr(folder, "INSIDE_PACKAGE", str(inside))
    monkeypatch.setattr(folder, "_IN_CHECKOUT", str(outside))
    outside.mkdir()
    assert locate() == outside
    inside.mkdir(parents=True)
    assert locate() == inside


def test_a_missing_corpus_is_an_error_with_the_ways_out(tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "INSIDE_PACKAGE", str(tmp_path / "package" / "trees"))
    monkeypatch.setattr(folder, "_IN_CHECKOUT", str(tmp_path / "trees"))
    with pytest.raises(SegurFaqError) as caught:
        locate()
    assert caught.value.exit_code is ExitCode.UNABLE
    assert "--trees" in caught.value.hint
    assert VARIABLE in caught.value.hint


@pytest.mark.parametrize("kind", ["missing", "file"])
def test_what_is_not_a_folder_is_refused_and_says_who_named_it(tmp_path, monkeypatch, kind):
    target = tmp_path / kind
    if kind == "file":
        target.write_text("")
    with pytest.raises(SegurFaqError) as by_option:
        locate(str(target))
    assert by_option.value.exit_code is ExitCode.UNABLE
    assert str(target) in by_option.value.message
    assert "cascade.yaml" in by_option.value.hint
    assert VARIABLE not in by_option.value.message
    monkeypatch.setenv(VARIABLE, str(target))
    with pytest.raises(SegurFaqError) as by_variable:
        locate()
    assert str(target) in by_variable.value.message
    assert VARIABLE in by_variable.value.message


@pytest.mark.parametrize("named", ["", "x" * 5000])
def test_a_name_that_can_be_no_folder_is_refused(named):
    with pytest.raises(SegurFaqError):
        locate(named)


def test_a_wrong_option_is_not_saved_by_a_right_variable(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    with pytest.raises(SegurFaqError):
        locate(str(tmp_path / "missing"))


def test_a_current_folder_that_is_gone_is_no_obstacle(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(OSError):
        os.getcwd()
    assert locate().is_dir()
