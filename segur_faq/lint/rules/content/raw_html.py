"""HTML dans un texte

Ce que la règle vérifie
    Aucun texte ne contient de balise ni de commentaire HTML (<br>, <b>, </p>, <!-- … -->), et
    aucun texte hors de « body » n'y contient d'entité (&nbsp;, &eacute;). Une balise citée entre
    accents graves est un exemple, et un mot entre chevrons qui n'est pas une balise, comme <NIL>,
    est un mot à remplacer : ils passent.
Pourquoi
    Le HTML n'est interprété nulle part : le lecteur verrait la balise. Dans « body », le Markdown
    a de quoi mettre en gras et faire des listes ; ailleurs, le texte s'affiche tel quel.
Exemple
    body: |
      Deux étapes :<br><b>la commande</b>, puis le retrait.
À écrire plutôt
    body: |
      Deux étapes : **la commande**, puis le retrait.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.markdown import doubtful_bodies
from segur_faq.lint.plaintext import plain_texts
from segur_faq.lint.spots import place_within

_ELEMENTS = (
    "abbr|audio|b|big|blockquote|br|button|center|colgroup|dd|del|details|dfn|div|dl|dt|em|embed"
    "|fieldset|figcaption|figure|font|h[1-6]|hr|html|i|iframe|img|kbd|li|noscript|ol|p|pre|samp"
    "|script|small|span|strike|strong|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|tr|tt|u|ul"
    "|video|wbr"
)
_WORDS = (
    "a|address|article|aside|body|caption|cite|code|col|footer|form|head|header|input|ins|label"
    "|link|main|mark|meta|nav|object|option|q|s|section|select|source|style|summary|title|var"
)
"""Elements whose name may be a word to replace: alone, without attribute, they are no tags."""
_ATTRIBUTES = r"(?:\s+[a-zA-Z-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s<>]+))"
_TAG = re.compile(
    rf"<(?:{_ELEMENTS}){_ATTRIBUTES}*\s*/?>|<(?:{_WORDS}){_ATTRIBUTES}+\s*/?>|<(?P<word>{_WORDS})>"
    rf"|</(?:{_ELEMENTS}|{_WORDS})\s*>|<(?:BR|HR)\s*/?>|<!--"
)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z][a-zA-Z0-9]{1,30});")

_HINT = "Retirez la balise : le Markdown de « body » suffit, et un autre texte s'affiche tel quel."


def check(reading: Reading) -> Iterator[Finding]:
    for body in doubtful_bodies(reading):
        if "<" not in body.text:
            continue
        for paragraph in body.paragraphs:
            for tag, start, end in _tags(paragraph.plain()):
                first, last = paragraph.offset(start), paragraph.offset(end - 1) + 1
                yield Finding(body.place(first, last), _message(tag), _HINT)
    for _, node in plain_texts(reading):
        text = node.text
        if "<" in text:
            for tag, start, end in _tags(text):
                yield Finding(place_within(reading, node, start, end), _message(tag), _HINT)
        if "&" in text:
            for found in _ENTITY.finditer(text):
                yield Finding(
                    place_within(reading, node, *found.span()),
                    f"« {found[0]} » s'afficherait tel quel",
                    "Écrivez le caractère lui-même.",
                )


def _tags(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the tags of a text, with where they are."""
    for found in _TAG.finditer(text):
        word = found["word"]
        if not word or f"</{word}>" in text:
            yield found[0], *found.span()


def _message(tag: str) -> str:
    return f"« {tag} » s'afficherait tel quel : le HTML n'est interprété nulle part"
