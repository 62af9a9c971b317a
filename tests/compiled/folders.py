"""Corpora in folders that look old enough to be compiled, and what became of their cache."""

import os
from pathlib import Path

from cli.small_corpus import write_corpus

from segur_faq.compiled.opening import open_compiled
from segur_faq.compiled.place import compiled_file
from segur_faq.compiled.saving import save_compiled, take_stamps
from segur_faq.corpus.reader import read_corpus
from segur_faq.corpus.reading import Reading

LONG_AGO = 1_700_000_000


def age(folder: Path, when: float = LONG_AGO) -> Path:
    """Make files and folders look untouched since long: younger ones are not compiled yet."""
    for inside, _, names in os.walk(folder):
        for name in names:
            os.utime(Path(inside, name), (when, when))
        os.utime(inside, (when, when))
    return folder


def old_corpus(folder: Path, **replaced: str) -> Path:
    """Write the small corpus, as if long ago."""
    folder.mkdir(parents=True, exist_ok=True)
    return age(write_corpus(folder, **replaced))


def read(folder: Path) -> Reading:
    """Read a corpus that must be sound."""
    reading = read_corpus(folder)
    assert not list(reading.errors)
    return reading


def compile_now(folder: Path) -> Path:
    """Compile a corpus; give the file made."""
    assert save_compiled(str(folder), read(folder), take_stamps(str(folder)))
    return file_of(folder)


def file_of(folder: Path) -> Path:
    """Give the path of the compiled file of a corpus, which may not be there."""
    path = compiled_file(str(folder))
    assert path is not None
    return Path(path)


def is_compiled(folder: Path) -> bool:
    """Tell whether the compiled file of a corpus is there, sound, and true."""
    connection = open_compiled(str(folder))
    if connection is None:
        return False
    (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
    connection.close()
    assert verdict == "ok"
    return True
