# Raccourcis des deux commandes du README ; rien ici n'est nécessaire pour s'en servir.
.PHONY: ask test check bench bench-all

ask:
	python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/segur-faq ask

test:
	python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/pytest

check: test
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/segur-faq lint --strict

# SECTIONS="lookup search" et SIZES=20,236,10000 en choisissent une partie.
bench:
	@python3 -m benchmarks $(SECTIONS) $(if $(SIZES),--sizes $(SIZES))

bench-all:
	@python3 -m benchmarks $(SECTIONS) --sizes 20,236,10000,100000
