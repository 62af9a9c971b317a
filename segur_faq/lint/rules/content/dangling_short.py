"""Réponse courte qui ne se lit pas seule

Ce que la règle vérifie
    « short » ne commence pas par un mot qui renvoie à ce qui précède : un pronom (« Il »,
    « Elle », « Cela », « Celui-ci »), un démonstratif ou un possessif (« Ce document », « Son
    montant »), une liaison (« Dans ce cas », « Donc », « Mais »). Les tournures impersonnelles
    (« Il faut », « Il existe », « Il est possible de ») et « C'est le … qui » passent, comme
    « Oui » et « Non » ; un pronom aussitôt après eux renvoie encore à la question.
Pourquoi
    La réponse courte s'affiche aussi sans sa question : dans une recherche, dans un courriel, par
    « segur-faq show --field short ». Le lecteur doit savoir de quoi elle parle.
Exemple
    short: Elle se demande en ligne, puis se retire au guichet.
À écrire plutôt
    short: La carte se demande en ligne, puis se retire au guichet.
"""

from collections.abc import Iterator

from segur_faq.corpus.nodes import Mapping, Scalar
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.anaphora import refers_back
from segur_faq.lint.finding import Finding
from segur_faq.lint.spots import place_within

SEVERITY = Severity.WARNING


def check(reading: Reading) -> Iterator[Finding]:
    for entry in reading.answers:
        short = entry.node.get("short") if isinstance(entry.node, Mapping) else None
        if not isinstance(short, Scalar):
            continue
        found = refers_back(short.text)
        if found:
            start, end = found
            words = " ".join(short.text[start:end].split())
            yield Finding(
                place_within(reading, short, start, end),
                f"« {words} » renvoie à ce qui précède : cette réponse ne se lit pas seule",
                "Nommez la chose : la réponse courte s'affiche aussi sans sa question.",
            )
