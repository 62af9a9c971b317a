"""Corpora of any size, always the same for a size: the real one, or made in its likeness.

An invented answer takes the shape of a real one (its options, links and sources, how many
wordings, sentences and words it has) and other words: those of the real corpus, as often as there,
and one in thirty made up, so that the vocabulary grows with the corpus as it does in life: some
of these come back often, most seldom.

`python -m benchmarks.corpora SIZE…` writes them, with what the peers read instead of the YAML.
"""

import hashlib
import json
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import rivals
from segur_faq.text import fold

HOME = Path(__file__).resolve().parent / ".corpora"
REAL = Path(__file__).resolve().parent.parent / "trees"
PER_FILE = 100
_INVENTED = 1 / 30
_SMALL = 5
"""Letters of the longest of the words that only lead to another: « cette », « votre »."""

_MOST_INVENTED = 200_000
_MARKS = ("écrire", "rédiger", "compléter")  # « à écrire » says that a text is not there yet
_ID = re.compile(r"^ {2}- id: ([a-z0-9-]+)$", re.MULTILINE)
_PLAIN = re.compile(r"[a-z][a-z0-9-]*|\d{4}-\d\d-\d\d")
_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?")


@dataclass(frozen=True)
class Corpus:
    """A corpus on disk, and beside it the same in the forms that the peers read."""

    size: int

    @property
    def home(self) -> Path:
        """The folder that holds all of its forms."""
        return HOME / str(self.size)

    @property
    def trees(self) -> Path:
        """The YAML."""
        return self.home / "trees"

    @property
    def answer_files(self) -> tuple[str, ...]:
        """The files of answers, in order."""
        return tuple(str(path) for path in sorted(self.trees.glob("answers/*.yaml")))

    @property
    def answer_id(self) -> str:
        """An answer from the middle."""
        file = self.answer_files[len(self.answer_files) // 2]
        ids = _ID.findall(Path(file).read_text(encoding="utf-8"))
        return ids[len(ids) // 2]


def real_size() -> int:
    """Count the answers of the real corpus."""
    files = REAL.glob("answers/*.yaml")
    return sum(len(_ID.findall(path.read_text(encoding="utf-8"))) for path in files)


def prepare(size: int) -> None:
    """Write a corpus and its other forms, unless they are there."""
    corpus = Corpus(size)
    state = _state()
    done = corpus.home / "state"
    if done.exists() and done.read_text(encoding="ascii") == state:
        return
    print(f"corpus de {size} réponses : écriture", file=sys.stderr, flush=True)
    shutil.rmtree(corpus.home, ignore_errors=True)
    shutil.copytree(REAL, corpus.trees, ignore=shutil.ignore_patterns(".*"))
    if size != real_size():
        _let_go_of_contact(corpus.trees / "cascade.yaml")
        for path in corpus.trees.glob("answers/*"):
            path.unlink()
        _write_answers(corpus, Likeness())
    rivals.write_all(corpus.home, _answers_of(corpus.trees))
    done.write_text(state, encoding="ascii")


def _let_go_of_contact(cascade: Path) -> None:
    """Take away the answer to turn to: it is not among those that are made."""
    lines = cascade.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("contact:")]
    cascade.write_text("".join(kept), encoding="utf-8")


def _state() -> str:
    """Tell one state of the real corpus, and of what writes the others, from the next."""
    here = Path(__file__).resolve().parent
    paths = [here / "corpora.py", here / "rivals.py", *sorted(REAL.rglob("*.yaml"))]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()


def _answers_of(trees: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(trees.glob("answers/*.yaml")):
        yield from _rows_of(path, "answers")


def _rows_of(path: Path, key: str) -> list[dict[str, Any]]:
    import yaml

    with path.open(encoding="utf-8") as file:
        rows: list[dict[str, Any]] = yaml.load(file, Loader=yaml.CBaseLoader)[key]
    return rows


class Likeness:
    """The real corpus as a mould: its answers for their shape, its words for their frequency."""

    def __init__(self) -> None:
        self.shapes = list(_answers_of(REAL))
        counts: dict[str, int] = {}
        for answer in self.shapes:
            texts = (answer["question"], answer["short"], answer["body"], *answer["found_by"])
            for word in _WORD.findall(" ".join(texts)):
                counts[word] = counts.get(word, 0) + 1
        # Of what begins a sentence, the small letters: a capital in the middle is a slip.
        for word in [word for word in counts if word.lower() in counts and word[1:].islower()]:
            if word[0].isupper():
                counts[word.lower()] += counts.pop(word)
        # Lint would have something to say of an acronym that the glossary does not have.
        known = {term["term"] for term in _rows_of(REAL / "glossary.yaml", "terms")}
        self.words = sorted(
            word
            for word in counts.keys() - set(_MARKS)
            if word in known or sum(map(str.isupper, word)) < 2
        )
        self.weights = list(accumulate(counts[word] for word in self.words))
        # A text that begins by « celle » or « et » is not one that stands alone.
        self.first = [word for word in self.words if word.isalpha() and word.islower()]
        self.first = [word for word in self.first if len(word) > 7]
        self.beginnings = sorted({word[:3] for word in self.first})
        self.ends = sorted({word[-4:] for word in self.first})

    def several(self, random: Random, how_many: int) -> list[str]:
        """Give words, never one twice in a row, nor two small ones, as if one between were lost."""
        words = [random.choice(self.first)]
        while len(words) < how_many:
            (word,) = random.choices(self.words, cum_weights=self.weights)
            word = self._invented(random) if random.random() < _INVENTED else word
            if fold(word) != fold(words[-1]) and not (_is_small(word) and _is_small(words[-1])):
                words.append(word)
        return words

    def like(self, random: Random, text: str, fewest: int = 1) -> list[str]:
        """Give about as many words as a text has, and no more letters."""
        words = self.several(random, max(fewest, len(text.split())))
        while len(words) > fewest and len(" ".join(words)) > len(text):
            words.pop()
        while len(words) > 1 and _is_small(words[-1]):
            words.pop()
        return words

    def _invented(self, random: Random) -> str:
        # The hundredth word is ten times as rare as the tenth, as in any language.
        pick = Random(int(_MOST_INVENTED ** random.random())).choice
        return pick(self.beginnings) + pick(self.beginnings) + pick(self.ends)


def _is_small(word: str) -> bool:
    return len(word) <= _SMALL and word.islower()


def _write_answers(corpus: Corpus, likeness: Likeness) -> None:
    random = Random(corpus.size)
    ids = [f"{_slug(likeness.several(random, 2))}-{n}" for n in range(1, corpus.size + 1)]
    for start in range(0, corpus.size, PER_FILE):
        lines = ["format: 1", "answers:"]
        for number in range(start, min(start + PER_FILE, corpus.size)):
            shape = likeness.shapes[number % len(likeness.shapes)]
            lines += _answer(ids[number], shape, random.sample(ids, 3), likeness, random)
        path = corpus.trees / "answers" / f"sujet-{start // PER_FILE + 1:04}.yaml"
        path.write_text("\n".join(lines), encoding="utf-8")


def _answer(
    answer_id: str, shape: dict[str, Any], others: list[str], likeness: Likeness, random: Random
) -> Iterator[str]:
    """Yield the lines of an answer, written as the authors write theirs."""
    question = likeness.like(random, shape["question"])
    yield f"  - id: {answer_id}"
    yield f"    question: {_sentence(question)}\u00a0?"
    yield "    applies:"
    for level, options in shape["applies"].items():
        yield f"      {level}: {_flow(options)}"
    yield "    short: >-"
    yield from _sentences(shape["short"], likeness, random)
    yield "    body: |"
    yield from _sentences(shape["body"], likeness, random)
    if "links" in shape:
        yield "    links:"
        yield from (f"      - {_flow(link)}" for link in shape["links"])
    if "caveat" in shape:
        yield "    caveat: >-"
        yield from _sentences(shape["caveat"], likeness, random)
    yield "    sources:"
    yield from (f"      - {_flow(source)}" for source in shape["sources"])
    yield "    found_by:"
    for wording in shape["found_by"]:
        # Half in the words of the question, as real ones are: they must find their answer.
        words = likeness.like(random, wording, fewest=4)
        kept = random.sample(question, min(len(question), len(words) // 2))
        yield f"      - {' '.join([*kept, *words[len(kept) :]])}"
    yield f"    see_also: {_flow(sorted({*others} - {answer_id}))}"
    yield ""


def _sentences(text: str, likeness: Likeness, random: Random) -> Iterator[str]:
    """Yield as many lines as a text has, of as many words, with the same mark before each."""
    for line in text.rstrip().split("\n"):
        mark = re.match(r"(?:[-*] |\d+\. )?", line)[0]
        made = _sentence(likeness.like(random, line.removeprefix(mark)))
        yield f"      {mark}{made}." if line.strip() else ""


def _sentence(words: list[str]) -> str:
    text = " ".join(words)
    return text[0].upper() + text[1:]


def _flow(value: Any) -> str:
    """Write a value on one line; JSON quotes what might not be plain."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _slug(words: list[str]) -> str:
    return "-".join(re.findall("[a-z]+", fold(" ".join(words)))) or "sujet"


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        prepare(int(argument))
