"""A compiled file answers only as long as the corpus, and the program, are what they were.

Size, time and number on disk are looked at, and never what is in a file: what changes none of them
goes unseen, and a test below says which change that is.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cli.small_corpus import ANSWERS
from compiled.folders import LONG_AGO, age, compile_now, file_of, is_compiled, old_corpus, read
from scripted.lanes import NOTHING, completions, fast, ordinary, program

from segur_faq.compiled import opening, place, saving, stamps
from segur_faq.compiled.saving import save_compiled, take_stamps

SHOW = ("show", "dmp-imagerie")
DEFINE = ("define", "DMP")
SEARCH = ("search", "dmp")
COMMANDS = (SHOW, DEFINE, SEARCH)


def answers(*commands: tuple[str, ...]) -> bool:
    """Tell whether the compiled file serves, for these commands or for all."""
    served = {fast(*words) != NOTHING for words in commands or COMMANDS}
    assert len(served) == 1
    return served.pop()


def edit(path: Path, before: str, after: str) -> None:
    """Change a text in place: the file keeps its number on disk."""
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


# --- what is seen ------------------------------------------------------------------------------


def longer(folder):
    edit(folder / "answers/tout.yaml", "Oui, c'est une obligation.", "Oui, c'est obligatoire ici.")


def same_size(folder):
    edit(folder / "answers/tout.yaml", "une obligation", "une Obligation")


def longer_at_the_same_time(folder):
    longer(folder)
    os.utime(folder / "answers/tout.yaml", (LONG_AGO, LONG_AGO))


def replaced(folder):
    """By another file of the same size and time, as `cp -p` and `mv` do."""
    new = folder.parent / "new.yaml"
    shutil.copy(folder / "answers/tout.yaml", new)
    edit(new, "une obligation", "une Obligation")
    os.utime(new, (LONG_AGO, LONG_AGO))
    os.replace(new, folder / "answers/tout.yaml")


def made_anew(folder):
    """Under the same name, with the same content and time."""
    path = folder / "answers/tout.yaml"
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content)
    os.utime(path, (LONG_AGO, LONG_AGO))


def older(folder):
    same_size(folder)
    os.utime(folder / "answers/tout.yaml", (LONG_AGO - 1000, LONG_AGO - 1000))


def added(folder):
    shutil.copytree(folder / "answers", folder.parent / "beside")
    edit(folder.parent / "beside/tout.yaml", "- id: ", "- id: autre-")
    os.rename(folder.parent / "beside/tout.yaml", folder / "answers/autre.yaml")


def removed(folder):
    (folder / "glossary.yaml").unlink()


def renamed(folder):
    os.rename(folder / "answers/tout.yaml", folder / "answers/partie.yaml")


def moved_below(folder):
    (folder / "answers/sous").mkdir()
    os.rename(folder / "answers/tout.yaml", folder / "answers/sous/tout.yaml")


def folder_added(folder):
    shutil.copytree(folder.parent / "deep", folder / "answers/deep")


def file_added_deep(folder):
    added(folder)
    os.rename(folder / "answers/autre.yaml", folder / "answers/profond/encore/autre.yaml")
    os.utime(folder / "answers", (LONG_AGO, LONG_AGO))


def cascade_changed(folder):
    edit(folder / "cascade.yaml", "Un petit corpus", "Un petit Corpus")


def glossary_changed(folder):
    edit(folder / "glossary.yaml", "Un carnet", "Le carnet")


def sources_changed(folder):
    edit(folder / "sources.yaml", "Une page officielle", "Une page Officielle")


def everything_replaced(folder):
    """By a copy of the whole folder with all its times, as a restored backup is."""
    shutil.copytree(folder, folder.parent / "copy")  # which keeps times
    shutil.rmtree(folder)
    os.rename(folder.parent / "copy", folder)


CHANGES = {
    longer: "c'est obligatoire ici",
    longer_at_the_same_time: "c'est obligatoire ici",
    same_size: "une Obligation",
    replaced: "une Obligation",
    older: "une Obligation",
    made_anew: "",
    added: "autre-dmp-imagerie",
    removed: "",
    renamed: "",
    moved_below: "",
    folder_added: "",
    file_added_deep: "autre-dmp-imagerie",
    cascade_changed: "",
    glossary_changed: "Le carnet",
    sources_changed: "Une page Officielle",
    everything_replaced: "",
}
"""Change -> what the commands say since then, and did not before."""


@pytest.mark.parametrize(("change", "said"), CHANGES.items(), ids=[c.__name__ for c in CHANGES])
def test_a_change_is_seen(change, said, tmp_path, monkeypatch):
    folder = old_corpus(tmp_path / "corpus")
    (folder / "answers/profond/encore").mkdir(parents=True)
    (tmp_path / "deep").mkdir()
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(folder))
    compile_now(age(folder))
    assert answers()
    assert not said or said not in said_by_commands()
    change(folder)
    assert not answers()
    assert said in said_by_commands()
    # Once the corpus is left alone, the next run compiles it again.
    age(folder, LONG_AGO + 60)
    program("list")
    assert is_compiled(folder)
    compiled = said_by_commands()
    assert said in compiled
    monkeypatch.setenv("SEGUR_FAQ_CACHE", "0")
    assert said_by_commands() == compiled


def said_by_commands() -> str:
    ran = [program(*words) for words in COMMANDS]
    return b"".join(part for written in ran for part in (written.out, written.err)).decode()


def test_what_is_not_of_the_corpus_changes_nothing(trees):
    (trees / "notes.md").write_text("a")
    (trees / "answers/.tout.yaml.swp").write_text("a")
    (trees / ".git").mkdir()
    compile_now(age(trees))
    (trees / "notes.md").write_text("b")
    (trees / "answers/.tout.yaml.swp").write_text("b")
    (trees / ".git/index").write_text("b")
    assert answers()


def test_the_change_that_goes_unseen(compiled):
    """Made in place, of the same size, and with its time put back: no editor does that."""
    same_size(compiled)
    age(compiled)
    assert answers()
    assert b"une obligation" in program(*SHOW).out
    os.utime(compiled / "answers/tout.yaml", (LONG_AGO + 1, LONG_AGO + 1))
    assert b"une Obligation" in program(*SHOW).out


def test_a_linked_file_is_seen_to_change(trees):
    (trees / "answers/tout.yaml").rename(trees / "answers/.vrai")
    (trees / "answers/tout.yaml").symlink_to(".vrai")
    compile_now(age(trees))
    assert answers()
    edit(trees / "answers/.vrai", "une obligation", "une Obligation")
    assert not answers()
    assert b"une Obligation" in program(*SHOW).out


def test_a_corpus_that_has_gone_or_is_broken_is_said_to_be(compiled):
    edit(compiled / "cascade.yaml", "format: 1", "format: [")
    assert not answers()
    assert all(program(*words).code == 2 for words in COMMANDS)
    shutil.rmtree(compiled)
    assert not answers()
    assert all(program(*words).code == 2 for words in COMMANDS)


# --- a change while nobody could tell ----------------------------------------------------------


def test_a_corpus_just_written_is_not_compiled_yet(trees):
    """Its files could change once more within one tick of the clock of the disk."""
    for name in ("cascade.yaml", "sources.yaml", "glossary.yaml", "answers/tout.yaml", "answers"):
        compile_now(age(trees))
        os.remove(file_of(trees))
        os.utime(trees / name)
        assert not save_compiled(str(trees), read(trees), take_stamps(str(trees))), name
        assert program(*SHOW).code == 0
        assert not file_of(trees).exists()


def test_two_changes_in_one_tick_are_both_seen(trees, monkeypatch):
    tick = 1_800_000_000.0
    monkeypatch.setattr(saving.time, "time", lambda: tick + 0.01)
    for text in ("une oblIgation", "une obliGation"):
        edit(trees / "answers/tout.yaml", read_obligation(trees), text)
        age(trees, tick)
        assert text.encode() in program(*SHOW).out


def read_obligation(trees):
    text = (trees / "answers/tout.yaml").read_text("utf-8")
    start = text.casefold().index("une obligation")
    return text[start : start + len("une obligation")]


def test_a_corpus_is_compiled_as_soon_as_it_is_settled(trees, monkeypatch):
    now = 1_800_000_000.0
    age(trees, now)
    monkeypatch.setattr(saving.time, "time", lambda: now + stamps.SETTLED + 0.01)
    program("list")
    assert is_compiled(trees)


def test_a_change_while_the_corpus_is_read_is_seen_next_time(trees):
    before = take_stamps(str(trees))
    reading = read(trees)
    same_size(trees)
    assert save_compiled(str(trees), reading, before)
    assert not answers()
    assert b"une Obligation" in program(*SHOW).out


# --- very many files ---------------------------------------------------------------------------


@pytest.fixture
def many(tmp_path, monkeypatch):
    """The small corpus with a file for each answer, which counts as very many."""
    folder = old_corpus(tmp_path / "corpus")
    heading, *written = ANSWERS.split("\n  - id: ")
    (folder / "answers/tout.yaml").unlink()
    for text in written:
        name = text.partition("\n")[0]
        (folder / f"answers/{name}.yaml").write_text(f"{heading}\n  - id: {text}", "utf-8")
    monkeypatch.setattr(opening, "FEW_FILES", len(written) - 1)
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(folder))
    compile_now(age(folder))
    assert answers()
    return folder


def looked_at(monkeypatch, *words) -> set[str]:
    """Give the files and folders that a command asks the disk about, in a corpus."""
    asked = []
    stamp_of = stamps.stamp_of
    with monkeypatch.context() as patch:
        patch.setattr(stamps, "stamp_of", lambda path: asked.append(path) or stamp_of(path))
        assert fast(*words) != NOTHING
    folder = os.environ["SEGUR_FAQ_TREES"]
    return {os.path.relpath(path, folder) for path in asked if path.startswith(folder)}


WATCHED = {".", "answers", "cascade.yaml", "glossary.yaml", "sources.yaml"}


def test_show_looks_only_at_what_its_answer_rests_on(many, monkeypatch):
    assert looked_at(monkeypatch, *SHOW) == {
        *WATCHED, "answers/dmp-imagerie.yaml", "answers/dmp-alimentation.yaml"
    }  # fmt: skip
    assert looked_at(monkeypatch, "show", "cartes-commande", "label-candidature", "-f", "json") == {
        *WATCHED, "answers/cartes-commande.yaml", "answers/label-candidature.yaml"
    }  # fmt: skip


def test_what_rests_on_all_answers_looks_at_all(many, monkeypatch):
    every = {os.path.relpath(path, many) for path in many.rglob("*.yaml")} | WATCHED
    for words in (DEFINE, SEARCH):
        assert looked_at(monkeypatch, *words) == every
    monkeypatch.setattr(opening, "FEW_FILES", 256)
    assert looked_at(monkeypatch, *SHOW) == every


def completes() -> bool:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in completions("bash", ["show", "dmp-"]).items():
            patch.setenv(name, value)
        return fast() != NOTHING


def test_among_many_files_a_change_elsewhere_leaves_an_answer_as_it_is(many):
    edit(many / "answers/cartes-commande.yaml", "Sur le site de l'ANS.", "Au guichet de l'ANS.")
    assert answers(SHOW, ("show", "mssante-bal", "dmp-alimentation"))
    assert fast(*SHOW) == ordinary(*SHOW)
    for words in (("show", "cartes-commande"), (*SHOW, "cartes-commande"), DEFINE, SEARCH):
        assert not answers(words), words
    assert not completes()
    assert b"guichet" in program("show", "cartes-commande").out
    assert b"guichet" in program("search", "guichet").out


def test_among_many_files_a_change_of_a_neighbour_is_seen(many):
    """Its question stands under « Voir aussi »."""
    edit(many / "answers/dmp-alimentation.yaml", "Comment alimenter", "Comment donc alimenter")
    assert not answers(SHOW)
    assert b"Comment donc alimenter" in program(*SHOW).out
    assert answers(("show", "dmp-hopital"))


@pytest.mark.parametrize("name", ["cascade.yaml", "glossary.yaml", "sources.yaml"])
def test_among_many_files_those_of_all_answers_are_always_looked_at(name, many):
    with (many / name).open("a") as file:
        file.write("\n")
    assert not answers()


def test_among_many_files_one_more_or_less_is_seen(many):
    (many / "answers/cartes-commande.yaml").unlink()
    assert not answers()
    age(many, LONG_AGO + 60)
    program("list")
    assert answers()
    (many / "answers/autre").mkdir()
    assert not answers()


@pytest.mark.parametrize("typed", [".", "./", "../corpus", "{}/", "{}/../corpus"])
def test_an_answer_rests_on_its_own_file_however_the_folder_was_named(typed, many, monkeypatch):
    os.remove(file_of(many))
    monkeypatch.chdir(many)
    monkeypatch.setenv("SEGUR_FAQ_TREES", typed.format(many))
    assert program("list").code == 0
    monkeypatch.setenv("SEGUR_FAQ_TREES", str(many))
    assert len(looked_at(monkeypatch, *SHOW)) == len(WATCHED) + 2


@pytest.mark.parametrize("name", ["dmp\x1bimagerie", "dmp\nimagerie", "dmp\u202eimagerie"])
def test_a_file_whose_name_is_not_shown_is_looked_at_for_every_answer(name, many):
    """Its answers are known by what is shown of its name, which might be another's."""
    os.rename(many / "answers/dmp-imagerie.yaml", many / f"answers/{name}.yaml")
    os.remove(file_of(many))
    compile_now(age(many))
    assert answers()
    edit(many / f"answers/{name}.yaml", "une obligation", "une Obligation")
    assert not answers()
    assert b"une Obligation" in program(*SHOW).out


def test_two_files_whose_names_look_the_same_are_both_looked_at(many):
    pair = {"dmp-imagerie": "x\x1b", "dmp-hopital": "x\ufffd"}
    for name, odd in pair.items():
        os.rename(many / f"answers/{name}.yaml", many / f"answers/{odd}.yaml")
    os.remove(file_of(many))
    compile_now(age(many))
    for name, odd in pair.items():
        path = many / f"answers/{odd}.yaml"
        assert answers(("show", name))
        os.utime(path, (LONG_AGO + 1, LONG_AGO + 1))
        assert not answers(("show", name))
        os.utime(path, (LONG_AGO, LONG_AGO))


def test_a_file_whose_name_is_not_text_keeps_the_corpus_from_being_compiled(trees):
    os.rename(trees / "answers/tout.yaml", trees / "answers/caf\udce9.yaml")
    age(trees)
    for words in COMMANDS:
        ran = program(*words)
        assert (ran.code, ran.err.count(b"rreur")) == (0, 0)
    assert not file_of(trees).exists()


# --- another program ---------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "other"), [("__version__", "99.0"), ("LAYOUT", 99)])
def test_another_version_makes_its_own_file_in_the_place_of_the_first(
    name, other, compiled, monkeypatch, cache
):
    with monkeypatch.context() as patch:
        patch.setattr(place, name, other)
        assert not answers()
        program("list")
        assert is_compiled(compiled)
    assert not answers()
    assert len(list(cache.glob("*.sqlite"))) == 1


def test_another_program_has_its_own_file(compiled, monkeypatch, cache):
    with monkeypatch.context() as patch:
        patch.setattr(place, "_HERE", "/autre/programme")
        assert not answers()
        program("list")
        assert is_compiled(compiled)
    assert answers()
    assert len(list(cache.glob("*.sqlite"))) == 2


def test_a_program_that_is_worked_on_compiles_anew(trees, tmp_path, monkeypatch):
    module = tmp_path / "module.py"
    module.write_text("1")
    monkeypatch.setattr(saving, "program_files", lambda: [str(module)])
    compile_now(trees)
    assert answers()
    os.utime(module, (LONG_AGO, LONG_AGO))
    assert not answers()
    program("list")
    assert is_compiled(trees)
    module.unlink()
    assert not answers()


def test_every_module_that_compiling_uses_is_watched_in_a_checkout():
    code = (
        "import sys, segur_faq.compiled.saving, segur_faq.compiled.tables\n"
        "for name, module in sys.modules.items():\n"
        "    if name.startswith('segur_faq'): print(module.__file__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    used = {os.path.realpath(path) for path in done.stdout.split("\n") if path}
    assert len(used) > 20
    assert used <= set(stamps.program_files())


def test_an_installed_program_is_known_by_one_file(tmp_path, monkeypatch):
    """An installer writes all of them together."""
    package = tmp_path / "segur_faq"
    (package / "trees").mkdir(parents=True)
    (package / "compiled").mkdir()
    (package / "compiled/stamps.py").write_text("")
    monkeypatch.setattr(stamps, "__file__", str(package / "compiled/stamps.py"))
    assert list(stamps.program_files()) == [str(package / "compiled/stamps.py")]


# --- stamps ------------------------------------------------------------------------------------


def test_a_stamp_is_of_files_and_folders_and_empty_for_what_is_not_there(tmp_path):
    assert stamps.stamp_of(str(tmp_path)) != ""
    assert stamps.stamp_of(str(tmp_path / "absent")) == ""
    assert stamps.stamp_of("\0") == ""
    assert stamps.are_current(str(tmp_path), [])
    assert stamps.are_current(
        str(tmp_path), [("absent", ""), (".", stamps.stamp_of(str(tmp_path)))]
    )
    assert not stamps.are_current(str(tmp_path), [("absent", "1:2:3")])


def test_the_files_of_a_corpus_are_listed_as_they_are_read(tmp_path):
    for name in ("cascade.yaml", "answers/b.yml", "answers/a/c.yaml", "answers/.x.yaml",
                 ".y/d.yaml", "notes.md", "answers/sans-suffixe"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert stamps.folders_and_files(str(tmp_path)) == (
        [".", "answers", "answers/a"],
        ["cascade.yaml", "answers/b.yml", "answers/a/c.yaml"],
    )
