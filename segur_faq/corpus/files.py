"""Finding the files of a corpus and turning their bytes into text that is safe to parse.

What the text means is the business of `nodes`.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from segur_faq.corpus.problem import Place, Problems, Severity
from segur_faq.text import REPLACEMENT, enumeration, harmless, is_hostile, nearest

MAX_BYTES = 4 * 1024 * 1024
"""A file this large is a mistake: the whole of a 10 000-answer corpus is about twice that."""

CASCADE, SOURCES, GLOSSARY, ANSWERS = "cascade", "sources", "glossary", "answers"
SCHEMA_FOLDER = ".schema"
"""Where editors find the schemas of a corpus; hidden folders are not read."""

_YAML_SUFFIXES = {".yaml", ".yml"}
_YAML_ENDS = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
"""What is meant for YAML: some editors end every name by `.txt`, and hide it."""
USUAL = "\n" + "".join(map(chr, range(0x20, 0x7F)))
"""The characters that any text may have."""
_NEVER_IN_YAML = "\ufffe\uffff"
"""Not hostile to a terminal, but no parser takes them."""


@dataclass(frozen=True)
class SourceFile:
    """A file's text under the name by which the user knows it, and its kind (`answers` …).

    Attributes:
        path: where it is, which the name, made harmless, may not tell.
        content: its bytes; the text has neither its byte order mark nor its ends of line.
    """

    name: str
    kind: str
    text: str
    path: Path = field(default=Path(), repr=False)
    content: bytes = field(default=b"", repr=False)

    @cached_property
    def lines(self) -> list[str]:
        """The lines as YAML counts them, without their ends."""
        return self.text.split("\n")

    @cached_property
    def signs(self) -> frozenset[str]:
        """The characters of the text, but for those that every keyboard has."""
        return frozenset(unusual(self.text))


def unusual(text: str) -> set[str]:
    """Give the characters of a text that are not printable ones of ASCII; fast on megabytes."""
    content = text.encode("utf-8", "surrogatepass").translate(None, USUAL.encode())
    return set(content.decode("utf-8", "surrogatepass"))


def read_files(
    directory: Path, problems: Problems, overlay: Mapping[Path, bytes] | None = None
) -> Iterator[SourceFile]:
    """Yield every readable YAML file of a corpus; what cannot be read is a problem, and skipped.

    A file's kind is where it stands: `cascade.yaml`, `sources.yaml`, `glossary.yaml`, and whatever
    is below `answers/`.

    Args:
        directory: the corpus.
        problems: where to report.
        overlay: path -> bytes that count in the place of those on disk, where there may be none.
    """
    root = directory.resolve()
    unsaved = {os.path.abspath(path): content for path, content in (overlay or {}).items()}
    kinds_seen = set()
    for path, kind in _candidates(directory, problems, unsaved):
        kinds_seen.add(kind)
        content = unsaved.get(os.path.abspath(path)) if unsaved else None
        if content is None:
            content = _bytes_of(path, root, problems)
        elif _is_too_large(path, len(content), problems):
            content = None
        text = None if content is None else _decode(content, name_of(path), problems)
        if content is not None and text is not None:
            yield SourceFile(name_of(path), kind, text, path, content)
    if CASCADE not in kinds_seen:
        problems.add(
            "missing-cascade",
            Place(name_of(directory)),
            "ce dossier n'a pas de fichier cascade.yaml : ce n'est pas un corpus",
            "Indiquez le dossier qui contient cascade.yaml, ou créez ce fichier "
            "(« segur-faq lint --explain missing-cascade » montre comment).",
        )


def _candidates(
    directory: Path, problems: Problems, unsaved: Mapping[str, bytes]
) -> Iterator[tuple[Path, str]]:
    """Yield the YAML files with their kind, in an order that never changes."""
    root = os.path.abspath(directory)
    new = (directory / os.path.relpath(path, root) for path in unsaved if not os.path.lexists(path))
    for path in (*_files_below(directory, problems), *new):
        inside = path.relative_to(directory)
        is_meant = path.name.lower().endswith(_YAML_ENDS)
        if any(part.startswith(".") for part in inside.parts) or not is_meant:
            continue
        is_read = path.suffix in _YAML_SUFFIXES
        if is_read and inside.parts[0] == ANSWERS and len(inside.parts) > 1:
            yield path, ANSWERS
        elif is_read and len(inside.parts) == 1 and path.stem in (CASCADE, SOURCES, GLOSSARY):
            yield path, path.stem
        else:
            problems.add(
                "stray-file",
                Place(name_of(path)),
                "ce fichier n'est pas lu",
                _where_to(path, len(inside.parts) == 1),
                Severity.WARNING,
            )


def _where_to(path: Path, is_at_the_top: bool) -> str:
    """Tell where a YAML file would be read, or under which name."""
    names = [f"{kind}.yaml" for kind in (CASCADE, SOURCES, GLOSSARY)]
    if path.suffix not in _YAML_SUFFIXES:
        return "Renommez-le pour qu'il finisse par .yaml, en minuscules."
    close = nearest(path.stem, (CASCADE, SOURCES, GLOSSARY), limit=1) if is_at_the_top else []
    return (f"Vouliez-vous l'appeler {close[0]}.yaml ? " if close else "") + (
        f"Les réponses vont dans answers/ ; à côté ne se lisent que {enumeration(names, 'et')}."
    )


def _files_below(directory: Path, problems: Problems) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        _add_unreadable(Path(error.filename), error, problems)

    for folder, subfolders, names in os.walk(directory, onerror=unreadable):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in subfolders:
            if Path(folder, name).is_symlink():
                problems.add(
                    "stray-file",
                    Place(name_of(Path(folder, name))),
                    "ce lien vers un dossier n'est pas suivi : ses fichiers ne sont pas lus",
                    "Mettez le dossier lui-même dans le corpus à la place du lien.",
                    Severity.WARNING,
                )
        yield from (Path(folder, name) for name in sorted(names))


def name_of(path: Path) -> str:
    """Give a path as it may be shown: a file's name may hold anything but `/` and NUL."""
    return harmless(path.as_posix()).replace("\n", REPLACEMENT)


def _bytes_of(path: Path, root: Path, problems: Problems) -> bytes | None:
    place = Place(name_of(path))
    target = Path(os.path.realpath(path))  # Path.resolve raises on links that run in a circle
    if not target.is_relative_to(root):
        problems.add(
            "outside-corpus",
            place,
            f"ce lien mène hors du corpus, à {target}",
            "Copiez le fichier dans le corpus à la place du lien.",
        )
        return None
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            # Opening a named pipe would wait for ever.
            raise OSError(0, "ce n'est pas un fichier ordinaire")
        return None if _is_too_large(path, status.st_size, problems) else path.read_bytes()
    except OSError as error:
        _add_unreadable(path, error, problems)
        return None


def _is_too_large(path: Path, size: int, problems: Problems) -> bool:
    if size <= MAX_BYTES:
        return False
    problems.add(
        "too-large",
        Place(name_of(path)),
        f"ce fichier pèse {size} octets ; le maximum est de {MAX_BYTES}",
        "Répartissez les réponses en plusieurs fichiers, un par sujet.",
    )
    return True


def _add_unreadable(path: Path, error: OSError, problems: Problems) -> None:
    problems.add(
        "unreadable-file",
        Place(name_of(path)),
        f"lecture impossible : {_reason(error)}",
        "Vérifiez que le fichier existe et que vous avez le droit de le lire.",
    )


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "accès refusé"
    if isinstance(error, FileNotFoundError):
        return "le fichier n'existe pas, ou le lien ne mène nulle part"
    return error.strerror if error.errno == 0 and error.strerror else "le système refuse de le lire"


def _decode(content: bytes, name: str, problems: Problems) -> str | None:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        problems.add(
            "encoding",
            Place(name),
            "ce fichier est enregistré en UTF-16",
            "Enregistrez-le de nouveau en choisissant le codage UTF-8.",
        )
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        problems.add(
            "encoding",
            Place(name, line, column, line, column + 1),
            f"ce fichier n'est pas enregistré en UTF-8 : ici, {_letter(content[error.start])}",
            "Enregistrez-le de nouveau en choisissant le codage UTF-8 (il est sans doute en "
            "Windows-1252, ou Latin-1).",
        )
        return None
    if text.startswith("\ufeff"):
        problems.add(
            "byte-order-mark",
            Place(name),
            "ce fichier commence par une marque d'ordre des octets (BOM), inutile en UTF-8",
            "Enregistrez-le en « UTF-8 sans BOM ».",
            Severity.WARNING,
        )
        text = text[1:]
    return _without_hostile(text.replace("\r\n", "\n").replace("\r", "\n"), name, problems)


def _letter(byte: int) -> str:
    """Name a byte that no UTF-8 has there by the letter that it is for most old editors."""
    letter = bytes([byte]).decode("cp1252", "replace")
    said = f"l'octet 0x{byte:02X}"
    return f"« {letter} » ({said})" if letter.isalpha() else said


def _without_hostile(text: str, name: str, problems: Problems) -> str:
    """Report control and invisible characters, and put U+FFFD in their place."""
    refused = {c for c in unusual(text) if is_hostile(c) or c in _NEVER_IN_YAML}
    if not refused:
        return text
    cleaned = []
    for number, line in enumerate(text.split("\n"), start=1):
        for column, char in enumerate(line, start=1):
            if char in refused:
                problems.add(
                    "control-character",
                    Place(name, number, column, number, column + 1),
                    f"un caractère invisible est ici (U+{ord(char):04X})",
                    "Effacez ce passage et retapez-le : il vient souvent d'un copier-coller.",
                )
        cleaned.append("".join(REPLACEMENT if c in refused else c for c in line))
    return "\n".join(cleaned)
