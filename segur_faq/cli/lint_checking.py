"""Checking a corpus for `lint`: with all rules, unless the report on the same bytes was kept."""

from collections.abc import Mapping
from pathlib import Path

from segur_faq.compiled.opening import is_ours
from segur_faq.compiled.place import REPORT, compiled_file
from segur_faq.compiled.putting import put_in_place
from segur_faq.corpus.files import read_files
from segur_faq.corpus.problem import Problems
from segur_faq.corpus.reader import understand
from segur_faq.corpus.reading import Reading
from segur_faq.lint.kept import Kept, key_of, recall, record
from segur_faq.lint.runner import Report, run


def checked(directory: Path, overlay: Mapping[Path, bytes]) -> Report:
    """Give the report on a corpus.

    Args:
        directory: the corpus.
        overlay: what counts in the place of files on disk; a report on that is not kept.
    """
    found = Problems()
    files = list(read_files(directory, found, overlay))

    def read() -> Reading:
        return understand(directory, files, Problems(found))

    path = None if overlay else compiled_file(str(directory), REPORT)
    if path is None:
        return run(read())
    key = key_of(directory, files, found)
    kept = recall(path, key) if is_ours(path) else None
    if kept is not None:
        by_name = {file.name: file for file in files}
        return Report(
            directory, by_name, kept.answers, kept.problems, kept.is_complete, kept.unrun, read
        )
    report = run(read())
    kept = Kept(report.answers, report.problems, report.is_complete, report.unrun)
    content = record(kept, key)
    put_in_place(path, lambda part: Path(part).write_bytes(content))
    return report
