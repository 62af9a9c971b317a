"""Image dans le corps d'une réponse

Ce que la règle vérifie
    « body » ne contient pas d'image : « ![texte](adresse) ».
Pourquoi
    Un terminal n'affiche pas d'image, et la réponse se lit hors ligne : le lecteur n'en verrait
    que le texte de remplacement. Donnez la page qui la montre parmi les liens.
Exemple
    body: |
      ![Le plan d'accès](https://exemple.fr/plan.png)
À écrire plutôt
    links: [{title: Plan d'accès, url: https://exemple.fr/plan.png}]
"""

from collections.abc import Iterator

from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.markdown import doubtful_bodies


def check(reading: Reading) -> Iterator[Finding]:
    for body in doubtful_bodies(reading):
        if "![" not in body.text:
            continue
        for paragraph in body.paragraphs:
            for token, start, end in paragraph.pieces:
                if token.type == "image":
                    yield Finding(
                        body.place(paragraph.offset(start), paragraph.offset(end - 1) + 1),
                        "« body » n'a pas d'images",
                        "Dites en mots ce qu'elle montre, et mettez son adresse dans « links ».",
                    )
