"""Ligne du glossaire que rien n'emploie

Ce que la règle vérifie
    Chaque terme du glossaire est employé, lui-même ou un de ses synonymes, par une réponse, par
    un libellé ou un alias de la cascade, ou par une autre ligne du glossaire qui l'est. Deux
    lignes qui ont un synonyme commun vont ensemble. Majuscules, accents et pluriels ne comptent
    pas. Ce n'est qu'un avertissement, et il n'est donné que si toutes les réponses ont pu être
    lues.
Pourquoi
    Le glossaire sert à expliquer ce que le lecteur rencontre. Une ligne que rien n'emploie est
    un reste, ou porte une faute : le sigle des réponses ne serait plus expliqué.
Exemple
    # Les réponses disent « RIS » ; aucune ne dit « RSI »
    - {term: RSI, expansion: Radiology Information System}
À écrire plutôt
    - {term: RIS, expansion: Radiology Information System}
"""

from collections.abc import Iterator

from segur_faq.corpus.files import CASCADE, GLOSSARY
from segur_faq.corpus.glossary import text_of
from segur_faq.corpus.model import Term
from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.known import is_fully_read
from segur_faq.lint.mentions import Mentions, in_a_row, words

SEVERITY = Severity.WARNING


def check(reading: Reading) -> Iterator[Finding]:
    rows = {file.name for file in reading.files.values() if file.kind in (GLOSSARY, CASCADE)}
    if any(problem.place.file in rows for problem in reading.errors) or not is_fully_read(reading):
        return  # what was not read may be the word that is used, or use it
    if not reading.terms:
        return
    left = {entry: entry.value for entry in reading.terms}
    for texts in (_told, _searched):  # the searches are as long as all the rest, and seldom needed
        if left:
            mentions = Mentions(texts(reading))
            said = mentions.plainly(term.term for term in left.values())
            left = {entry: term for entry, term in left.items() if term.term not in said}
            said = mentions.of(name for term in left.values() for name in _names(term))
            left = {entry: term for entry, term in left.items() if said.isdisjoint(_names(term))}
    used = [entry.value for entry in reading.terms if entry not in left]
    ways = {entry: [*map(words, _names(term))] for entry, term in left.items()}
    while used and ways:
        row = used.pop()
        about = words("\n".join((row.expansion, row.definition, *_names(row))))
        tied = [
            entry for entry, several in ways.items() if any(in_a_row(w, about) for w in several)
        ]
        used += [left.pop(entry) for entry in tied if ways.pop(entry)]
    for entry, term in left.items():
        if term.term:
            yield Finding(
                entry.at("term"),
                f"rien n'emploie « {term.term} », ni ses synonymes",
                "Vérifiez son orthographe, ajoutez en synonyme ce que disent les réponses, "
                "ou retirez cette ligne.",
            )


def _names(term: Term) -> tuple[str, ...]:
    return (term.term, *term.synonyms)


def _told(reading: Reading) -> list[str]:
    """Give what the answers and the cascade say, an answer or an option at a time."""
    texts = [text_of(entry.value) for entry in reading.answers]
    texts += [f"{lv.question}\n{lv.name}\n{lv.help}\n{lv.general}" for lv in reading.corpus.levels]
    options = (option.value for _, option in reading.options)
    texts += ["\n".join((o.label, o.short_label, o.help, o.family, *o.aliases)) for o in options]
    return texts


def _searched(reading: Reading) -> list[str]:
    """Give the searches that find the answers, and the titles of their links."""
    answers = [entry.value for entry in reading.answers]
    return ["\n".join((*a.found_by, *(link.title for link in a.links))) for a in answers]
