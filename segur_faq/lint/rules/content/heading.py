"""Titre dans le corps d'une réponse

Ce que la règle vérifie
    Aucune ligne de « body » n'est un titre Markdown : ni « # Titre », ni « Titre » souligné par
    une ligne de « = » ou de « - ».
Pourquoi
    La question est le titre de la réponse. Un corps qui demande des titres est trop long :
    coupez-le en deux réponses, ou ouvrez les paragraphes par quelques mots en gras.
Exemple
    body: |
      ## Délais
      Comptez une semaine.
À écrire plutôt
    body: |
      **Délais.** Comptez une semaine.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.markdown import doubtful_bodies

_MARK = re.compile(r"#{1,6}(?!\S)")
_GLUED = re.compile(r"(?:^|(?<=\n)) {0,3}(##+)(?=[^\W\d_])")

_HINT = "Retirez la marque de titre ; au besoin, ouvrez le paragraphe par quelques mots en gras."


def check(reading: Reading) -> Iterator[Finding]:
    for body in doubtful_bodies(reading):
        if "#" not in body.text and "\n" not in body.text:
            continue
        for token in body.tokens:
            if token.type == "heading_open":
                start = body.line_start(token.map[0])
                line = body.line(token.map[0])
                if token.markup[0] == "#":
                    found = _MARK.search(line)
                    begin, end = found.span() if found else (0, len(line))
                    message = "« body » n'a pas de titres"
                else:
                    start = body.line_start(token.map[1] - 1)
                    line = body.line(token.map[1] - 1)
                    begin, end = len(line) - len(line.lstrip()), len(line.rstrip())
                    message = "cette ligne fait un titre de celle qui précède"
                yield Finding(body.place(start + begin, start + end), message, _HINT)
        for paragraph in body.paragraphs:
            for found in _GLUED.finditer(paragraph.plain()):
                place = body.place(paragraph.offset(found.start(1)), paragraph.offset(found.end(1)))
                yield Finding(place, "« body » n'a pas de titres", _HINT)
