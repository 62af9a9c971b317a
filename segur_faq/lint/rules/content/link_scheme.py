"""Adresse mal formée, ou qui ne s'ouvre pas

Ce que la règle vérifie
    Une adresse commence par http://, https:// ou mailto:, nomme un site entier, et n'a ni espace,
    ni identifiant ou jeton de connexion, ni crochet ou parenthèse sans son pendant, ni
    ponctuation de phrase à la fin. Sont lus les « url », les liens de « body » et les adresses
    écrites dans les textes. Un modèle d'adresse à compléter, comme https://{serveur}/fhir, peut
    figurer dans un texte, pas dans un lien.
Pourquoi
    Seules ces adresses deviennent des liens : une autre resterait lettre morte. Un mot de passe
    ou un jeton dans une adresse serait publié avec elle.
Exemple
    links:
      - {title: Le guide, url: "https:/exemple.fr/guide"}
      - {title: Le dépôt, url: "https://alice:secret@exemple.fr/depot"}
À écrire plutôt
    links:
      - {title: Le guide, url: https://exemple.fr/guide}
      - {title: Le dépôt, url: https://exemple.fr/depot}
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.literals import CODE
from segur_faq.lint.passages import passages
from segur_faq.lint.url_form import fault_of
from segur_faq.lint.urls import addresses
from segur_faq.text import REPLACEMENT

_CUT = re.compile(r"https?[ \u00a0]:[ \u00a0]?//")


def check(reading: Reading) -> Iterator[Finding]:
    for address in addresses(reading):
        fault = fault_of(address.text, address.is_link)
        if fault and REPLACEMENT not in address.text:  # reading has reported it
            yield Finding(address.place(reading), fault.message, fault.hint)
    for passage in passages(reading, traces=("https :", "http :", "https\u00a0:", "http\u00a0:")):
        for cut in _CUT.finditer(passage.text):
            if CODE not in passage.bare[cut.start() : cut.end()]:
                yield Finding(
                    passage.place(*cut.span()),
                    "une espace coupe cette adresse",
                    "Retirez l'espace.",
                )
