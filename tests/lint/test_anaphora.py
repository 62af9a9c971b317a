"""Words that refer back to a question, and those that only seem to."""

import pytest

from segur_faq.lint.anaphora import refers_back

STANDS_ALONE = """\
Il faut un certificat.
Il ne faut qu'un certificat.
Il n'y a pas de bac à sable.
Il y aura deux fenêtres.
Il existe trois types de BAL.
Il n'existe plus de formulaire.
Il n'en existe qu'un.
Il en faut deux.
Il vous faut une carte.
Il s'agit d'un arrêté.
Il suffit d'un formulaire.
Il est possible de candidater.
Il est possible, depuis 2023, de candidater.
Il n'est pas nécessaire de déposer.
Il est en principe interdit de cumuler.
Il est recommandé que l'éditeur dépose.
Il est créé un répertoire national.
Il peut y avoir deux dossiers.
Il doit y avoir une signature.
Il reste à déposer les preuves.
Il reste deux mois.
Il convient de vérifier.
Il appartient à l'éditeur de vérifier.
Il revient à l'éditeur de vérifier.
Il vaut mieux attendre.
Il est d'usage de joindre la facture.
Il faudra attendre.
Il a fallu deux ans.
Il semble que le dossier soit clos.
Il paraît difficile de conclure.
Il importe peu.
Il manque une pièce.
Il arrive que le dossier soit rejeté.
Il se peut que l'ANS demande une pièce.
C'est le DMP lui-même qui fixe la valeur.
C'est l'ANS qui instruit.
C'est à l'éditeur de commander.
C'est au titulaire de signer.
Ce n'est pas l'éditeur qui signe, mais le client.
Ce sont les ARS qui décident.
C'est Convergence qui reçoit le dossier.
C'est « Mon espace santé » qui l'affiche.
C'est en vague 2 que le test devient obligatoire.
Ce que l'ANS demande est écrit.
Ce qui compte est la date.
Celui qui signe est le titulaire.
Ceux qui ont signé sont financés.
Les deux champs NRU sont facultatifs.
Les deux certificats servent.
Les trois pièces sont demandées.
Oui, si le SGL alimente.
Oui, il faut un certificat.
Non. Il n'y a pas de délai.
Oui, et c'est même nécessaire : formez.
Oui, mais une seule prestation.
Oui, c'est une obligation.
CE est le marquage européen.
SES désigne les services.
CA annuel de plus de 2 M€.
En deux étapes : la commande.
À ce jour, aucun texte.
En ce qui concerne la vague 2, rien.
À défaut de carte, un certificat.
Alors que la vague 1 finit, la vague 2 commence.
Ainsi que le dit l'arrêté, rien.
Dans tous les cas, l'éditeur dépose.
Dès lors que le client signe, la VA part.
Cette FAQ n'est pas officielle.
La carte CPS suffit.
Voir la page de l'ASP.
Comme en vague 1, trois mois.
Si le client signe, oui.
Il est prévu, d'ici la fin de l'année, que la page change.
Il est trop tard pour candidater, et il faut attendre.
Il est interdit par la loi de cumuler.
De plus en plus d'éditeurs.
Selon la taille, deux ou trois.
Pour l'éditeur, rien.
Il n'est plus demandé de facture d'avance.
Il est facultatif de nommer l'opérateur.
Aussi bien l'un que l'autre.
Il y est possible de déposer.
Il faut, dans ce cas, deux cartes.
Il ne suffit pas de signer.
Il n'est pas interdit d'en avoir deux.
Il semble que le dossier soit clos.
À cette adresse : le guichet.
"""

REFERS_BACK = """\
Il est obligatoire depuis 2021.
Il doit être signé.
Il dépend de la taille.
Il n'est pas accepté.
Elle expire au bout de trois ans.
Elles sont facultatives.
Ils sont demandés.
Il se demande en ligne.
Il vérifie la signature.
Il est signé par le client.
Cela dépend de la vague.
Ça dépend.
Ceci est interdit.
Ce dernier signe.
Ce document est demandé.
Cette attestation suffit.
Ces pièces sont demandées.
Cet arrêté est abrogé.
Celui-ci doit signer.
Celle du bon de commande.
C'est obligatoire.
C'est une obligation.
C'est un document qui décrit.
C'était possible en vague 1.
Ce n'est pas obligatoire.
Ce sont deux choses différentes.
Les deux sont possibles.
Les deux.
Les deux, selon le cas.
Dans ce cas, écrivez.
Dans ces conditions, rien.
Pour cela, écrivez à l'ANS.
À cet effet, l'éditeur dépose.
De ce fait, rien.
Par conséquent, rien.
Donc non.
Sinon, écrivez.
En effet, oui.
Mais si.
Et pour la vague 2, rien.
Ainsi, le client signe.
Alors, écrivez.
Aussi, signez.
Son montant est de 3000 €.
Sa durée est d'un an.
Leur dépôt est libre.
Oui, elle est obligatoire.
Non, il n'est pas signé.
Oui. Ils le sont.
Non, celui-ci suffit.
Même réponse que pour la vague 1.
Voir ci-dessus.
Avec lui, rien.
Selon elle, oui.
Toutefois, rien.
Idem.
Il est gratuit.
À défaut, écrivez.
Dans les deux cas, oui.
Il revient en septembre.
Elle-même signe.
Dès lors, rien.
Il est obligatoire pour les logiciels de ville.
Il l'est.
Il en contient deux.
Il y figure.
"""


@pytest.mark.parametrize("text", STANDS_ALONE.splitlines())
def test_a_text_that_names_what_it_is_about_stands_alone(text: str) -> None:
    assert refers_back(text) is None


@pytest.mark.parametrize("text", REFERS_BACK.splitlines())
def test_a_text_that_begins_with_a_pronoun_does_not(text: str) -> None:
    assert refers_back(text) is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  Elle expire.", "Elle"),
        ("Non.\u00a0Celle-ci expire.", "Celle-ci"),
        ("Œuvre.", None),
        ("Ce  dernier\nsigne.", "Ce  dernier"),
        ("« Elle »", None),
        ("", None),
        ("Cet œuf éclot.", "Cet œuf"),
    ],
)
def test_the_words_are_where_they_are_written(text: str, words: str | None) -> None:
    found = refers_back(text)
    assert (text[slice(*found)] if found else None) == words
