"""The Typer application: which commands there are, each in the module that bears its name."""

import importlib
from collections.abc import Sequence
from typing import Annotated

from segur_faq import __version__
from segur_faq.cli import console
from segur_faq.cli.french import HELP_OPTIONS, FrenchCommand, FrenchGroup, typer

COMMANDS = {
    "ask": "ask",
    "show": "show",
    "list": "list_answers",
    "tree": "tree",
    "define": "define",
    "coverage": "coverage",
    "new": "new",
    "lint": "lint",
}
"""Command (and module of `segur_faq.cli`) -> its function there, in the order of the help."""


def build(arguments: Sequence[str]) -> typer.Typer:
    """Give the application for a command line.

    Only the command that it names is imported, all of them when it names none (help, a misspelt
    command, completion): importing what is not used is most of the start-up.
    """
    app = typer.Typer(
        cls=FrenchGroup,
        context_settings=HELP_OPTIONS,
        invoke_without_command=True,
        options_metavar="[OPTIONS]",
        subcommand_metavar="COMMANDE [ARGUMENTS]...",
        # Rich help takes `[mot]` for markup and costs twice the time; tracebacks are not for users.
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        suggest_commands=False,
    )
    app.callback()(program)
    named = [name for name in arguments[:1] if name in COMMANDS]
    for name in named or COMMANDS:
        module = importlib.import_module(f"segur_faq.cli.{name}")
        register = app.command(
            name, cls=FrenchCommand, context_settings=HELP_OPTIONS, options_metavar="[OPTIONS]"
        )
        register(getattr(module, COMMANDS[name]))
    return app


def program(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Affiche la version du programme.", is_eager=True)
    ] = False,
) -> None:
    """La FAQ du Ségur du numérique en santé, par questions, hors ligne."""
    if version:
        console.out(f"segur-faq {__version__}\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        console.out(context.get_help() + "\n")
        raise typer.Exit
