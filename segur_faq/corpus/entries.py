"""The keys that each kind of entry of a corpus may have, and where a key that strays belongs."""

from collections.abc import Mapping, Sequence
from dataclasses import fields as dataclass_fields

from segur_faq.corpus.files import CASCADE, GLOSSARY, SOURCES
from segur_faq.corpus.keys import ANSWER_KEYS
from segur_faq.corpus.model import Source, Term
from segur_faq.text import enumeration, fold, nearest

FILE = "ce fichier"

KEYS: Mapping[str, Sequence[str]] = {
    "une réponse": (*ANSWER_KEYS, "lint"),
    "une question de suite": ("id", "question", "help", "options"),
    "une option de question": ("id", "label", "aliases", "text", "follow_up", "answer"),
    "un lien": ("title", "url"),
    "une source citée": ("ref", "read_on"),
    "une exception à lint": ("ignore", "reason"),
    "un niveau": ("id", "name", "question", "help", "general", "under", "asked", "options"),
    "une option": ("id", "label", "short_label", "aliases", "under", "family", "help"),
    "une case vide voulue": ("where", "reason"),
    "une source": tuple(field.name for field in dataclass_fields(Source)),
    "un terme": tuple(field.name for field in dataclass_fields(Term)),
}
"""Kind of entry, with its article -> its keys."""

LISTS = {
    "answers": "d'un fichier du dossier answers",
    "levels": f"de {CASCADE}.yaml",
    "sources": f"de {SOURCES}.yaml",
    "terms": f"de {GLOSSARY}.yaml",
}
"""The key of a file's list -> the file that has it."""


_FRENCH = {
    "reponse": ("short", "answer"),
    "texte": ("text", "body"),
    "corps": ("body",),
    "titre": ("title",),
    "nom": ("name", "label", "title"),
    "libelle": ("label",),
    "aide": ("help",),
    "lien": ("url", "links"),
    "liens": ("links",),
    "adresse": ("url",),
    "editeur": ("publisher",),
    "lu_le": ("read_on",),
    "date": ("read_on", "dated"),
    "sigle": ("term",),
    "voir_aussi": ("see_also",),
}
"""What people write for a key, in their language -> the keys that they may mean."""


def meant_key(written: str, absent: Sequence[str]) -> str:
    """Give the key that a word was probably meant for, among those not there; empty if none."""
    french = (key for key in _FRENCH.get(fold(written), ()) if key in absent)
    return next(french, "") or next(iter(nearest(written, absent, limit=1)), "")


def home_of(key: str, entry: str) -> str:
    """Tell, in a sentence, where a key that an entry may not have belongs; empty if nowhere."""
    if entry == FILE and key in LISTS:
        return (
            f"C'est la clé {LISTS[key]} : ce fichier n'est pas à sa place, ou un autre l'a écrasé. "
        )
    owners = [f"d'{owner}" for owner, keys in KEYS.items() if key in keys and owner != entry]
    if not owners:
        return ""
    return f"C'est une clé {enumeration(owners)} : vérifiez l'alignement. "
