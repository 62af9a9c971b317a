"""Reading a corpus as it was at a Git revision: the one place where Git is run.

Only plumbing that reads objects is used (no hook, filter or pager), without a shell, and never the
network: a partial clone would otherwise fetch what it lacks.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from segur_faq.corpus.reader import read_corpus
from segur_faq.corpus.reading import Reading
from segur_faq.errors import SegurFaqError

_SUFFIXES = {".yaml", ".yml"}
_REGULAR = {b"100644", b"100755"}

_OF_ANOTHER_PLACE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What a Git hook finds in its environment, for its own folder rather than for the corpus's."""


class _GitError(Exception):
    """Git said no; the argument is what it said."""


def read_revision(folder: Path, revision: str) -> Reading:
    """Read a corpus as it was, or is, at a revision of the repository that holds it.

    Args:
        folder: where the corpus stands today.
        revision: as Git knows it: a commit, a branch, a tag, `HEAD~3`.

    Raises:
        SegurFaqError: Git, the repository, the revision or the folder in it is not there.
    """
    _refuse_what_is_no_revision(revision)
    prefix = _prefix(folder, revision)
    commit = _commit(folder, revision)
    tree = f"{commit}:{prefix}" if prefix else f"{commit}^{{tree}}"
    try:
        listed = _git(folder, "ls-tree", "-r", "-z", "--full-tree", tree)
    except _GitError as error:
        raise SegurFaqError(
            f"Le dossier {folder} n'existe pas à la révision « {revision} ».",
            "Donnez une révision plus récente.",
        ) from error
    files = list(_files(listed))
    with tempfile.TemporaryDirectory(prefix="segur-faq-") as temporary:
        for path, content in zip(files, _contents(folder, files), strict=True):
            target = Path(temporary, path[0])
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        return read_corpus(Path(temporary))


def revisions_of(folder: Path, at_most: int) -> list[str]:
    """Give the commits in which a folder changed, the latest first; none where Git knows none."""
    try:
        listed = _git(folder, "rev-list", f"--max-count={at_most}", "HEAD", "--", ".")
    except (_GitError, SegurFaqError):
        return []
    return listed.decode("ascii", "replace").split()


def _refuse_what_is_no_revision(revision: str) -> None:
    """Refuse what Git would take for an option, or for something else than a commit.

    Raises:
        SegurFaqError: it is no name of a revision.
    """
    if not revision.strip() or revision.startswith("-") or re.search(r"[:\x00-\x1f]", revision):
        raise SegurFaqError(
            f"« {revision} » n'est ni un dossier ni une révision Git.",
            "Par exemple : HEAD~1, main, v1.2, ou un dossier.",
        )


def _prefix(folder: Path, revision: str) -> str:
    """Tell where a folder is in its repository.

    Raises:
        SegurFaqError: it is in none that Git can read.
    """
    try:
        said = _git(folder, "rev-parse", "--show-prefix")
    except _GitError as error:
        if "dubious ownership" in str(error):
            raise SegurFaqError(
                f"Git refuse de lire le dépôt de {folder}, qui appartient à quelqu'un d'autre.",
                "S'il est sûr : git config --global --add safe.directory CHEMIN-DU-DÉPÔT",
            ) from error
        raise SegurFaqError(
            f"« {revision} » n'est pas un dossier, et {folder} n'est pas dans un dépôt Git où "
            "chercher une révision.",
            "Donnez un dossier qui existe, ou le corpus d'un dépôt par --trees.",
        ) from error
    return os.fsdecode(said).removesuffix("\n").removesuffix("/")


def _commit(folder: Path, revision: str) -> str:
    """Find the commit that a revision names.

    Raises:
        SegurFaqError: there is none.
    """
    try:
        found = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except _GitError as error:
        shallow = _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
        raise SegurFaqError(
            f"Git ne connaît pas de révision « {revision} », et ce n'est pas un dossier.",
            "Ce dépôt n'a pas tout son historique : git fetch --unshallow (dans une action GitHub, "
            "fetch-depth: 0)."
            if shallow
            else "Les branches et les étiquettes : git branch --all ; git tag",
        ) from error
    return found.decode("ascii").strip()


def _files(listed: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the YAML files of a listing, each with its object.

    What reading would not look at is left out, and what would not be written below the folder.
    """
    for line in listed.split(b"\0"):
        about, _, raw = line.partition(b"\t")
        name = os.fsdecode(raw)
        path = PurePosixPath(name)
        if (
            about[:6] in _REGULAR
            and path.suffix in _SUFFIXES
            and not path.is_absolute()
            and not any(part.startswith(".") or "\\" in part for part in path.parts)
        ):
            yield name, about.split()[2]


def _contents(folder: Path, files: list[tuple[str, bytes]]) -> Iterator[bytes]:
    """Yield what the objects hold.

    Raises:
        SegurFaqError: one is not in this clone.
    """
    wanted = b"".join(identifier + b"\n" for _, identifier in files)
    try:
        said = _git(folder, "cat-file", "--batch", given=wanted)
    except _GitError as error:
        raise _incomplete() from error
    start = 0
    for _ in files:
        end = said.index(b"\n", start)
        header = said[start:end].split()
        if len(header) != 3 or header[1] != b"blob":
            raise _incomplete()
        size = int(header[2])
        yield said[end + 1 : end + 1 + size]
        start = end + 1 + size + 1


def _incomplete() -> SegurFaqError:
    return SegurFaqError(
        "Cette copie du dépôt n'a pas tous les fichiers de la révision.",
        "Elle a été faite en partie (git clone --filter) : refaites-la en entier.",
    )


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Run Git in a folder; give what it writes.

    Raises:
        SegurFaqError: there is no Git.
        _GitError: it does not succeed.
    """
    program = shutil.which("git")
    if program is None:
        raise SegurFaqError(
            "Git n'est pas installé : les révisions ne peuvent pas être lues.",
            "Installez Git, ou donnez deux dossiers.",
        )
    try:
        done = subprocess.run(  # noqa: S603  (a list of words, without a shell)
            [program, "--no-pager", "-c", "protocol.allow=never", "-C", str(folder), *arguments],
            input=given,
            capture_output=True,
            check=False,
            env={
                **{k: v for k, v in os.environ.items() if k not in _OF_ANOTHER_PLACE},
                "LC_ALL": "C",
                "GIT_NO_LAZY_FETCH": "1",
                "GIT_OPTIONAL_LOCKS": "0",
                "GIT_TERMINAL_PROMPT": "0",
            },
        )
    except OSError as error:
        raise SegurFaqError(f"Git n'a pas pu être lancé ({error.strerror}).") from error
    if done.returncode:
        raise _GitError(done.stderr.decode("utf-8", "replace"))
    return done.stdout
