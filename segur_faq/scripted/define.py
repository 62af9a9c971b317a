"""`define` from the compiled file: each term in the form asked for, ready made."""

from segur_faq.compiled.forms import TERM_FORMS, json_list, json_object, unpack
from segur_faq.compiled.opening import open_compiled
from segur_faq.corpus.folder import find_folder
from segur_faq.scripted.shell import is_plain, read_words, write
from segur_faq.text import fold

_OPTIONS = {"--format": "format", "-f": "format", "--trees": "trees"}


def define(words: list[str]) -> int | None:
    """Write what words mean; None if the ordinary lane has to."""
    read = read_words(words, _OPTIONS)
    if read is None or not read[0] or not is_plain():
        return None
    names, options = read
    form = options.get("format", "text")
    directory = find_folder(options.get("trees"))
    connection = open_compiled(directory) if directory else None
    if form not in TERM_FORMS or connection is None:
        return None
    numbers: dict[int, None] = {}
    for name in names:
        key = fold(name.strip())
        rows = connection.execute(
            "SELECT number FROM term_keys WHERE key = ? AND is_exact ="
            " (SELECT max(is_exact) FROM term_keys WHERE key = ?) ORDER BY number",
            (key, key),
        ).fetchall()
        if not rows:
            return None
        numbers.update((number, None) for (number,) in rows)
    several = []
    for number in numbers:
        row = connection.execute("SELECT forms FROM terms WHERE number = ?", (number,)).fetchone()
        several.append(unpack(row[0])[TERM_FORMS.index(form)])
    if form == "text":
        return write("\n".join(several))
    many = len(several) > 1 or len(names) > 1
    return write(json_list("terms", several) if many else json_object(several[0]))
