"""Adding an entry to a corpus file as a person would: by text, so that every comment stays.

The file is read again with the addition before anything is written, and written in one move.
"""

from pathlib import Path

from segur_faq.corpus.files import ANSWERS, SourceFile
from segur_faq.corpus.nodes import Mapping, Node, Sequence, parse
from segur_faq.corpus.problem import Problems
from segur_faq.corpus.writing import write_file as write_file
from segur_faq.errors import SegurFaqError


def add_item(path: Path, key: str, lines: list[str]) -> int:
    """Add an entry at the end of a list of a file, made if need be; give the entry's line.

    Raises:
        SegurFaqError: the file cannot be read as it is, or its list is not one entry a dash.
    """
    try:
        before = path.read_bytes().decode("utf-8") if path.exists() else f"format: 1\n{key}:\n"
    except OSError as error:
        raise SegurFaqError(f"{path} n'a pas pu être lu ({error.strerror}).") from error
    end_of_line = "\r\n" if "\r\n" in before else "\n"
    text = before.replace("\r\n", "\n")
    after, line = _with_item(path, text, key, lines)
    if len(_items(path, after, key)) != len(_items(path, text, key)) + 1:
        raise _by_hand(path)
    write_file(path, after.replace("\n", end_of_line))
    return line


def _with_item(path: Path, text: str, key: str, lines: list[str]) -> tuple[str, int]:
    """Give the text with the entry, indented as its neighbours, and the line where it begins."""
    source = SourceFile(str(path), ANSWERS, text)
    items = _items(path, text, key)
    indent = "  "
    if items:
        first = source.lines[items[0].place.line - 1]
        indent = first[: len(first) - len(first.lstrip())]
        if not first.lstrip().startswith("- "):
            raise _by_hand(path)
    head = source.lines[: _end_of_list(path, source, key)]
    tail = source.lines[len(head) :]
    while head and not head[-1].strip():
        head.pop()
    block = [f"{indent}- {lines[0]}", *(f"{indent}  {line}" for line in lines[1:])]
    gap = [""] if items else []
    result = [*head, *gap, *block, *([""] if any(li.strip() for li in tail) else []), *tail]
    return "\n".join(result).rstrip("\n") + "\n", len(head) + len(gap) + 1


def _root(path: Path, text: str) -> Mapping:
    problems = Problems()
    root = parse(SourceFile(str(path), ANSWERS, text), problems)
    if not isinstance(root, Mapping) or list(problems):
        raise SegurFaqError(
            f"{path} contient des erreurs : rien n'y a été ajouté.",
            "Corrigez-le d'abord : segur-faq lint dit où.",
        )
    return root


def _items(path: Path, text: str, key: str) -> list[Node]:
    node = _root(path, text).get(key)
    return node.items if isinstance(node, Sequence) else []


def _end_of_list(path: Path, source: SourceFile, key: str) -> int:
    """Give the number of lines up to the end of the list: the next key of the file, or its end."""
    root = _root(path, source.text)
    start = root.pairs[key][0].place.line if key in root else 0
    later = [k.place.line for k, _ in root.pairs.values() if k.place.line > start]
    return min(later) - 1 if later and key in root else len(source.lines)


def _by_hand(path: Path) -> SegurFaqError:
    return SegurFaqError(
        f"{path} n'est pas écrit avec un tiret par entrée : rien n'y a été ajouté.",
        "Ajoutez l'entrée à la main, ou choisissez un autre fichier.",
    )
