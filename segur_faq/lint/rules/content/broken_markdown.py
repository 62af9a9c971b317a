"""Markdown cassé

Ce que la règle vérifie
    Dans « body », toute marque de Markdown a un effet : les étoiles et les accents graves vont par
    paires et touchent leurs mots, un lien a son adresse entre parenthèses, chaque élément d'une
    liste a sa marque, suivie d'une espace, un bloc de code est fermé. Une étoile de note (RGS*), un
    intervalle ([0 ; 1]) et une référence en capitales entre crochets ([INS4]) passent ; d'autres
    crochets à lire tels quels s'écrivent \\[ et \\].
Pourquoi
    Une marque sans effet s'affiche telle quelle, et ce qu'elle devait produire manque : le lecteur
    voit des étoiles, ou une adresse qui ne s'ouvre pas.
Exemple
    body: |
      **Deux étapes : la commande, puis le [retrait].
      -la commande se fait en ligne ;
À écrire plutôt
    body: |
      **Deux étapes** : la commande, puis le [retrait](https://exemple.fr/retrait).
      - la commande se fait en ligne ;
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Fix, Place
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.loose import Loose, backticks, brackets, list_marks, stars
from segur_faq.lint.markdown import Body, Paragraph, doubtful_bodies
from segur_faq.lint.spots import replacement

_LABEL = re.compile(r"\[([^\[\]]+)\]")
_STRUCK = re.compile(r"(?<!~)~~(?=[^\s~])[^~]+~~(?!~)")
_ITEM = re.compile(r"(?:^|\n)( *)([-*+]|\d+[.)]) +\Z")
_MARKED = re.compile(r" *(?:[-+•◦▪●–—]|\*(?!\*)|\d+[.)])")  # `list_marks` reports it
_ABOVE_A_LIST = re.compile(
    r":[ \u00a0]*\n\n *(?P<line>(?! *(?:[-+>•◦▪●–—]|\*(?!\*)|\d+[.)])|    )[^\n]+[;.])"
    r"\n *(?:[-*+]|\d+[.)]) "
)
_PROSE = re.compile(
    r"\*\*|^ *(?:[-*+]|\d+[.)]) |^[^{}<>=$;]*\w+ \w+ \w+ \w+[^{}<>=$]*$", re.MULTILINE
)


def check(reading: Reading) -> Iterator[Finding]:
    for body in doubtful_bodies(reading):
        for paragraph in body.paragraphs:
            for find in (stars, backticks, brackets, list_marks):
                yield from (_finding(body, paragraph, loose) for loose in find(paragraph))
            yield from _struck_through(body, paragraph)
            yield from _unmarked(body, paragraph)
        yield from _first_unmarked(body)
        yield from _blocks(body)
        yield from _unused_definitions(body)


def _finding(body: Body, paragraph: Paragraph, loose: Loose) -> Finding:
    start = paragraph.offset(loose.start)
    end = paragraph.offset(loose.end - 1) + 1
    fix: Fix | None = None
    if loose.repaired:
        label = "Rétablir le Markdown"
        fix = replacement(body.reading, body.scalar, start, end, loose.repaired, label)
    return Finding(body.place(start, end), loose.message, loose.hint, fix)


def _struck_through(body: Body, paragraph: Paragraph) -> Iterator[Finding]:
    for found in _STRUCK.finditer(paragraph.plain()):
        yield Finding(
            body.place(paragraph.offset(found.start()), paragraph.offset(found.end() - 1) + 1),
            "ces tildes s'afficheraient tels quels : ils ne barrent pas le texte",
            "Retirez le passage périmé, ou les tildes.",
        )


def _unmarked(body: Body, paragraph: Paragraph) -> Iterator[Finding]:
    """Report the lines below an item, as far to the left as its mark, that begin a sentence.

    The mark of a list was lost there: readers see the line at the end of the item before.
    """
    mark = _ITEM.search(paragraph.before)
    if mark is None:
        return
    lines = paragraph.text.split("\n")
    for number, line in enumerate(lines):
        start = paragraph.starts[number] + len(line) - len(line.lstrip())
        indent = start - (body.text.rfind("\n", 0, start) + 1)
        is_below_an_end = number > 0 and lines[number - 1].rstrip().endswith((".", ";"))
        if is_below_an_end and indent <= len(mark[1]) and not _MARKED.match(line):
            yield Finding(
                body.place(start, start + len(line.strip())),
                "cette ligne n'a pas de marque de liste : elle suit l'élément d'avant",
                f"Commencez-la par « {mark[2]} », ou laissez une ligne vide avant elle.",
            )


def _first_unmarked(body: Body) -> Iterator[Finding]:
    """Report a line that a colon announces, right above a list: it was the first of its items."""
    for line in _ABOVE_A_LIST.finditer(body.text):
        yield Finding(
            body.place(*line.span("line")),
            "cette ligne n'a pas de marque de liste, et la liste commence en dessous",
            "Commencez-la comme les autres, ou laissez une ligne vide après elle.",
        )


def _blocks(body: Body) -> Iterator[Finding]:
    """Report the blocks of code that are none, or do not end."""
    for token in body.tokens:
        if token.type == "fence" and not _is_closed(body, token.map[1] - 1, token.markup):
            yield Finding(
                _place_of_line(body, token.map[0]),
                "ce bloc de code n'est jamais refermé",
                f"Ajoutez une ligne « {token.markup} » après le code.",
            )
        elif token.type == "code_block" and _PROSE.search(token.content):
            yield Finding(
                _place_of_line(body, token.map[0]),
                "quatre espaces devant une ligne en font du code : ses marques s'affichent",
                "Alignez cette ligne sur les autres ; du code s'écrit entre deux lignes ```.",
            )


def _is_closed(body: Body, last: int, mark: str) -> bool:
    line = body.line(last).lstrip(" >").rstrip()
    return len(line) >= len(mark) and not line.strip(mark[0])


def _unused_definitions(body: Body) -> Iterator[Finding]:
    """Report the definitions of links that no link uses: they would not be shown."""
    definitions = list(body.definitions)
    if not definitions:
        return
    defined = {number for _, number in definitions}
    lines = enumerate(body.text.strip().split("\n"))
    rest = "\n".join(line for number, line in lines if number not in defined)
    used = {" ".join(label.upper().split()) for label in _LABEL.findall(rest)}
    for label, number in definitions:
        if label.upper() not in used:
            yield Finding(
                _place_of_line(body, number),
                "aucun lien n'utilise cette adresse : elle ne s'affichera pas",
                "Mettez-la dans « links », ou dans un lien : [texte](https://…).",
            )


def _place_of_line(body: Body, number: int) -> Place:
    line = body.line(number)
    start = body.line_start(number)
    return body.place(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
