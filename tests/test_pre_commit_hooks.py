"""The hooks for pre-commit: they are run for the files of a corpus, and for no other."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from segur_faq.commands import COMMANDS
from segur_faq.corpus.files import read_files
from segur_faq.corpus.problem import Problems

ROOT = Path(__file__).parents[1]
HOOKS = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
}


def is_run_for(hook: str, name: str) -> bool:
    """Tell whether pre-commit would run a hook for a file: it searches, and knows no `./`."""
    return re.search(HOOKS[hook]["files"], name) is not None


def test_the_hooks_are_commands_of_this_program():
    assert set(HOOKS) == {"segur-faq-lint", "segur-faq-schema"}
    for hook in HOOKS.values():
        program, command, *_ = shlex.split(hook["entry"])
        assert (program, hook["language"]) == ("segur-faq", "python")
        assert command in COMMANDS


@pytest.mark.parametrize("hook", HOOKS)
def test_every_file_of_the_corpus_is_one(hook):
    names = [file.name for file in read_files(ROOT / "trees", Problems())]
    assert len(names) > 40
    for name in names:
        inside = Path(name).relative_to(ROOT / "trees").as_posix()
        # At the root of a repository, in its folder `trees`, or deeper.
        for before in ("", "trees/", "docs/faq/"):
            assert is_run_for(hook, before + inside), inside


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize(
    ("name", "is_read"),
    [
        ("trees/answers/sous-dossier/cas.yaml", True),
        ("trees/answers/a/b/c.yml", True),
        ("trees/cascade.yml", True),
        ("answers/été.yaml", True),
        ("trees/answers/v1.2.yaml", True),
        ("trees/README.md", False),
        ("trees/.schema/answers.json", False),
        ("trees/answers/.brouillon.yaml", False),
        ("trees/answers/.brouillons/cas.yaml", False),
        ("trees/answers/cas.yaml.orig", False),
        ("trees/answers/notes.txt", False),
        ("trees/mes-answers/cas.yaml", False),
        ("trees/my-cascade.yaml", False),
        ("trees/cascade.yaml.bak", False),
        (".github/workflows/lint.yaml", False),
        (".pre-commit-config.yaml", False),
        ("mkdocs.yml", False),
        ("segur_faq/lint/rules/content/unwritten_text.py", False),
    ],
)
def test_what_is_read_and_nothing_else(hook, name, is_read):
    assert is_run_for(hook, name) == is_read
