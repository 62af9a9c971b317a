"""Markdown dans un texte qui s'affiche tel quel

Ce que la règle vérifie
    Le Markdown ne sert que dans « body ». Les autres textes (« question », « short », « caveat »,
    libellés, titres des liens, glossaire …) n'ont ni **gras**, ni `code`, ni [lien](adresse), et ne
    commencent pas par une marque de titre, de liste ou de citation.
Pourquoi
    Ces textes s'affichent tels qu'ils sont écrits : le lecteur verrait les étoiles et les crochets.
Exemple
    short: Oui, **avant** le dépôt ; voir [le guide](https://exemple.fr/guide).
À écrire plutôt
    short: Oui, avant le dépôt.
    links: [{title: Le guide, url: https://exemple.fr/guide}]
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.plaintext import plain_texts
from segur_faq.lint.spots import place_within

SEVERITY = Severity.WARNING

_MARKUP = re.compile(
    r"(?<![\w*])\*\*(?=[^*\s])[^*]*[^*\s]\*\*(?!\*)"
    r"|(?<![\w*])\*\*(?=\w)"
    r"|(?<!`)(`+)[^`\n]+\1(?!`)"
    r"|!?\[[^\[\]]*\]\([^()\s]*\)|\[[^\[\]]+\]\s?\((?:https?:|mailto:|www\.)[^()\s]*\)"
    r"|\A(?:[-*+]|#{1,6}|>)[ \n](?=\S)"
)


def check(reading: Reading) -> Iterator[Finding]:
    for key, node in plain_texts(reading):
        text = node.text
        if "*" in text or "`" in text or "](" in text or "] (" in text or text[0] in "-+#>":
            for found in _MARKUP.finditer(text):
                yield Finding(
                    place_within(reading, node, *found.span()),
                    f"« {key} » s'affiche tel quel : ce Markdown n'y a pas de sens",
                    "Retirez les marques, ou mettez ce passage dans « body » ; une adresse va dans "
                    "« links ».",
                )
