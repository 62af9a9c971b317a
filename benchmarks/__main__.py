"""`make bench`: the sections asked for, one after the other, as Markdown on standard output.

Run by any Python, it makes the environment of the peers and goes on inside it.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence

from benchmarks import peers

_SECTIONS = ("start-up", "lookup", "search", "lint", "ask", "memory", "quality", "mutations")


def main(arguments: Sequence[str] | None = None) -> None:
    """Prepare what is needed, and print each section as soon as it is measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(_SECTIONS))
    parser.add_argument("--sizes", default="", help="20,236,10000 unless told; 236 is the real one")
    parser.add_argument("--tuning", action="store_true", help="quality: the other set of queries")
    options = parser.parse_args(arguments)
    sections = options.sections or list(_SECTIONS)
    unknown = set(sections) - set(_SECTIONS)
    if unknown:
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    if not _is_inside():
        peers.install()
        words = [str(peers.PYTHON), "-m", "benchmarks", *sys.argv[1:]]
        os.execv(words[0], words)  # the environment's own packages, from here on
    sizes = sorted({int(size) for size in options.sizes.split(",") if size})
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TMPDIR"] = folder
        _run(sections, sizes, ["--tuning"] if options.tuning else [])


def _is_inside() -> bool:
    return os.path.realpath(sys.prefix) == os.path.realpath(peers.HOME)


def _run(sections: Sequence[str], sizes: Sequence[int], quality: list[str]) -> None:
    # Only here: outside of the environment there may be nothing to import.
    from benchmarks.corpora import Corpus, real_size
    from benchmarks.sections import SECTIONS, machine, warm

    timed = [section for section in sections if section in SECTIONS]
    _print(machine())
    if timed:
        corpora = [Corpus(size) for size in sizes or (20, real_size(), 10_000)]
        # In another process: this one must stay small, and is timed beside.
        _in_child("benchmarks.corpora", *(str(corpus.size) for corpus in corpora))
        warm(corpora)
    for section in sections:
        if section in SECTIONS:
            _print(SECTIONS[section](corpora))
        else:
            _in_child(f"benchmarks.{section}", *(quality if section == "quality" else ()))


def _in_child(module: str, *words: str) -> None:
    subprocess.run([sys.executable, "-m", module, *words], check=True)


def _print(text: str) -> None:
    print(text, end="", flush=True)


main()
