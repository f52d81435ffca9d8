# The README's two commands, `make demo` and `make test`, set up everything they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test fuzz check lint bench data docs clean

demo: $(STAMP)
	$(BIN)/standoff read examples/fishing-limits.txt --published 2025-03-11

test: $(STAMP)
	$(BIN)/python -m pytest

# The property tests on examples never drawn before; a failure prints how to draw it again.
fuzz: $(STAMP)
	$(BIN)/python -m pytest tests -m "hypothesis" --hypothesis-profile=fuzz

check: lint test

lint: $(STAMP)
	$(BIN)/ruff check src tests tools bench
	$(BIN)/ruff format --check src tests tools bench
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/make_data.py --check
	$(BIN)/standoff check-data

# About five minutes. SCALE=--full adds a corpus of 20,000 reports, an hour and a half;
# TABLE="--most 20" solves conflicts of up to 2^20 states, where 2^14 is the default.
bench: $(STAMP)
	$(BIN)/python bench/table.py $(TABLE)
	$(BIN)/python bench/compare.py
	$(BIN)/python bench/scale.py $(SCALE)

# Compiles the lexicon and sorts the tables; `lint` refuses a difference.
data: $(STAMP)
	$(BIN)/python tools/make_data.py

docs: $(STAMP)
	$(BIN)/python tools/make_docs.py
	$(BIN)/python tools/make_store_docs.py

$(STAMP): requirements-dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Standoff needs Python 3.11 or newer, and $(PYTHON) is %d.%d: make PYTHON=python3.12" % sys.version_info[:2])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(STAMP)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
