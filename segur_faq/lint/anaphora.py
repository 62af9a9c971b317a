"""Whether a French text begins with words that refer back to what came before it.

Patterns read the text without case or accents. They would rather let one through than blame an
impersonal « il » or a « c'est … qui »: who writes « Il faut » is right.
"""

import re

from segur_faq.text import fold

_LENGTH = 160
"""As much of a text as it takes to tell what its first words mean."""

_FIRST = {
    "il", "elle", "ils", "elles", "lui", "eux", "cela", "ca", "ceci", "ce", "c", "cet", "cette",
    "ces", "celui", "celle", "ceux", "celles", "son", "sa", "ses", "leur", "leurs", "les",
    "dans", "pour", "a", "de", "avec", "par", "sur", "en", "apres", "avant", "sous", "selon",
    "malgre", "d", "sans", "outre", "donc", "des", "ainsi", "alors", "sinon", "autrement",
    "cependant", "toutefois", "neanmoins", "pourtant", "mais", "car", "et", "puis", "ensuite",
    "idem", "egalement", "aussi", "la", "voir", "comme", "meme", "oui", "non", "si", "chez",
}  # fmt: skip


def _spaced(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose spaces may be several, as where a line was broken."""
    return re.compile(pattern.replace(" ", " +"))


_VERDICT = re.compile(r"(?:oui|non|si)\b[\s,.:;!]*")

# --- what « il » may stand for --------------------------------------------------------------------

_VERBS = "|".join(
    (
        r"faut|faudr|fallait|fallu|a fallu|existe\b|exist(?:ait|era)|agi[tsr]|suffi[tsr]|a suffi",
        r"convien|convenait|importe\b|incombe|appartien|manque\b|passe\b|ecoule|ensuit|resulte",
        r"vaut mieux|vaudr|va de soi|revien(?:t|dra) (?:a|au|aux)\b",
        r"(?:peut|trouve|semble|parait) (?:que\b|qu')",
        r"arrive (?:que\b|qu'|de\b|d'|\w+ment\b)|est (?:trop (?:tot|tard)|temps)\b",
        r"reste (?:a|un|une|deux|trois|quatre|cinq|six|\d+|des|du|encore|quelques|moins|plus)\b",
        r"(?:peut|doit|devrait|pourrait|va) (?:y avoir|en falloir|falloir|exister|suffire|manquer)",
        r"(?:peut|doit|devrait|pourrait|va) s'agir",
    )
)
_BE = (
    r"(?:est|etait|sera|serait|fut|soit|reste|demeure|devient|semble|parait|a ete"
    r"|(?:peut|doit|devrait|pourrait|va) etre)"
)
_JUDGED = (
    "possible|impossible|necessaire|obligatoire|facultatif|preferable|souhaitable|recommande"
    "|conseille|deconseille|interdit|autorise|permis|prevu|demande|exige|requis|admis|inutile"
    "|utile|important|essentiel|indispensable|prudent|tot|tard|question|rare|frequent|normal"
    "|vrai|faux|probable|certain|clair|entendu|rappele|precise|convenu|propose|attendu|facile"
    "|difficile|simple|suffisant|juste|bon|mieux|courant|usage|envisageable|loisible|licite"
    "|illegal|legal|urgent|exclu|logique|pertinent|acceptable|tolere|imperatif|judicieux|habituel"
)
_WHAT = (
    r"(?:\b(?:que\b|qu'|si\b)"
    r"|\b(?:de |d')(?:ne (?:pas|plus|jamais) )?(?:\w+['\s]){0,2}\w+(?:er|ir|re|oir)\b)"
)
_CLITICS = r"(?:ne |n')?(?:(?:y|en|vous|nous|lui|leur|me|te|se) |[smt]')*"
_IMPERSONAL = _spaced(
    rf"il {_CLITICS}(?:{_VERBS}"
    rf"|{_BE}\s(?:[^.;!?]{{0,40}}?[\s'])?(?:{_JUDGED})\b[^.!?]*?{_WHAT}"
    rf"|{_BE} (?:(?:pas|plus) )?\w+e (?:un|une|des|du|de|que)\b|{_BE} \w+e (?:d'|qu'))"
)
_THERE_IS = _spaced(r"il (?:n'|ne )?y (?:en )?(?:a|avait|aura|aurait|ait|eut)\b")
_PERSON = re.compile(r"(?:il|elle|elles|ils|lui|eux)\b")

# --- other words ----------------------------------------------------------------------------------

_IT_IS = _spaced(
    r"c'(?:est|etait|etaient)\b"
    r"|ce (?:sera|seront|serait|sont|furent|fut|n'est (?:pas|plus)|ne sont (?:pas|plus))\b"
)
_CLEFT = _spaced(
    r"\s(?:(?:donc|aussi|bien|d'abord|seulement|toujours|alors|\w+ment) )?"
    r"(?:l'|d'|celui|celle|ceux|lors|(?:le|la|les|a|au|aux|par|pour|sur|dans|en|avec|aupres|depuis"
    r"|votre|vos|notre|nos|chaque|seul|seule|uniquement|de|du|des|chez|quand|apres|avant) )"
    r"[^.!?]*?\b(?:(?:qui|que|ou|dont|de)\b|qu'|d')"
)
_NAMED_CLEFT = _spaced(r"\s[A-ZÀ-Ý0-9«][^.!?]*?\b(?:(?:qui|que|où|dont)\b|qu['’])")
_AFTER_VERDICT = _spaced(
    r"(?:cela|ceci|ca)\b|(?:celui|celle|ceux|celles)-(?:ci|la)\b|(?:ce|cette|ces) derni\w+"
)
_PREPOSITION = "dans|pour|a|de|avec|par|sur|en|apres|avant|sous|selon|malgre|d'apres|sans|outre"
_AT_HAND = (
    r"(?:(?:que|qui|dont|quoi|a quoi|sur quoi|jour|jour-la|stade|annee|mois|semaine|faq|site|page"
    r"|corpus|reponse)\b|qu')"
)
_BACK = _spaced(
    "|".join(
        (
            rf"(?:(?:{_PREPOSITION}) )?(?:cela|ceci|ca)\b",
            rf"(?:(?:{_PREPOSITION}) )?(?:ce|cet|cette|ces) (?!{_AT_HAND})[a-z]\w*\b(?!\s?:)",
            rf"(?:(?:{_PREPOSITION}) )?(?:celui|celle|ceux|celles)"
            r"(?:-(?:ci|la)\b| (?:de|du|des)\b| d')",
            r"(?:dans|pour|avec|par|sur|apres|avant|selon|sans|chez) (?:lui|elle|eux|elles)\b",
            r"dans les (?:deux|trois) cas\b|dans le cas contraire\b",
            r"(?:son|sa|ses|leur|leurs) [a-z]\w*",
            r"les (?:deux|trois|quatre)(?=\s*(?:[.,;!?]|\Z)|\s(?:sont|ont|peuvent|doivent|restent"
            r"|conviennent|suffisent|existent|fonctionnent|permettent|valent|vont|se|ne|a la fois"
            r"|mais)\b|\s(?:s'|n'))",
            r"(?:ainsi|alors|autrement|aussi|a defaut|ensuite|puis|egalement),|(?:donc|sinon)\b",
            r"(?:des lors|de plus|de meme)\b(?! qu| en)",
            r"(?:en outre|en revanche|par contre|par consequent|en consequence|au contraire)\b",
            r"(?:cependant|toutefois|neanmoins|pourtant|mais|car|idem|en effet|par ailleurs)\b",
            r"et\b|la (?:aussi|encore)\b|meme reponse\b",
            r"voir (?:ci-dessus|plus haut|la (?:reponse|question))\b",
            r"comme (?:ci-dessus|indique|dit|vu|precise)\b",
        )
    )
)


def refers_back(text: str) -> tuple[int, int] | None:
    """Give where the first words of a text stand if they refer to what came before it."""
    margin = len(text) - len(text.lstrip())
    start = text[margin : margin + _LENGTH]
    first = re.match(r"\w+", start)
    if first is None or (len(first[0]) > 1 and first[0].isupper()):
        return None  # « CE » and « SA » are acronyms
    if fold(first[0]) not in _FIRST:
        return None
    folded = fold(start).replace("\n", " ").replace("\t", " ")
    verdict = _VERDICT.match(folded)
    at = verdict.end() if verdict else 0
    end = _pronoun(folded, at) or _other_words(folded, at, start)
    if not end:
        return None
    places = _places(start)
    return margin + places[at], margin + places[end]


def _pronoun(folded: str, at: int) -> int:
    """Give the end of the pronoun that begins there and stands for something; 0 if none does."""
    found = _PERSON.match(folded, at)
    if found is None or _IMPERSONAL.match(folded, at) or _THERE_IS.match(folded, at):
        return 0
    return found.end()


def _other_words(folded: str, at: int, start: str) -> int:
    if at:
        found = _AFTER_VERDICT.match(folded, at)
        return found.end() if found else 0
    it_is = _IT_IS.match(folded)
    if it_is and not folded.startswith("c'est pourquoi"):
        end = it_is.end()
        is_cleft = _CLEFT.match(folded, end) or _NAMED_CLEFT.match(start, _places(start)[end])
        return 0 if is_cleft else end
    found = it_is or _BACK.match(folded)
    return found.end() if found else 0


def _places(text: str) -> list[int]:
    """Give the place in a text of each character of it folded: « œ » becomes two."""
    places: list[int] = []
    for place, char in enumerate(text):
        places += [place] * len(fold(char))
    return [*places, len(text)]
