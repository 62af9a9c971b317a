"""Words in capitals that no glossary has to explain: everyone reads them, or they only insist."""

EVERYDAY = frozenset({
    # computing
    "API", "ASCII", "CSV", "CPU", "DNS", "DOC", "DOCX", "DVD", "FTP", "GIF", "GPS", "HTML", "HTTP",
    "HTTPS", "ID", "IMAP", "IP", "ISO", "IT", "JPEG", "JPG", "JSON", "LAN", "ODT", "OK", "OS", "PC",
    "PDF", "PNG", "QR", "RAM", "REST", "RFC", "RSS", "SFTP", "SMS", "SMTP", "SOAP", "SQL", "SSD",
    "SSH", "SSL", "SVG", "TCP", "TLS", "TSV", "TXT", "UDP", "URI", "URL", "USB", "UTF", "VPN",
    "WIFI", "XLS", "XLSX", "XML", "YAML", "ZIP",
    # paperwork and daily life
    "BIC", "CDD", "CDI", "CE", "CEE", "CNIL", "CV", "EUR", "FAQ", "GIE", "HT", "IBAN", "INSEE",
    "IRM", "KO", "NB", "PACA", "PJ", "PV", "RDV", "RGPD", "RH", "RIB", "SA", "SAMU", "SARL",
    "SIREN", "SIRET", "SOS", "TTC", "TV", "TVA", "UE",
})  # fmt: skip

INSISTENT = frozenset({
    "AU", "AUCUN", "AUCUNE", "AUX", "AVEC", "CAR", "DANS", "DE", "DES", "DEUX", "DEVRA", "DEVRAIT",
    "DEVRONT", "DOIT", "DOIVENT", "DONT", "DU", "EN", "ENTRE", "EST", "ET", "ETC", "FAIT", "IL",
    "ILS", "JAMAIS", "LA", "LE", "LES", "MAIS", "MOINS", "NE", "NI", "NON", "NOUS", "ON", "OU",
    "OUI", "PAR", "PAS", "PEUT", "PEUVENT", "PLUS", "POUR", "PRO", "QUE", "QUI", "SANS", "SAUF",
    "SEUL", "SEULE", "SI", "SONT", "SOUS", "SUR", "TEST", "TOUS", "TOUT", "TOUTE", "TOUTES", "TRÈS",
    "UN", "UNE", "VERS", "VOUS",
    # left by who had not finished
    "FIXME", "TODO", "XX", "XXX",
})  # fmt: skip
"""Words of the language, in capitals to insist; « SI » and « IT » are lost with them."""
