"""`show` from the compiled file: each answer in the form asked for, ready made."""

from segur_faq.compiled.forms import ANSWER_FORMS, ELSEWHERE, json_list, json_object, unpack
from segur_faq.compiled.opening import discard_compiled, open_compiled
from segur_faq.corpus.folder import find_folder
from segur_faq.scripted.shell import elsewhere, is_plain, is_terminal, read_words, write

_OPTIONS = {"--format": "format", "-f": "format", "--field": "field", "--trees": "trees"}

_ID = len(ANSWER_FORMS)
"""The position of the id among the forms: it is the first of the fields."""

_BETWEEN = {"text": f"\n{'─' * 40}\n\n", "markdown": "\n---\n\n"}


def show(words: list[str]) -> int | None:
    """Write answers by their id; None if the ordinary lane has to."""
    read = read_words(words, _OPTIONS)
    if read is None or not read[0] or not is_plain():
        return None
    ids, options = read
    trees, field = options.get("trees"), options.get("field")
    form = options.get("format") or ("text" if field or not is_terminal() else "rich")
    where = elsewhere(trees)
    directory = find_folder(trees)
    if form not in ANSWER_FORMS or where is None or directory is None or (field and form != "text"):
        return None
    connection = open_compiled(directory, ids)
    if connection is None:
        return None
    several = []
    for answer_id in ids:
        row = connection.execute("SELECT forms FROM answers WHERE id = ?", (answer_id,)).fetchone()
        if row is None:
            return None
        forms = unpack(row[0])
        if forms[_ID] != answer_id:  # the index of a damaged file leads to another answer
            discard_compiled()
            return None
        several.append(forms)
    if field:
        return _write_field(several, field)
    written = [forms[ANSWER_FORMS.index(form)].replace(ELSEWHERE, where) for forms in several]
    if form == "json":
        return write(json_list("answers", written) if len(ids) > 1 else json_object(written[0]))
    return write(_BETWEEN[form].join(written))


def _write_field(several: list[list[str]], field: str) -> int | None:
    from segur_faq.corpus.keys import FIELDS

    if field not in FIELDS:
        return None
    position = _ID + FIELDS.index(field)
    texts = [forms[position] for forms in several]
    return write("".join(f"{text}\n" for text in texts if text))
