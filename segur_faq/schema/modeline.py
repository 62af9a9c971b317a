"""The comment by which a file tells editors where its schema is: added by text, nothing else moves.

The YAML servers of editors look for it among the comments of the file, and take its path from the
file's own folder.
"""

import re

_HEAD = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*")
_MODELINE = re.compile(r"^([ \t]*#[ \t]*yaml-language-server[ \t]*:[ \t]*\$schema=)(\S+)", re.M)
_END_OF_LINE = re.compile(r"\r\n|\r|\n")


def with_modeline(text: str, schema: str, folder: str) -> str:
    """Give the text of a file with the modeline that names a schema.

    One that names a file of `folder` is brought up to date; one that names something else was
    chosen by someone, and stays.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark)
    head = _HEAD.match(body)
    found = _MODELINE.search(body, 0, head.end() if head else 0)
    if found is None:
        end = _END_OF_LINE.search(body)
        return f"{mark}# yaml-language-server: $schema={schema}{end[0] if end else chr(10)}{body}"
    if folder not in found[2].split("/"):
        return text
    return mark + body[: found.start(2)] + schema + body[found.end(2) :]
