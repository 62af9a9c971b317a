"""Typer in French: its own words, its help pages, and the option that asks for them.

Typer marks some of its words for gettext and takes `gettext` at import: a French one must stand
there at that moment. So this module alone imports typer, and the others take it from here.
"""

import gettext
import io
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

_WORDS = {
    "(dynamic)": "(calculé)",
    "Aborted!": "Abandon.",
    "default: {default}": "par défaut : {default}",
    "required": "obligatoire",
    "env var: {var}": "variable d'environnement : {var}",
    "Arguments": "Arguments",
    "Options": "Options",
    "Commands": "Commandes",
    "Missing command.": "Il manque la commande.",
    "No such command {name!r}.": "Il n'y a pas de commande {name!r}.",
    "(deprecated) ": "(déconseillé) ",
    "[default: {}]": "[par défaut : {}]",
    "[env var: {}]": "[variable d'environnement : {}]",
    "[required]": "[obligatoire]",
    "Error": "Erreur",
    "Aborted.": "Abandon.",
    "Try [blue]'{command_path} {help_option}'[/] for help.": "Aide : {command_path} {help_option}",
}


def _french(message: str) -> str:
    return _WORDS.get(message, message)


_original = gettext.gettext
gettext.gettext = _french
try:
    import typer as typer
    import typer.core
finally:
    gettext.gettext = _original

from segur_faq.cli import console  # noqa: E402  (typer had to come first)
from segur_faq.errors import SegurFaqError  # noqa: E402
from segur_faq.text import NBSP, did_you_mean, nearest, typeset  # noqa: E402

_ARGUMENTS = "segur_faq.arguments"

UsageError: Any = typer.BadParameter.__mro__[1]
"""What typer raises for any misuse of the command line."""

HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}


class _French:
    """What commands and groups share: a usage line, a help option and a typography in French."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, pieces, prefix="Usage : ")

    def get_help(self, ctx: Any) -> str:
        """Give the help page, with its headings and its typography."""
        lines = typeset(super().get_help(ctx)).split("\n")  # type: ignore[misc]
        # Headings: the formatter sticks the colon to the word.
        return "\n".join(f"{li[:-1]}{NBSP}:" if li.endswith("s:") else li for li in lines)

    def get_help_option(self, ctx: Any) -> Any:
        """Give `--help`, with its own help."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Affiche cette aide."
            option.callback = _show_help
        return option

    def get_params(self, ctx: Any) -> Any:
        """Give the parameters, those of completion explained too."""
        params = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            if param.name in _COMPLETION_HELP:
                param.help = _COMPLETION_HELP[param.name]
                param.callback = _set_up_completion
        return params


_COMPLETION_HELP = {
    "install_completion": "Installe la complétion (touche Tab) pour ce shell.",
    "show_completion": "Écrit le script de complétion, pour l'installer soi-même.",
}


def leave_tips_alone() -> None:
    """Let the shells show what stands beside a completion as it is written.

    Typer has rich read markup in it: `[/]` in a question of the corpus would raise, and the rest be
    broken at the terminal's width.
    """
    from typer import _completion_classes

    _completion_classes._sanitize_help_text = lambda text: text


def _show_help(ctx: Any, param: Any, value: bool) -> None:
    """Write the help page, as everything is written (typer's own way fails on a closed pipe)."""
    if value and not ctx.resilient_parsing:
        console.out(ctx.get_help() + "\n")
        ctx.exit()


def _set_up_completion(ctx: Any, param: Any, value: Any) -> Any:
    """Do what typer does for its two completion options, without its English sentences.

    Raises:
        SegurFaqError: the shell is none that typer knows.
    """
    if not value or ctx.resilient_parsing:
        return value
    from typer import completion

    shows = param.name == "show_completion"
    said = io.StringIO()
    try:
        with redirect_stdout(said), redirect_stderr(said):
            (completion.show_callback if shows else completion.install_callback)(ctx, param, value)
    except typer.Exit as error:
        raise SegurFaqError(
            "Ce shell n'est pas connu.", "La complétion existe pour bash, zsh, fish et PowerShell."
        ) from error
    except SystemExit:  # done
        if shows:
            console.out(said.getvalue())
        else:
            console.say("La complétion est installée : elle servira dès le prochain terminal.")
    return ctx.exit()


class FrenchCommand(_French, typer.core.TyperCommand):
    """A command whose help is French."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Read a command line, and keep it: see `order_of_options`."""
        ctx.meta[_ARGUMENTS] = list(args)
        try:
            return super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx  # of an option without its value, the parser forgets it
            raise


def order_of_options(ctx: typer.Context, *names: str) -> list[str]:
    """Give these options in the order of the command line, as often as they were given.

    Typer gathers the values of an option that is repeated: which one stood after which is lost.
    """
    parser = ctx.command.make_parser(ctx)
    _, _, order = parser.parse_args(list(ctx.meta[_ARGUMENTS]))
    return [param.name for param in order if param.name in names]


class FrenchGroup(_French, typer.core.TyperGroup):
    """The program itself; a misspelt command gets the nearest ones."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Give the command named, or the nearest names.

        Raises:
            SegurFaqError: there is no such command.
        """
        if not ctx.resilient_parsing and args[0] not in self.commands:
            close = nearest(args[0], self.commands, limit=1)
            raise SegurFaqError(
                f"Il n'y a pas de commande « {args[0]} ».",
                did_you_mean(close, f"Commandes : {', '.join(self.commands)}."),
            )
        return super().resolve_command(ctx, args)
