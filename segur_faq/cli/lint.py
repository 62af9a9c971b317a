"""`segur-faq lint`: every problem of a corpus, for the people who maintain it."""

import datetime
import shlex
from collections.abc import Sequence
from typing import Annotated

from segur_faq.cli import console
from segur_faq.cli.baseline import with_baseline, write_baseline
from segur_faq.cli.completion import complete_code
from segur_faq.cli.console import Color
from segur_faq.cli.french import order_of_options, typer
from segur_faq.cli.lint_checking import checked
from segur_faq.cli.lint_repairs import Repairing, repaired
from segur_faq.cli.lint_reports import (
    FILE,
    FORMAT,
    READ_BY_PEOPLE,
    Output,
    ReportFormat,
    choose_outputs,
    write_reports,
)
from segur_faq.cli.lint_targets import find_targets
from segur_faq.cli.options import ColorChoice, Trees
from segur_faq.errors import ExitCode, SegurFaqError
from segur_faq.lint.outcome import Outcome, Part
from segur_faq.lint.registry import Rule, all_rules
from segur_faq.text import did_you_mean, nearest

_REPAIR = "segur-faq lint --fix"


def lint(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DOSSIER|FICHIER]...",
            help="Corpus à vérifier, ou fichiers à vérifier dans leur corpus ; « - » pour l'entrée "
            "standard ; sinon le corpus du programme.",
            show_default=False,
        ),
    ] = None,
    formats: Annotated[
        list[ReportFormat] | None,
        typer.Option(
            "--format",
            "-f",
            help="Forme du rapport, autant de fois qu'il en faut ; sinon text, ou github dans "
            "GitHub Actions.",
            show_default=False,
        ),
    ] = None,
    files: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FICHIER",
            help="Où écrire le rapport du -f qui précède ; sans -o, il va à la sortie standard : "
            "-f text -f sarif -o rapport.sarif. Si tous les -o viennent à la fin, ils vont aux -f "
            "dans le même ordre ; s'il en manque un, le premier -f va à la sortie standard.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Les avertissements comptent comme des erreurs.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Fait les réparations sûres, puis dit ce qui reste.")
    ] = False,
    diff: Annotated[
        bool,
        typer.Option("--diff", help="Montre ce que --fix changerait, sans rien écrire."),
    ] = False,
    stdin_filename: Annotated[
        str | None,
        typer.Option(
            "--stdin-filename",
            metavar="FICHIER",
            help="Le fichier dont l'entrée standard est le contenu ; rien n'est écrit sur le "
            "disque, et --fix rend le texte réparé.",
            show_default=False,
        ),
    ] = None,
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
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="ÉTAT",
            help="Compare à un état antérieur (révision Git, dossier, ou fichier de "
            "--write-baseline) : identifiants perdus, textes changés sans relire leurs sources.",
        ),
    ] = None,
    baseline_file: Annotated[
        str | None,
        typer.Option(
            "--write-baseline",
            metavar="FICHIER",
            help="Garde l'état du corpus dans un fichier, pour un --baseline à venir.",
        ),
    ] = None,
    color: ColorChoice = Color.AUTO,
    trees: Trees = None,
) -> int:
    """Vérifie le corpus, et dit où et comment le corriger."""
    if explain is not None:
        rule = _rule(explain)
        console.out(rule.page + "\n" + (f"\nSe répare par {_REPAIR}.\n" if rule.is_fixable else ""))
        return ExitCode.DONE
    if list_rules:
        console.out("".join(f"{_line_of(rule)}\n" for rule in all_rules()))
        return ExitCode.DONE
    outputs = choose_outputs(formats or (), files or (), order_of_options(context, FORMAT, FILE))
    is_sent = stdin_filename is not None or paths == ["-"]
    # As ruff does: `--diff` writes nothing, whether or not `--fix` is there too.
    repairing = Repairing(makes=fix and not diff, shows=diff, is_sent=is_sent, color=color)
    if formats:
        _refuse_two_on_standard_output(outputs, repairing)
    targets = find_targets(paths or (), trees, stdin_filename)
    reports = [checked(target.directory, target.overlay) for target in targets]
    # All that is asked about is known to exist before anything is written.
    asked = [target.names(report) for target, report in zip(targets, reports, strict=True)]
    would_change = False
    for number, target in enumerate(targets if repairing.is_asked else ()):
        reports[number], changes = repaired(
            reports[number], asked[number], target.overlay, repairing
        )
        would_change |= changes and diff
    if baseline_file is not None:
        write_baseline(baseline_file, reports)
    if baseline is not None:
        reports = with_baseline(reports, baseline)
    now = datetime.datetime.now(datetime.UTC).isoformat()[:19]
    parts = tuple(Part(report, only) for report, only in zip(reports, asked, strict=True))
    outcome = Outcome(parts, strict, now)
    shown = [output for output in outputs if output.file is not None or not diff]
    write_reports(shown, outcome, color, aside=repairing.takes_standard_output)
    if diff or any(output.format in READ_BY_PEOPLE for output in outputs):
        from segur_faq.lint.reports import text

        named = paths or (["--trees", trees] if trees is not None else [])
        again = " ".join([_REPAIR, *map(shlex.quote, named)])
        console.say(text.summary(outcome, "" if is_sent or repairing.makes else again))
    if any(part.only is None and part.is_empty for part in parts):
        # Often the wrong folder: a check that found nothing to check must not pass.
        console.complain(
            "Ce corpus n'a aucune réponse.",
            "Vérifiez que c'est le bon dossier ; sinon : segur-faq new.",
        )
        return ExitCode.NEGATIVE
    return ExitCode.NEGATIVE if outcome.has_failed or would_change else ExitCode.DONE


def _refuse_two_on_standard_output(outputs: Sequence[Output], repairing: Repairing) -> None:
    """Refuse a report that was asked for where the diff or the repaired text goes.

    Raises:
        SegurFaqError: with the way out.
    """
    to_output = [output.format for output in outputs if output.file is None]
    if repairing.shows and to_output:
        raise SegurFaqError(
            f"Le rapport {to_output[0]} et le diff iraient tous deux à la sortie standard.",
            f"Donnez un fichier au rapport : -f {to_output[0]} -o FICHIER.",
        )


def _line_of(rule: Rule) -> str:
    repair = "\tse répare par --fix" if rule.is_fixable else ""
    return f"{rule.code}\t{rule.severity.word}\t{rule.title}{repair}"


def _rule(code: str) -> Rule:
    rules = {rule.code: rule for rule in all_rules()}
    if code not in rules:
        close = nearest(code, rules)
        raise SegurFaqError(
            f"Il n'y a pas de règle « {code} ».",
            did_you_mean(close) or "Toutes les règles : segur-faq lint --list-rules",
            ExitCode.NEGATIVE,
        )
    return rules[code]
