"""Groupe qui porte un nom déjà pris

Ce que la règle vérifie
    Un groupe ne porte ni le nom d'une option d'un niveau dont il réunit les options, ni le mot
    réservé « all ».
Pourquoi
    Dans une condition, l'identifiant d'une option passe avant le nom d'un groupe : le groupe ne
    servirait jamais, et la réponse ne vaudrait que pour cette option.
Exemple
    # « officine » est aussi une option du niveau couloir
    groups:
      officine: {couloir: [officine, biologie]}
À écrire plutôt
    groups:
      ville: {couloir: [officine, biologie]}
"""

from collections.abc import Iterator

from segur_faq.corpus.model import ALL
from segur_faq.corpus.nodes import Mapping
from segur_faq.corpus.reading import Reading
from segur_faq.lint.conditions import groups
from segur_faq.lint.finding import Finding


def check(reading: Reading) -> Iterator[Finding]:
    options = {(level.id, option.value.id): option for level, option in reading.options}
    for name, condition in groups(reading):
        if name.text == ALL:
            yield Finding(
                name.place,
                f"« {ALL} » est un mot réservé, qui veut dire « toutes les options »",
                "Donnez à ce groupe un autre nom.",
            )
            continue
        for level in condition.pairs if isinstance(condition, Mapping) else ():
            option = options.get((level, name.text))
            if option is not None:
                yield Finding(
                    name.place,
                    f"« {name.text} » est déjà une option du niveau « {level} », "
                    f"à {option.head()} : elle passerait avant ce groupe",
                    "Donnez à ce groupe un autre nom, et corrigez les conditions qui le citent.",
                )
                break
