"""The Typer application: which commands there are, each in the module that bears its name."""

import importlib
from collections.abc import Sequence
from typing import Annotated

from segur_faq import __version__
from segur_faq.cli import console
from segur_faq.cli.french import HELP_OPTIONS, FrenchCommand, FrenchGroup, typer
from segur_faq.commands import COMMANDS
from segur_faq.errors import SegurFaqError
from segur_faq.text import harmless, typeset


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
        bool, typer.Option("--version", help="Affiche la version du programme.")
    ] = False,
    verbose: Annotated[
        bool,
        typer.Option("--verbose", "-v", help="Avec --version : quel corpus est lu, et son cache."),
    ] = False,
) -> None:
    """La FAQ du Ségur du numérique en santé, par questions, hors ligne."""
    if version:
        console.out(f"segur-faq {__version__}\n" + (_whereabouts() if verbose else ""))
        raise typer.Exit
    if verbose:
        raise SegurFaqError("L'option -v accompagne --version.", "Aide : segur-faq --help")
    if context.invoked_subcommand is None:
        console.out(context.get_help() + "\n")
        raise typer.Exit


def _whereabouts() -> str:
    """Tell which corpus is read, and where its compiled file is kept."""
    from segur_faq.compiled.opening import close_compiled, open_compiled
    from segur_faq.compiled.place import VARIABLE, compiled_file
    from segur_faq.corpus.locate import locate

    directory = str(locate())
    path = compiled_file(directory)
    state = "à jour" if open_compiled(directory) else "pas encore fait, ou à refaire"
    close_compiled()
    kept = f"{path} ({state})" if path else f"aucun (variable {VARIABLE}, ou pas de dossier)"
    return harmless(typeset(f"Corpus : {directory}\nCache : {kept}")) + "\n"
