"""Where compiled files are kept: the customs of each system, and what turns them off."""

import sys

import pytest

from segur_faq.compiled import place
from segur_faq.compiled.place import cache_folder, compiled_file


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch, tmp_path):
    for name in ("SEGUR_FAQ_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.fixture
def on(monkeypatch):
    """Make the program believe that it runs on a system."""
    return lambda system: monkeypatch.setattr(sys, "platform", system)


SYSTEMS = ("linux", "freebsd14", "darwin", "win32")


# --- customs -----------------------------------------------------------------------------------


@pytest.mark.parametrize("system", ["linux", "freebsd14", "sunos5"])
def test_linux_and_its_like(system, on, tmp_path, monkeypatch):
    on(system)
    assert cache_folder() == str(tmp_path / ".cache" / "segur-faq")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "ailleurs"))
    assert cache_folder() == str(tmp_path / "ailleurs" / "segur-faq")
    for ignored in ("", "relatif", "./relatif", "~/relatif"):  # the custom wants it absolute
        monkeypatch.setenv("XDG_CACHE_HOME", ignored)
        assert cache_folder() == str(tmp_path / ".cache" / "segur-faq")


def test_macos(on, tmp_path, monkeypatch):
    on("darwin")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "ailleurs"))
    assert cache_folder() == str(tmp_path / "Library" / "Caches" / "segur-faq")


def test_windows(on, tmp_path, monkeypatch):
    on("win32")
    assert cache_folder() is None  # neither folder is there
    (tmp_path / "AppData" / "Local").mkdir(parents=True)
    assert cache_folder() == str(tmp_path / "AppData" / "Local" / "segur-faq" / "Cache")
    (tmp_path / "local").mkdir()
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert cache_folder() == str(tmp_path / "local" / "segur-faq" / "Cache")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "absent"))
    assert cache_folder() is None


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_home_that_is_not_there_is_not_made(system, on, tmp_path, monkeypatch):
    on(system)
    for home in ("absent", "fichier"):
        (tmp_path / "fichier").write_text("")
        monkeypatch.setenv("HOME", str(tmp_path / home))
        monkeypatch.setenv("USERPROFILE", str(tmp_path / home))
        assert cache_folder() is None
        assert compiled_file(str(tmp_path)) is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fichier"]


def test_a_cache_may_be_elsewhere_than_in_a_home_that_is_not_there(on, tmp_path, monkeypatch):
    on("linux")
    monkeypatch.setenv("HOME", str(tmp_path / "absent"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "ailleurs"))
    assert cache_folder() == str(tmp_path / "ailleurs" / "segur-faq")


# --- the variable ------------------------------------------------------------------------------


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("off", ["", " ", "0", "non", "no", "off", "false", "OFF", " Non\n"])
def test_it_can_be_turned_off(system, off, on, monkeypatch, tmp_path):
    on(system)
    (tmp_path / "AppData" / "Local").mkdir(parents=True)
    assert cache_folder() is not None
    monkeypatch.setenv("SEGUR_FAQ_CACHE", off)
    assert cache_folder() is None
    assert compiled_file(str(tmp_path)) is None


@pytest.mark.parametrize("system", SYSTEMS)
def test_it_can_be_named(system, on, monkeypatch, tmp_path):
    on(system)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("SEGUR_FAQ_CACHE", str(tmp_path / "ici"))
    assert cache_folder() == str(tmp_path / "ici")
    monkeypatch.chdir(tmp_path)
    for named in ("là", "./là", "là/", "1", "nonobstant"):
        monkeypatch.setenv("SEGUR_FAQ_CACHE", named)
        assert cache_folder() == str(tmp_path / named)


# --- the file ----------------------------------------------------------------------------------


@pytest.fixture
def corpora(monkeypatch, tmp_path):
    """Two folders, one of them with a second name."""
    monkeypatch.setenv("SEGUR_FAQ_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "lien").symlink_to("a")
    return tmp_path


def test_one_folder_has_one_file_however_it_is_named(corpora, monkeypatch):
    file = compiled_file("a")
    for named in ("./a", "a/", "b/../a", "lien", str(corpora / "a")):
        assert compiled_file(named) == file
    monkeypatch.chdir("a")
    monkeypatch.setenv("SEGUR_FAQ_CACHE", str(corpora / "cache"))
    assert compiled_file(".") == file


def test_what_must_not_share_a_file_does_not(corpora, monkeypatch):
    files = {compiled_file("a"), compiled_file("b"), compiled_file("absent")}
    for name, other in (("__version__", "9.9"), ("LAYOUT", 99), ("_HERE", "/autre/programme")):
        with monkeypatch.context() as patch:
            patch.setattr(place, name, other)
            files.add(compiled_file("a"))
    assert len(files) == 6
    assert {file.rpartition("/")[0] for file in files} == {str(corpora / "cache")}


def test_names_of_folders_need_not_be_text(corpora):
    (corpora / "\udce9").mkdir()
    assert compiled_file("\udce9") != compiled_file("a")


def test_nothing_is_made_by_asking(corpora):
    compiled_file("a")
    assert not (corpora / "cache").exists()
