"""Texte resté à écrire

Ce que la règle vérifie
    Aucun texte d'une réponse ou de ses questions de suite ne garde la marque d'une ébauche :
    « À écrire », « À compléter. », « [nom à préciser] », « [date] », « TODO », « XXX », « ??? »,
    « lorem ipsum » ; « short » a au moins un mot.
Pourquoi
    « segur-faq new » met ces marques là où il reste à écrire. Oubliées, elles seraient lues
    telles quelles.
Exemple
    short: "À écrire : la réponse en une ou deux phrases, qui se suffisent."
À écrire plutôt
    short: Oui, un seul formulaire suffit pour les deux certificats.
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.follow_ups import texts_in
from segur_faq.text import REPLACEMENT, fold

_TO_DO = "a (?:completer|preciser|rediger|definir|renseigner|verifier|confirmer)"
_MARKS = re.compile(
    r"^a ecrire\b|\btodo\b|lorem ipsum|\b(?:tbd|fixme)\b"
    rf"|(?:^|[\n.(])\s*{_TO_DO}\s*(?:[.)…!]|\Z)|\[[^\]\n]*\b{_TO_DO}\s*\]"
    r"|(?<![\w./@-])x{3,}(?![\w./@-])|\?{3,}|\[\?\]|_{3,}|\{\{[^}\n]*\}\}|\(source ?\?\)"
    r"|\[(?:nom|date|adresse|lien|montant|numero|titre|texte)(?: [a-z ]+)?\](?!\()"
)
_CODE = re.compile(r"`[^`]*`")

_TRACES = ("todo", "lorem", "tbd", "fixme", "xxx", "???", "___", "{{", "(source", "[?")
_VERBS = (
    *("pléter", "pleter", "éciser", "eciser", "édiger", "ediger", "éfinir", "efinir", "érifier"),
    *("erifier", "renseigner", "confirmer", "crire"),
)
_TO_BE = re.compile(r"[aà]\s(?:compl|pr[eé]c|r[eé]d|d[eé]f|rens|v[eé]r|conf|[eé]cr)")
_BLANKS = re.compile(r"\[(?:nom|date|adr|lien|mont|num|tit|tex)")


def _may_be_marked(text: str) -> bool:
    """Tell whether a text may be a draft's: few hold such letters, and folding all takes time."""
    lower = text.lower()
    return (
        any(map(lower.__contains__, _TRACES))
        or _BLANKS.search(lower) is not None
        or (any(map(lower.__contains__, _VERBS)) and _TO_BE.search(lower) is not None)
    )


def _is_marked(text: str) -> bool:
    return _may_be_marked(text) and bool(_MARKS.search(fold(_CODE.sub("", text))))


def _is_wordless(short: str) -> bool:
    # What cannot be shown, reading has replaced and reported.
    return short != "" and REPLACEMENT not in short and not any(map(str.isalnum, short))


def check(reading: Reading) -> Iterator[Finding]:
    for entry in reading.answers:
        answer = entry.value
        texts = (answer.question, answer.short, answer.body, answer.caveat)
        if _is_wordless(answer.short):
            yield Finding(entry.at("short"), "« short » n'a pas de mots", "Écrivez la réponse.")
        everything = (*texts, *answer.follow_up_texts, *answer.found_by)
        if not _may_be_marked("\n".join(everything)):
            continue
        own = zip(("question", "short", "body", "caveat"), texts, strict=True)
        marked = [(key, entry.at(key)) for key, text in own if _is_marked(text)]
        marked += [(key, node.place) for key, node in texts_in(entry.node) if _is_marked(node.text)]
        for key, place in marked:
            yield Finding(
                place,
                f"« {key} » n'est pas encore écrit",
                "Remplacez cette marque par le texte, d'après la source.",
            )
        for number, wording in enumerate(answer.found_by):
            if _is_marked(wording):
                yield Finding(
                    entry.at("found_by", number),
                    "cette recherche n'est pas encore écrite",
                    "Écrivez comment des gens différents chercheraient la réponse.",
                )
