# Raccourcis des deux commandes du README ; rien ici n'est nécessaire pour s'en servir.
.PHONY: ask test check

ask:
	python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/segur-faq ask

test:
	python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/pytest

check: test
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/segur-faq lint --strict
