"""What an editor says of a value that the schema refuses: what would be right, in a sentence."""

TEXT = (
    "Un texte est attendu : sans crochets ni accolades, entre guillemets droits s'il contient un "
    "deux-points."
)
LIST = "Une liste est attendue : un tiret devant chaque élément."
TEXTS = "Une liste de textes est attendue : [un, deux], ou un tiret devant chacun."
ID = (
    "Un identifiant s'écrit en minuscules sans accent, avec des chiffres et un tiret entre les "
    "mots : emprunt-duree."
)
URL = "Une adresse s'écrit en entier, sans espace : https://…, http://… ou mailto:…"
DATE = "Une date s'écrit année-mois-jour : 2026-11-22."
FLAG = "Écrivez true (oui) ou false (non)."
OPTIONS = "Une option de ce niveau est attendue, ou plusieurs entre crochets."
CONDITIONS = "Une condition est attendue, entre accolades, ou une liste de conditions."
OUTCOME = (
    "Dites ce qui vaut dans ce cas (text), ou menez à une réponse (answer) ou à une autre question "
    "(follow_up)."
)
