"""What is wrong with the form of an address, said in French; whether it answers is not known here.

An address given as a link has to open; one that a text only names may be a pattern to fill in.
"""

import re
from typing import NamedTuple

from segur_faq.text import count, nearest

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(/*)")
_NO_COLON = re.compile(r"h?t{1,3}ps?//", re.IGNORECASE)
_HOST_ALONE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#:].*)?", re.DOTALL)
_MAIL = re.compile(r"[\w.+%'-]+@(?:[\w-]+\.)+[^\W\d_]{2,}")
_LABEL = re.compile(r"\w(?:[\w-]*\w)?")
_TOP = re.compile(r"[^\W\d_]{2,}|xn--[\w-]+", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+(?:\.\d+){3}")
_IPV6 = re.compile(r"\[[0-9A-Fa-f:.]+\](?::\d+)?")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SECRET = re.compile(
    r"[?&#](?:access_?token|token|api_?key|passw(?:or)?d|passwd|pwd|mdp|secret|client_secret|sig"
    r"|signature|x-amz-signature|jwt|sessionid|phpsessid)=[^&#]{4,}"
    r"|;jsessionid=\w{4,}",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<!%[0-9A-F]{2})(?<=[^/=:?&#+])https?://", re.IGNORECASE)
"""An address may hold another, as those of archives do: after a slash, or as a parameter."""
_OPENS = ("http", "https", "mailto")
_NEVER_IN_PROSE = {
    "afp", "data", "file", "ftp", "ftps", "javascript", "ldap", "nfs", "sftp", "smb", "vbscript",
}  # fmt: skip
_TO_FILL_IN = "{[…$"
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))

_ADVICE = "Écrivez l'adresse entière, telle que le navigateur la montre : https://…"


class Fault(NamedTuple):
    """What is wrong with an address, and what would be right."""

    message: str
    hint: str = _ADVICE


def fault_of(address: str, is_link: bool) -> Fault | None:
    """Give the first thing that is wrong with the form of an address."""
    if len(address.split()) > 1 or address != address.strip():
        return Fault(
            "cette adresse contient une espace",
            "Retirez l'espace, ou écrivez-la %20 ; deux adresses font deux liens.",
        )
    found = _SCHEME.match(address)
    if found is None:
        return _without_scheme(address)
    scheme, slashes = found[1].lower(), found[2]
    rest = address[found.end() :]
    if scheme == "mailto":
        return _mail(slashes + rest)
    if scheme not in _OPENS:
        return _other_scheme(found[1], address, is_link)
    if slashes != "//":
        return Fault(
            f"« {scheme}: » est suivi de {count(len(slashes), 'barre')} au lieu de deux",
            f"Écrivez « {scheme}:// », puis le nom du site.",
        )
    return _web(rest, address, is_link)


def _without_scheme(address: str) -> Fault:
    if _NO_COLON.match(address):
        return Fault("il manque le deux-points avant les barres obliques")
    if _MAIL.fullmatch(address):
        return Fault("une adresse électronique n'est pas un lien", f"Écrivez « mailto:{address} ».")
    if _HOST_ALONE.fullmatch(address) and not address.lower().endswith((".pdf", ".html", ".md")):
        return Fault(
            "il manque « https:// » au début de l'adresse", f"Écrivez « https://{address} »."
        )
    return Fault("cette adresse ne mène nulle part : elle ne commence pas par « https:// »")


def _other_scheme(written: str, address: str, is_link: bool) -> Fault | None:
    if _HOST_ALONE.fullmatch(address):  # `exemple.fr:8080` has what looks like a scheme
        return _without_scheme(address)
    close = nearest(written, _OPENS, limit=1)
    if close and abs(len(close[0]) - len(written)) <= 2 and ":" in address:
        return Fault(f"« {written}: » n'ouvre rien", f"Vouliez-vous écrire « {close[0]}: » ?")
    if is_link or written.lower() in _NEVER_IN_PROSE:
        return Fault(
            f"« {written}: » n'est pas accepté : un lien s'ouvre par http, https ou mailto",
            "Donnez l'adresse publique de la page ; un fichier partagé se dépose sur un site.",
        )
    return None


def _mail(rest: str) -> Fault | None:
    people = rest.partition("?")[0]
    if people and all(_MAIL.fullmatch(one) for one in people.split(",")):
        return None
    return Fault(
        f"« {people or 'mailto:'} » n'est pas une adresse électronique",
        "Écrivez mailto:, puis l'adresse, sans barre oblique ni espace.",
    )


def _web(rest: str, address: str, is_link: bool) -> Fault | None:
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if not is_link and (not authority or any(mark in authority for mark in _TO_FILL_IN)):
        return None
    if "@" in authority:
        return Fault(
            "cette adresse contient un identifiant de connexion avant « @ »",
            "Retirez ce qui précède l'arobase : tout lecteur le verrait.",
        )
    if _GLUED.search(rest):
        return Fault(
            "deux adresses sont collées l'une à l'autre",
            "Faites-en deux liens, ou gardez la bonne.",
        )
    if _SECRET.search(rest):
        return Fault(
            "cette adresse contient un mot de passe, un jeton ou une signature",
            "Donnez l'adresse publique de la page, sans ce paramètre.",
        )
    return _host(authority, is_link) or _characters(address, is_link)


def _host(authority: str, is_link: bool) -> Fault | None:
    if _IPV6.fullmatch(authority):
        return None
    host, _, port = authority.partition(":")
    if not host:
        return Fault("cette adresse n'a pas de nom de site après « // »")
    if host.lower().startswith(("ww.", "wwww.")):
        return Fault(f"« {host.partition('.')[0]}. » n'est pas « www. »", "Corrigez l'adresse.")
    if host.lower() in ("http", "https"):
        return Fault(f"« {host}: » est écrit deux fois", "Gardez-en un seul.")
    if port and not port.isdigit():
        return Fault(f"« {port} » n'est pas un numéro de port")
    if _NUMBERS.fullmatch(host):
        if all(int(part) < 256 for part in host.split(".")):
            return None
        return Fault(f"« {host} » n'est pas une adresse IP")
    *labels, top = host.split(".")
    if not labels and (host.lower() == "localhost" or not is_link):
        return None
    if not labels or not all(map(_LABEL.fullmatch, labels)) or not _TOP.fullmatch(top):
        return Fault(f"« {host} » n'est pas un nom de site entier")
    return None


def _characters(address: str, is_link: bool) -> Fault | None:
    refused = next((c for c in address if c in '<>"\\^`' or (is_link and c in "{}|")), "")
    if refused:
        return Fault(f"« {refused} » n'a pas sa place dans une adresse")
    if _BAD_ESCAPE.search(address):
        return Fault(
            "« % » n'est pas suivi de deux chiffres hexadécimaux",
            "Écrivez %25 pour un « % », ou reprenez l'adresse dans le navigateur.",
        )
    for opening, closing in _PAIRS:
        if address.count(opening) != address.count(closing):
            return Fault(f"« {opening} » et « {closing} » ne vont pas par paires dans l'adresse")
    if is_link and address[-1] in ".,;:!?'’»…":
        return Fault(
            f"cette adresse finit par « {address[-1]} »",
            "Retirez ce signe : il appartient sans doute à la phrase d'où vient l'adresse.",
        )
    return None
