"""The repair that takes an item out of a list, with its comma or its line."""

from segur_faq.corpus.nodes import Node, Scalar, Sequence
from segur_faq.corpus.problem import Edit, Fix, Place

_LABEL = "Retirer cet élément de la liste"


def removal(items: Node | None, item: Node) -> Fix | None:
    """Give the repair; none where a comment, a line or the whole key would have to go too.

    The item after another goes with the comma before it: nothing else of the list moves.
    """
    if not isinstance(items, Sequence) or not isinstance(item, Scalar):
        return None
    number = next((n for n, other in enumerate(items.items) if other is item), 0)
    if number == 0:
        return None
    before, here = items.items[number - 1].place, item.place
    if before.end_line != here.line or here.line != here.end_line:
        return None
    place = Place(here.file, before.end_line, before.end_column, here.line, here.end_column)
    return Fix(_LABEL, (Edit(place, ""),))
