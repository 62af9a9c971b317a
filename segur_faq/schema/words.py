"""What an editor says of each key of a corpus: a sentence for hover, and an example."""

from typing import NamedTuple


class Word(NamedTuple):
    """What a key is for, in French, and how it is written."""

    text: str
    example: str = ""


TITLES = {
    "answers": "réponses",
    "cascade": "cascade",
    "sources": "sources",
    "glossary": "glossaire",
}
"""Kind of file -> what an editor calls it, after the corpus's own title."""

FORMAT = Word("La version de la forme de ces fichiers : toujours 1.", "format: 1")

FILES = {
    "answers": Word("Les réponses d'un sujet, un tiret devant chacune."),
    "levels": Word("Les questions posées, dans leur ordre. Chacune est un niveau de la cascade."),
    "title": Word("Le nom de la FAQ.", "title: FAQ de la médiathèque"),
    "contact": Word(
        "L'identifiant de la réponse qui dit à qui s'adresser, proposée à qui n'a pas trouvé.",
        "contact: nous-joindre",
    ),
    "groups": Word(
        "Des ensembles d'options qui ont un nom, à citer à la place de leurs options. "
        "Une option nouvelle n'y entre pas d'elle-même.",
        "groups:\n  audiovisuel: {support: [disque, jeu]}",
    ),
    "gaps": Word(
        "Les endroits sans réponse à dessein : « segur-faq coverage » ne les compte plus parmi "
        "les trous.",
        "gaps:\n  - where: {public: [adulte], rayon: [album]}\n"
        "    reason: Les albums ne se prêtent pas aux adultes.",
    ),
    "sources": Word("Les pages sur lesquelles les réponses reposent, une fois chacune."),
    "terms": Word("Les sigles et les mots à expliquer."),
}

ANSWER = {
    "id": Word(
        "L'identifiant de la réponse, cité dans des scripts et des courriels : il ne change plus. "
        "Des minuscules sans accent, des chiffres, un tiret entre les mots ; ni date, ni chiffre "
        "qui puisse changer. Pour le changer quand même, mettez l'ancien dans former_ids.",
        "id: emprunt-duree",
    ),
    "question": Word(
        "La question, telle qu'un lecteur la pose, avec son point d'interrogation.",
        "question: Combien de temps puis-je garder ce que j'emprunte ?",
    ),
    "applies": Word(
        "À quoi la réponse s'applique : pour chaque niveau, les options sous lesquelles un lecteur "
        "s'attend à la trouver. Il faut l'un ET l'autre niveau, l'une OU l'autre option. Tous les "
        "niveaux qui se posent sont dits ; « all » signifie « quelle que soit l'option ».",
        "applies:\n  public: all\n  support: [livre, disque]",
    ),
    "except": Word(
        "Là où la réponse ne vaut pas, bien que « applies » le dise : une condition, ou une liste "
        "de conditions. Une condition retire ce qui remplit tous ses niveaux à la fois ; « all » "
        "ne s'y emploie pas.",
        "except: {public: [jeunesse], support: [jeu]}",
    ),
    "short": Word(
        "La réponse elle-même, en une ou deux phrases qui se suffisent. Commencez par le verdict.",
        "short: Trois semaines, prolongeables une fois.",
    ),
    "body": Word(
        "Ce qu'il faut pour agir : conditions, étapes, exceptions. Markdown simple (paragraphes, "
        "listes, gras, liens), sans titre, tableau ni HTML.",
        "body: |\n  - trois semaines pour un prêt ;\n  - une de plus s'il est prolongé.",
    ),
    "follow_up": Word(
        "La question par laquelle la réponse finit, quand ce qu'il faut faire dépend d'un fait que "
        "le lecteur connaît et que les niveaux ne demandent pas. Chaque option dit ce qui vaut "
        "(text), demande encore (follow_up) ou mène à une autre réponse (answer).",
        "follow_up:\n  id: carte\n  question: Avez-vous une carte ?\n  options:\n"
        "    - {id: oui, label: Oui, text: Présentez-la.}\n"
        "    - {id: non, label: Non, answer: inscription}",
    ),
    "links": Word(
        "Des pages utiles à ouvrir depuis la réponse.",
        'links: [{title: Le règlement, url: "https://mediatheque.example/reglement"}]',
    ),
    "caveat": Word(
        "Ce qui est incertain, dit simplement au lecteur.",
        "caveat: La source ne dit pas ce qu'il en est des nouveautés.",
    ),
    "sources": Word(
        "Les pages d'où vient la réponse, chacune avec le jour où elle a été lue.",
        "sources: [{ref: reglement, read_on: 2026-01-15}]",
    ),
    "found_by": Word(
        "D'autres façons de chercher cette réponse, surtout avec d'autres mots que les siens.",
        "found_by: [durée du prêt, garder un livre plus longtemps]",
    ),
    "see_also": Word(
        "Les identifiants des réponses que l'on voudra lire ensuite.", "see_also: [retard-penalite]"
    ),
    "former_ids": Word(
        "Les identifiants que cette réponse a portés : « segur-faq show » les connaît toujours.",
        "former_ids: [duree-du-pret]",
    ),
    "lint": Word(
        "Les règles de « segur-faq lint » qui ne valent pas pour cette réponse, et pourquoi. Les "
        "fautes d'écriture du fichier et les renvois dans le vide ne s'ignorent pas.",
        'lint: {ignore: [doubled-word], reason: "« nous nous » est voulu ici"}',
    ),
}

FOLLOW_UP = {
    "id": Word(
        "Le nom de la question sur la ligne de commande : question=option. Ce n'est pas celui d'un "
        "niveau.",
        "id: carte",
    ),
    "question": Word("La question posée.", "question: Avez-vous une carte ?"),
    "help": Word(
        "Comment le savoir, montré sous la question.", "help: Elle porte un numéro à huit chiffres."
    ),
    "options": Word(
        "Les cas que la source distingue, dans l'ordre montré ; deux au moins.",
        "options:\n  - {id: oui, label: Oui, text: Présentez-la.}\n"
        "  - {id: non, label: Non, answer: inscription}",
    ),
}

FOLLOW_UP_OPTION = {
    "id": Word("Le nom de l'option sur la ligne de commande. Il ne change plus.", "id: sans"),
    "label": Word("Le cas, tel que le lecteur le voit.", "label: Sans carte"),
    "aliases": Word("Les autres noms sous lesquels on choisit l'option.", "aliases: [perdue]"),
    "text": Word(
        "Ce qui vaut dans ce cas, en une à trois phrases. Suffit, ou accompagne « answer » ou "
        "« follow_up ».",
        "text: Présentez-la à l'accueil.",
    ),
    "follow_up": Word("La question suivante, s'il en faut une ; pas avec « answer »."),
    "answer": Word(
        "L'identifiant de la réponse à lire dans ce cas ; pas avec « follow_up ».",
        "answer: inscription",
    ),
}

LINT = {
    "ignore": Word(
        "Les codes des règles qui se taisent dans cette réponse. Le code est dans chaque "
        "signalement ; « segur-faq lint --list-rules » les donne tous.",
        "ignore: [doubled-word]",
    ),
    "reason": Word(
        "Pourquoi la règle ne vaut pas ici, pour qui relira.",
        "reason: « nous nous » est voulu ici",
    ),
}

LINK = {
    "title": Word("Ce que le lecteur trouvera au bout du lien.", "title: Le règlement"),
    "url": Word(
        "L'adresse complète : elle commence par https://, http:// ou mailto:.",
        "url: https://mediatheque.example/reglement",
    ),
}

CITATION = {
    "ref": Word("L'identifiant d'une source de sources.yaml.", "ref: reglement"),
    "read_on": Word(
        "Le jour où la page a été lue pour cette réponse, en année-mois-jour.",
        "read_on: 2026-01-15",
    ),
}

LEVEL = {
    "id": Word(
        "Le nom du niveau sur la ligne de commande : niveau=option. Il ne change plus.",
        "id: support",
    ),
    "name": Word("Le nom du niveau pour le lecteur ; sans lui, c'est « id ».", "name: Support"),
    "question": Word("La question posée.", "question: Votre question concerne quel support ?"),
    "help": Word(
        "De quoi choisir, montré sous la question et avec « Je ne sais pas ».",
        "help: Le support est écrit sur l'étiquette.",
    ),
    "general": Word(
        "Le titre des réponses qui valent pour toutes les options du niveau.",
        "general: Valables pour tous les supports",
    ),
    "under": Word(
        "Le niveau n'existe que sous ces options de niveaux placés plus haut.",
        "under: {support: [livre]}",
    ),
    "asked": Word(
        "false (non) : le niveau filtre (niveau=option) et s'affiche, mais la question n'est "
        "jamais posée. Sans cette clé, elle l'est.",
        "asked: false",
    ),
    "options": Word(
        "Les choix proposés, dans l'ordre montré.",
        "options:\n  - {id: livre, label: Livres}\n  - {id: disque, label: Disques}",
    ),
}

OPTION = {
    "id": Word(
        "Le nom de l'option sur la ligne de commande et dans les réponses. Il ne change plus ; "
        "entre guillemets si c'est un nombre.",
        "id: livre",
    ),
    "label": Word("Le nom officiel, tel que le lecteur le voit.", "label: Livres et revues"),
    "short_label": Word("Le même, plus court, pour les rappels.", "short_label: Livres"),
    "aliases": Word(
        "Les autres noms sous lesquels on cherche l'option.", "aliases: [bouquin, roman]"
    ),
    "under": Word(
        "L'option n'existe que sous ces options de niveaux placés plus haut.",
        "under: {public: [jeunesse]}",
    ),
    "family": Word(
        "Le titre qui réunit des options voisines ; elles se suivent dans le fichier.",
        "family: Audiovisuel et jeux",
    ),
    "help": Word(
        "De quoi reconnaître l'option, montré avec elle.", "help: Sauf les bandes dessinées."
    ),
}

GAP = {
    "where": Word(
        "L'endroit : une ou plusieurs options par niveau.",
        "where: {public: [adulte], rayon: [album]}",
    ),
    "reason": Word(
        "Pourquoi il n'y a pas de réponse là.",
        "reason: Les albums ne se prêtent pas aux adultes.",
    ),
}

SOURCE = {
    "id": Word("L'identifiant que les réponses citent (ref).", "id: reglement"),
    "title": Word("Le titre de la page ou du document.", "title: Règlement du prêt"),
    "publisher": Word("Qui le publie.", "publisher: Médiathèque"),
    "kind": Word("official pour un organisme public, secondary pour le reste.", "kind: official"),
    "url": Word(
        "L'adresse complète de la page, qui commence par https:// ou http://.",
        "url: https://mediatheque.example/reglement",
    ),
    "read_on": Word(
        "Le jour où la page a été lue pour la dernière fois, en année-mois-jour.",
        "read_on: 2026-01-15",
    ),
    "dated": Word(
        "La date que la page porte elle-même (publication ou mise à jour), si elle en porte une, "
        "en année-mois-jour.",
        "dated: 2025-09-01",
    ),
}

KINDS = {
    "official": "La page d'un organisme public.",
    "secondary": "Toute autre page : le lecteur en est prévenu.",
}

TERM = {
    "term": Word("Le sigle ou le mot, écrit comme dans les réponses.", "term: BD"),
    "expansion": Word("Ce que le sigle veut dire, en toutes lettres.", "expansion: Bande dessinée"),
    "definition": Word(
        "Une phrase d'explication.", "definition: Un récit en images, en un ou plusieurs volumes."
    ),
    "synonyms": Word(
        "Les autres façons de le dire : la recherche les prend pour le même mot.",
        "synonyms: [bédé]",
    ),
}

ALL_OPTIONS = "Quelle que soit l'option, même celles qui viendront."
