"""What typer says of a command line that it cannot read, in French.

Typer vendors Click since 0.26 and exports few of its classes: the others are known by their name.
"""

from typing import Any

from segur_faq.text import did_you_mean, nearest, quoted


def explain_usage_error(error: Any) -> tuple[str, str]:
    """Give the message and the hint for a usage error."""
    command = error.ctx.command_path if error.ctx else "segur-faq"
    see_help = f"Aide : {command} --help"
    match type(error).__name__:
        case "NoSuchOption":
            options = [o for p in error.ctx.command.get_params(error.ctx) for o in p.opts]
            dashes = "--" if error.option_name.startswith("--") else "-"
            alike = [option for option in options if option.startswith(dashes)]
            close = nearest(error.option_name, alike, limit=1)
            return f"Il n'y a pas d'option {error.option_name}.", did_you_mean(close, see_help)
        case "MissingParameter":
            return f"Il manque {_name(error)}.", see_help
        case "BadOptionUsage" if error.ctx and "requires" in error.message:
            return _lacks_a_value(error), see_help
        case "BadOptionUsage":
            return f"L'option {error.option_name} est mal employée : {_why(error)}.", see_help
        case "BadParameter":
            return f"Valeur incorrecte pour {_name(error)} : {_why(error)}.", see_help
    if "unexpected extra argument" in error.message:
        extra = error.message.partition(" (")[2][:-1]
        return f"Argument en trop : {extra}.", see_help
    return error.message, see_help


def _lacks_a_value(error: Any) -> str:
    """Say what an option expects, and what it is for."""
    params = error.ctx.command.get_params(error.ctx)
    option = next(param for param in params if error.option_name in param.opts)
    choices = getattr(option.type, "choices", None)
    wanted = f" : {quoted(map(str, choices))}" if choices else f" ({option.metavar})"
    known = choices or option.metavar
    return f"L'option {error.option_name} attend une valeur{wanted if known else ''}. {option.help}"


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
