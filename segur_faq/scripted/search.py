"""`search` on the compiled file: the same search and the same words as the ordinary lane."""

import sys

from segur_faq.compiled.opening import open_compiled
from segur_faq.corpus.folder import find_folder
from segur_faq.render import found
from segur_faq.scripted.shell import is_plain, is_terminal, read_words, write
from segur_faq.search.finding import find
from segur_faq.search.limits import LIMIT, MOST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from sqlite3 import Connection

    from segur_faq.search.finding import Findings

_OPTIONS = {
    "--format": "format", "-f": "format", "--limit": "limit", "-n": "limit", "--trees": "trees",
}  # fmt: skip
_EXPLAIN = "--explain"


def search(words: list[str]) -> int | None:
    """Write what a text finds; None if the ordinary lane has to."""
    read = read_words(words, _OPTIONS, flags=(_EXPLAIN,))
    if read is None or not read[0] or not is_plain() or is_terminal():
        return None
    arguments, options = read
    explain = _EXPLAIN in options
    limit = options.get("limit", str(LIMIT))
    pairs = [word for word in arguments if "=" in word]
    directory = find_folder(options.get("trees"))
    if not (limit.isdecimal() and 0 < int(limit) <= MOST) or len(pairs) > 1 or directory is None:
        return None
    connection = open_compiled(directory)
    if connection is None:
        return None
    keep = None
    path = {}
    if pairs:
        level, _, option = pairs[0].partition("=")
        keep = holding(connection, level, option)
        if keep is None:
            return None
        path = {level: option}
    text = " ".join(word for word in arguments if "=" not in word).strip()
    findings = find(connection, text, int(limit), keep)
    form = options.get("format", "text")
    if not findings.results or form not in ("text", "json", "ids"):
        return None
    written = _written(findings, form, path, explain)
    return write(written) if _tell(found.notices(findings, path)) else None


def _written(findings: "Findings", form: str, path: "Mapping[str, str]", explain: bool) -> str:
    if form == "json":
        return found.as_json(findings, path, explain)
    return found.as_ids(findings) if form == "ids" else found.as_text(findings, explain)


def holding(connection: "Connection", level: str, option: str) -> "Callable[[int], bool] | None":
    """Give what tells whether an answer holds somewhere under an option; None if there is none."""
    row = connection.execute(
        "SELECT holding FROM options WHERE level = ? AND option = ?", (level, option)
    ).fetchone()
    if row is None:
        return None
    mask: bytes = row[0]
    return lambda number: bool(mask[number >> 3] >> (number & 7) & 1)


def _tell(notices: list[str]) -> bool:
    """Say things on standard error; tell whether it takes them."""
    if not notices:
        return True
    stream = sys.stderr
    if stream is None or (stream.encoding or "").lower() != "utf-8":
        return False
    try:
        stream.write("".join(f"{notice}\n" for notice in notices))
        stream.flush()
    except (OSError, ValueError):
        return False
    return True
