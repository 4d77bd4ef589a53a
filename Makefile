# oneplan: `make demo` shows it, `make test` proves it. Everything lies in .venv; nothing else is touched.

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
NEWEST := $(firstword $(foreach v,3.14 3.13 3.12 3.11,$(shell command -v python$(v) 2>/dev/null)))
PYTHON ?= $(firstword $(foreach p,python3.11 python3 python3.12 python3.13,$(shell $(p) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $(p))))
BIN := .venv/bin
ALL_CORES = -n $$($(BIN)/python -c 'import os; print(max(2, os.cpu_count() or 2))') --dist worksteal
MADE_FROM := pyproject.toml hatch_build.py src/oneplan/website/front_end/package-lock.json

.DEFAULT_GOAL := help
.PHONY: help demo test check bench crowd fresh docs chromium postgresql format

help: ## what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

.venv/installed: $(MADE_FROM)
	@test -n "$(PYTHON)" || { echo "oneplan needs Python 3.11 or newer: https://www.python.org/downloads/"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@echo "Installing oneplan into .venv …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/for-tests: .venv/installed
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

demo: .venv/installed ## the site with the example plans, on this machine
	@$(BIN)/oneplan demo $(DEMO)

# Who may do what, and the head of an answer, are the same whatever the database: asked once, on SQLite.
WHOLE_SITE := tests/integration/website/whole_site
ON_POSTGRESQL ?= --ignore=$(WHOLE_SITE)/test_permissions.py --ignore=$(WHOLE_SITE)/test_every_answer.py

test: .venv/for-tests chromium postgresql check ## every check and every test, those of the database on PostgreSQL too
	@$(BIN)/python -m pytest $(ALL_CORES)
	@PYTHONPATH=tests $(BIN)/python -m builders.postgres_cluster \
	  $(BIN)/python -m pytest $(ALL_CORES) -m database $(ON_POSTGRESQL) tests/integration tests/architecture

check: .venv/for-tests ## format, lint, types and the floors of the house
	@$(BIN)/ruff format --check --quiet . || { echo "Run: make format"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo | tail -n 4

format: .venv/for-tests ## puts the code in its form
	@$(BIN)/ruff check --quiet --fix . || true
	@$(BIN)/ruff format --quiet .

bench: .venv/for-tests ## speed and memory beside yardsticks, as ratios of one run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench || true
	@PYTHONPATH=tests $(BIN)/python -m benchmarks

crowd: .venv/for-tests postgresql ## a minute of sixty people at one plan, and two hundred kills, on both databases
	@ONEPLAN_CROWD_SECONDS=60 ONEPLAN_KILLS=100 $(BIN)/python -m pytest -q -s tests/functional/crowd

docs: .venv/for-tests ## writes the pages that are made from the code
	@PYTHONPATH=tests $(BIN)/python -m builders.generated_pages

fresh: ## the tests in an empty environment: a fresh clone, no cache
	@folder=$$(mktemp -d) && git clone --quiet . $$folder/oneplan && \
	  PIP_NO_CACHE_DIR=1 $(MAKE) -C $$folder/oneplan test; \
	  result=$$?; rm -rf $$folder; exit $$result

chromium:
	@command -v chromium chromium-browser google-chrome >/dev/null 2>&1 || \
	  { command -v apt-get >/dev/null && test "$$(id -u)" = 0 && echo "Installing Chromium for the browser tests …" && \
	    { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y chromium; } >/dev/null 2>&1; } || \
	  echo "Skipped: the browser tests. Chromium is not here and may not be installed; see docs/how-to/run-the-tests.md."

postgresql:
	@command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
	  { command -v apt-get >/dev/null && test "$$(id -u)" = 0 && echo "Installing PostgreSQL for the tests of the database …" && \
	    { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y postgresql; } >/dev/null 2>&1; } || \
	  echo "PostgreSQL is not here and may not be installed; see docs/how-to/run-the-tests.md."
