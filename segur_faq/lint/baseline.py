"""What is remembered of an earlier state of a corpus: ids, what texts said, when sources were read.

From a reading of that state, or from a file that holds just this (`lint --write-baseline`).
"""

import hashlib
import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from segur_faq.corpus.model import FORMAT, Answer
from segur_faq.corpus.reading import Reading
from segur_faq.text import fold

TEXTS = ("question", "short", "body", "caveat")
"""The keys by which an answer says something."""

_SAID = re.compile(r"\w+|[^\w\s*_`~.,;:!?…'’\"«»“”()\[\]{}\-–—\\]")


@dataclass(frozen=True, slots=True)
class Remembered:
    """An answer as it was.

    Attributes:
        id, question, former_ids: its own.
        said: key -> a hash of what the text says, without its form; absent where there is no text.
        read: id of a source -> the date on which it was read for this answer.
        file: where it was, from the folder of the corpus.
        line: its line there; 0 if that is not known.
    """

    id: str
    question: str
    former_ids: tuple[str, ...]
    said: Mapping[str, str]
    read: Mapping[str, str]
    file: str
    line: int = 0


Baseline = Mapping[str, Remembered]
"""The answers by the id that they had."""


def remember(reading: Reading) -> Baseline:
    """Keep what is worth remembering of a corpus."""
    remembered: dict[str, Remembered] = {}
    for entry in reading.answers:
        answer, place = entry.value, entry.head()
        if answer.id:
            remembered.setdefault(
                answer.id,
                Remembered(
                    answer.id,
                    answer.question,
                    answer.former_ids,
                    said_by(answer),
                    {citation.ref: citation.read_on for citation in answer.sources},
                    os.path.relpath(place.file, reading.directory).replace(os.sep, "/"),
                    place.line,
                ),
            )
    return remembered


def said_by(answer: Answer) -> dict[str, str]:
    """Give a hash of what each text of an answer says: its words and signs, not their form."""
    said = {}
    for key in TEXTS:
        words = " ".join(map(_leveled, _SAID.findall(_plain(getattr(answer, key)))))
        if words:
            said[key] = hashlib.sha256(words.encode()).hexdigest()[:16]
    return said


def _plain(text: str) -> str:
    """Take the accents and ligatures away."""
    decomposed = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "OE"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _leveled(word: str) -> str:
    """Take away the capital that begins a sentence; DOIT is not « doit »."""
    return word if len(word) > 1 and word.isupper() else word.lower()


def is_same_question(one: str, other: str) -> bool:
    """Tell whether two questions are asked in nearly the same words."""
    words, others = (set(re.findall(r"\w+", fold(text))) for text in (one, other))
    return bool(words) and 3 * len(words & others) >= 2 * len(words | others)


def as_value(baseline: Baseline) -> dict[str, Any]:
    """Give what a file keeps of a baseline: no line, which every edit would change."""
    return {
        "format": FORMAT,
        "answers": {
            known.id: {
                "question": known.question,
                "former_ids": list(known.former_ids),
                "said": dict(known.said),
                "read": dict(known.read),
                "file": known.file,
            }
            for known in baseline.values()
        },
    }


def from_value(value: Any) -> Baseline:
    """Give the baseline that a file kept.

    Raises:
        ValueError: it is no such value.
    """
    try:
        if value["format"] != FORMAT:
            raise ValueError(value["format"])
        return {
            str(name): Remembered(
                str(name),
                str(kept["question"]),
                tuple(map(str, kept["former_ids"])),
                {str(k): str(v) for k, v in kept["said"].items()},
                {str(k): str(v) for k, v in kept["read"].items()},
                str(kept["file"]),
            )
            for name, kept in value["answers"].items()
        }
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError from error
