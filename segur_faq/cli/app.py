"""The Typer application: which commands there are."""

from typing import Annotated

from segur_faq import __version__
from segur_faq.cli import console
from segur_faq.cli.ask import ask
from segur_faq.cli.french import HELP_OPTIONS, FrenchCommand, FrenchGroup, typer
from segur_faq.cli.lint import lint
from segur_faq.cli.list import list_answers
from segur_faq.cli.show import show
from segur_faq.cli.tree import tree

app = typer.Typer(
    cls=FrenchGroup,
    context_settings=HELP_OPTIONS,
    invoke_without_command=True,
    options_metavar="[OPTIONS]",
    subcommand_metavar="COMMANDE [ARGUMENTS]...",
    # Rich help takes `[mot]` for markup and costs twice the time; tracebacks are for developers.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    suggest_commands=False,
)
for name, function in (
    ("ask", ask),
    ("show", show),
    ("list", list_answers),
    ("tree", tree),
    ("lint", lint),
):
    app.command(
        name, cls=FrenchCommand, context_settings=HELP_OPTIONS, options_metavar="[OPTIONS]"
    )(function)


@app.callback()
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
