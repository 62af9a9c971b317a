"""Espaces qui se suivent, ou tabulation

Ce que la règle vérifie
    Un texte n'a ni deux espaces de suite, ni tabulation, ni espaces à la fin de ses lignes. Ne
    comptent pas le retrait d'une ligne, ce qui suit la puce d'une liste, le code, et les deux
    espaces qui, en Markdown, coupent la ligne.
Pourquoi
    Un blanc trop large se voit à la lecture, et cache souvent un mot effacé. Une espace à la
    fin d'une ligne ne se voit pas, mais peut changer la mise en page.
Exemple
    short: Un seul  formulaire suffit.
À écrire plutôt
    short: Un seul formulaire suffit.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.passages import Passage, passages
from segur_faq.lint.spaces import NO_BREAK, SPACES, is_line_start, joint

SEVERITY = Severity.WARNING
FIXABLE = True

_INSIDE = re.compile(rf"(?<=\S)(?:[{SPACES}]{{2,}}|[{SPACES}]?\t[{SPACES}\t]*)(?=\S)")
_AT_THE_END = re.compile(rf"(?<=\S)[{SPACES}]+(?=\n)")
_TRACES = (
    *("  ", "\t", " \n"),
    *(t for s in NO_BREAK for t in (f"{s} ", f" {s}", f"{s}\n", f"{s}{s}")),
)
_OTHER_RULES = re.compile(r"[:;!?»]|[,.](?:[\s*_)»]|$)")
"""What a space should not precede, or only a no-break one: reported by another rule, once."""
_NEAR = 200
_NUMBER = re.compile(r"(?<!\w)[nN][°º]s?$")


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages(reading, traces=_TRACES):
        for run in _INSIDE.finditer(passage.bare):
            yield from _check_inside(passage, *run.span())
        if passage.is_markdown:
            for run in _AT_THE_END.finditer(passage.bare, 0, len(passage.bare.rstrip())):
                yield from _check_end(passage, *run.span())


def _check_inside(passage: Passage, start: int, end: int) -> Iterator[Finding]:
    text = passage.bare
    before, after = text[start - 1], text[end]
    line = text.rfind("\n", 0, start) + 1
    is_table = text[line : line + 40].lstrip().startswith("|")
    if is_table or is_line_start(text, start) or _is_elsewhere(text, start, end):
        return
    folds = [at for at in range(start, end) if passage.is_fold(at)]
    # A fold is the end of a line that the next one continues: it stays.
    changes = passage.without(start, end) if folds else [(start, end, joint(before, after))]
    yield Finding(
        passage.place(start, end if not folds else folds[0]),
        _what(text[start:end]),
        "Gardez-en une, ou remettez le mot qui manque.",
        passage.fix("Garder une seule espace", *changes),
    )


def _what(spaces: str) -> str:
    if "\t" in spaces:
        return "une tabulation entre deux mots"
    return "deux espaces se suivent" if len(spaces) == 2 else f"{len(spaces)} espaces se suivent"


def _is_elsewhere(text: str, start: int, end: int) -> bool:
    """Tell whether another rule reports these spaces for what is around them."""
    is_breakable = " " in text[start:end]
    before = text[max(0, start - 4) : start]
    if is_breakable and (before.endswith("«") or _OTHER_RULES.match(text, end)):
        return True
    if before.endswith(("'", "’")) and before[-2:-1].isalpha():
        return True
    return text[end].isdigit() and _NUMBER.search(before) is not None


def _check_end(passage: Passage, start: int, end: int) -> Iterator[Finding]:
    text = passage.bare
    below = text[end + 1 : end + 1 + _NEAR].partition("\n")[0].strip()
    is_cut = below and "  " in text[start:end]  # Markdown cuts the line there
    kept = "  " if is_cut else ""
    if text[start:end] == kept or below.startswith((":", ";", "!", "?", "»")):
        return
    hint = "Retirez-les, ou gardez-en deux pour couper la ligne." if kept else "Retirez-les."
    yield Finding(
        passage.place(start, end),
        "une espace termine la ligne" if end - start == 1 else "des espaces terminent la ligne",
        "Retirez-la." if end - start == 1 else hint,
        passage.fix("Retirer les espaces de fin de ligne", (start, end, kept)),
    )
