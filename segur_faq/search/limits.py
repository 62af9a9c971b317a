"""How many results a search gives."""

LIMIT = 10
"""When nothing is said."""

MOST = 50
