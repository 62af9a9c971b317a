"""The sentences of a journey, in one place where they can be proofread."""

from segur_faq.corpus.model import Corpus, Level, Option
from segur_faq.journey.groups import Group, Section
from segur_faq.journey.path import UNKNOWN
from segur_faq.journey.walk import How, Offer, Step
from segur_faq.journey.why import Why
from segur_faq.text import NBSP, count, typeset

BACK = "← Revenir"
QUIT = "Quitter"
RESTART = "Nouvelle question"
RECAP = "Corriger un choix"
TO_LIST = "← Revenir à la liste"
UNKNOWN_LABEL = "Je ne sais pas"
SEARCH = "Rechercher par mots"
SEARCH_AGAIN = "Chercher d'autres mots"
SEARCH_WHAT = "Mots à chercher"
USEFUL = typeset("Cette réponse vous a-t-elle été utile ?")
USEFUL_YES, USEFUL_NO, USEFUL_SKIP = "Oui", "Non", "Passer"
USEFUL_NEVER = "Ne plus demander"
WHY_NOT = typeset("Pourquoi ?")
NO_REASON = "Passer"
NOTE = "En une ligne, si vous voulez"
THANKS = "Merci. Votre avis reste sur cette machine."
WAY_ON = "Pour aller plus loin"
NOT_KEPT = "Votre avis n'a pas pu être enregistré. Le parcours continue."
NEVER_AGAIN = typeset("Cette question ne sera plus posée (segur-faq ask --feedback la repose).")
CITE, COPY, OPEN = "Citer cette réponse", "Copier la citation", "Ouvrir une page"
WHICH_PAGE = typeset("Quelle page voulez-vous ouvrir ?")
NO_BROWSER = typeset("Pas de navigateur à ouvrir d'ici : copiez l'adresse.")
COPIED = "La citation est partie vers le presse-papiers."
NOT_COPIED = typeset("Pas de presse-papiers ici ; la citation s'affiche : touche c.")
EXPLAIN = "Pourquoi cette réponse"
WHY = "Pourquoi cette réponse"
AT_THE_START = "Vous êtes au début : rien à annuler."
READ_NOW = "Ou lisez tout de suite"
RELATED = "Voir aussi"
NOTHING = "Aucune réponse ne correspond à ces choix."
WHICH_ANSWER = typeset("Quelle réponse voulez-vous lire ?")
WHICH_CHOICE = typeset("Quel choix voulez-vous corriger ?")
IN_YOUR_CASE = "Dans votre cas"
NOT_SAID = "Sans préciser"
WHAT_NEXT = typeset("Que voulez-vous faire ?")


def left_open(level: Level) -> str:
    """Tell that « Je ne sais pas » was taken."""
    return typeset(f"{level.title} : laissé ouvert.")


def dropped(level: Level, option_id: str, by_level: str, by_option: str, corpus: Corpus) -> str:
    """Tell that a later choice fell because an earlier one was corrected."""
    lost = UNKNOWN_LABEL if option_id == UNKNOWN else _label(level, option_id)
    now = _label(corpus.levels_by_id[by_level], by_option)
    return typeset(f"Choix abandonné : {level.title} = {lost} (rien à ce sujet pour {now}).")


def recap_line(steps: tuple[Step, ...]) -> str:
    """Give the line above a question: what has been settled, in order."""
    parts = []
    for step in steps:
        if step.how is How.UNKNOWN:
            parts.append(typeset(f"{step.level.title} ?"))
        elif step.option is not None:
            parts.append(step.option.brief)
    return " › ".join(parts)


def skipped(step: Step) -> str:
    """Tell why a level was not asked; empty for one that was."""
    if step.how is How.ONLY and step.option is not None:
        return typeset(f"{step.level.title} : {step.option.label} (seul choix possible).")
    if step.how is How.SAME:
        return typeset(f"{step.level.title} : question passée, elle ne change pas la réponse.")
    return ""


def settled(step: Step) -> str:
    """Give one row of the recap: « Couloir : Imagerie »."""
    label = step.option.label if step.option else UNKNOWN_LABEL
    return typeset(f"{step.level.title} : {label}")


def offer_count(offer: Offer) -> str:
    """Give the count beside an option: how many answers, and how many were written for it."""
    if not 0 < offer.own < offer.total:
        return str(offer.total)
    # Held together: a menu must not cut a count in two.
    return f"{offer.total},{NBSP}dont{NBSP}{count(offer.own, 'propre')}"


def show_all(number: int) -> str:
    """Give the label that ends the questions."""
    return "Voir la réponse" if number == 1 else f"Voir les {count(number, 'réponse')}"


def show_own(group: Group) -> str:
    """Give the label that ends the questions on the answers written for a choice."""
    number = len(group.answers)
    name = group.option.brief if group.option else ""
    return f"{show_all(number)} {'propre' if number == 1 else 'propres'} à {name}"


def group_heading(group: Group) -> str:
    """Give the heading over a group of answers; empty when there is nothing to tell apart."""
    if group.level is None:
        return ""
    number = len(group.answers)
    if group.option is not None:
        return f"{'Propre' if number == 1 else 'Propres'} à {group.option.label} ({number})"
    general = group.level.general or typeset(f"Sans distinction de « {group.level.title} »")
    return f"{general} ({number})"


def section_heading(section: Section) -> str:
    """Give the heading over a section of a long group."""
    name = section.option.brief if section.option else "Sans distinction"
    return f"{name} ({len(section.answers)})"


def searched(words: str, number: int) -> str:
    """Give the heading over what words have found."""
    return typeset(f"Au plus près de « {words} » ({number})")


def recap_of_search(words: str) -> str:
    """Give the part of the recap that tells which words are sought."""
    return typeset(f"« {words} »")


def show_others(number: int) -> str:
    """Give the label that unfolds the rest of what words have found."""
    return f"Voir {count(number, 'autre réponse', 'autres réponses')}, moins proches"


def found_elsewhere(words: str) -> str:
    """Tell that words found nothing under the choices made, and that these were left out."""
    return typeset(
        f"Rien pour « {words} » sous ces choix : voici ce qui s'en approche, sans aucun choix."
    )


def found_nothing(words: str) -> str:
    """Tell that words found nothing."""
    return typeset(f"Rien ne correspond à « {words} ». Essayez d'autres mots, ou continuez ici.")


def reasons(why: Why) -> list[str]:
    """Tell why an answer is behind a path, or is not."""
    lines = [WHY]
    if why.missing is not None:
        lines.append(f"- {settled_as(*why.missing)} : elle n'y est pas, à cause de ce choix.")
    if why.named:
        written_for = " ; ".join(settled_as(level, option) for level, option in why.named)
        lines.append(f"- Écrite pour : {written_for}.")
    if why.anyway:
        lines.append(f"- Valable quel que soit : {', '.join(lv.title for lv in why.anyway)}.")
    for level, options in why.elsewhere:
        is_any = len(options) == len(level.options) - 1
        labels = "tout autre choix" if is_any else ", ".join(o.brief for o in options)
        lines.append(f"- Mènerait ailleurs, à « {level.title} » : {labels}.")
    return [typeset(line) for line in lines]


def settled_as(level: Level, option: Option) -> str:
    """Give a choice as a reader says it."""
    return f"{level.title} = {option.brief}"


def ask_again(question: str) -> str:
    """Give the label that asks an answer's own question again."""
    return typeset(f"Répondre autrement : {question}")


def opening(url: str) -> str:
    """Tell which page is about to be opened."""
    return typeset(f"Page : {url}")


def separate(level: Level) -> str:
    """Give the label that answers a level left open, after all."""
    return typeset(f"Préciser : {level.title}")


def parts_by(level: Level) -> str:
    """Give the heading over the options of a level left open, which part what remains."""
    return typeset(f"Préciser « {level.title} »")


def separating_help(level: Level) -> str:
    """Tell which level would tell the remaining answers apart, and how to find out."""
    return typeset(f"« {level.title} » les départagerait.") + (
        f" {level.help}" if level.help else ""
    )


def emptied_by(level: Level, option_label: str, impossible: bool) -> str:
    """Tell at which choice nothing remained."""
    why = (
        "ce choix ne va pas avec les précédents" if impossible else "aucune réponse n'y correspond"
    )
    return typeset(f"{level.title} = {option_label} : {why}.")


def _label(level: Level, option_id: str) -> str:
    option = level.option(option_id)
    return option.brief if option else option_id
