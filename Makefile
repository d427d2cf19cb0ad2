# One door: make up | test | check | lint | browser | bench | wheel | messages | requirements
PYTHON ?= python3
BIN := .venv/bin
DATA ?= data
PORT ?= 8000
WORKERS ?= 2
# What an office PC needs for every door: scans, project files of other programs.
EXTRAS := --extra ocr --extra formats

.PHONY: help up test check lint format browser bench wheel messages requirements clean

help:
	@echo "make up      set everything up and start Guatu with its sample county"
	@echo "make test    set everything up and run all tests"
	@echo "make check   format, lint, types, import contracts, tests"
	@echo "make browser the journeys in a real Chromium alone"
	@echo "make bench   all benchmarks, each beside a peer"
	@echo "make wheel   the installable package in dist/"

up: .venv/.run-stamp messages
	$(BIN)/guatu up --data $(DATA) --port $(PORT) --sample

test: .venv/.dev-stamp messages
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile -m "not browser"
	$(BIN)/python -m pytest -m browser tests/browser

check: lint test

lint: .venv/.dev-stamp messages
	$(BIN)/ruff format --check src tests bench tools
	$(BIN)/ruff check src tests bench tools
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/.dev-stamp
	$(BIN)/ruff format src tests bench tools
	$(BIN)/ruff check --fix src tests bench tools

browser: .venv/.dev-stamp messages
	$(BIN)/python -m pytest -m browser tests/browser

bench: .venv/.dev-stamp messages
	for name in reading planning levelling drawing; do $(BIN)/guatu bench $$name || exit 1; done

wheel: .venv/.run-stamp messages
	$(BIN)/python -m hatchling build -t wheel

messages: .venv/.run-stamp
	@$(BIN)/python tools/compile_messages.py

requirements: .venv/.dev-stamp
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile pyproject.toml $(EXTRAS) --group setup --generate-hashes --no-annotate -q -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml $(EXTRAS) --group setup --group dev --generate-hashes --no-annotate -q -o requirements-dev.txt

# The environment: first what running needs, then what testing needs on top of it.
.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Guatu needs Python 3.11 or later; set PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv || { echo "Python's venv module is missing; on Debian: apt install python3-venv"; exit 1; }

.venv/.run-stamp: .venv/bin/python requirements.txt pyproject.toml
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@echo "compiling the kernels of levelling, once an installation"
	$(BIN)/python -m guatu.entry.kernels
	@touch $@

.venv/.dev-stamp: .venv/.run-stamp requirements-dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
