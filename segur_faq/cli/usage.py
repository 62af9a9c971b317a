"""What typer says of a command line that it cannot read, in French.

Typer vendors Click since 0.26 and exports few of its classes: the others are known by their name.
"""

from typing import Any

from segur_faq.cli.french import typer
from segur_faq.text import nearest, quoted

UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""What typer raises for any misuse of the command line."""


def explain_usage_error(error: Any) -> tuple[str, str]:
    """Give the message and the hint for a usage error."""
    command = error.ctx.command_path if error.ctx else "segur-faq"
    see_help = f"Aide : {command} --help"
    match type(error).__name__:
        case "NoSuchOption":
            options = [o for p in error.ctx.command.get_params(error.ctx) for o in p.opts]
            close = nearest(error.option_name, [o for o in options if o.startswith("-")], limit=1)
            guess = f"Vouliez-vous dire {quoted(close)} ? " if close else ""
            return f"Il n'y a pas d'option {error.option_name}.", guess + see_help
        case "MissingParameter":
            return f"Il manque {_name(error)}.", see_help
        case "BadOptionUsage":
            return f"L'option {error.option_name} est mal employée : {_why(error)}.", see_help
        case "BadParameter":
            return f"Valeur incorrecte pour {_name(error)} : {_why(error)}.", see_help
    if "unexpected extra argument" in error.message:
        extra = error.message.partition(" (")[2][:-1]
        return f"Argument en trop : {extra}.", see_help
    return error.message, see_help


def _name(error: Any) -> str:
    if error.param is None:
        return "un argument"
    if error.param.param_type_name == "argument":
        # The first of what an argument takes, when it takes several kinds of words.
        return f"l'argument {error.param.human_readable_name.split(' ')[0].removesuffix('...')}"
    return f"l'option {max(error.param.opts, key=len)}"


def _why(error: Any) -> str:
    choices = getattr(getattr(getattr(error, "param", None), "type", None), "choices", None)
    if choices:
        return f"choisissez {quoted(map(str, choices))}"
    message: str = error.message
    if "requires an argument" in message or "requires" in message:
        return "elle attend une valeur"
    if "does not take a value" in message:
        return "elle n'attend pas de valeur"
    if "not a valid int" in message:
        return "un nombre entier est attendu"
    if "not in the range" in message:
        return "ce nombre est hors limites"
    return "elle n'est pas acceptée"
