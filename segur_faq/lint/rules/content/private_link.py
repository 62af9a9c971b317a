"""Adresse que tout le monde ne peut pas ouvrir

Ce que la règle vérifie
    Aucune adresse ne mène à un partage de fichiers personnel (Google Drive, OneDrive, SharePoint,
    Dropbox, WeTransfer …), à une boîte aux lettres, ni à un réseau interne (localhost, adresse IP
    privée, nom en .local, dossier partagé). Une page que Google publie (/pub) et un formulaire
    Google sont publics. Un texte peut nommer localhost ou une adresse privée, en exemple.
Pourquoi
    Un partage s'ouvre chez celui qui l'a fait, puis expire ou demande un compte. Le lecteur, lui,
    trouverait une page fermée.
Exemple
    links: [{title: Le guide, url: https://drive.google.com/file/d/1aB2/view}]
À écrire plutôt
    links: [{title: Le guide, url: https://exemple.fr/guide.pdf}]
"""

import re
from collections.abc import Iterator

from segur_faq.corpus.problem import Severity
from segur_faq.corpus.reading import Reading
from segur_faq.lint.finding import Finding
from segur_faq.lint.plaintext import plain_texts
from segur_faq.lint.spots import place_within
from segur_faq.lint.urls import addresses

SEVERITY = Severity.WARNING

_AUTHORITY = re.compile(
    r"(?:https?|ftp|smb)://(?:[^/?#]*@)?(\[[^\]]*\]|[^/?#:]*)(?::\d*)?(.*)", re.IGNORECASE
)
_SHARES = {
    "1drv.ms", "onedrive.live.com", "drive.google.com", "docs.google.com", "sheets.google.com",
    "photos.app.goo.gl", "wetransfer.com", "we.tl", "db.tt", "dl.dropboxusercontent.com",
    "mega.nz", "app.box.com", "icloud.com", "u.pcloud.link", "swisstransfer.com", "transfernow.net",
    "grosfichiers.com", "fromsmash.com", "1fichier.com", "filesender.renater.fr", "mail.google.com",
    "outlook.office.com", "outlook.office365.com", "outlook.live.com", "teams.microsoft.com",
    "web.whatsapp.com",
}  # fmt: skip
_SHARING_DOMAINS = (".sharepoint.com", ".wetransfer.com", ".slack.com", ".1drv.com")
_PUBLISHED = re.compile(r"/forms/|/pub(?:html)?(?:[/?#]|$)")
_DROPBOX = re.compile(r"/(?:s|sh|scl|t|transfer|home)(?:/|$)")
_SHARE_PATH = re.compile(r"/index\.php/s/\w|^/s/[A-Za-z0-9]{15}(?:[/?#]|$)")
_INTERNAL_NAME = re.compile(
    r"(?:^|\.)localhost$|\.(?:local|lan|intra|intranet|internal|corp|home|localdomain)$"
)
_INTERNAL_NUMBER = re.compile(
    r"(?:0|10|127)\.[\d.]+$|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\."
    r"|\[(?:::1|f[cde][0-9a-f]{2}:.*)\]$"
)
_SHARED_FOLDER = re.compile(r"(?<![\w\\])\\\\[\w.-]+\\[^\s\\,;:!?]+")

_HINT = "Donnez l'adresse publique de la page ou du document, ou retirez le lien."


def check(reading: Reading) -> Iterator[Finding]:
    for address in addresses(reading):
        message = _reason(address.text, address.is_link)
        if message:
            yield Finding(address.place(reading), message, _HINT)
    for _, node in plain_texts(reading):
        if "\\\\" in node.text:
            for found in _SHARED_FOLDER.finditer(node.text):
                place = place_within(reading, node, found.start(), found.end())
                yield Finding(place, "ce dossier partagé n'est ouvert qu'au réseau interne", _HINT)


def _reason(address: str, is_link: bool) -> str:
    found = _AUTHORITY.match(address)
    if not found:
        return ""
    host, path = found[1].lower().removeprefix("www."), found[2]
    if _is_share(host, path):
        return f"« {host} » est un partage privé : tout le monde ne peut pas l'ouvrir"
    if is_link and (_INTERNAL_NAME.search(host) or _INTERNAL_NUMBER.match(host)):
        return f"« {host} » n'est ouvert qu'à un réseau interne"
    return ""


def _is_share(host: str, path: str) -> bool:
    if host == "dropbox.com":
        return _DROPBOX.match(path) is not None
    if host in _SHARES or host.endswith(_SHARING_DOMAINS):
        return not (host == "docs.google.com" and _PUBLISHED.search(path))
    return _SHARE_PATH.search(path) is not None
