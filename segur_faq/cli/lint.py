"""`segur-faq lint`: every problem of a corpus, for the people who maintain it."""

import sys
from enum import StrEnum
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.completion import complete_code
from segur_faq.cli.console import Color
from segur_faq.cli.french import typer
from segur_faq.cli.options import ColorChoice, Trees
from segur_faq.corpus.locate import locate
from segur_faq.corpus.reader import read_corpus
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.lint.registry import Rule, all_rules
from segur_faq.lint.runner import run
from segur_faq.text import nearest, quoted


class ReportFormat(StrEnum):
    """How a report is written; each has its module in `lint.reports`."""

    TEXT = "text"
    JSON = "json"


def lint(
    directory: Annotated[
        str | None,
        typer.Argument(
            metavar="[DOSSIER]",
            help="Corpus à vérifier ; sinon celui du programme.",
            show_default=False,
        ),
    ] = None,
    chosen_format: Annotated[
        ReportFormat, typer.Option("--format", "-f", help="Forme du rapport.")
    ] = ReportFormat.TEXT,
    strict: Annotated[
        bool, typer.Option("--strict", help="Les avertissements comptent comme des erreurs.")
    ] = False,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="CODE",
            help="Affiche la page d'une règle, sans rien vérifier.",
            autocompletion=complete_code,
        ),
    ] = None,
    list_rules: Annotated[
        bool, typer.Option("--list-rules", help="Liste les règles, sans rien vérifier.")
    ] = False,
    color: ColorChoice = Color.AUTO,
    trees: Trees = None,
) -> int:
    """Vérifie le corpus, et dit où et comment le corriger."""
    if explain is not None:
        console.out(_rule(explain).page + "\n")
        return ExitCode.DONE
    if list_rules:
        console.out(
            "".join(f"{rule.code}\t{rule.severity.word}\t{rule.title}\n" for rule in all_rules())
        )
        return ExitCode.DONE
    if directory is not None and trees is not None:
        raise SegurFaqError("Le corpus est nommé deux fois.", "Gardez DOSSIER ou --trees.")
    report = run(read_corpus(locate(trees if directory is None else directory)))
    if chosen_format is ReportFormat.JSON:
        from segur_faq.lint.reports import json

        console.out(json.render(report))
    else:
        from segur_faq.lint.reports import text

        console.out(text.render(report, console.uses_color(sys.stdout, color)))
        console.say(text.summary(report))
    failed = report.errors or (strict and report.problems)
    if report.is_complete and not report.reading.answers:
        # Often the wrong folder: a check that found nothing to check must not pass.
        console.complain(
            "Ce corpus n'a aucune réponse.",
            "Vérifiez que c'est le bon dossier ; sinon : segur-faq new.",
        )
        return ExitCode.NEGATIVE
    return ExitCode.NEGATIVE if failed else ExitCode.DONE


def _rule(code: str) -> Rule:
    rules = {rule.code: rule for rule in all_rules()}
    if code not in rules:
        close = nearest(code, rules)
        raise SegurFaqError(
            f"Il n'y a pas de règle « {code} ».",
            f"Vouliez-vous dire {quoted(close)} ?"
            if close
            else "Toutes les règles : segur-faq lint --list-rules",
            ExitCode.NEGATIVE,
        )
    return rules[code]
