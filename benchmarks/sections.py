"""The sections of a run, but for quality: what is measured beside what, and the table of it.

A section is a function from corpora (smallest first) to Markdown.
"""

import os
import platform
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from benchmarks import peers
from benchmarks.commands import AJV, CACHE, bare, checks, lookups, searches, segur_faq, show
from benchmarks.corpora import Corpus
from benchmarks.pairs import Command, Comparison, Subject, compare
from benchmarks.tables import NONE, duration, heading, number, table, times
from benchmarks.terminal import OnScreen

Found = dict[tuple[str, int], Comparison]
"""What came of each comparison, by the name of its subject and the size of the corpus."""

_FEW = 100
"""Below that, searching and checking a corpus says nothing."""

_EMPTY_AT_MOST, _CHANGE_AT_MOST = 10_000, 1000
"""Beyond, filling the cache takes minutes, or a time that was seen already."""

_peaks: dict[tuple[str, int], float] = {}


def start_up(corpora: Sequence[Corpus]) -> str:
    """Measure a start with a compiled corpus, without one, and after a change of the corpus."""
    found: Found = {}
    for corpus in corpora:
        hot = show(corpus)
        version = segur_faq(corpus, "--version", shows="0.")
        subjects = [bare(), version, hot]
        cold = CACHE.with_name("cold")
        variables = {**hot.variables, "SEGUR_FAQ_CACHE": str(cold)}
        if corpus.size <= _EMPTY_AT_MOST:
            subjects += [
                _again(hot, "show, cache vide", variables, partial(_empty, cold)),
                _again(hot, "show, sans cache", {**variables, "SEGUR_FAQ_CACHE": "0"}, None),
            ]
        if corpus.size <= _CHANGE_AT_MOST:
            remade = partial(_touch, Path(corpus.answer_files[0]))
            subjects.append(_again(hot, "show, un fichier a changé", variables, remade))
        _measure(found, corpus, subjects, [bare()])
    title = "Démarrage : médiane, et rapport à python -c pass"
    return heading(title) + _grid(found, corpora, _time_and_ratio)


def lookup(corpora: Sequence[Corpus]) -> str:
    """Measure reading one answer, beside the peers; then large corpora beside the smallest."""
    found: Found = {}
    for corpus in corpora:
        _measure(found, corpus, [bare()], [bare()])
        _measure(found, corpus, lookups(corpus), [bare(), show(corpus)])
    text = heading("Lire une réponse : médiane, et rapport à python -c pass")
    text += _grid(found, corpora, _time_and_ratio)
    text += heading("Lire une réponse : combien de fois le temps de segur-faq show")
    text += _grid(found, corpora, lambda came: times(came.ratios[1]), skip=("python -c pass",))
    smallest, *larger = corpora
    rows = []
    for corpus in larger:
        came = _say_and_compare(corpus, show(corpus), [show(smallest)])
        low, high = came.spread
        rows.append(
            [f"{corpus.size} / {smallest.size}", times(came.ratios[0]),
             f"{number(low)} à {number(high)}", str(came.rounds)]
        )  # fmt: skip
    if rows:
        text += heading("segur-faq show, selon la taille du corpus")
        text += table(["réponses", "rapport", "quartiles", "paires"], rows)
    return text


def search(corpora: Sequence[Corpus]) -> str:
    """Measure a search, beside the peers."""
    found: Found = {}
    large = _large(corpora)
    for corpus in large:
        ours, *others = searches(corpus)
        _measure(found, corpus, [bare()], [bare()])
        _measure(found, corpus, [ours, *others], [bare(), ours])
    text = heading("Chercher : médiane, et rapport à python -c pass")
    text += _grid(found, large, _time_and_ratio)
    text += heading("Chercher : combien de fois le temps de segur-faq search")
    return text + _grid(found, large, lambda came: times(came.ratios[1]), skip=("python -c pass",))


def lint(corpora: Sequence[Corpus]) -> str:
    """Measure checking a corpus, beside the peers."""
    found: Found = {}
    large = _large(corpora)
    title = "Vérifier"
    for corpus in large:
        subjects = checks(corpus)
        reference = next((s for s in subjects if s.name == AJV), subjects[0])
        _measure(found, corpus, [reference], [])
        _measure(found, corpus, [s for s in subjects if s is not reference], [reference])
        title = f"Vérifier : médiane, et rapport à {reference.name}"
    return heading(title) + _grid(found, large, _time_and_ratio)


def ask(corpora: Sequence[Corpus]) -> str:
    """Measure how long a reader waits for the first question."""
    found: Found = {}
    reference = OnScreen("python -c pass", bare().words)
    for corpus in corpora:
        _measure(found, corpus, [reference, _first_question(corpus)], [reference])
    title = "Première question de ask dans un terminal : médiane, et rapport à python -c pass"
    return heading(title) + _grid(found, corpora, _time_and_ratio)


def memory(corpora: Sequence[Corpus]) -> str:
    """Measure the peak of memory of each command; the slow ones were read while timed."""
    peaks: dict[tuple[str, int], float] = {}
    for corpus in corpora:
        subjects: list[Subject] = [bare(), *lookups(corpus), _first_question(corpus)]
        if corpus.size >= _FEW:
            subjects += [*searches(corpus), *checks(corpus)]
        for subject in subjects:
            key = subject.name, corpus.size
            _say(corpus, f"mémoire de {subject.name}")
            peaks[key] = _peaks.get(key) or subject.peak()
    rows = [
        [name, *(_peak(peaks.get((name, corpus.size))) for corpus in corpora)]
        for name in dict.fromkeys(name for name, _ in peaks)
    ]
    title = "Mémoire : pic de chaque commande, en Mo"
    return heading(title) + table(_headers(corpora), rows)


SECTIONS: dict[str, Callable[[Sequence[Corpus]], str]] = {
    "start-up": start_up,
    "lookup": lookup,
    "search": search,
    "lint": lint,
    "ask": ask,
    "memory": memory,
}


def warm(corpora: Iterable[Corpus]) -> None:
    """Compile each corpus anew, and make sure that it is kept for the runs that follow."""
    shutil.rmtree(CACHE, ignore_errors=True)
    time.sleep(0.2)  # a corpus that has only just been written is not kept
    for done, corpus in enumerate(corpora, start=1):
        _say(corpus, "compilation")
        show(corpus).run()
        if len(list(CACHE.glob("*.sqlite"))) != done:
            raise SystemExit("segur-faq ne garde pas de corpus compilé : rien à mesurer.")


def _first_question(corpus: Corpus) -> OnScreen:
    ours = segur_faq(corpus, "ask")
    return OnScreen(ours.name, ours.words, "Quitter", ours.variables)


def _large(corpora: Iterable[Corpus]) -> list[Corpus]:
    return [corpus for corpus in corpora if corpus.size >= _FEW]


def _again(
    command: Command, name: str, variables: dict[str, str], before: Callable[[], None] | None
) -> Command:
    return Command(name, command.words, command.shows, variables, command.codes, before)


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _touch(file: Path) -> None:
    """Give a file another date, far enough in the past to be kept."""
    past = time.time() - 3600
    os.utime(file, (past, past))


def _measure(
    found: Found, corpus: Corpus, subjects: Iterable[Subject], references: Sequence[Subject]
) -> None:
    for subject in subjects:
        found[subject.name, corpus.size] = _say_and_compare(corpus, subject, references)


def _say_and_compare(corpus: Corpus, subject: Subject, references: Sequence[Subject]) -> Comparison:
    _say(corpus, subject.name)
    came = compare(subject, *references)
    if came.rounds == 1:
        # Not to be run a second time; such a process outweighs this one by far.
        _peaks[subject.name, corpus.size] = came.megabytes
    return came


def _say(corpus: Corpus, text: str) -> None:
    print(f"{corpus.size:>7}  {text}", file=sys.stderr, flush=True)


def _grid(
    found: Found,
    corpora: Sequence[Corpus],
    cell: Callable[[Comparison], str],
    skip: Sequence[str] = (),
) -> str:
    """Draw what was found: a row for each subject, a column for each corpus."""
    names = [name for name in dict.fromkeys(name for name, _ in found) if name not in skip]
    rows = []
    for name in names:
        came = [found.get((name, corpus.size)) for corpus in corpora]
        rows.append([name, *(cell(one) if one else NONE for one in came)])
    return table(_headers(corpora), rows)


def _headers(corpora: Sequence[Corpus]) -> list[str]:
    return ["", *(f"{number(corpus.size, 1)} réponses" for corpus in corpora)]


def _time_and_ratio(came: Comparison) -> str:
    if not came.ratios:
        return duration(came.seconds)
    alone = " (1 paire)" if came.rounds == 1 else ""
    return f"{duration(came.seconds)} · {times(came.ratios[0])}{alone}"


def _peak(megabytes: float | None) -> str:
    return NONE if megabytes is None else number(megabytes, 2)


def machine() -> str:
    """Tell on what the run was made, and with which peers."""
    lines = [
        f"{os.cpu_count()} cœurs, {platform.system()}, Python {platform.python_version()}.",
        f"Comparés : {', '.join(peers.versions())}.",
        *(f"Absent : {line}." for line in peers.missing()),
    ]
    return "\n\n".join(lines) + "\n"
