"""What to say of a value that has the shape of another: a text for a list, a list for pairs …

Each function gives what `Problems.add` takes.
"""

from collections.abc import Sequence as Several

from segur_faq.corpus.entries import FILE, LISTS
from segur_faq.corpus.nodes import Mapping, Node, Scalar
from segur_faq.corpus.problem import Place

Misfit = tuple[str, Place, str, str]
"""The code, the place, the message and the hint."""

_LONG = 60
"""A longer text is not repeated in a hint."""


def misfit_of_entry(node: Node, what: str, accepted: Several[str]) -> Misfit:
    """Tell what is wrong with what stands where the pairs of an entry should.

    Args:
        node: what stands there.
        what: the kind of entry, with its article.
        accepted: the keys that it may have.
    """
    keys = f"Clés possibles : {', '.join(accepted)}."
    message = f"{what} s'écrit en paires « clé: valeur »"
    if isinstance(node, Scalar) and not node.text:
        return "empty-value", node.place, "rien n'est écrit ici", f"Écrivez {what}. {keys}"
    if isinstance(node, Scalar) and what == "une question de suite":
        hint = f"Pour mener à une réponse, écrivez « answer: {node.text} ». {keys}"
    elif isinstance(node, Scalar):
        example = ", ".join(f"{key}: …" for key in accepted[:2])
        hint = f"Par exemple « {{{example}}} ». {keys}"
    elif what == FILE:
        key = next(key for key in LISTS if key in accepted)
        hint = f"Commencez-le par « format: 1 », puis « {key}: », et mettez la liste dessous."
    else:
        hint = f"Retirez le tiret ou les crochets. {keys}"
    return "wrong-type", node.place, message, hint


def misfit_of_text(node: Node, key: str, lines: bool) -> Misfit:
    """Tell what is wrong with a list or pairs where a text should be, maybe of several lines."""
    hint = (
        "Un deux-points suivi d'une espace fait une paire : mettez le texte entre guillemets "
        'droits ("…").'
        if isinstance(node, Mapping)
        else "Retirez les crochets ou les tirets."
    )
    if lines:
        hint += f" S'il a plusieurs lignes, ajoutez « | » après « {key}: »."
    message = f"« {key} » attend un texte, pas une liste ni des paires"
    return "wrong-type", node.place, message, hint


def misfit_of_list(node: Node, key: str, of_texts: bool) -> Misfit:
    """Tell what is wrong with a text or pairs where a list should be, of texts or of entries."""
    hint = "Mettez un tiret devant chaque élément, ou la liste entre crochets."
    if not of_texts:
        hint = "Mettez un tiret devant chaque élément, puis ses paires « clé: valeur »."
    if isinstance(node, Mapping) and node.pairs:
        hint = f"Il manque un tiret devant « {next(iter(node.pairs))} »."
    elif of_texts and isinstance(node, Scalar) and _is_simple(node.text):
        hint = f"Mettez des crochets : « {key}: [{node.text}] »."
    return "wrong-type", node.place, f"« {key} » attend une liste", hint


def _is_simple(text: str) -> bool:
    return len(text) < _LONG and not set(text) & set(":[]{}#")
