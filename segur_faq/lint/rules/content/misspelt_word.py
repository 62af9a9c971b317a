"""Mot sans doute mal écrit

Ce que la règle vérifie
    Un mot en minuscules écrit une seule fois dans le corpus n'est pas, à une faute de frappe près,
    un mot qui y est employé au moins trois fois : une lettre perdue ou de trop, deux lettres
    échangées, des accents oubliés, une majuscule au milieu, une apostrophe ou une espace perdue,
    une espace de trop. Ne comptent ni les terminaisons, ni les mots de moins de six lettres.
    Au-delà de mille réponses, la règle ne s'applique pas : elle prendrait trop de temps.
Pourquoi
    Le lecteur bute sur le mot, et qui le cherche bien écrit ne trouve pas le passage.
Exemple
    # « certificat » est souvent ailleurs dans le corpus
    short: Oui, un seul certifcat suffit.
À écrire plutôt
    short: Oui, un seul certificat suffit.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.literals import is_english
from segur_faq.lint.passages import Passage, passages
from segur_faq.lint.vocabulary import SMALL_LETTERS
from segur_faq.text import fold

SEVERITY = Severity.WARNING

MOST_ANSWERS = 1000
_OFTEN = 3
_LEAST = 6
_SURE = 8
"""Below this length, a letter lost or added often makes another word."""

_PROSE = {"question", "short", "body", "caveat", "text", "help", "definition", "reason"}
_BEFORE, _AFTER = r"(?<![\w@/.#_-])", r"(?![\w@/#_-]|\.\w)"
_WORD = re.compile(rf"{_BEFORE}[^\W\d_]+{_AFTER}")
_ODD_CASE = re.compile(rf"[A-ZÀ-Þ]{{2}}[{SMALL_LETTERS}]{{2,}}|[{SMALL_LETTERS}][A-ZÀ-Þ]{{3,}}")
_GLUED = re.compile(
    r"(dans|avec|les|des(?!s)|une|cette|sont|la|le|du|de(?!puis|main|v[ei]))(?!quels?|quelles?)(.{4,})"
)
"""But for « desservir », « depuis » and « devient »."""

_OF_COMPOUNDS = re.compile(
    r"(?:après|auto|avant|bien|contre|demi|entre|hauts?|longs?|porte|pour|quelques?|sous|toute?)\Z"
)
"""What many words begin with: « longtemps », « poursuite »."""

_TENSE = re.compile(r"r(?:ai[st]?|aient|i?ons|i?ez|as?|ont)")
"""What « devrait » has more than « devait »."""

_ELIDED = re.compile(r"(l|d|qu)(?!égale)([aeiouyhàâéèêëîïôùûœ].{4,})")

_ELIDED_D = re.compile(r"d(?!avantage)[aiouyhàâîïôùûœæ]")
"""Before an « e », a « d » is often that of another word: « décrire », « détendue »."""

_ENGLISH = re.compile(r".*(?:[ts]ion|[ae]nce|[aeu]te|ema|(?<!em)ent|al|i[cv]e?|ble|age|ure|or)s?")
"""How the English words end that a French text may quote, and that accents would make French."""


def check(reading: Reading) -> Iterator[Finding]:
    texts = [p for p in passages(reading, lambda _: True) if not is_english(p.text)]
    slips = _Vocabulary(texts).slips()
    if not slips:
        return
    written = "|".join(map(re.escape, sorted(slips, key=len, reverse=True)))
    pattern = re.compile(f"{_BEFORE}(?:{written}){_AFTER}")
    for passage in texts:
        for found in pattern.finditer(passage.bare) if passage.key in _PROSE else ():
            yield Finding(
                passage.place(*found.span()),
                f"« {found[0]} » est sans doute « {slips[found[0]]} » mal écrit",
                "Corrigez-le ; si c'est un autre mot, dites-le dans « lint » de la réponse.",
            )


class _Vocabulary:
    """The words of a corpus, and how often each is written.

    Words in capitals, or with some inside, may be names: they are apart.
    """

    def __init__(self, texts: list[Passage]) -> None:
        words = Counter(chain.from_iterable(_WORD.findall(passage.bare) for passage in texts))
        self._names = [word for word in words if not word[1:].islower()]
        self._times: Counter[str] = Counter()
        for word, times in words.items():
            if word[1:].islower():
                self._times[word.lower()] += times
        self._rare = [w for w, times in self._times.items() if times == 1 and w in words]
        pieces = Counter(chain.from_iterable(_pieces(fold(word)) for word in self._times))
        self._odd = {w for w in self._rare if any(pieces[p] == 1 for p in _pieces(fold(w)))}
        self._usual = [w for w, n in self._times.items() if n >= _OFTEN and len(w) >= _LEAST]

    def _is_often(self, word: str) -> bool:
        return self._times[word] >= _OFTEN

    def slips(self) -> dict[str, str]:
        """Give what is written wrong, and what each stands for."""
        near = self._near([word for word in self._rare if len(word) >= _LEAST])
        return {**self._in_two_words(), **self._run_together(), **near, **self._with_capitals()}

    def _with_capitals(self) -> dict[str, str]:
        odd = filter(_ODD_CASE.fullmatch, self._names)
        return {word: word.lower() for word in odd if self._is_often(word.lower())}

    def _near(self, rare: list[str]) -> dict[str, str]:
        by_part: dict[str, list[str]] = {}
        for word in self._usual:
            for part in _parts(fold(word)):
                by_part.setdefault(part, []).append(word)
        slips = {}
        for word in rare:
            plain = fold(word)
            near = chain.from_iterable(by_part.get(part, ()) for part in _parts(plain))
            is_odd = word in self._odd
            usual = next((usual for usual in near if _is_slip(word, plain, usual, is_odd)), "")
            if usual:
                slips[word] = usual
        return slips

    def _run_together(self) -> dict[str, str]:
        """Give the words that may be two, of which a space or an apostrophe was lost."""
        slips = {}
        for word in self._rare:
            glued, elided = _GLUED.fullmatch(word), _ELIDED.fullmatch(word)
            is_sure = word in self._odd or (
                elided is not None and (elided[1] == "l" or _ELIDED_D.match(word) is not None)
            )
            if glued and word in self._odd and self._is_often(glued[2]):
                slips[word] = f"{glued[1]} {glued[2]}"
            elif elided and is_sure and self._is_often(elided[2]):
                slips[word] = f"{elided[1]}'{elided[2]}"
            elif word in self._odd and (cut := self._cut(word)):
                slips[word] = cut
        return slips

    def _cut(self, word: str) -> str:
        """Give the two usual words that a long one is made of; nothing when it is not."""
        for at in range(4, len(word) - 3):
            a, b = word[:at], word[at:]
            if self._is_often(a) and self._is_often(b) and not _OF_COMPOUNDS.match(a):
                return f"{a} {b}"
        return ""

    def _in_two_words(self) -> dict[str, str]:
        """Give the words that would be one without the space between them."""
        return {
            f"{word[:at]} {word[at:]}": word
            for word in self._usual
            for at in range(2, len(word) - 1)
            if word[:at] in self._times
            and word[at:] in self._times
            and self._are_pieces(word[:at], word[at:])
        }

    def _are_pieces(self, *written: str) -> bool:
        """Tell whether two words are rather two pieces of one; « quel que » are words."""
        once = [piece for piece in written if self._times[piece] == 1]
        return len(once) == 2 or any(p in self._odd or len(p) >= _LEAST for p in once)


def _pieces(plain: str) -> set[str]:
    """Give the letters of a word three by three; a word like no other has some of its own."""
    edged = f" {plain} "
    return {edged[at : at + 3] for at in range(len(edged) - 2)}


def _parts(plain: str) -> set[str]:
    """Give a word, and what is left of it without each of its letters."""
    return {plain, *(plain[:at] + plain[at + 1 :] for at in range(len(plain)))}


def _is_slip(word: str, plain: str, usual: str, is_odd: bool) -> bool:
    """Tell whether a word is a usual one mistyped, which no other form of it explains."""
    right = fold(usual)
    if plain == right:
        is_barer = all(a in (b, fold(b)) for a, b in zip(word, usual, strict=False))
        ends_alike = len(word) == len(usual) and word[-2:] == usual[-2:]
        return is_barer and ends_alike and word != usual and not _ENGLISH.fullmatch(word)
    at = next((n for n, (a, b) in enumerate(zip(plain, right, strict=False)) if a != b), len(right))
    if not 1 <= at <= len(right) - 4:
        return False
    if len(plain) == len(right):
        rest = at + 2
        is_long = len(right) >= _SURE or is_odd
        return (
            is_long and plain[at:rest] == right[at + 1] + right[at] and plain[rest:] == right[rest:]
        )
    longer, shorter = (plain, right) if len(plain) > len(right) else (right, plain)
    is_one = len(longer) == len(shorter) + 1 and longer[at + 1 :] == shorter[at:]
    is_double = longer[at] in (longer[at - 1], longer[at + 1])  # « resource » is English
    if not is_one or len(right) < _SURE - is_odd or _TENSE.fullmatch(longer, at):
        return False
    return not (is_double and longer is right)
