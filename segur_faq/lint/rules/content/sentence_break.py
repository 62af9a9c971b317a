"""Phrases dont la limite s'est perdue

Ce que la règle vérifie
    Une phrase commence par une majuscule, et la précédente finit par un point : « Vous », « Il »,
    « Cette », « Les » et d'autres petits mots avec une majuscule ne suivent ni un mot, ni une
    virgule ; après un point, le mot qui suit n'est pas en minuscules. Les abréviations (« cf. »,
    « env. »), les noms (« le site Les bons gestes ») et les citations ne comptent pas.
Pourquoi
    Deux phrases collées se lisent comme une seule, qui dit autre chose. C'est souvent la trace
    d'un bout de phrase effacé.
Exemple
    short: Le dossier se dépose en ligne Vous recevez un reçu. il fait foi.
À écrire plutôt
    short: Le dossier se dépose en ligne. Vous recevez un reçu. Il fait foi.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.literals import word_set
from segur_faq.lint.passages import Passage, passages_around, unless_english
from segur_faq.lint.vocabulary import SMALL_LETTERS

SEVERITY = Severity.WARNING

_OPENERS = (
    "V(?:ous|otre|os)|Ils?|Elles?|N(?:ous|otre|os)|C(?:ela|elui|elles?|eux|es|ette|et)|Toutefois"
    "|Sinon|Lorsque|Quand|Aucune?|Chaque"
)
"""Words that no name begins with."""

_OF_NAMES = (
    "L(?:es?|a|eurs?)|L['’]|Une?|Des|Pour|Dans|En|Aux?|Sur|Par|Si|Sa|Ses|Ce"
    "|(?:Consult|Demand|Dépos|Envoy|Gard|Indiqu|Pren|Utilis|Vérifi|Écriv|Lis|Ouvr|Donn)ez"
)
"""Words that a name may begin with, after what is named or a small word."""

_SHOWN = word_set(
    "bouton brochure case champ écran espace fiche intitulé intitulée lien livret menu mention "
    "message module onglet page rubrique section titre"
)
"""What a screen shows, whatever words its name begins with: « la page Nous contacter »."""

_NAMED = word_set(
    "affiche agence album annexe appelé appelée appli application association atelier bouton "
    "brochure cabinet campagne case champ chanson chapitre chez collection colloque commune "
    "concours conférence crèche dépliant dit dite document dossier enseigne espace exposition "
    "école écran éditeur festival fiche fichier film fondation formulaire groupe guide initiative "
    "intitulé intitulée jeu journal kit label laboratoire lien livre livret logiciel loi manga "
    "marque mention menu module newsletter nommé nommée onglet opération option outil page partie "
    "plan plateforme podcast portail profil programme projet quartier revue réseau résidence roman "
    "rubrique salle section service série site société spectacle statut texte thème titre vidéo "
    "ville volet webinaire "
    "avec dans pour par sur les des une aux que qui sans selon vers sous entre comme est sont"
)
_GLUED = re.compile(
    rf"(?:(?<=[^\W_])|[{SMALL_LETTERS}]{{5}}\))(?P<comma>,)? (?P<word>{_OPENERS})"
    rf"(?= (?:n['’])?[{SMALL_LETTERS}])"
    rf"|(?:(?<![\w'’-])(?P<before>[{SMALL_LETTERS}]{{3,}}|l[ae]|un|d[ue]|Oui|Non)"
    rf"|(?<=[{SMALL_LETTERS}\d)»])(?P<sign>,)) (?P<weak>(?:{_OF_NAMES})(?: |(?<=['’])))"
    rf"(?=[{SMALL_LETTERS}]{{2}})"
)
_SMALL = re.compile(
    rf"(?<![\w.-])(?P<last>[{SMALL_LETTERS}]{{4,}}|Oui|Non|[A-Z]{{3,}}|(?<=[{SMALL_LETTERS}] )\d+)"
    r"[)»]?\.[ \u00a0]"
    rf"(?P<word>[{SMALL_LETTERS}]+)(?=[ ,'’])"
)
_ABBREVIATED = word_set(
    "alin approx appt bibl biblio biol cert chap circ coll comm comp compl conf cons conv coord "
    "corr coul couv crim dept dépt envir excl fact févr hebd ibid impr incl internat intro janv "
    "juill modif moyn orig pers pharm poss princ prév publ quest resp réimpr secr sect sept spéc "
    "suiv supp tech techn trad trim télé univ vals"
)
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
# Each begins with its sign, which the engine looks for much faster than for one of several.
_QUICK_OPENER = re.compile(rf" (?:{_OPENERS}|{_OF_NAMES})(?: |(?<=['’]))[{SMALL_LETTERS}]")
_QUICK_SMALL = re.compile(
    rf"\. [{SMALL_LETTERS}](?:(?<=[{SMALL_LETTERS}]{{4}}...)|(?<=Oui...)|(?<=Non...)"
    r"|(?<=[A-Z]{3}...)|(?<=\d...))"
)


def check(reading: Reading) -> Iterator[Finding]:
    for passage in passages_around(reading, _suspects):
        yield from unless_english(passage, _check(passage))


def _suspects(text: str) -> Iterator[int]:
    for found in _QUICK_SMALL.finditer(text):
        yield found.start()
    for found in _QUICK_OPENER.finditer(text):
        before = text[found.start() - 1]
        if before.isalnum() or before in ",)":
            yield found.start()


def _check(passage: Passage) -> Iterator[Finding]:
    text = passage.bare
    for glued in _GLUED.finditer(text):
        kind = "word" if glued["word"] else "weak"
        before = text[: glued.start(kind)].rstrip(" ")
        is_name = glued["before"] in _NAMED or _last_word(before) in _SHOWN
        if not (is_name or _is_remark(before) or _is_quoted(text, glued.start())):
            instead = (
                "à la place de la virgule" if glued["comma"] or glued["sign"] else "avant ce mot"
            )
            yield Finding(
                passage.place(*glued.span(kind)),
                f"« {glued[kind].strip()} » commence une phrase, et aucun point ne le précède",
                f"Mettez un point {instead}, ou une minuscule à ce mot.",
            )
    for small in _SMALL.finditer(text):
        if small["last"] not in _ABBREVIATED and not _is_quoted(text, small.start()):
            yield Finding(
                passage.place(*small.span("word")),
                f"« {small['word']} » suit un point sans majuscule",
                "Mettez une majuscule ; s'il manque la fin de la phrase d'avant, reprenez-la.",
            )


def _last_word(before: str) -> str:
    found = _LAST_WORD.search(before)
    return found[0] if found else ""


def _is_remark(before: str) -> bool:
    """Tell whether a remark in brackets ends there that also began its sentence."""
    if not before.endswith(")"):
        return False
    earlier = before[: before.rfind("(")].rstrip(" \n*-")
    return earlier[-1:] in ("", ".", "!", "?", "…", ":")


def _is_quoted(text: str, at: int) -> bool:
    return text.rfind("«", 0, at) > text.rfind("»", 0, at)
