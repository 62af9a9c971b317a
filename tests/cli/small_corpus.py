"""A corpus of nine answers with a little of everything, for the tests of what a user sees.

Its options are made to be mistaken for one another: « Biologie » stands before « Hôpital », and no
letter of the ones with accents is spared.
"""

from pathlib import Path

from segur_faq.text import typeset

CASCADE = """\
format: 1
title: Un petit corpus
contact: mssante-bal
levels:
  - id: offre
    name: Type d'offre
    question: Votre question concerne quel type d'offre ?
    general: Valables pour tous les types d'offre
    options:
      - {id: segur, label: Ségur du numérique en santé, short_label: Ségur, aliases: [SONS]}
      - {id: labels, label: Labels e-santé, aliases: [MSP]}
  - id: couloir
    name: Couloir
    question: Votre question concerne quel couloir ?
    help: Le couloir dépend de qui utilise le logiciel.
    general: Valables pour tous les couloirs
    under: {offre: [segur]}
    options:
      - {id: biologie, label: Biologie médicale, aliases: [LBM, laboratoire]}
      - {id: hopital, label: Hôpital, aliases: [ES, GHT]}
      - {id: ecole, label: École de façade, aliases: [garçon]}
      - {id: coeur, label: Cœur et vaisseaux}
      - {id: imagerie, label: Imagerie, aliases: [radiologie, RAD], help: Radiologues surtout.}
  - id: produit
    name: Produit ou service
    question: Votre question concerne quel produit ou service ?
    help: Choisissez ce que votre question nomme.
    options:
      - {id: dmp, label: DMP, aliases: [dossier médical partagé], family: Services socles}
      - {id: mssante, label: MSSanté, aliases: [messagerie], family: Services socles}
      - id: psc
        label: Pro Santé Connect, Espace de Confiance et Proxy e-Santé
        short_label: PSC
        family: Services socles
      - {id: cartes, label: Cartes e-CPS et CPS, family: Moyens d'identification}
  - id: vague
    name: Vague
    question: Quelle vague ?
    asked: false
    options:
      - {id: "1", label: Vague 1}
      - {id: "2", label: Vague 2}
"""

SOURCES = """\
format: 1
sources:
  - id: page-officielle
    title: Une page officielle
    publisher: ANS
    kind: official
    url: https://exemple.fr/page?f[0]=theme:591&f[1]=theme:2619
    read_on: 2026-11-22
    dated: 2026-02-16
  - id: oui-dire
    title: Un site qui en parle
    publisher: Quelqu'un
    kind: secondary
    url: https://ailleurs.example/article
    read_on: 2026-11-20
"""

GLOSSARY = """\
format: 1
terms:
  - {term: CPS, expansion: Carte de Professionnel de Santé}
  - {term: e-CPS, expansion: Carte CPS dématérialisée}
  - {term: DMP, expansion: Dossier Médical Partagé, definition: Un carnet de santé numérique.}
  - {term: BAL, expansion: Boîte aux lettres, synonyms: [boîte mail]}
"""

ANSWERS = """\
format: 1
answers:
  - id: dmp-alimentation
    question: Comment alimenter le DMP ?
    applies: {offre: [segur], couloir: all, produit: [dmp], vague: all}
    short: Par une API, ou par une transaction TD2.
    body: |
      Deux voies sont **possibles** :

      - l'API ;
      - la transaction, qui demande
        - un certificat ;
        - une *carte*.

      Puis, dans l'ordre :

      3. lisez [le guide](https://exemple.fr/guide) ;
      4. écrivez à <contact@exemple.fr>.

      Le code est `TD2`, ou <https://exemple.fr/td2>.

      ```
      POST /dmp
        corps
      ```
    links:
      - {title: Le guide, url: https://exemple.fr/guide}
    sources:
      - {ref: page-officielle, read_on: 2026-11-22}
    found_by: [alimenter DMP, API DMP]
    see_also: [dmp-imagerie, mssante-bal]

  - id: dmp-imagerie
    question: Le RIS doit-il alimenter le DMP par Pro Santé Connect ?
    applies: {offre: [segur], couloir: [imagerie], produit: [dmp, psc], vague: all}
    short: Oui, c'est une obligation.
    caveat: La réponse d'origine ne dit pas quelle vague elle vise.
    sources:
      - {ref: page-officielle, read_on: 2026-11-22}
    found_by: [RIS et DMP]
    lint: {ignore: [unknown-acronym], reason: Un corpus d'essai n'explique pas tout.}
    see_also: [dmp-alimentation]

  - id: dmp-hopital
    question: À l'hôpital, qui alimente le DMP ?
    applies: {offre: [segur], couloir: [hopital], produit: [dmp], vague: ["2"]}
    short: Le DPI, ou la plateforme d'intermédiation.
    sources:
      - {ref: oui-dire, read_on: 2026-11-20}
    found_by: [DMP à l'hôpital]
    lint: {ignore: [unknown-acronym, secondary-only], reason: Un corpus d'essai.}
    former_ids: [dmp-etablissement]

  - id: mssante-bal
    question: Quels types de BAL MSSanté existent ?
    applies: {offre: [segur, labels], couloir: all, produit: [mssante], vague: all}
    short: "Trois : nominative, organisationnelle, applicative."
    body: |
      Une BAL est une boîte aux lettres.
    links:
      - title: Tout savoir sur les boîtes aux lettres
        url: https://exemple.fr/sites/Commandos/Documents%20partages/Chantier/fiche-pratique---tout-savoir-sur-les-boites-aux-lettres.pdf?CT=1686123177579&OR=ItemsView
    sources:
      - {ref: page-officielle, read_on: 2026-11-22}
      - {ref: oui-dire, read_on: 2026-11-20}
    found_by: [types de BAL]

  - id: mssante-biologie
    question: Le laboratoire envoie-t-il ses comptes rendus par MSSanté ?
    applies: {offre: [segur], couloir: [biologie], produit: [mssante], vague: all}
    short: Oui, au prescripteur et au patient.
    sources:
      - {ref: page-officielle, read_on: 2026-11-22}
    found_by: [compte rendu de biologie]
    see_also: [mssante-bal]

  - id: mssante-hopital
    question: L'hôpital a-t-il une BAL par service ?
    applies: {offre: [segur], couloir: [hopital], produit: [mssante], vague: all}
    short: Oui, organisationnelle.
    sources:
      - {ref: page-officielle, read_on: 2026-11-22}
    found_by: [BAL de service]

  - id: cartes-couloirs
    question: Une e-CPS suffit-elle pour se connecter ?
    applies: {offre: [segur], couloir: [ecole, coeur, imagerie], produit: [cartes, psc], vague: all}
    except: {couloir: [imagerie], produit: [psc]}
    short: Oui, sauf au service des cartes.
    sources:
      - {ref: page-officielle, read_on: 2026-11-22}
    found_by: [e-CPS pour se connecter]

  - id: cartes-commande
    question: Comment commander une carte CPS ?
    applies: {offre: [segur], couloir: all, produit: [cartes], vague: all}
    short: Sur le site de l'ANS.
    follow_up:
      id: structure
      question: Quelle est votre structure ?
      help: Le statut est sur l'annonce légale.
      options:
        - id: societe
          label: Société d'exercice
          aliases: [SEL]
          text: La société commande pour ses salariés.
        - id: cabinet
          label: Cabinet libéral
          text: Le praticien commande lui-même.
          follow_up:
            id: praticiens
            question: Combien de praticiens y exercent ?
            options:
              - {id: un, label: Un seul, text: Une carte suffit.}
              - {id: plusieurs, label: Plusieurs, aliases: [groupe], answer: cartes-couloirs}
        - {id: autre, label: Autre structure, text: Écrivez d'abord., answer: mssante-bal}
    sources:
      - {ref: page-officielle, read_on: 2026-11-22}
    found_by: [commander une CPS]
    lint: {ignore: [unknown-acronym], reason: Un corpus d'essai n'explique pas tout.}

  - id: label-candidature
    question: Comment candidater au label ?
    applies: {offre: [labels], produit: [cartes], vague: all}
    short: Par le formulaire du label.
    sources:
      - {ref: page-officielle, read_on: 2026-11-22}
    found_by: [candidater au label]
"""

HEALTHY = {"cascade": typeset(CASCADE), "answers": typeset(ANSWERS)}
FILES = {
    "cascade.yaml": CASCADE,
    "sources.yaml": SOURCES,
    "glossary.yaml": GLOSSARY,
    "answers/tout.yaml": ANSWERS,
}


def write_corpus(folder: Path, **replaced: str) -> Path:
    """Write the small corpus below a folder; `answers="…"` writes another text for that kind."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(replaced.get(Path(name).parts[0].removesuffix(".yaml"), text), "utf-8")
    return folder


def write_healthy_corpus(folder: Path, **replaced: str) -> Path:
    """Write it with the no-break spaces of French, so that lint has nothing to say."""
    return write_corpus(folder, **{**HEALTHY, **replaced})
