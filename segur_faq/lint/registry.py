"""The rules that there are: every module below `lint/rules` is one, and its docstring is its page.

To add a rule, add a module: its name with hyphens is its code. A module with a `check` function
checks; one without is the page of something that reading itself reports.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from segur_faq.corpus.problem import Fix, Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint import rules
from segur_faq.lint.finding import Finding
from segur_faq.text import typeset

Check = Callable[[Reading], Iterator[Finding]]

FAMILIES = {
    "reading": "Lecture",
    "references": "Références",
    "tree": "Arbre",
    "content": "Contenu",
    "history": "Historique",
}
"""Folder of `lint/rules` -> what a reader calls it, in the order shown."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code, its page in French, and its check when reading does not do it.

    `is_fixable` tells that some of what it finds can be repaired by `--fix`; `most_answers`, how
    large a corpus may be, at most, for it to be run: it would take too long.
    """

    code: str
    family: str
    severity: Severity
    title: str
    page: str
    check: Check | None
    is_fixable: bool = False
    most_answers: int | None = None


@cache
def all_rules() -> tuple[Rule, ...]:
    """Give every rule, by family and code."""
    return tuple(rule for family in FAMILIES for rule in _family(family))


def waivable_codes() -> dict[str, str]:
    """Give the codes that an answer may waive, with their titles: those of the rules that check."""
    return {rule.code: rule.title for rule in all_rules() if rule.check is not None}


def _family(family: str) -> Iterator[Rule]:
    package = importlib.import_module(f"{rules.__name__}.{family}")
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        text = typeset(inspect.cleandoc(module.__doc__ or ""))
        title, _, rest = text.partition("\n")
        code = info.name.replace("_", "-")
        severity = getattr(module, "SEVERITY", Severity.ERROR)
        heading = f"{code} ({severity.word}, {FAMILIES[family].lower()})"
        yield Rule(
            code=code,
            family=family,
            severity=severity,
            title=title.rstrip("."),
            page=f"{heading}\n\n{title}\n{rest}".rstrip(),
            check=getattr(module, "check", None),
            most_answers=getattr(module, "MOST_ANSWERS", None),
            is_fixable=getattr(module, "FIXABLE", _makes_repairs(module)),
        )


def _makes_repairs(module: ModuleType) -> bool:
    """Tell whether a module uses `Fix`, or a function that gives one; others say FIXABLE = True."""
    for value in vars(module).values():
        given = getattr(value, "__annotations__", {}).get("return", "")
        if value is Fix or Fix.__qualname__ in str(given):
            return True
    return False
