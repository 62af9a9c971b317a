"""Deux réponses presque pareilles

Ce que la règle vérifie
    Deux réponses n'ont pas presque le même texte (« short » et « body ») : plus de quatre mots sur
    cinq en commun, sans qu'un nombre ou un sigle les distingue. Deux questions que l'on peut voir
    ensemble diffèrent par autre chose que l'ordre des mots, les petits mots, les majuscules et les
    terminaisons. Les textes de moins de douze mots différents ne sont pas comparés.
Pourquoi
    Une réponse s'écrit une fois, avec tous les cas où elle vaut dans « applies ». De deux copies,
    l'une finit par ne plus être à jour, et le lecteur ne sait pas laquelle croire.
Exemple
    - id: carte-perdue
      question: Que faire si la carte est perdue ?
    - id: perte-de-carte
      question: Que faire si l'on perd la carte ?
À écrire plutôt
    - id: carte-perdue
      question: Que faire si la carte est perdue ?
      former_ids: [perte-de-carte]
"""

from collections.abc import Iterator

from segur_faq.corpus.model import Answer
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Entry, Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.vocabulary import WORD, names_something, plainly, stem
from segur_faq.text import fold

SEVERITY = Severity.WARNING

_COMMON = 0.8
_LEAST = 12
_SMALL_WORDS = frozenset({"avec", "cela", "celle", "cette", "dans", "elle", "leur", "pour", "sont"})
_COPIED = 8
_SENTENCE = 20
_EDGE = 6
_FEW = 5
"""How many texts with one sentence in common are compared with one more."""


def check(reading: Reading) -> Iterator[Finding]:
    yield from _same_texts(reading)
    yield from _same_questions(reading)


# --- texts ----------------------------------------------------------------------------------------


def _same_texts(reading: Reading) -> Iterator[Finding]:
    """Report each text that is nearly an earlier one.

    Only those are compared that have a sentence in common, or their first or last words, so that
    the time stays in proportion to the number of answers.
    """
    index: dict[str, list[_Text]] = {}
    for entry in reading.answers:
        text = _Text(entry)
        parts = text.parts()
        other = next((t for part in parts for t in index.get(part, ()) if t.is_like(text)), None)
        if other is not None and not text.is_copy(other):
            yield Finding(
                entry.at("short"),
                f"ce texte est presque celui de « {other.id} », à {other.entry.at('short')}",
                "Fondez-les : l'identifiant de l'une va dans les « former_ids » de l'autre.",
            )
        for part in parts:
            several = index.setdefault(part, [])
            if len(several) < _FEW:
                several.append(text)


class _Text:
    """What an answer says, cut into words when it is first compared."""

    def __init__(self, entry: Entry[Answer]) -> None:
        self.entry = entry
        self.id = entry.value.id
        self._text = f"{entry.value.short}\n{entry.value.body}"
        self._words: frozenset[str] | None = None

    def parts(self) -> list[str]:
        """Give its sentences, the words that it begins with and those that it ends with."""
        parts = [part for part in self._text.replace(". ", "\n").split("\n") if part[_SENTENCE:]]
        parts.append(" ".join(self._text.split(None, _EDGE)[:_EDGE]))
        parts.append(" ".join(self._text.rsplit(None, _EDGE)[-_EDGE:]))
        return parts

    @property
    def words(self) -> frozenset[str]:
        """Its words, as they are written."""
        if self._words is None:
            self._words = frozenset(WORD.findall(self._text))
        return self._words

    def is_like(self, other: "_Text") -> bool:
        """Tell whether most words are common, and the others name nothing."""
        common = len(self.words & other.words)
        if common < _LEAST or common < _COMMON * (len(self.words) + len(other.words) - common):
            return False
        return not any(map(names_something, self.words ^ other.words))

    def is_copy(self, other: "_Text") -> bool:
        """Tell whether `copied-short` reports the second of the two."""
        words = fold(self.entry.value.short).split()
        return len(words) >= _COPIED and words == fold(other.entry.value.short).split()


# --- questions ------------------------------------------------------------------------------------


def _same_questions(reading: Reading) -> Iterator[Finding]:
    asked = [level.id for level in reading.corpus.levels if level.asked]
    plain = plainly(entry.value.question.replace("\n", " ") for entry in reading.answers)
    by_stems: dict[frozenset[str], list[tuple[Entry[Answer], list[str]]]] = {}
    for entry, question in zip(reading.answers, plain, strict=True):
        words = WORD.findall(question)
        stems = frozenset(stem(w) for w in words if len(w) > 3) - _SMALL_WORDS
        if len(stems) > 1:
            by_stems.setdefault(stems, []).append((entry, words))
    for several in by_stems.values():
        for number, (entry, words) in enumerate(several):
            for other, others in several[: min(number, _FEW)]:
                # Where the words are equal, `same-question` has its say.
                if words != others and _may_be_taken(entry.value, other.value, asked):
                    yield Finding(
                        entry.at("question"),
                        f"cette question est presque celle de « {other.value.id} », "
                        f"à {other.at('question')}",
                        "Dites dans chaque question ce qui la distingue, ou fondez les deux "
                        "réponses.",
                    )
                    break


def _may_be_taken(one: Answer, other: Answer, asked: list[str]) -> bool:
    """Tell whether one question may be taken for the other: same names, seen together."""
    return _names(one) == _names(other) and all(
        not (level in one.applies and level in other.applies)
        or not set(one.applies[level]).isdisjoint(other.applies[level])
        for level in asked
    )


def _names(answer: Answer) -> set[str]:
    return set(filter(names_something, WORD.findall(answer.question)))
